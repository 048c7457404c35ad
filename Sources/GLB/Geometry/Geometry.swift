/// What the surfaces of an asset are like: sizes, holes, parts, faults, and how textures lie on them.
///
///     let file = try AssetFile(path: "mask.glb").decompressed(by: Decompressor())
///     let geometry = try Geometry(of: file)
///     geometry.scene.isWatertight
///
/// Reads the positions, indices and texture coordinates of all meshes; `docs/geometry.md` defines each figure. Morph
/// targets and animations are not applied. Time is linear in the triangles and so is memory, one mesh at a time.
public struct Geometry: Equatable, Sendable {
    /// How to measure.
    public struct Options: Equatable, Sendable {
        /// Coordinates that round to the same multiple of this, in the mesh's own unit, are the same place; 0 for
        /// exactly the same.
        public var weldTolerance = 0.0
        /// How many metres a unit of the scene is; 1 is what the specification says, but generated models have any
        /// size.
        public var metresPerUnit = 1.0

        /// Exact welding, and a scene in metres.
        public init() {}
    }

    /// The most triangles that the meshes of a file may have together, and the most vertices.
    public static let limit = PlaceTable.limit

    /// How this was measured.
    public let options: Options
    /// The meshes of the document, drawn or not, in its order.
    public let meshes: [MeshGeometry]
    /// What the scene that is shown first draws, each instance counted.
    public let scene: SceneGeometry

    /// Measures an asset.
    ///
    /// - Throws: ``GLBError/unavailable(pointer:reason:)`` if there is too much to measure, or if positions, indices or
    ///   texture coordinates cannot be read or do not fit each other; the pointer says where.
    public init(of file: AssetFile, _ options: Options = Options()) throws(GLBError) {
        try file.document.checkGeometryLimit()
        let placements = try Placements(of: file, metresPerUnit: options.metresPerUnit)
        var scene = SceneGeometryBuilder()
        var textures = TextureBudget()
        var meshes: [MeshGeometry] = []
        for mesh in file.document.meshes.indices {
            let triangles = try MeshTriangles(file, mesh: mesh)
            let budget = textures
            let (surface, order) = concurrently(if: triangles.isLarge) {
                Surface(triangles, tolerance: options.weldTolerance)
            } _: {
                (textures: triangles.textureLayouts(file, budget), cache: VertexCache(triangles))
            }
            let (layouts, rest) = try order.textures.get()
            textures = rest
            let placed = try placements.measure(mesh, triangles, surface, file)
            let scale = placed.first?.linearScale(of: surface.measure) ?? 1
            let geometry = MeshGeometry(
                mesh: mesh, triangles, surface, textures: layouts.map { $0.spread(by: scale) },
                vertexCache: order.cache)
            meshes.append(geometry)
            for measure in placed { scene.add(geometry, measure) }
        }
        self.options = options
        self.meshes = meshes
        self.scene = scene.geometry
    }
}

extension AssetFile {
    /// Reads the positions and indices of all meshes, and measures nothing.
    ///
    /// - Throws: what ``Geometry`` throws for triangles that cannot be read; how many there are is then known from
    ///   hearsay.
    package func checkTriangles() throws(GLBError) {
        try document.checkGeometryLimit()
        for mesh in document.meshes.indices { _ = try MeshTriangles(self, mesh: mesh) }
    }
}

extension Document {
    /// Refuses what is too much to measure, before room is made for any of it.
    fileprivate func checkGeometryLimit() throws(GLBError) {
        var (triangles, vertices) = (0, 0)
        for mesh in meshes {
            var seen: Set<Int> = []
            for primitive in mesh.primitives {
                guard let mode = primitive.mode, mode.drawsTriangles, let positions = primitive["POSITION"] else {
                    continue
                }
                let count = accessors[primitive.indices ?? positions].count
                triangles = triangles.saturatingSum(mode.triangleCount(count))
                if seen.insert(positions).inserted { vertices = vertices.saturatingSum(accessors[positions].count) }
            }
        }
        for (count, name) in [(triangles, "triangles"), (vertices, "vertices")] where count > Geometry.limit {
            throw .unavailable(
                pointer: "/meshes", reason: "\(count) \(name) are more than the \(Geometry.limit) that are measured")
        }
    }
}
