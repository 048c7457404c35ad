/// A connected piece of the surface, laid flat by looking at it along one direction.
struct Chart: Sendable {
    /// Indices into the mesh's triangles.
    private(set) var triangles: [Int] = []
    /// The direction it is looked at against.
    let axis: Vector
    /// The plane's own axes, in model space; with ``axis`` a right-handed frame.
    private(set) var right: Vector
    private(set) var up: Vector
    /// The cells of a fine grid in the plane that are taken, so that the chart never overlaps itself.
    private var taken: Set<Int64> = []

    init(axis: Vector) {
        self.axis = axis
        right = axis.perpendicular
        up = axis.cross(right)
    }

    func project(_ p: Vector) -> Point { Point(right.dot(p), up.dot(p)) }

    /// Takes the triangle in, unless it would lie on top of another one.
    mutating func admit(_ index: Int, of mesh: Mesh, grain: Float) -> Bool {
        let triangle = mesh.triangles[index]
        let corners = triangle.corners.map { project(mesh.positions[$0]) * (1 / grain) }
        var cells: [Int64] = []
        Raster.visit(corners) { x, y in cells.append(Int64(y) << 32 | Int64(UInt32(bitPattern: Int32(x)))) }
        guard cells.allSatisfy({ !taken.contains($0) }) else { return false }
        taken.formUnion(cells)
        triangles.append(index)
        return true
    }

    /// Turns the plane so that the chart's upright box is as small as possible, and lies rather than stands.
    mutating func straighten(_ mesh: Mesh) {
        let points = triangles.flatMap { mesh.triangles[$0].corners.map { project(mesh.positions[$0]) } }
        var best = (area: Float.infinity, turn: Float(0))
        for step in 0..<30 {
            let turn = degrees(Float(step) * 3)
            let size = Self.extent(points, turn)
            // A tie goes to the first, and nearly a tie is one: else rounding decides.
            if size.x * size.y < best.area * 0.999 { best = (size.x * size.y, turn) }
        }
        let size = Self.extent(points, best.turn)
        let turn = Rotation(about: axis, by: size.y > size.x ? best.turn + .pi / 2 : best.turn)
        (right, up) = (turn(right), turn(up))
        taken = []
    }

    private static func extent(_ points: [Point], _ turn: Float) -> Point {
        let (s, c) = (sine(turn), cosine(turn))
        var (low, high) = (Point(.infinity, .infinity), Point(-.infinity, -.infinity))
        for p in points {
            let turned = Point(p.x * c + p.y * s, p.y * c - p.x * s)
            low = Point(min(low.x, turned.x), min(low.y, turned.y))
            high = Point(max(high.x, turned.x), max(high.y, turned.y))
        }
        return high - low
    }
}

extension Chart {
    /// Cuts the mesh into charts whose triangles all face within about 55 degrees of their chart's axis.
    static func cut(_ mesh: Mesh) -> [Chart] {
        let normals = mesh.triangles.map { mesh.areaVector($0) }
        let neighbours = mesh.neighbours()
        let area = normals.reduce(0) { $0 + $1.length / 2 }
        let grain = (area / Float(max(1, mesh.triangles.count))).squareRoot() / 6
        var owner = [Int](repeating: -1, count: mesh.triangles.count)
        var charts: [Chart] = []

        let bySize = mesh.triangles.indices.sorted {
            let (a, b) = (normals[$0].length, normals[$1].length)
            return a != b ? a > b : $0 < $1
        }
        for seed in bySize where owner[seed] < 0 {
            // Once to learn where the region faces on the whole, once more to take what suits that.
            let first = grow(from: seed, axis: normals[seed].normalized, mesh, normals, neighbours, owner, grain)
            let axis = first.triangles.reduce(Vector.zero) { $0 + normals[$1] }.normalized
            var chart = grow(from: seed, axis: axis, mesh, normals, neighbours, owner, grain)
            if chart.triangles.isEmpty { chart = first }
            for triangle in chart.triangles { owner[triangle] = charts.count }
            charts.append(chart)
        }
        dissolveScraps(&charts, mesh, normals, neighbours, &owner, grain)
        charts.removeAll { $0.triangles.isEmpty }
        for index in charts.indices { charts[index].straighten(mesh) }
        return charts
    }

    private static func grow(
        from seed: Int, axis: Vector, _ mesh: Mesh, _ normals: [Vector], _ neighbours: [Mesh.Triangle], _ owner: [Int],
        _ grain: Float
    ) -> Chart {
        var chart = Chart(axis: axis)
        var queue = [seed]
        var seen: Set<Int> = [seed]
        var next = 0
        while next < queue.count {
            let triangle = queue[next]
            next += 1
            guard normals[triangle].normalized.dot(axis) > 0.57, chart.admit(triangle, of: mesh, grain: grain) else {
                continue
            }
            for neighbour in neighbours[triangle].corners
            where neighbour >= 0 && owner[neighbour] < 0 && seen.insert(neighbour).inserted {
                queue.append(neighbour)
            }
        }
        return chart
    }

    /// Gives the triangles of small charts to a larger neighbour that can see them, even if at a slant.
    private static func dissolveScraps(
        _ charts: inout [Chart], _ mesh: Mesh, _ normals: [Vector], _ neighbours: [Mesh.Triangle], _ owner: inout [Int],
        _ grain: Float
    ) {
        for scrap in charts.indices where charts[scrap].triangles.count <= 8 {
            // Those at the rim go first and may open the way for the others.
            for _ in 0..<3 {
                var kept: [Int] = []
                for triangle in charts[scrap].triangles {
                    let home = neighbours[triangle].corners.filter { $0 >= 0 }.map { owner[$0] }
                        .filter { $0 != scrap && charts[$0].triangles.count > charts[scrap].triangles.count }
                        .max { normals[triangle].dot(charts[$0].axis) < normals[triangle].dot(charts[$1].axis) }
                    if let home, normals[triangle].normalized.dot(charts[home].axis) > 0.3,
                        charts[home].admit(triangle, of: mesh, grain: grain)
                    {
                        owner[triangle] = home
                    } else {
                        kept.append(triangle)
                    }
                }
                charts[scrap].triangles = kept
            }
        }
    }
}
