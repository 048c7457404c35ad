package import Pictures

/// What sample to make.
package struct SampleRequest: Hashable, Sendable {
    /// How far the model is worked out.
    package enum Stage: String, Sendable, CaseIterable {
        /// The bare shape, without a texture.
        case preview
        /// The same shape with a base-colour texture.
        case refine
        /// The same with a skeleton, in its bind pose; humanoids only, as all that follow.
        case rig
        case walk
        case run
        case wave

        var isRigged: Bool { motion != nil }

        var motion: Motion? {
            switch self {
            case .preview, .refine: nil
            case .rig: .rest
            case .walk: .walk
            case .run: .run
            case .wave: .wave
            }
        }
    }

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
    /// How hard to pack the textures.
    package var effort: PNG.Effort
    /// Cells along the longest side of the grid in which the shape is found, unless more are needed for the triangles
    /// asked for. Fewer miss fine parts and take a fraction of the time.
    package var resolution: Int

    package init(
        prompt: String, texturePrompt: String? = nil, seed: UInt64 = 0, stage: Stage = .refine, isPBR: Bool = false,
        triangles: Int = 5000, textureSize: Int = 512, effort: PNG.Effort = .small, resolution: Int = 128
    ) {
        (self.prompt, self.texturePrompt, self.seed, self.stage) = (prompt, texturePrompt, seed, stage)
        (self.isPBR, self.triangles, self.textureSize, self.effort) = (isPBR, triangles, textureSize, effort)
        self.resolution = resolution
    }

    /// Whether what the prompt asks for has arms and legs, so that the stages with a skeleton can be made of it.
    package var isHumanoid: Bool { recipe.isRiggable }

    var brief: Brief { Brief(prompt: prompt, texturePrompt: texturePrompt) }

    var recipe: Recipe { Recipe.matching(brief) ?? .ornament }
}
