/// How many vertices, edges and triangles a surface has and how they hang together.
///
/// Triangles that have two corners at the same place are no part of it.
public struct Topology: Equatable, Sendable {
    /// Vertices that triangles use.
    public let vertices: Int
    /// Edges, each counted once however many triangles share it.
    public let edges: Int
    /// Triangles.
    public let triangles: Int
    /// Connected parts: triangles that share a vertex are in the same one.
    public let parts: Int
    /// Edges of one triangle.
    public let boundaryEdges: Int
    /// Edges of more than two triangles.
    public let nonManifoldEdges: Int
    /// Edges of two triangles of which one shows its back where the other shows its front.
    public let inconsistentEdges: Int

    /// Vertices − edges + triangles: 2 for a closed surface without holes through it, 2 less for each such hole.
    public var eulerNumber: Int { vertices - edges + triangles }

    /// Whether there are triangles and each edge has exactly two of them, so that nothing can leak.
    public var isWatertight: Bool { triangles > 0 && boundaryEdges == 0 && nonManifoldEdges == 0 }

    /// Whether no two neighbouring triangles show different sides.
    public var isWindingConsistent: Bool { inconsistentEdges == 0 }

    init(vertices: Int, triangles: Int, parts: Int, edges: EdgeCounts) {
        self.vertices = vertices
        self.edges = edges.all
        self.triangles = triangles
        self.parts = parts
        boundaryEdges = edges.boundary
        nonManifoldEdges = edges.nonManifold
        inconsistentEdges = edges.inconsistent
    }
}
