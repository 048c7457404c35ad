@testable import GLB

/// A difference between our reports and those of the reference validator that is meant to be; each is also in
/// `docs/validation.md`.
struct DeliberateDifference: Sendable {
    let reason: String
    let explains: @Sendable (Comparison.Difference, CorpusFile) -> Bool

    static let all = [
        DeliberateDifference(reason: "we know extensions that the reference validator does not") { difference, file in
            guard KnownExtension.all.keys.contains(where: { file.uses($0) && !knownToReference.contains($0) }) else {
                return false
            }
            return switch difference.issue.code {
            // Extensions, what they refer to, and the image formats that they allow.
            case "UNSUPPORTED_EXTENSION", "UNUSED_OBJECT": difference.isMissing
            // Where only the numbers of findings can be compared, the number of these.
            case "numInfos": true
            case "VALUE_NOT_IN_LIST": difference.isMissing && difference.issue.place.hasSuffix("/mimeType")
            case "IMAGE_UNRECOGNIZED_FORMAT": difference.isMissing
            // The elements are compressed; what stands in their place is a fallback.
            case "ACCESSOR_VECTOR3_NON_UNIT": difference.isMissing && file.uses("EXT_meshopt_compression")
            case "UNRESOLVED_REFERENCE", "INVALID_INDEX", "IMAGE_NPOT_DIMENSIONS":
                !difference.isMissing
                    && (difference.issue.place.contains("/extensions/") || difference.issue.place.hasPrefix("/images/"))
            default: false
            }
        },
        DeliberateDifference(reason: "since the release of the reports, parents' transforms have a code of their own") {
            difference, file in
            guard file.report?["validatorVersion"]?.string == "2.0.0-dev.3.10" else { return false }
            return ["NODE_SKINNED_MESH_NON_ROOT", "numWarnings"].contains(difference.issue.code)
                || (difference.issue.code == "NODE_SKINNED_MESH_PARENT_TRANSFORMS" && !difference.isMissing)
        },
        DeliberateDifference(reason: "the reference validator misses unrelated joints if their number is odd") {
            difference, file in
            difference.issue.code == "SKIN_NO_COMMON_ROOT" && !difference.isMissing
                && file.isNamed("skin", "scene-invalid")
        },
        DeliberateDifference(reason: "the reference validator writes a wrong pointer to an unused sampler") {
            difference, file in
            difference.issue.code == "UNUSED_OBJECT" && difference.issue.place.hasSuffix("/samplers/0")
                && file.isNamed("empty_objects")
        },
        DeliberateDifference(reason: "the reference validator gives up on base64 text that ends in superfluous bits") {
            _, file in file.isNamed("mesh-multiple-primitives")
        },
        DeliberateDifference(reason: "a URI with a broken percent-encoding is invalid, not merely absent") {
            difference, file in
            file.isNamed("invalid-uri") && difference.issue.place == "/images/3/uri"
        },
    ]

    /// The extensions that the reference validator knows.
    private static let knownToReference: Set<String> = [
        "EXT_texture_webp", "KHR_animation_pointer", "KHR_lights_punctual", "KHR_materials_anisotropy",
        "KHR_materials_clearcoat", "KHR_materials_dispersion", "KHR_materials_emissive_strength", "KHR_materials_ior",
        "KHR_materials_iridescence", "KHR_materials_pbrSpecularGlossiness", "KHR_materials_sheen",
        "KHR_materials_specular", "KHR_materials_transmission", "KHR_materials_unlit", "KHR_materials_variants",
        "KHR_materials_volume", "KHR_mesh_quantization", "KHR_texture_transform",
    ]
}

extension CorpusFile {
    /// Whether the file's name without its ending begins with one of these.
    fileprivate func isNamed(_ names: String...) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return names.contains { name.hasPrefix($0) }
    }
}
