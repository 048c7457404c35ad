import Pictures

/// A made-up model for a prompt: the stand-in for what the service would have generated.
///
/// The same request gives the same model on every platform, and, with the same zlib, the same bytes.
package struct Sample: Sendable {
    /// What was made, in one word: "mask"; "ornament" for prompts that ask for nothing known.
    package let subject: String
    package let triangles: Int
    package let vertices: Int

    /// Why a model was not made.
    package enum Refusal: Error, Hashable, CustomStringConvertible {
        /// A thing of this kind has no arms and legs to rig.
        case notHumanoid(subject: String)
        /// The file would be longer than the 4 GiB that a GLB can have.
        case tooLarge

        package var description: String {
            switch self {
            case .notHumanoid(let subject): "a \(subject) cannot be rigged: only humanoids have a skeleton"
            case .tooLarge: "the model would be longer than a GLB file can be (4 GiB): ask for fewer triangles"
            }
        }
    }

    private let request: SampleRequest
    private let sculpture: Sculpture
    private let geometry: Geometry
    private let textures: StaticDocument.Textures?

    /// Makes the model.
    package init(_ request: SampleRequest) throws(Refusal) {
        self.request = request
        let recipe = request.recipe
        if request.stage.isRigged, !recipe.isRiggable { throw .notHumanoid(subject: recipe.name) }
        var random = RandomSource(seed: request.seed ^ RandomSource.seed(of: recipe.name))
        let sculpture = recipe.build(request.brief, &random)
        self.sculpture = sculpture
        let mesh = Self.mesh(sculpture, request)
        let normals = mesh.cornerNormals(of: sculpture, step: sculpture.bounds.longestSide * 0.0015)
        let atlas = request.stage == .preview ? nil : Atlas(mesh, size: request.textureSize)
        var geometry = Geometry(mesh, normals: normals, atlas: atlas)
        // With a skeleton it stays as it was built: feet on the ground, as tall as it is.
        if !request.stage.isRigged { geometry.fit(length: Self.length) }
        self.geometry = geometry
        textures = atlas.map { Self.textures(Baking(sculpture, mesh, $0), request) }
        subject = recipe.name
        triangles = geometry.indices.count / 3
        vertices = geometry.positions.count
    }

    /// The model's file.
    ///
    /// - Parameter copy: Written as `asset.extras.copy`, for many files that differ and are made fast.
    package func glb(copy: Int? = nil) throws(Refusal) -> [UInt8] {
        guard let bytes = file(Asset(copy: copy), motions: [request.stage.motion].compactMap(\.self)) else {
            throw .tooLarge
        }
        return bytes
    }

    /// The file of a rigged model with several movements in it, those of `stages` that are movements.
    package func glb(merging stages: [SampleRequest.Stage]) throws(Refusal) -> [UInt8] {
        guard request.stage.isRigged else { throw .notHumanoid(subject: subject) }
        guard let bytes = file(Asset(copy: nil), motions: stages.compactMap(\.motion)) else { throw .tooLarge }
        return bytes
    }

    /// The file of a rigged model's skeleton and movement, without anything that could be seen.
    package func armature() throws(Refusal) -> [UInt8] {
        guard let motion = request.stage.motion else { throw .notHumanoid(subject: subject) }
        guard let bytes = rigged(nil, Asset(copy: nil), motions: [motion]) else { throw .tooLarge }
        return bytes
    }

    private func file(_ asset: Asset, motions: [Motion]) -> [UInt8]? {
        guard let textures else { return StaticDocument.preview(geometry, asset) }
        guard !motions.isEmpty else { return StaticDocument.textured(geometry, textures, asset) }
        return rigged(
            RiggedDocument.Figure(geometry: geometry, texture: textures.baseColour), asset, motions: motions)
    }

    private func rigged(_ figure: RiggedDocument.Figure?, _ asset: Asset, motions: [Motion]) -> [UInt8]? {
        Skeleton(sculpture, vertices: geometry.positions).flatMap { skeleton in
            RiggedDocument(asset: asset, figure: figure, skeleton: skeleton, motions: motions).bytes()
        }
    }

    /// The longest side of a model without a skeleton, in its own units.
    private static let length: Float = 2

    private static func mesh(_ sculpture: Sculpture, _ request: SampleRequest) -> Mesh {
        var resolution = request.resolution
        var mesh = Contouring.mesh(sculpture, resolution: resolution)
        var factor = Float.infinity
        // The count grows with the square of the resolution; but a grid that misses thin parts foretells little.
        while mesh.triangles.count < request.triangles, factor > 4 {
            factor = (Float(request.triangles) / Float(max(mesh.triangles.count, 1))).squareRoot() * 1.02
            resolution = Int(Float(resolution) * min(factor, 4)) + 1
            mesh = Contouring.mesh(sculpture, resolution: resolution)
        }
        return Decimation.reduce(mesh, to: request.triangles)
    }

    private static func textures(_ baking: Baking, _ request: SampleRequest) -> StaticDocument.Textures {
        func png(_ pixels: [UInt8]) -> [UInt8] {
            PNG.encode(
                pixels, width: request.textureSize, height: request.textureSize, format: .rgb, effort: request.effort)
        }
        return StaticDocument.Textures(
            baseColour: png(baking.colour), metallicRoughness: request.isPBR ? png(baking.metallicRoughness) : nil)
    }
}
