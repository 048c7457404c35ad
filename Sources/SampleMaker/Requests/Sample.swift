import Pictures

/// A made-up model for a prompt: the stand-in for what the service would have generated.
///
/// The same request gives the same model on every platform, and, with the same zlib, the same bytes.
package struct Sample: Sendable {
    /// The model's file.
    package let glb: [UInt8]
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

    /// Makes the model.
    package init(_ request: SampleRequest) throws(Refusal) {
        let brief = Brief(prompt: request.prompt, texturePrompt: request.texturePrompt)
        let recipe = Recipe.matching(brief) ?? .ornament
        if request.stage.isRigged, !recipe.isRiggable { throw .notHumanoid(subject: recipe.name) }
        var random = RandomSource(seed: request.seed ^ RandomSource.seed(of: recipe.name))
        let sculpture = recipe.build(brief, &random)
        let mesh = Self.mesh(sculpture, triangles: request.triangles)
        let normals = mesh.cornerNormals(of: sculpture, step: sculpture.bounds.longestSide * 0.0015)

        let atlas = request.stage == .preview ? nil : Atlas(mesh, size: request.textureSize)
        let geometry = Geometry(mesh, normals: normals, atlas: atlas)
        let textures = atlas.map { Self.textures(Baking(sculpture, mesh, $0), request) }
        guard let glb = Self.file(geometry, textures, sculpture, request) else { throw .tooLarge }
        self.glb = glb
        subject = recipe.name
        triangles = geometry.indices.count / 3
        vertices = geometry.positions.count
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

    private static func file(
        _ geometry: Geometry, _ textures: StaticDocument.Textures?, _ sculpture: Sculpture, _ request: SampleRequest
    ) -> [UInt8]? {
        if let motion = request.stage.motion, let textures {
            // As it was built: feet on the ground, as tall as it is.
            return Skeleton(sculpture, vertices: geometry.positions).flatMap { skeleton in
                RiggedDocument(geometry: geometry, skeleton: skeleton, motion: motion, texture: textures.baseColour)
                    .bytes()
            }
        }
        var geometry = geometry
        geometry.fit(length: length)
        return textures.map { StaticDocument.textured(geometry, $0) } ?? StaticDocument.preview(geometry)
    }
}
