/// A glTF 2.0 document as typed values.
///
/// Decoding is lenient: what has a wrong type or value is reported in ``findings`` and absent here. Indices that are
/// present are always within the arrays they point into.
public struct Document: Sendable {
    /// The text from which everything was decoded; an object's place leads back to it.
    public let json: JSONText
    /// Who made the file, and for which version.
    public let asset: Asset
    /// Index of the scene to show first.
    public let scene: Int?
    /// The scenes.
    public let scenes: [Scene]
    /// The nodes of all scenes.
    public let nodes: [Node]
    /// The parent of each node; the first one where the document names several.
    public let parents: [Int?]
    /// The meshes.
    public let meshes: [Mesh]
    /// The accessors.
    public let accessors: [Accessor]
    /// The parts of buffers.
    public let bufferViews: [BufferView]
    /// The buffers.
    public let buffers: [Buffer]
    /// The materials.
    public let materials: [Material]
    /// The textures.
    public let textures: [Texture]
    /// The images.
    public let images: [Image]
    /// The texture samplers.
    public let samplers: [Sampler]
    /// The skins.
    public let skins: [Skin]
    /// The animations.
    public let animations: [Animation]
    /// The cameras.
    public let cameras: [Camera]
    /// The lights (KHR_lights_punctual).
    public let lights: [Light]
    /// The names of the material variants (KHR_materials_variants).
    public let variants: [String]
    /// Extensions that occur somewhere.
    public let extensionsUsed: [String]
    /// Extensions without which the asset cannot be shown.
    public let extensionsRequired: [String]
    /// The object with the document's own extensions.
    public let extensions: JSONPlace?
    /// What the application that wrote the file added to the document.
    public let extras: JSONPlace?
    /// What was wrong with the types and values.
    public let findings: Findings

    /// The JSON pointer to an object of this document, such as `/meshes/0`.
    public func pointer(to object: some DocumentObject) -> String { pointer(to: object.place) }
}
