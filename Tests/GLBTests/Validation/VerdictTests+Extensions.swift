import Testing

@testable import GLB

// Documents with extensions, for which the whole report is known.

extension VerdictTests {
    private static func material(_ name: String, _ members: String, _ others: String = "") -> String {
        #""extensionsUsed":["\#(name)"],"materials":[{\#(others)"extensions":{"\#(name)":{\#(members)}}}],"#
            + #""textures":[{}]"#
    }

    /// A triangle with texture coordinates and a material, perhaps with normals and tangents.
    private static func textured(normals: Bool = false, tangents: Bool = false, _ material: String) -> String {
        #""meshes":[{"primitives":[{"attributes":{"POSITION":0,"TEXCOORD_0":1"#
            + (normals ? #","NORMAL":2"# : "") + (tangents ? #","TANGENT":3"# : "")
            + #"},"material":0}]}],"accessors":[\#(position),{"type":"VEC2","componentType":5126,"count":3}"#
            + (normals ? #",{"type":"VEC3","componentType":5126,"count":3}"# : "")
            + (tangents ? #",{"type":"VEC4","componentType":5126,"count":3}"# : "") + "]," + material
    }

    private static func mappings(_ variants: String...) -> String {
        let mappings = variants.map { #"{"material":0,"variants":[\#($0)]}"# }.joined(separator: ",")
        return #""extensionsUsed":["KHR_materials_variants"],"materials":[{}],"accessors":[\#(position)],"#
            + #""extensions":{"KHR_materials_variants":{"variants":[{"name":"a"},{"name":"b"}]}},"#
            + #""meshes":[{"primitives":[{"attributes":{"POSITION":0},"#
            + #""extensions":{"KHR_materials_variants":{"mappings":[\#(mappings)]}}}]}]"#
    }

    private static let clearcoat = "/materials/0/extensions/KHR_materials_clearcoat"

    static let extensions = [
        Verdict(
            "quantization as an option", #""extensionsUsed":["EXT_texture_webp","KHR_mesh_quantization"]"#,
            ["NON_REQUIRED_EXTENSION /extensionsUsed/1"]),
        Verdict(
            "two normal textures on different coordinates",
            material(
                "KHR_materials_clearcoat", #""clearcoatNormalTexture":{"index":0,"texCoord":1}"#,
                #""normalTexture":{"index":0},"#),
            [
                "KHR_MATERIALS_CLEARCOAT_CLEARCOAT_NORMAL_TEXTURE_TEXCOORD \(clearcoat)/clearcoatNormalTexture",
                "UNUSED_OBJECT /materials/0",
            ]),
        Verdict(
            "a strong light of no colour", material("KHR_materials_emissive_strength", #""emissiveStrength":2"#),
            [
                "KHR_MATERIALS_EMISSIVE_STRENGTH_ZERO_FACTOR "
                    + "/materials/0/extensions/KHR_materials_emissive_strength/emissiveStrength",
                "UNUSED_OBJECT /materials/0", "UNUSED_OBJECT /textures/0",
            ]),
        Verdict(
            "a film of one thickness with a texture",
            material(
                "KHR_materials_iridescence",
                #""iridescenceThicknessMinimum":200,"iridescenceThicknessMaximum":200,"#
                    + #""iridescenceThicknessTexture":{"index":0}"#),
            [
                "KHR_MATERIALS_IRIDESCENCE_THICKNESS_TEXTURE_UNUSED "
                    + "/materials/0/extensions/KHR_materials_iridescence/iridescenceThicknessTexture",
                "UNUSED_OBJECT /materials/0",
            ]),
        Verdict(
            "a volume behind an opaque surface", material("KHR_materials_volume", #""thicknessTexture":{"index":0}"#),
            [
                "KHR_MATERIALS_VOLUME_NO_TRANSMISSION /materials/0/extensions/KHR_materials_volume",
                "UNUSED_OBJECT /materials/0",
            ]),
        Verdict(
            "a variant with two materials", mappings("0", "1,0"),
            [
                "KHR_MATERIALS_VARIANTS_NON_UNIQUE_VARIANT "
                    + "/meshes/0/primitives/0/extensions/KHR_materials_variants/mappings/1/variants/1",
                "UNUSED_OBJECT /meshes/0",
            ]),
        Verdict(
            "a clearcoat's normals, and nothing to compute tangents from",
            textured(material("KHR_materials_clearcoat", #""clearcoatNormalTexture":{"index":0}"#)),
            ["MESH_PRIMITIVE_NO_TANGENT_SPACE /meshes/0/primitives/0/material", "UNUSED_OBJECT /meshes/0"]),
        Verdict(
            "a clearcoat's normals, and normals of the base to compute tangents from",
            textured(
                material(
                    "KHR_materials_clearcoat", #""clearcoatNormalTexture":{"index":0}"#,
                    #""normalTexture":{"index":0},"#)
            ),
            ["MESH_PRIMITIVE_GENERATED_TANGENT_SPACE /meshes/0/primitives/0/material", "UNUSED_OBJECT /meshes/0"]),
        Verdict(
            "anisotropy without a texture uses tangents",
            textured(
                normals: true, tangents: true,
                material("KHR_materials_anisotropy", #""anisotropyStrength":1"#, #""emissiveTexture":{"index":0},"#)),
            ["UNUSED_OBJECT /meshes/0"]),
        Verdict(
            "anisotropy without a texture needs tangents",
            textured(
                normals: true,
                material("KHR_materials_anisotropy", #""anisotropyStrength":1"#, #""emissiveTexture":{"index":0},"#)),
            [
                "MESH_PRIMITIVE_NO_TANGENT_SPACE /meshes/0/primitives/0/material", "UNUSED_OBJECT /meshes/0",
            ]),
    ]
}
