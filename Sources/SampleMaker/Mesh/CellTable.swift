/// How a surface passes through one cell of the grid, for each of the 256 ways in which its corners can lie inside.
///
/// Corner `i` lies at (`i & 1`, `i >> 1 & 1`, `i >> 2`). Edge `4 * axis + i` runs along `axis`; bit 0 of `i` is its side
/// along the first of the two other axes, bit 1 its side along the second. A surface may pass through a cell in several
/// sheets that do not touch; each gets a point of its own, so that no two of them share one (dual marching cubes).
struct CellTable {
    /// The two corners of each edge.
    static let edgeCorners: [(Int, Int)] = (0..<12).map { edge in
        let axis = edge / 4
        let (first, second) = otherAxes(axis)
        let start = (edge & 1) << first | (edge >> 1 & 1) << second
        return (start, start | 1 << axis)
    }

    static let shared = CellTable()

    /// How many sheets pass through, by the mask of the corners inside.
    private(set) var sheetCount = [Int](repeating: 0, count: 256)

    /// Which sheet crosses an edge, at `mask * 12 + edge`; -1 where none does.
    private(set) var sheet = [Int](repeating: -1, count: 256 * 12)

    /// The axes beside `axis`, the lower first.
    static func otherAxes(_ axis: Int) -> (Int, Int) {
        axis == 0 ? (1, 2) : axis == 1 ? (0, 2) : (0, 1)
    }

    private init() {
        for mask in 0..<256 {
            var group = Array(0..<12)
            func join(_ a: Int, _ b: Int) {
                let (from, to) = (group[a], group[b])
                for edge in 0..<12 where group[edge] == from { group[edge] = to }
            }
            for (corners, edges) in Self.faces {
                let crossed = edges.indices.filter { Self.isCrossed(edges[$0], mask) }
                if crossed.count == 2 { join(edges[crossed[0]], edges[crossed[1]]) }
                if crossed.count == 4 {
                    // The inside corners are diagonal. Keep them apart, by the same rule in both cells of the face.
                    for turn in 0..<4 where mask >> corners[turn] & 1 == 1 { join(edges[turn], edges[(turn + 3) % 4]) }
                }
            }
            var labels: [Int] = []
            for edge in 0..<12 where Self.isCrossed(edge, mask) {
                if !labels.contains(group[edge]) { labels.append(group[edge]) }
                sheet[mask * 12 + edge] = labels.firstIndex(of: group[edge]) ?? -1
            }
            sheetCount[mask] = labels.count
        }
    }

    private static func isCrossed(_ edge: Int, _ mask: Int) -> Bool {
        let (from, to) = edgeCorners[edge]
        return mask >> from & 1 != mask >> to & 1
    }

    /// The corners of each face in a ring, and the edges: edge `i` joins corner `i` to the next.
    private static let faces: [(corners: [Int], edges: [Int])] = (0..<6).map { face in
        let (axis, side) = (face / 2, face % 2)
        let (first, second) = otherAxes(axis)
        let ring = [0, 1 << first, 1 << first | 1 << second, 1 << second].map { $0 | side << axis }
        let edges = ring.indices.compactMap { turn -> Int? in
            let pair = [ring[turn], ring[(turn + 1) % 4]].sorted()
            return edgeCorners.firstIndex { $0.0 == pair[0] && $0.1 == pair[1] }
        }
        return (ring, edges)
    }
}
