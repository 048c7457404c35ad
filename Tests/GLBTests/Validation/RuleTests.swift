import Testing

@testable import GLB

/// Rules that no file of the corpus breaks: each on a document that breaks it and nothing else that matters.
@Suite struct RuleTests {
    struct Case: CustomTestStringConvertible {
        let finding: String
        let members: String
        var binary: [UInt8]?

        init(_ finding: String, _ members: String, binary: [UInt8]? = nil) {
            (self.finding, self.members, self.binary) = (finding, members, binary)
        }

        var testDescription: String { finding }
    }

    @Test("a broken rule is reported where it is broken", arguments: objects + extensions + links + data)
    func broken(rule: Case) throws {
        let report = try Validator.validate(
            bytes: TestAsset.glb(TestAsset.document(rule.members), binary: rule.binary))
        #expect(report.findings.places.contains(rule.finding), "\(report.findings.kept)")
    }

    @Test("the same rule is silent about the triangle, which breaks none") func silent() throws {
        let report = try Validator.validate(bytes: TestAsset.triangleGLB)
        let codes = Set(report.findings.codes)
        // Nothing but hints about buffer views without target.
        #expect(codes == ["BUFFER_VIEW_TARGET_MISSING"])
        #expect(report.findings.counts[.hint] == 2)
    }

    // MARK: - Objects by themselves

    private static let objects = [
        Case("DUPLICATE_ELEMENTS /nodes/0/children/1", #""nodes":[{"children":[1,1]},{}]"#),
        Case("DUPLICATE_ELEMENTS /extensionsUsed/1", #""extensionsUsed":["EXT_a","EXT_a"]"#),
        Case("VALUE_MULTIPLE_OF /bufferViews/0/byteStride", #""bufferViews":[{"byteStride":6}]"#),
        Case(
            "ACCESSOR_MATRIX_ALIGNMENT /accessors/0/byteOffset",
            #""accessors":[{"type":"MAT2","componentType":5121,"count":1,"byteOffset":2}]"#),
        Case(
            "ACCESSOR_SPARSE_COUNT_OUT_OF_RANGE /accessors/0/sparse/count",
            #""accessors":[{"count":1,"sparse":{"count":2}}]"#),
        Case(
            "ARRAY_LENGTH_NOT_IN_LIST /accessors/0/min",
            #""accessors":[{"type":"VEC3","componentType":5126,"count":1,"min":[0,0]}]"#),
        Case(
            "INVALID_GL_VALUE /accessors/0/max/1",
            #""accessors":[{"type":"VEC2","componentType":5121,"count":1,"max":[255,256]}]"#),
        Case(
            "INVALID_GL_VALUE /accessors/0/min/0",
            #""accessors":[{"type":"SCALAR","componentType":5122,"count":1,"min":[0.5]}]"#),
        Case(
            "CAMERA_XMAG_YMAG_NEGATIVE /cameras/0/orthographic/xmag",
            #""cameras":[{"type":"orthographic","orthographic":{"xmag":-1,"ymag":1,"znear":0,"zfar":1}}]"#),
        Case(
            "ONE_OF_MISMATCH /cameras/0", #""cameras":[{"type":"orthographic","orthographic":{},"perspective":{}}]"#),
        Case(
            "MESH_PRIMITIVE_JOINTS_WEIGHTS_MISMATCH /meshes/0/primitives/0/attributes",
            #""meshes":[{"primitives":[{"attributes":{"JOINTS_0":0}}]}]"#),
        Case("NODE_MATRIX_NON_TRS /nodes/0/matrix", #""nodes":[{"matrix":[1,0,0,0,1,1,0,0,0,0,1,0,0,0,0,1]}]"#),
        Case("NODE_MATRIX_NON_TRS /nodes/0/matrix", #""nodes":[{"matrix":[1,0,0,0,0,1,0,0,0,0,0,0,0,0,0,1]}]"#),
        Case("NON_RELATIVE_URI /buffers/0/uri", #""buffers":[{"byteLength":1,"uri":"file:///tmp/x.bin"}]"#),
        Case("UNSATISFIED_DEPENDENCY /scene", #""scene":0"#),
        Case("UNRESOLVED_REFERENCE /scene", #""scene":1,"scenes":[{}]"#),
        Case("INVALID_INDEX /nodes/0/children/0", #""nodes":[{"children":[-1]}]"#),
        Case("UNSATISFIED_DEPENDENCY /images/0/bufferView", #""images":[{"bufferView":0}]"#),
        Case("VALUE_NOT_IN_RANGE /materials/0/emissiveFactor/1", #""materials":[{"emissiveFactor":[0,1.5,0]}]"#),
        Case(
            "VALUE_NOT_IN_RANGE /cameras/0/perspective/yfov",
            #""cameras":[{"type":"perspective","perspective":{"yfov":0,"znear":1}}]"#),
    ]

    // MARK: - Extensions

    private static func material(_ name: String, _ members: String, _ others: String = "") -> String {
        #""extensionsUsed":["\#(name)"],"materials":[{\#(others)"extensions":{"\#(name)":{\#(members)}}}],"#
            + #""textures":[{},{}]"#
    }

    private static let extensions = [
        Case("NON_REQUIRED_EXTENSION /extensionsUsed/0", #""extensionsUsed":["KHR_mesh_quantization"]"#),
        Case(
            "KHR_MATERIALS_CLEARCOAT_CLEARCOAT_NORMAL_TEXTURE_TEXCOORD "
                + "/materials/0/extensions/KHR_materials_clearcoat/clearcoatNormalTexture",
            material(
                "KHR_materials_clearcoat", #""clearcoatNormalTexture":{"index":0,"texCoord":1}"#,
                #""normalTexture":{"index":1},"#)),
        Case(
            "KHR_MATERIALS_EMISSIVE_STRENGTH_ZERO_FACTOR "
                + "/materials/0/extensions/KHR_materials_emissive_strength/emissiveStrength",
            material("KHR_materials_emissive_strength", #""emissiveStrength":2"#)),
        Case(
            "KHR_MATERIALS_IRIDESCENCE_THICKNESS_TEXTURE_UNUSED "
                + "/materials/0/extensions/KHR_materials_iridescence/iridescenceThicknessTexture",
            material(
                "KHR_materials_iridescence",
                #""iridescenceThicknessMinimum":400,"iridescenceThicknessTexture":{"index":0}"#)),
        Case(
            "KHR_MATERIALS_VOLUME_NO_TRANSMISSION /materials/0/extensions/KHR_materials_volume",
            material("KHR_materials_volume", #""thicknessFactor":1"#)),
        Case(
            "VALUE_NOT_IN_RANGE /materials/0/extensions/KHR_materials_ior/ior",
            material("KHR_materials_ior", #""ior":0.5"#)),
        Case(
            "UNEXPECTED_PROPERTY /materials/0/normalTexture/extensions/KHR_texture_transform/x",
            #""extensionsUsed":["KHR_texture_transform"],"textures":[{}],"materials":[{"normalTexture":{"index":0,"#
                + #""extensions":{"KHR_texture_transform":{"x":1}}}}]"#),
        Case(
            "KHR_MATERIALS_VARIANTS_NON_UNIQUE_VARIANT "
                + "/meshes/0/primitives/0/extensions/KHR_materials_variants/mappings/1/variants/0",
            #""extensionsUsed":["KHR_materials_variants"],"extensions":{"KHR_materials_variants":{"#
                + #""variants":[{"name":"a"}]}},"materials":[{}],"meshes":[{"primitives":[{"attributes":{},"extensions":{"#
                + #""KHR_materials_variants":{"mappings":[{"material":0,"variants":[0]},{"material":0,"variants":[0]}]}}}]}]"#
        ),
        Case(
            "TYPE_MISMATCH /nodes/0/extensions/KHR_node_visibility/visible",
            #""extensionsUsed":["KHR_node_visibility"],"nodes":[{"extensions":{"KHR_node_visibility":{"visible":1}}}]"#),
        Case(
            "UNRESOLVED_REFERENCE /meshes/0/primitives/0/extensions/KHR_draco_mesh_compression/bufferView",
            #""extensionsUsed":["KHR_draco_mesh_compression"],"meshes":[{"primitives":[{"attributes":{},"extensions":{"#
                + #""KHR_draco_mesh_compression":{"bufferView":3,"attributes":{"POSITION":0}}}}]}]"#),
    ]

    // MARK: - Objects and each other

    private static func animation(_ path: String, node: String) -> String {
        #""animations":[{"channels":[{"sampler":0,"target":{"node":0,"path":"\#(path)"}}],"#
            + #""samplers":[{"input":0,"output":1}]}],"nodes":[{\#(node)}],"#
            + #""accessors":[{"type":"SCALAR","componentType":5126,"count":1,"min":[0],"max":[0]},"#
            + #"{"type":"VEC3","componentType":5126,"count":1}]"#
    }

    private static func primitive(_ members: String, _ accessors: String, _ others: String = "") -> String {
        #""meshes":[{"primitives":[{\#(members)}]}],"accessors":[\#(accessors)]\#(others)"#
    }

    private static let position = #"{"type":"VEC3","componentType":5126,"count":3,"min":[0,0,0],"max":[0,0,0]}"#
    private static let view =
        #","bufferViews":[{"buffer":0,"byteLength":64,"byteStride":4}],"buffers":[{"byteLength":64}]"#

    private static let links = [
        Case(
            "ANIMATION_CHANNEL_TARGET_NODE_MATRIX /animations/0/channels/0/target",
            animation("scale", node: #""matrix":[2,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]"#)),
        Case(
            "ANIMATION_CHANNEL_TARGET_NODE_SKIN /animations/0/channels/0/target",
            animation("scale", node: #""mesh":0,"skin":0"#)
                + #","skins":[{"joints":[0]}],"meshes":[{"primitives":[{"attributes":{}}]}]"#),
        Case(
            "IMAGE_BUFFER_VIEW_WITH_BYTESTRIDE /images/0/bufferView",
            #""images":[{"bufferView":0,"mimeType":"image/png"}]"# + view),
        Case(
            "INVALID_IBM_ACCESSOR_COUNT /skins/0/inverseBindMatrices",
            #""skins":[{"joints":[0,1],"inverseBindMatrices":0}],"nodes":[{"children":[1]},{}],"#
                + #""accessors":[{"type":"MAT4","componentType":5126,"count":1}]"#),
        Case(
            "SKIN_IBM_ACCESSOR_WITH_BYTESTRIDE /skins/0/inverseBindMatrices",
            #""skins":[{"joints":[0],"inverseBindMatrices":0}],"nodes":[{}],"#
                + #""accessors":[{"type":"MAT4","componentType":5126,"count":1,"bufferView":0}]"# + view),
        Case(
            "MESH_PRIMITIVE_INDICES_ACCESSOR_INVALID_FORMAT /meshes/0/primitives/0/indices",
            primitive(#""attributes":{},"indices":0"#, #"{"type":"SCALAR","componentType":5126,"count":3}"#)),
        Case(
            "MESH_PRIMITIVE_INDICES_ACCESSOR_WITH_BYTESTRIDE /meshes/0/primitives/0/indices",
            primitive(
                #""attributes":{},"indices":0"#, #"{"type":"SCALAR","componentType":5125,"count":3,"bufferView":0}"#,
                view)),
        Case(
            "MESH_PRIMITIVE_UNEQUAL_ACCESSOR_COUNT /meshes/0/primitives/0/attributes/NORMAL",
            primitive(
                #""attributes":{"POSITION":0,"NORMAL":1}"#,
                position + #",{"type":"VEC3","componentType":5126,"count":4}"#)),
        Case(
            "MESH_PRIMITIVE_MORPH_TARGET_INVALID_ATTRIBUTE_COUNT /meshes/0/primitives/0/targets/0/POSITION",
            primitive(
                #""attributes":{"POSITION":0},"targets":[{"POSITION":1}]"#,
                position + #",{"type":"VEC3","componentType":5126,"count":4,"min":[0,0,0],"max":[0,0,0]}"#)),
        Case(
            "NODE_SKINNED_MESH_WITHOUT_SKIN /nodes/0",
            primitive(
                #""attributes":{"JOINTS_0":0}"#, #"{"type":"VEC4","componentType":5121,"count":1}"#,
                #","nodes":[{"mesh":0}]"#)),
        Case(
            "NODE_WEIGHTS_INVALID /nodes/0/weights",
            primitive(#""attributes":{"POSITION":0}"#, position, #","nodes":[{"mesh":0,"weights":[1]}]"#)),
        Case(
            "SKIN_NO_COMMON_ROOT /skins/0/joints", #""skins":[{"joints":[0,1,2]}],"nodes":[{},{},{}]"#),
        Case(
            "SKIN_SKELETON_INVALID /skins/0/skeleton",
            #""skins":[{"joints":[1,2],"skeleton":1}],"nodes":[{"children":[1,2]},{},{}]"#),
        Case(
            "ACCESSOR_USAGE_OVERRIDE /meshes/0/primitives/0/indices",
            primitive(#""attributes":{"POSITION":0},"indices":0"#, position)),
    ]

    // MARK: - Numbers

    private static let data = [
        Case(
            "ACCESSOR_SPARSE_INDEX_OOB /accessors/0/sparse",
            #""accessors":[{"type":"SCALAR","componentType":5121,"count":1,"sparse":{"count":1,"#
                + #""indices":{"bufferView":0,"componentType":5121},"values":{"bufferView":0}}}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":4}],"buffers":[{"byteLength":4}]"#,
            binary: [7, 0, 0, 0]),
        Case(
            "IMAGE_UNEXPECTED_EOS /images/0",
            #""images":[{"bufferView":0,"mimeType":"image/png"}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":8}],"buffers":[{"byteLength":8}]"#,
            binary: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        Case(
            "IMAGE_DATA_INVALID /images/0",
            #""images":[{"bufferView":0,"mimeType":"image/jpeg"}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":12}],"buffers":[{"byteLength":12}]"#,
            binary: [0xFF, 0xD8, 0xFF, 0xD9, 0, 0, 0, 0, 0, 0, 0, 0]),
        Case(
            "ACCESSOR_MAX_MISMATCH /accessors/0/max/0",
            #""accessors":[{"type":"SCALAR","componentType":5126,"count":2,"bufferView":0,"max":[1.5]}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":8}],"buffers":[{"byteLength":8}]"#,
            binary: TestAsset.floats(1, .nan)),
    ]
}
