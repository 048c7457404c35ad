/// A connected part of a mesh, in the mesh's own space.
public struct SurfacePart: Equatable, Sendable {
    /// Its vertices, edges and triangles.
    public let topology: Topology
    /// Vertices in which it touches itself: their triangles are not one fan.
    public let nonManifoldVertices: Int
    /// Its area.
    public let area: Double
    /// What it encloses, negative if its triangles show their backs outside; nil unless it is watertight and
    /// consistently wound.
    public let volume: Double?
    /// The box around it.
    public let bounds: Bounds

    /// Whether it touches itself in a point or along an edge.
    public var isSelfTouching: Bool { nonManifoldVertices > 0 || topology.nonManifoldEdges > 0 }

    /// Whether its triangles show their backs outside.
    public var isInsideOut: Bool { (volume ?? 0) < 0 }

    /// How many holes lead through it, as many as handles of a cup; nil unless it is a closed surface with an inside
    /// and an outside that does not touch itself.
    public var genus: Int? {
        guard topology.isWatertight, topology.isWindingConsistent, !isSelfTouching else { return nil }
        return (2 - topology.eulerNumber) / 2
    }
}
