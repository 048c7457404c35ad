/// Measures a layout, triangle after triangle.
struct TextureLayoutBuilder {
    /// What the primitives whose textures are measured together have in common.
    struct Key: Hashable {
        let material: Int?
        let set: Int
    }

    private var grid: TexelGrid
    private var densities = WeightedHistogram()
    private var triangles = 0
    private var area = 0.0
    private var outside = 0
    private var mirrored = 0
    private var collapsed = 0
    private let transform: UVTransform

    /// Begins a layout of which no more than `runs` runs of texels are counted.
    init(transform: UVTransform, runs: Int) {
        self.transform = transform
        grid = TexelGrid(runs: runs)
    }

    /// How many runs of texels are left for others.
    var runsLeft: Int { max(0, grid.runsLeft) }

    private static let slack = 1e-5

    /// Adds a triangle.
    ///
    /// - Parameters:
    ///   - corners: the coordinates on the texture, as they are stored.
    ///   - surfaceArea: the area in the mesh's own space.
    @inline(__always)
    mutating func add(_ corners: (SIMD2<Float>, SIMD2<Float>, SIMD2<Float>), surfaceArea: Double) {
        let (a, b, c) = (transform(corners.0), transform(corners.1), transform(corners.2))
        let (ab, ac) = (b - a, c - a)
        let signed = (ab.x * ac.y - ab.y * ac.x) / 2
        guard signed.isFinite, (a.x + a.y).isFinite else { return }
        triangles += 1
        area += signed.magnitude
        let lower = min(a.x, b.x, c.x, a.y, b.y, c.y)
        let upper = max(a.x, b.x, c.x, a.y, b.y, c.y)
        if lower < -Self.slack || upper > 1 + Self.slack { outside += 1 }
        // The second coordinate counts downwards: what runs anticlockwise on the picture, as fronts do, is negative.
        if signed > 0 { mirrored += 1 }
        if signed == 0, surfaceArea > 0 { collapsed += 1 }
        if surfaceArea > 0 { densities.add(signed.magnitude / surfaceArea, weight: surfaceArea) }
        grid.add(a, b, c)
    }

    /// The layout, with the density in the mesh's own space.
    func layout(_ key: Key, pixels: SIMD2<Int>?) -> TextureLayout {
        let counts = grid.isExhausted ? nil : grid.counts()
        return TextureLayout(
            material: key.material, set: key.set, pixels: pixels, triangles: triangles, area: area,
            coverage: counts.map { Double($0.covered) / Double(TexelGrid.size * TexelGrid.size) },
            overlap: counts.flatMap { $0.covered > 0 ? Double($0.overlapped) / Double($0.covered) : nil },
            outside: outside, mirrored: mirrored, collapsed: collapsed, density: pixels.flatMap(density))
    }

    private func density(_ pixels: SIMD2<Int>) -> TextureLayout.Density? {
        let factor = Double(pixels.x) * Double(pixels.y)
        func quantile(_ fraction: Double) -> Double? {
            densities.quantile(fraction).map { ($0 * factor).squareRoot() }
        }
        guard let median = quantile(0.5), let low = quantile(0.1), let high = quantile(0.9) else { return nil }
        return TextureLayout.Density(median: median, low: low, high: high)
    }
}
