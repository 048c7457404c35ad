/// The document's arrays that objects refer to by index; each case has the array's name.
enum DocumentArray: Int, CaseIterable, Sendable {
    case accessors, animations, buffers, bufferViews, cameras, images, materials, meshes, nodes, samplers, scenes
    case skins, textures, lights, variants

    /// The extension in whose object the array stands; nil for arrays of the document itself.
    var owner: String? {
        switch self {
        case .lights: "KHR_lights_punctual"
        case .variants: "KHR_materials_variants"
        default: nil
        }
    }
}
