import Pictures
import SampleMaker

/// The model that a blueprint describes, made by the sample maker and put into its size.
struct MadeModel: Sendable {
    let glb: [UInt8]
    let mesh: TriangleMesh
    /// The base colour as a PNG; nil without a texture.
    let baseColour: [UInt8]?
    private let metallicRoughness: [UInt8]?

    /// How carefully models are made.
    package enum Detail: Sendable {
        /// As a person wants to see them.
        case usual
        /// Coarse and small, in a fraction of the time: for tests.
        case coarse
    }

    init(_ blueprint: Blueprint, detail: Detail) throws(Refusal) {
        var file = try Self.sample(blueprint, detail)
        guard var mesh = file.mesh else { throw Refusal(500, "The sample maker's file cannot be read") }
        if blueprint.isUnwrapped {
            let grey = [UInt8](repeating: 128, count: 12)
            file.replaceImage(by: PNG.encode(grey, width: 2, height: 2, format: .rgb))
        }
        if let size = blueprint.size {
            let (scale, offset) = Self.placing(mesh, size, isCentred: blueprint.isCentred)
            file.place(scale: scale, offset: offset)
            mesh.positions = mesh.positions.map { $0 * scale + offset }
        }
        glb = file.bytes
        self.mesh = mesh
        baseColour = file.image(0)
        metallicRoughness = file.image(1)
    }

    /// A picture of the surface as a PNG; nil if the model has none of that kind.
    func texture(_ channel: Content.Channel) -> [UInt8]? {
        // glTF 2.0, section 3.9.2: roughness lies in green, metallic in blue.
        let index = channel == .roughness ? 1 : 2
        guard channel != .baseColour else { return baseColour }
        guard let png = metallicRoughness, let image = PixelImage(png: png)?.grey(channel: index) else { return nil }
        return PNG.encode(image.pixels, width: image.width, height: image.height, format: .rgb, effort: .fast)
    }

    private static func sample(_ blueprint: Blueprint, _ detail: Detail) throws(Refusal) -> GLBFile {
        let isTextured = blueprint.surface != nil || blueprint.isUnwrapped
        let sample = Sample(
            Sample.Request(
                prompt: blueprint.prompt, texturePrompt: blueprint.surface?.prompt,
                seed: UInt64(max(0, blueprint.seed)),
                stage: isTextured ? .refine : .preview, isPBR: blueprint.surface?.hasMaps ?? false,
                triangles: detail == .coarse ? min(blueprint.triangleCount, 500) : blueprint.triangleCount,
                textureSize: detail == .coarse ? 64 : blueprint.surface?.size ?? 64, isQuick: true))
        guard let file = GLBFile(sample.glb) else { throw Refusal(500, "The sample maker's file cannot be read") }
        return file
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
