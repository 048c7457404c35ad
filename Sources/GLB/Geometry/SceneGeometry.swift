/// What the scene that is shown first draws, in metres, each instance of a mesh counted.
///
/// Nodes and skins are applied, in the file's rest pose. Meshes of different nodes are not welded to each other: each
/// instance is surfaces of its own, even where they touch.
public struct SceneGeometry: Equatable, Sendable {
    /// How many meshes are drawn.
    public internal(set) var instances = 0
    /// How many triangles are drawn, whatever they are like.
    public internal(set) var drawnTriangles = 0
    /// The welded surfaces together: each figure is the sum over the instances.
    public internal(set) var vertices = 0
    /// Edges of all instances.
    public internal(set) var edges = 0
    /// Triangles of all instances, without those that have two corners at the same place.
    public internal(set) var triangles = 0
    /// Connected parts.
    public internal(set) var parts = 0
    /// Edges of one triangle.
    public internal(set) var boundaryEdges = 0
    /// Edges of more than two triangles.
    public internal(set) var nonManifoldEdges = 0
    /// Edges of two triangles that show different sides.
    public internal(set) var inconsistentEdges = 0
    /// Vertices in which surfaces touch themselves.
    public internal(set) var nonManifoldVertices = 0
    /// Parts that touch themselves in a vertex or along an edge.
    public internal(set) var selfTouchingParts = 0
    /// Rims of holes.
    public internal(set) var holes = 0
    /// Triangles that have no area, by index, by position or because they are a line.
    public internal(set) var degenerateTriangles = 0
    /// Triangles between the same places as an earlier one of the same mesh.
    public internal(set) var duplicateTriangles = 0
    /// The sum of the triangles' areas in square metres.
    public internal(set) var area = 0.0
    /// The sum of the signed volumes of the tetrahedra between the triangles and the world's origin, in cubic metres.
    public internal(set) var signedVolume = 0.0
    /// The box around all instances; nil if there are none.
    public internal(set) var bounds: Bounds?
    /// The length of the shortest edge that is longer than nothing, in metres.
    public internal(set) var shortestEdge: Double?
    /// The longest side of the box around the smallest part, in metres.
    public internal(set) var smallestPart: Double?

    /// Vertices − edges + triangles.
    public var eulerNumber: Int { vertices - edges + triangles }

    /// Whether something is drawn and each edge has exactly two triangles.
    public var isWatertight: Bool { triangles > 0 && boundaryEdges == 0 && nonManifoldEdges == 0 }

    /// What the surfaces enclose in cubic metres, negative if they are inside out; nil unless they are watertight and
    /// consistently wound. Where surfaces reach into each other, the space is counted twice.
    public var volume: Double? { isWatertight && inconsistentEdges == 0 ? signedVolume : nil }
}

/// Sums up the instances of a scene.
struct SceneGeometryBuilder {
    private(set) var geometry = SceneGeometry()

    mutating func add(_ mesh: MeshGeometry, _ measure: PlacedMeasure) {
        guard mesh.drawnTriangles > 0 else { return }
        geometry.instances += 1
        geometry.drawnTriangles += mesh.drawnTriangles
        geometry.vertices += mesh.welded.vertices
        geometry.edges += mesh.welded.edges
        geometry.triangles += mesh.welded.triangles
        geometry.parts += mesh.welded.parts
        geometry.boundaryEdges += mesh.welded.boundaryEdges
        geometry.nonManifoldEdges += mesh.welded.nonManifoldEdges
        geometry.inconsistentEdges += mesh.welded.inconsistentEdges
        geometry.nonManifoldVertices += mesh.nonManifoldVertices
        geometry.selfTouchingParts += mesh.selfTouchingParts
        geometry.holes += mesh.holes.count
        geometry.degenerateTriangles += mesh.faults.degenerate
        geometry.duplicateTriangles += mesh.faults.duplicate
        geometry.area += measure.area
        geometry.signedVolume += measure.signedVolume
        geometry.bounds = measure.bounds.map { $0.union(geometry.bounds) } ?? geometry.bounds
        geometry.shortestEdge = least(geometry.shortestEdge, measure.shortestEdge)
        geometry.smallestPart = least(geometry.smallestPart, measure.smallestPart)
    }

    private func least(_ one: Double?, _ other: Double?) -> Double? {
        guard let one, let other else { return one ?? other }
        return min(one, other)
    }
}
