/// Where the charts lie in the texture.
///
/// Charts are dropped one after the other, the tallest first, each where its lower rim comes to rest lowest on the
/// rims of those already there (Lévy et al., "Least Squares Conformal Maps", 2002, section 4).
struct Packing: Sendable {
    /// Texels for each unit of the model.
    private(set) var scale: Float = 0
    /// What to add to each chart's scaled coordinates, in texels.
    private(set) var offsets: [Point] = []

    /// Packs into a square of `size` texels, with at least `gutter` free texels around each chart.
    init(_ charts: [Chart], of mesh: Mesh, size: Int, gutter: Int) {
        let flat = charts.map { chart in
            chart.triangles.map { mesh.triangles[$0].corners.map { chart.project(mesh.positions[$0]) } }
        }
        let area = flat.joined().reduce(Float(0)) { $0 + abs(($1[1] - $1[0]).cross($1[2] - $1[0])) / 2 }
        scale = (Float(size * size) * 0.85 / max(area, 1e-9)).squareRoot()
        while true {
            if let offsets = Self.place(flat, scale: scale, size: size, gutter: gutter) {
                self.offsets = offsets
                return
            }
            scale *= 0.97
        }
    }

    /// The lowest and highest texel that a chart takes in each column, gutter included.
    private struct Silhouette {
        var origin: Point
        var bottom: [Int]
        var top: [Int]

        var height: Int { top.max() ?? 0 }

        init(_ triangles: [[Point]], scale: Float, gutter: Int) {
            let points = triangles.joined().map { $0 * scale }
            let low = points.reduce(Point(.infinity, .infinity)) { Point(min($0.x, $1.x), min($0.y, $1.y)) }
            let width = points.reduce(0) { max($0, $1.x - low.x) }
            origin = low
            let columns = Int(width) + 1 + 2 * gutter
            bottom = [Int](repeating: .max, count: columns)
            top = [Int](repeating: 0, count: columns)
            for triangle in triangles {
                let corners = triangle.map { $0 * scale - low }
                for edge in 0..<3 { include(corners[edge], corners[(edge + 1) % 3], gutter) }
            }
        }

        /// Widens the silhouette by the texels that an edge passes through.
        private mutating func include(_ a: Point, _ b: Point, _ gutter: Int) {
            let (left, right) = a.x <= b.x ? (a, b) : (b, a)
            for column in Int(left.x)...Int(right.x) {
                func height(_ x: Float) -> Float {
                    right.x > left.x ? mix(left.y, right.y, clamp((x - left.x) / (right.x - left.x))) : left.y
                }
                let (start, end) = (height(Float(column)), height(Float(column + 1)))
                var low = min(start, end), high = max(start, end)
                if right.x <= left.x { (low, high) = (min(left.y, right.y), max(left.y, right.y)) }
                for reached in column...column + 2 * gutter {
                    bottom[reached] = min(bottom[reached], Int(low))
                    top[reached] = max(top[reached], Int(high) + 1 + 2 * gutter)
                }
            }
        }
    }

    private static func place(_ charts: [[[Point]]], scale: Float, size: Int, gutter: Int) -> [Point]? {
        let shapes = charts.map { Silhouette($0, scale: scale, gutter: gutter) }
        let order = shapes.indices.sorted {
            shapes[$0].height != shapes[$1].height ? shapes[$0].height > shapes[$1].height : $0 < $1
        }
        var horizon = [Int](repeating: 0, count: size)
        var offsets = [Point](repeating: Point(0, 0), count: charts.count)
        for index in order {
            let shape = shapes[index]
            let width = shape.bottom.count
            guard width <= size else { return nil }
            var best = (y: Int.max, x: 0)
            for x in 0...size - width {
                var y = 0
                for column in 0..<width where horizon[x + column] - shape.bottom[column] > y {
                    y = horizon[x + column] - shape.bottom[column]
                    if y >= best.y { break }
                }
                if y < best.y { best = (y, x) }
            }
            guard best.y + shape.height <= size else { return nil }
            for column in 0..<width { horizon[best.x + column] = best.y + shape.top[column] }
            offsets[index] =
                Point(Float(best.x + gutter), Float(best.y + gutter)) - shape.origin
        }
        return offsets
    }
}
