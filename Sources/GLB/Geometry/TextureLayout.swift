/// How the textures of one material are laid out on a mesh's triangles.
///
/// The layout is that of the base colour's texture, or of the first other texture if there is none, with the transform
/// that the material gives it (KHR_texture_transform); for a material without textures, it is the first set of
/// coordinates as it is. A texture repeats outside of 0 to 1.
public struct TextureLayout: Equatable, Sendable {
    /// How many pixels of a texture lie along a metre of the surface, by area.
    public struct Density: Equatable, Sendable {
        /// Half of the surface has less.
        public let median: Double
        /// A tenth of the surface has less.
        public let low: Double
        /// A tenth of the surface has more.
        public let high: Double
    }

    /// The index of the material; nil for triangles without one.
    public let material: Int?
    /// The set of coordinates: 0 for `TEXCOORD_0`.
    public let set: Int
    /// The texture's width and height in pixels; nil if there is none or its header cannot be read.
    public let pixels: SIMD2<Int>?
    /// How many triangles have finite coordinates.
    public let triangles: Int
    /// The sum of the triangles' areas on the texture, as a multiple of its area.
    public let area: Double
    /// The part of the texture that triangles cover, 0 to 1, as counted on a grid of 1024 × 1024 points; nil if they
    /// cover it so often that counting was given up.
    public let coverage: Double?
    /// The part of what is covered that several triangles cover, 0 to 1; nil like ``coverage``, or if nothing is.
    public let overlap: Double?
    /// Triangles with a corner that is more than a hundred-thousandth outside of 0 to 1.
    public let outside: Int
    /// Triangles that show the texture as in a mirror.
    public let mirrored: Int
    /// Triangles that have an area on the surface but none on the texture.
    public let collapsed: Int
    /// How finely the texture is spread; in the world as the scene first draws the mesh, or in the mesh's own space if
    /// it does not; nil without ``pixels``.
    public let density: Density?
}

extension TextureLayout {
    /// The layout on a surface that is larger by a factor in all directions.
    func spread(by scale: Double) -> TextureLayout {
        TextureLayout(
            material: material, set: set, pixels: pixels, triangles: triangles, area: area, coverage: coverage,
            overlap: overlap, outside: outside, mirrored: mirrored, collapsed: collapsed,
            density: scale > 0 ? density?.divided(by: scale) : nil)
    }
}

extension TextureLayout.Density {
    fileprivate func divided(by scale: Double) -> Self {
        Self(median: median / scale, low: low / scale, high: high / scale)
    }
}
