/// The fans of triangles around each welded vertex: triangles that follow each other across edges of exactly two
/// triangles. A surface has one fan around a vertex; where there are more, it touches itself in that point.
///
/// A fan that is no full circle ends in two edges. Following fan after fan along the boundary gives the rims of holes,
/// so that the rims of two surfaces which meet in a point are still told apart.
struct Fans {
    /// How many vertices have triangles, of each part.
    private(set) var verticesOfParts: [Int]
    /// How many vertices have more than one fan, of each part.
    private(set) var nonManifoldVerticesOfParts: [Int]
    /// The lengths of the rims of holes, in edges and in the unit of the positions.
    private(set) var rims: [(edges: Int, length: Double)] = []

    init(_ weld: Weld, parts: Parts, twins: Twins) {
        var fans = [UInt8](repeating: 0, count: weld.vertexCount)
        var seen = Bits(count: weld.faces.count)
        var rims = DisjointSets(count: twins.boundary.count)
        for corner in 0..<UInt32(weld.faces.count) where seen.insert(Int(corner)) {
            let vertex = Int(weld.faces[Int(corner)])
            if fans[vertex] < 2 { fans[vertex] += 1 }
            guard let last = Self.walk(from: corner, leaving: .outgoing, weld, twins, &seen) else { continue }
            let first = Self.walk(from: corner, leaving: .incoming, weld, twins, &seen)
            if case .boundary(let one) = twins[last], let first, case .boundary(let other) = twins[first] {
                rims.unite(UInt32(one), UInt32(other))
            }
        }
        verticesOfParts = [Int](repeating: 0, count: parts.count)
        nonManifoldVerticesOfParts = verticesOfParts
        for vertex in 0..<weld.vertexCount where fans[vertex] > 0 {
            let part = parts.part(ofVertex: vertex)
            verticesOfParts[part] += 1
            if fans[vertex] > 1 { nonManifoldVerticesOfParts[part] += 1 }
        }
        self.rims = Self.measure(&rims, weld, twins)
    }

    /// Which of a corner's two sides a walk crosses: the one that starts there or the one that ends there.
    private enum Way { case outgoing, incoming }

    /// Walks around a vertex from triangle to triangle, and marks their corners; gives the half-edge where the fan ends,
    /// or nil if it is a full circle.
    @inline(__always)
    private static func walk(
        from start: UInt32, leaving way: Way, _ weld: Weld, _ twins: Twins, _ seen: inout Bits
    ) -> UInt32? {
        let vertex = weld.faces[Int(start)]
        var (corner, way) = (start, way)
        while true {
            let side = way == .outgoing ? corner : HalfEdge.previous(corner)
            guard case .twin(let twin) = twins[side] else { return side }
            // Neighbours that are wound the same way lead along the edge in opposite directions; others do not.
            if weld.faces[Int(twin)] == vertex {
                corner = twin
                way = .incoming
            } else {
                corner = HalfEdge.next(twin)
                way = .outgoing
            }
            if corner == start { return nil }
            seen.insert(Int(corner))
        }
    }

    private static func measure(
        _ sets: inout DisjointSets, _ weld: Weld, _ twins: Twins
    ) -> [(edges: Int, length: Double)] {
        var numbers: [UInt32: Int] = [:]
        var rims: [(edges: Int, length: Double)] = []
        for (index, side) in twins.boundary.enumerated() {
            let root = sets.representative(UInt32(index))
            let number = numbers[root] ?? rims.count
            if number == rims.count {
                numbers[root] = number
                rims.append((0, 0))
            }
            let edge = weld.position(weld.faces[Int(side)]) - weld.position(weld.faces[Int(HalfEdge.next(side))])
            rims[number].edges += 1
            rims[number].length += (edge * edge).sum().squareRoot()
        }
        return rims
    }
}

/// A set of numbers below a bound, a bit each.
struct Bits {
    private var words: [UInt64]

    init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    /// Adds a number; false if it was there before.
    @inline(__always)
    @discardableResult
    mutating func insert(_ number: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(number & 63)
        let isNew = words[number >> 6] & bit == 0
        words[number >> 6] |= bit
        return isNew
    }
}

extension Weld {
    /// Where a welded vertex lies.
    @inline(__always)
    func position(_ vertex: UInt32) -> SIMD3<Double> {
        let first = 3 * Int(vertex)
        return SIMD3(Double(positions[first]), Double(positions[first + 1]), Double(positions[first + 2]))
    }
}
