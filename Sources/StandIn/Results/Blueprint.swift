/// Everything that a model depends on: the same blueprint always gives the same files.
struct Blueprint: Codable, Hashable, Sendable {
    /// What it shows.
    var prompt: String
    /// Which of the many models of that prompt it is.
    var seed: Int
    /// About how many triangles it has; nil leaves the dense mesh as it was made.
    var triangles: Int?
    /// How it is painted; nil for a model without a texture.
    var surface: Surface?
    /// How large it is; nil for the usual two units.
    var size: Size?
    /// Whether the origin lies in its middle rather than under it; counts only together with a size.
    var isCentred = false
    /// Whether its texture coordinates are laid out anew over a plain grey texture.
    var isUnwrapped = false

    /// The movements that its skeleton makes, by the names of the sample maker's stages; nil without a skeleton.
    var clips: [String]?

    struct Surface: Codable, Hashable, Sendable {
        /// What the texture should look like; empty to follow the model's prompt.
        var prompt: String
        /// Whether there are metallic and roughness maps beside the base colour.
        var hasMaps = false
        /// Width and height of the texture, in texels.
        var size = 512
    }

    enum Size: Codable, Hashable, Sendable {
        /// In metres.
        case height(Double)
        /// In metres.
        case longestSide(Double)
        /// As large as such a thing is: a guess.
        case natural
    }
}
