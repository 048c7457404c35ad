/// What the triangles of one mesh are like, in the mesh's own space: as the file stores it, before any node moves it.
public struct MeshGeometry: Equatable, Sendable {
    /// Triangles that cover nothing, or nothing new.
    public struct Faults: Equatable, Sendable {
        /// Triangles of which two indices are the same.
        public let degenerateByIndex: Int
        /// Triangles of which two corners lie at the same place, though their indices differ.
        public let degenerateByPosition: Int
        /// Triangles of three places that lie on a line: their height is less than a millionth of their longest side.
        public let degenerateByArea: Int
        /// Triangles with a coordinate that is infinite or not a number.
        public let notFinite: Int
        /// Triangles between the same three places as an earlier one, whichever side they show.
        public let duplicate: Int

        /// Triangles without an area, for any of the three reasons.
        public var degenerate: Int { degenerateByIndex + degenerateByPosition + degenerateByArea }
    }

    /// The holes of a surface: where one could put a finger through, if it had to be closed for printing.
    public struct Holes: Equatable, Sendable {
        /// How many rims of boundary edges there are. Two holes of a surface that meet in a point have one rim.
        public let count: Int
        /// How many edges the longest rim has.
        public let longestEdges: Int
        /// How long the longest rim is.
        public let longestLength: Double
    }

    /// How many of the largest parts are described one by one.
    public static let partLimit = 16

    /// The index of the mesh.
    public let mesh: Int
    /// How many vertices the primitives store; those that share an accessor share its vertices.
    public let storedVertices: Int
    /// How many triangles the primitives draw, whatever they are like.
    public let drawnTriangles: Int
    /// Triangles that cover nothing, or nothing new.
    public let faults: Faults
    /// The surface by the file's indices, where each side of a seam has edges and vertices of its own.
    public let indexed: Topology
    /// The surface after welding vertices at the same place.
    public let welded: Topology
    /// Welded vertices whose triangles are not one fan: the surface touches itself there.
    public let nonManifoldVertices: Int
    /// The holes.
    public let holes: Holes
    /// The sum of the triangles' areas.
    public let area: Double
    /// The sum of the signed volumes of the tetrahedra between the triangles and the origin. It is the volume of the
    /// solid if the surface is watertight; else it depends on where the origin is.
    public let signedVolume: Double
    /// The box around the triangles; nil if there are none.
    public let bounds: Bounds?
    /// The length of the shortest edge that is longer than nothing; nil if there is none.
    public let shortestEdge: Double?
    /// The largest parts by area, no more than ``partLimit``.
    public let parts: [SurfacePart]
    /// How many parts are watertight.
    public let watertightParts: Int
    /// How many parts are watertight and show their backs outside; a hollow in a solid is such a part rightly.
    public let insideOutParts: Int
    /// How many parts touch themselves in a vertex or along an edge.
    public let selfTouchingParts: Int
    /// The holes that lead through all parts together; nil unless each part's ``SurfacePart/genus`` is known.
    public let genus: Int?
    /// The longest side of the box around the smallest part; nil without triangles.
    public let smallestPart: Double?
    /// How textures are laid out on the triangles, a layout for each material and set of coordinates.
    public let textures: [TextureLayout]
    /// How well the order of triangles suits graphics cards.
    public let vertexCache: VertexCache

    /// Whether there are triangles and each edge of the welded surface has exactly two of them.
    public var isWatertight: Bool { welded.isWatertight }

    /// What the surface encloses, negative if it is inside out; nil unless it is watertight and consistently wound.
    public var volume: Double? { isWatertight && welded.isWindingConsistent ? signedVolume : nil }

    /// Whether the surface is closed and shows its back outside.
    public var isInsideOut: Bool { (volume ?? 0) < 0 }
}

extension MeshGeometry {
    init(
        mesh: Int, _ triangles: MeshTriangles, _ surface: Surface, textures: [TextureLayout], vertexCache: VertexCache
    ) {
        let measure = surface.measure
        self.mesh = mesh
        storedVertices = triangles.positions.count / 3
        drawnTriangles = triangles.indices.count / 3
        faults = Faults(
            degenerateByIndex: surface.weld.omissions.sameIndex, degenerateByPosition: surface.weld.omissions.samePlace,
            degenerateByArea: measure.flatFaces, notFinite: surface.weld.omissions.notFinite,
            duplicate: surface.edges.duplicateFaces)
        indexed = surface.indexed
        welded = surface.welded
        nonManifoldVertices = surface.fans.nonManifoldVerticesOfParts.reduce(0, +)
        let longest = surface.fans.rims.max { $0.length < $1.length }
        holes = Holes(
            count: surface.fans.rims.count, longestEdges: longest?.edges ?? 0, longestLength: longest?.length ?? 0)
        area = measure.area
        signedVolume = measure.volumeFromOrigin
        bounds = measure.bounds
        shortestEdge = measure.shortestEdge
        var summary = PartSummary()
        for part in 0..<surface.parts.count { summary.add(surface.part(part)) }
        parts = summary.largest
        watertightParts = summary.watertight
        insideOutParts = summary.insideOut
        selfTouchingParts = summary.selfTouching
        genus = surface.parts.count > 0 ? summary.genus : nil
        smallestPart = measure.smallestPart
        self.textures = textures
        self.vertexCache = vertexCache
    }
}

/// What is told of all parts, and the largest of them.
private struct PartSummary {
    private(set) var largest: [SurfacePart] = []
    private(set) var watertight = 0
    private(set) var insideOut = 0
    private(set) var selfTouching = 0
    private(set) var genus: Int? = 0

    mutating func add(_ part: SurfacePart) {
        if part.topology.isWatertight { watertight += 1 }
        if part.isInsideOut { insideOut += 1 }
        if part.isSelfTouching { selfTouching += 1 }
        genus = genus.flatMap { sum in part.genus.map { sum + $0 } }
        if largest.count < MeshGeometry.partLimit || part.area > (largest.last?.area ?? 0) {
            let place = largest.firstIndex { $0.area < part.area } ?? largest.count
            largest.insert(part, at: place)
            if largest.count > MeshGeometry.partLimit { largest.removeLast() }
        }
    }
}
