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
        let brief = Brief(prompt: request.prompt, texturePrompt: request.texturePrompt)
        let recipe = Recipe.matching(brief) ?? .ornament
        if request.stage.isRigged, !recipe.isRiggable { throw .notHumanoid(subject: recipe.name) }
        var random = RandomSource(seed: request.seed ^ RandomSource.seed(of: recipe.name))
        let sculpture = recipe.build(brief, &random)
        self.sculpture = sculpture
        let mesh = Self.mesh(sculpture, triangles: request.triangles)
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
        guard let bytes = file(Asset(copy: copy)) else { throw .tooLarge }
        return bytes
    }

    private func file(_ asset: Asset) -> [UInt8]? {
        guard let textures else { return StaticDocument.preview(geometry, asset) }
        guard let motion = request.stage.motion else { return StaticDocument.textured(geometry, textures, asset) }
        return Skeleton(sculpture, vertices: geometry.positions).flatMap { skeleton in
            RiggedDocument(
                asset: asset, geometry: geometry, skeleton: skeleton, motion: motion, texture: textures.baseColour
            ).bytes()
        }
    }

    /// The longest side of a model without a skeleton, in its own units.
    private static let length: Float = 2

    /// Cells along the longest side, unless more are needed for the triangles asked for.
    private static let resolution = 128

    private static func mesh(_ sculpture: Sculpture, triangles: Int) -> Mesh {
        var mesh = Contouring.mesh(sculpture, resolution: resolution)
        if mesh.triangles.count < triangles {
            // The count grows with the square of the resolution.
            let factor = (Float(triangles) / Float(max(mesh.triangles.count, 1))).squareRoot()
            mesh = Contouring.mesh(sculpture, resolution: Int(Float(resolution) * factor * 1.02) + 1)
        }
        return Decimation.reduce(mesh, to: triangles)
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
