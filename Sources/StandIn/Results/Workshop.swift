import Crypto
import NIOPosix
import Pictures

/// A finished file, and the tag by which downloads recognise it.
struct MadeFile: Sendable {
    let bytes: [UInt8]
    let tag: String

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        tag =
            "\"" + SHA256.hash(data: bytes).prefix(16).map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
            + "\""
    }
}

/// Makes the files of finished tasks, each when it is first asked for, and keeps the last ones.
actor Workshop {
    private let detail: MadeModel.Detail
    private var files: Shelf<Content, MadeFile>
    private var models: Shelf<Blueprint, MadeModel>
    /// Making takes seconds; it must not hold the threads that answer requests.
    private let pool: NIOThreadPool

    init(detail: MadeModel.Detail) {
        self.detail = detail
        files = Shelf(size: 200)
        models = Shelf(size: 20)
        pool = NIOThreadPool(numberOfThreads: 2)
        pool.start()
    }

    deinit { pool.shutdownGracefully { _ in } }

    /// The file with that content.
    func file(_ content: Content) async throws -> MadeFile {
        try await files.task(for: content) { MadeFile(try await self.make(content)) }.value
    }

    /// What the analysis of a model finds.
    func printability(_ blueprint: Blueprint) async throws -> Printability {
        let model = try await model(blueprint)
        return try await pool.runIfActive { Printability(model.mesh) }
    }

    private func model(_ blueprint: Blueprint) async throws -> MadeModel {
        try await models.task(for: blueprint) { [detail, pool] in
            try await pool.runIfActive { try MadeModel(blueprint, detail: detail) }
        }.value
    }

    private func make(_ content: Content) async throws -> [UInt8] {
        switch content {
        case .model(let blueprint, let format):
            let model = try await model(blueprint)
            return try await pool.runIfActive { try Self.write(model, format, isTextured: blueprint.surface != nil) }
        case .armature(let blueprint):
            guard let bytes = try await model(blueprint).armature else { throw Refusal.taskNotFound }
            return bytes
        case .materials: return Array(OBJ.materials.utf8)
        case .texture(let blueprint, let channel):
            let model = try await model(blueprint)
            guard let png = try await pool.runIfActive({ model.texture(channel) }) else { throw Refusal.taskNotFound }
            return png
        case .thumbnail(let blueprint, let view, let isTransparent):
            let model = try await model(blueprint)
            return try await pool.runIfActive {
                self.draw(model, view: view, width: 512, height: 512, isTransparent: isTransparent)
            }
        case .picture(let picture):
            let model = try await model(
                Blueprint(prompt: picture.prompt, seed: picture.seed, surface: Blueprint.Surface(prompt: "")))
            return try await pool.runIfActive {
                self.draw(
                    model, view: picture.view, width: picture.width, height: picture.height,
                    isTransparent: picture.isTransparent)
            }
        case .motion(let motion): return Array(BVH.text(motion).utf8)
        }
    }

    private static func write(_ model: MadeModel, _ format: ModelFormat, isTextured: Bool) throws(Refusal) -> [UInt8] {
        switch format {
        case .glb: model.glb
        case .obj: Array(OBJ.text(model.mesh, isTextured: isTextured).utf8)
        case .stl: STL.bytes(model.mesh)
        case .threeMF: ThreeMF.bytes(model.mesh)
        case .fbx, .usdz, .blend: throw .taskNotFound
        }
    }

    /// A picture of a model as a PNG; a coarse one has a quarter of the width and the height.
    private nonisolated func draw(
        _ model: MadeModel, view: Picture.View, width: Int, height: Int, isTransparent: Bool
    ) -> [UInt8] {
        let (width, height) = detail == .coarse ? (width / 4, height / 4) : (width, height)
        let drawn = Rendering(
            model.mesh, texture: model.baseColour.flatMap(PixelImage.init(png:)), view: view, width: width,
            height: height, isTransparent: isTransparent)
        return PNG.encode(drawn.pixels, width: width, height: height, format: .rgba, effort: .fast)
    }
}
