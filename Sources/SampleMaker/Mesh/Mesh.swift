/// Triangles over shared points, counterclockwise as seen from outside.
struct Mesh: Sendable {
    struct Triangle: Hashable, Sendable {
        var a: Int32
        var b: Int32
        var c: Int32

        init(_ a: Int32, _ b: Int32, _ c: Int32) {
            (self.a, self.b, self.c) = (a, b, c)
        }

        var corners: [Int] { [Int(a), Int(b), Int(c)] }

        func contains(_ point: Int32) -> Bool { a == point || b == point || c == point }

        mutating func replace(_ old: Int32, by new: Int32) {
            if a == old { a = new } else if b == old { b = new } else if c == old { c = new }
        }
    }

    var positions: [Vector] = []
    var triangles: [Triangle] = []

    /// At a right angle to the triangle, as long as twice its area.
    func areaVector(_ triangle: Triangle) -> Vector {
        let a = positions[Int(triangle.a)]
        return (positions[Int(triangle.b)] - a).cross(positions[Int(triangle.c)] - a)
    }

    func centroid(_ triangle: Triangle) -> Vector {
        (positions[Int(triangle.a)] + positions[Int(triangle.b)] + positions[Int(triangle.c)]) / 3
    }

    /// For each triangle the ones across its edges ab, bc and ca; -1 where there is none.
    func neighbours() -> [Triangle] {
        var open: [UInt64: (triangle: Int32, edge: Int)] = [:]
        open.reserveCapacity(triangles.count)
        var result = [Triangle](repeating: Triangle(-1, -1, -1), count: triangles.count)
        func set(_ triangle: Int32, _ edge: Int, _ other: Int32) {
            switch edge {
            case 0: result[Int(triangle)].a = other
            case 1: result[Int(triangle)].b = other
            default: result[Int(triangle)].c = other
            }
        }
        for (index, triangle) in triangles.enumerated() {
            let edges = [(triangle.a, triangle.b), (triangle.b, triangle.c), (triangle.c, triangle.a)]
            for (edge, (from, to)) in edges.enumerated() {
                if let other = open.removeValue(forKey: Self.key(to, from)) {
                    set(Int32(index), edge, other.triangle)
                    set(other.triangle, other.edge, Int32(index))
                } else {
                    open[Self.key(from, to)] = (Int32(index), edge)
                }
            }
        }
        return result
    }

    /// The mesh without the closed inner surfaces that nobody can see, and without crumbs of less than `volume`.
    func withoutScraps(below volume: Float) -> Mesh {
        // Union-find over the points; a shell that encloses emptiness has a negative volume.
        var parent = positions.indices.map { Int32($0) }
        func root(_ point: Int32) -> Int {
            var point = Int(point)
            while parent[point] != Int32(point) {
                parent[point] = parent[Int(parent[point])]
                point = Int(parent[point])
            }
            return point
        }
        for triangle in triangles {
            parent[root(triangle.b)] = Int32(root(triangle.a))
            parent[root(triangle.c)] = Int32(root(triangle.a))
        }
        var volumes = [Float](repeating: 0, count: positions.count)
        for triangle in triangles {
            let corners = triangle.corners.map { positions[$0] }
            volumes[root(triangle.a)] += corners[0].dot(corners[1].cross(corners[2]))
        }
        return Mesh(keeping: triangles.filter { volumes[root($0.a)] / 6 > volume }, of: positions)
    }

    init(positions: [Vector] = [], triangles: [Triangle] = []) {
        (self.positions, self.triangles) = (positions, triangles)
    }

    /// These triangles, and of the points only those that they use.
    init(keeping kept: [Triangle], of points: [Vector]) {
        var places = [Int32](repeating: -1, count: points.count)
        for triangle in kept {
            for corner in triangle.corners where places[corner] < 0 {
                places[corner] = Int32(positions.count)
                positions.append(points[corner])
            }
            let corners = triangle.corners.map { places[$0] }
            triangles.append(Triangle(corners[0], corners[1], corners[2]))
        }
    }

    /// Every edge has exactly two triangles, one on each side: the mesh bounds a volume.
    var isClosedManifold: Bool {
        var edges: Set<UInt64> = []
        for triangle in triangles {
            for (from, to) in [(triangle.a, triangle.b), (triangle.b, triangle.c), (triangle.c, triangle.a)] {
                guard from != to, edges.insert(Self.key(from, to)).inserted else { return false }
            }
        }
        return triangles.allSatisfy { triangle in
            [(triangle.a, triangle.b), (triangle.b, triangle.c), (triangle.c, triangle.a)]
                .allSatisfy { edges.contains(Self.key($0.1, $0.0)) }
        }
    }

    private static func key(_ from: Int32, _ to: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to))
    }
}
