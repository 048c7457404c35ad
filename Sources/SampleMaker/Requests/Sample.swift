import Pictures

/// A made-up model for a prompt: the stand-in for what the service would have generated.
///
/// The same request gives the same model on every platform, and, with the same zlib, the same bytes.
package struct Sample: Sendable {
    /// How far the model is worked out.
    package enum Stage: String, Sendable, CaseIterable {
        /// The bare shape, no texture.
        case preview
        /// The same shape with a base-colour texture.
        case refine
    }

    /// What to make.
    package struct Request: Sendable {
        /// What the model shows; its words choose the recipe, its colours and its materials.
        package var prompt: String
        /// Colours and materials that win over those in the prompt.
        package var texturePrompt: String?
        /// Varies proportions, colours and details.
        package var seed: UInt64
        package var stage: Stage
        /// Adds a metallic-roughness texture.
        package var isPBR: Bool
        /// At most this many triangles.
        package var triangles: Int
        /// Width and height of the textures in texels.
        package var textureSize: Int
        /// Pack the textures quickly rather than well.
        package var isQuick: Bool

        package init(
            prompt: String, texturePrompt: String? = nil, seed: UInt64 = 0, stage: Stage = .refine, isPBR: Bool = false,
            triangles: Int = 5000, textureSize: Int = 512, isQuick: Bool = false
        ) {
            (self.prompt, self.texturePrompt, self.seed, self.stage) = (prompt, texturePrompt, seed, stage)
            (self.isPBR, self.triangles, self.textureSize, self.isQuick) = (isPBR, triangles, textureSize, isQuick)
        }
    }

    /// The model's file.
    package let glb: [UInt8]
    /// What was made, in one word: "mask"; "idol" for prompts that ask for nothing known.
    package let subject: String
    package let triangles: Int
    package let vertices: Int

    /// Makes the model.
    package init(_ request: Request) {
        let brief = Brief(prompt: request.prompt, texturePrompt: request.texturePrompt)
        let recipe = Recipe.matching(brief) ?? .idol
        var random = RandomSource(seed: request.seed ^ RandomSource.seed(of: recipe.name))
        let sculpture = recipe.build(brief, &random)
        let mesh = Self.mesh(sculpture, triangles: request.triangles)
        let normals = mesh.cornerNormals(of: sculpture, step: sculpture.bounds.longestSide * 0.0015)
        var geometry: Geometry
        switch request.stage {
        case .preview:
            geometry = Geometry(mesh, normals: normals)
            geometry.fit(length: Self.length)
            glb = StaticDocument.preview(geometry) ?? []
        case .refine:
            let atlas = Atlas(mesh, size: request.textureSize)
            geometry = Geometry(mesh, normals: normals, atlas: atlas)
            geometry.fit(length: Self.length)
            let baking = Baking(sculpture, mesh, atlas)
            func png(_ pixels: [UInt8]) -> [UInt8] {
                PNG.encode(
                    pixels, width: request.textureSize, height: request.textureSize, format: .rgb,
                    effort: request.isQuick ? .fast : .small)
            }
            glb =
                StaticDocument.textured(
                    geometry,
                    StaticDocument.Textures(
                        baseColour: png(baking.colour),
                        metallicRoughness: request.isPBR ? png(baking.metallicRoughness) : nil)) ?? []
        }
        subject = recipe.name
        triangles = geometry.indices.count / 3
        vertices = geometry.positions.count
    }

    /// The longest side of a model, in its own units.
    private static let length: Float = 2

    /// Cells along the longest side, unless more are needed for the triangles asked for.
    private static let resolution = 128

    private static func mesh(_ sculpture: Sculpture, triangles: Int) -> Mesh {
        var resolution = resolution
        var mesh = Contouring.mesh(sculpture, resolution: resolution)
        if mesh.triangles.count < triangles {
            // The count grows with the square of the resolution.
            let factor = (Float(triangles) / Float(max(mesh.triangles.count, 1))).squareRoot()
            resolution = Int(Float(resolution) * factor * 1.02) + 1
            mesh = Contouring.mesh(sculpture, resolution: resolution)
        }
        return Decimation.reduce(mesh, to: triangles)
    }
}
