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
