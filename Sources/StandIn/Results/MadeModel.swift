import GLB
import Pictures
import SampleMaker

/// The model that a blueprint describes, made by the sample maker and put into its size.
struct MadeModel: Sendable {
    let glb: [UInt8]
    let mesh: TriangleMesh
    /// The skeleton with its movement, as a GLB; nil without exactly one movement.
    let armature: [UInt8]?
    /// The base colour as a PNG; nil without a texture.
    let baseColour: [UInt8]?
    private let metallicRoughness: [UInt8]?

    /// How carefully models are made.
    enum Detail: Sendable {
        /// As a person wants to see them.
        case usual
        /// Coarse and small, in a fraction of the time: for tests.
        case coarse
    }

    /// What cannot happen: a file of the sample maker that its own reader does not understand.
    private struct Unreadable: Error {}

    init(_ blueprint: Blueprint, detail: Detail) throws {
        let movements = blueprint.movements
        let sample = try Sample(blueprint.request(detail))
        let bytes = movements.count > 1 ? try sample.glb(merging: movements) : try sample.glb()
        let file = try AssetFile(bytes: bytes)
        guard var mesh = try TriangleMesh(file), var edit = try GLBEdit(file) else { throw Unreadable() }
        var armature = movements.count == 1 ? try GLBEdit(AssetFile(bytes: sample.armature())) : nil
        if blueprint.isUnwrapped {
            edit.replaceImage(by: PNG.encode([UInt8](repeating: 128, count: 12), width: 2, height: 2, format: .rgb))
        }
        if let size = blueprint.size {
            let (scale, offset) = Self.placing(mesh, size, isCentred: blueprint.isCentred)
            edit.place(scale: scale, offset: offset)
            armature?.place(scale: scale, offset: offset)
            mesh.positions = mesh.positions.map { $0 * scale + offset }
        }
        guard let glb = edit.bytes else { throw Unreadable() }
        self.glb = glb
        self.mesh = mesh
        self.armature = armature?.bytes
        let images = try file.document.images.indices.map { index in
            let source = try file.data(ofImage: index)
            return try source.read(0..<source.count)
        }
        baseColour = images.first
        metallicRoughness = images.count > 1 ? images[1] : nil
    }

    /// A picture of the surface as a PNG; nil if the model has none of that kind.
    func texture(_ channel: Content.Channel) -> [UInt8]? {
        guard channel != .baseColour else { return baseColour }
        // glTF 2.0, section 3.9.2: roughness lies in green, metallic in blue.
        let index = channel == .roughness ? 1 : 2
        guard let image = metallicRoughness.flatMap(PixelImage.init(png:))?.grey(channel: index) else { return nil }
        return PNG.encode(image.pixels, width: image.width, height: image.height, format: .rgb, effort: .fast)
    }

    /// How to bring a mesh to its size: with its origin under it or in its middle.
    private static func placing(
        _ mesh: TriangleMesh, _ size: Blueprint.Size, isCentred: Bool
    ) -> (scale: Float, offset: SIMD3<Float>) {
        let (low, high) = mesh.bounds
        let extent = high - low
        let scale: Float =
            switch size {
            case .height(let metres): Float(metres) / max(extent.y, .leastNormalMagnitude)
            case .longestSide(let metres): Float(metres) / max(extent.max(), .leastNormalMagnitude)
            case .natural: 0.5 / max(extent.max(), .leastNormalMagnitude)
            }
        let middle = (low + high) / 2
        let anchor = isCentred ? middle : SIMD3(middle.x, low.y, middle.z)
        return (scale, -anchor * scale)
    }
}
