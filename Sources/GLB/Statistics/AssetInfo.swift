/// The figures that the reference validator reports about an asset, counted as it does: each mesh once, whether or not
/// it is drawn.
public struct AssetInfo: Equatable, Sendable {
    /// How many animations there are.
    public let animationCount: Int
    /// How many materials there are.
    public let materialCount: Int
    /// Whether a primitive has morph targets.
    public let hasMorphTargets: Bool
    /// Whether there are skins.
    public let hasSkins: Bool
    /// Whether there are textures.
    public let hasTextures: Bool
    /// Whether the document names the scene to show first.
    public let hasDefaultScene: Bool
    /// How many primitives the meshes have.
    public let drawCallCount: Int
    /// How many vertices the primitives have.
    public let totalVertexCount: Int
    /// How many triangles the primitives have.
    public let totalTriangleCount: Int
    /// The most sets of texture coordinates that a primitive has.
    public let maxUVs: Int
    /// The most joints that may influence a vertex.
    public let maxInfluences: Int
    /// The most attributes that a primitive has.
    public let maxAttributes: Int

    /// Counts.
    public init(of document: Document) {
        let primitives = document.meshes.lazy.flatMap(\.primitives)
        let counts = document.meshes.reduce(into: DrawCounts()) { $0 = $0 + document.drawCounts(of: $1) }
        animationCount = document.animations.count
        materialCount = document.materials.count
        hasMorphTargets = primitives.contains { document.hasMorphTargets($0) }
        hasSkins = !document.skins.isEmpty
        hasTextures = !document.textures.isEmpty
        hasDefaultScene = document.scene != nil
        drawCallCount = counts.drawCalls
        totalVertexCount = counts.vertices
        totalTriangleCount = counts.triangles
        maxUVs = primitives.map { document.statedSetCount($0, "TEXCOORD_") }.max() ?? 0
        maxInfluences = primitives.map { 4 * document.statedSetCount($0, "JOINTS_") }.max() ?? 0
        maxAttributes = primitives.map(\.attributes.count).max() ?? 0
    }
}

extension Document {
    /// The names of attributes that an object of the document states, whether or not the accessors exist.
    private func statedNames(_ attributes: JSONValue) -> [String] {
        attributes.members.filter { ($0.value.integer ?? -1) >= 0 }.map(\.name)
    }

    fileprivate func hasMorphTargets(_ primitive: Primitive) -> Bool {
        json[primitive.place]["targets"]?.elements.contains { !statedNames($0).isEmpty } ?? false
    }

    fileprivate func statedSetCount(_ primitive: Primitive, _ prefix: String) -> Int {
        json[primitive.place]["attributes"].map { countSets(prefix, among: statedNames($0)) } ?? 0
    }
}

extension Document.Primitive {
    /// How many sets of an attribute there are, counted from 0 up to the first that is missing.
    func setCount(_ prefix: String) -> Int { countSets(prefix, among: attributes.map(\.name)) }
}

private func countSets(_ prefix: String, among names: [String]) -> Int {
    let sets = Set(names.filter { $0.hasPrefix(prefix) })
    return (0...sets.count).first { !sets.contains(prefix + String($0)) } ?? 0
}
