/// A mesh's charts, and where they lie in a square texture.
struct Atlas: Sendable {
    let size: Int
    let charts: [Chart]
    private let packing: Packing
    private let mesh: Mesh
    private let chartOfTriangle: [Int]

    /// Free texels kept around each chart.
    static let gutter = 2

    /// Cuts the mesh up and packs the charts into `size` x `size` texels.
    init(_ mesh: Mesh, size: Int) {
        self.size = size
        self.mesh = mesh
        charts = Chart.cut(mesh)
        packing = Packing(charts, of: mesh, size: size, gutter: Self.gutter)
        var owner = [Int](repeating: -1, count: mesh.triangles.count)
        for (index, chart) in charts.enumerated() {
            for triangle in chart.triangles { owner[triangle] = index }
        }
        chartOfTriangle = owner
    }

    /// Where a triangle's corner lies, in texels from the top left.
    func texel(triangle: Int, corner: Int) -> Point {
        let chart = chartOfTriangle[triangle]
        let point = mesh.positions[mesh.triangles[triangle].corners[corner]]
        let packed = charts[chart].project(point) * packing.scale + packing.offsets[chart]
        // Charts and packing count upwards, rows of a texture downwards: else all would lie there as in a mirror.
        return Point(packed.x, Float(size) - packed.y)
    }

    /// Where a triangle's corner lies, 0 to 1 from the top left.
    func coordinate(triangle: Int, corner: Int) -> Point {
        texel(triangle: triangle, corner: corner) * (1 / Float(size))
    }
}
