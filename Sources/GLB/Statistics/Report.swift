/// What `inspect` says about an asset.
///
/// Made from headers and the document; vertices are read only where a box around the scene cannot be had otherwise,
/// and no more than ``SceneBounds/byteLimit`` of them.
public struct Report: Sendable {
    /// What the first scene draws, each instance counted.
    public struct Scene: Sendable {
        /// The scene's index; nil if the document has no scenes and all nodes are shown.
        public let index: Int?
        /// How many nodes it has.
        public let nodes: Int
        /// What drawing it costs. Copies by EXT_mesh_gpu_instancing count as vertices and triangles, but as one draw
        /// call, which is what the extension is for.
        public let counts: DrawCounts
        /// The box around it.
        public let bounds: SceneBounds
    }

    /// The path that was opened; nil for bytes in memory.
    public let path: String?
    /// How the asset is packed.
    public let container: Container
    /// The document, from which everything that is not counted or measured here can be told.
    public let document: Document
    /// Where the bytes go.
    public let bytes: ByteShares
    /// What the first scene draws.
    public let scene: Scene
    /// What drawing each mesh once costs, drawn by a scene or not.
    public let unique: DrawCounts
    /// The images, as many as the document has.
    public let images: [ImageStatistics]
    /// The animations, as many as the document has.
    public let animations: [AnimationStatistics]
    /// The figures of the reference validator's report.
    public let info: AssetInfo
    /// Who made the model, as far as it shows.
    public let origin: Origin?
    /// What was wrong.
    public let findings: Findings

    /// Inspects an asset.
    public init(of file: AssetFile) {
        let document = file.document
        var findings = file.findings
        let images = document.images.indices.map { ImageStatistics(of: file, image: $0, findings: &findings) }
        let walk = SceneWalk(document)
        path = file.path
        container = file.container
        self.document = document
        self.images = images
        bytes = ByteShares(
            of: file,
            images: zip(document.images, images).map { $0.bufferView == nil ? $1.byteCount : nil })
        scene = Scene(
            index: walk.scene, nodes: walk.visits.count, counts: walk.drawCounts(file),
            bounds: SceneBounds(of: file, walk))
        unique = document.meshes.reduce(into: DrawCounts()) { $0 = $0 + document.drawCounts(of: $1) }
        animations = AnimationStatistics.all(of: file)
        info = AssetInfo(of: document)
        origin = Origin(of: document)
        self.findings = findings
    }

    /// Whether something breaks the specification.
    public var hasErrors: Bool { findings.hasErrors }

    /// How many bytes the images take on a graphics card with their mipmaps, as far as their headers can be read.
    public var gpuByteCount: Int {
        images.reduce(0) { $0.saturatingSum($1.header?.gpuByteCount ?? 0) }
    }

    /// The names of scenes, nodes, meshes, materials and animations, each once, in the order of the document.
    public var names: [String] {
        var seen: Set<String> = []
        let names: [[String?]] = [
            document.scenes.map(\.name), document.nodes.map(\.name), document.meshes.map(\.name),
            document.materials.map(\.name), document.animations.map(\.name),
        ]
        return names.joined().compactMap { $0 }.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}

extension SceneWalk {
    /// What drawing all nodes costs, copies included.
    func drawCounts(_ file: AssetFile) -> DrawCounts {
        let meshes = file.document.meshes.map { file.document.drawCounts(of: $0) }
        return visits.reduce(into: DrawCounts()) { sum, visit in
            let node = file.document.nodes[visit.node]
            guard let mesh = node.mesh else { return }
            var counts = meshes[mesh]
            if let instancing = node.instancing {
                let copies = file.instanceCount(of: instancing)
                counts.vertices = counts.vertices.saturatingProduct(copies)
                counts.triangles = counts.triangles.saturatingProduct(copies)
            }
            sum = sum + counts
        }
    }
}
