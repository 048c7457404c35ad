/// How a surface passes through one cell of the grid, for each of the 256 ways in which its corners can lie inside.
///
/// Corner `i` lies at (`i & 1`, `i >> 1 & 1`, `i >> 2`). Edge `4 * axis + i` runs along `axis`; bit 0 of `i` is its side
/// along the first of the two other axes, bit 1 its side along the second. Face `2 * axis + side` lies across `axis`.
/// A surface may pass through a cell in several sheets that do not touch; each gets a point of its own, so that no two
/// of them share one (dual marching cubes).
struct CellTable {
    /// The sheets of a cell with a given mask of inside corners.
    struct Sheets {
        fileprivate(set) var count = 0
        /// Which sheet crosses an edge; -1 where none does.
        fileprivate(set) var ofEdge = [Int](repeating: -1, count: 12)
    }

    static let shared = CellTable()

    /// The two corners of each edge.
    static let edgeCorners: [(Int, Int)] = (0..<12).map { edge in
        let axis = edge / 4
        let (first, second) = otherAxes(axis)
        let start = (edge & 1) << first | (edge >> 1 & 1) << second
        return (start, start | 1 << axis)
    }

    /// The sheets by mask, then by the face on which diagonal inside corners are joined (6: on none).
    private let sheets: [[Sheets]]

    /// By mask, the face whose four edges are crossed by one and the same sheet; nil if there is none.
    ///
    /// Two cells that share such a face would share an edge of the mesh among four triangles. Joining the inside
    /// corners of that face in both of them parts the sheets (Wenger, "Isosurfaces", 2013, section 3.6).
    let pinchedFace: [Int?]

    /// The sheets of a cell; `joining` names a face on which diagonal inside corners are joined instead of parted.
    func sheets(mask: Int, joining face: Int?) -> Sheets { sheets[mask][face ?? 6] }

    /// The axes beside `axis`, the lower first.
    static func otherAxes(_ axis: Int) -> (Int, Int) {
        axis == 0 ? (1, 2) : axis == 1 ? (0, 2) : (0, 1)
    }

    private init() {
        sheets = (0..<256).map { mask in (0...6).map { Self.sheets(mask, joining: $0) } }
        pinchedFace = sheets.map { variants in
            Self.faces.indices.first { face in
                let owners = Self.faces[face].edges.map { variants[6].ofEdge[$0] }
                return owners[0] >= 0 && owners.allSatisfy { $0 == owners[0] }
            }
        }
    }

    private static func sheets(_ mask: Int, joining joined: Int) -> Sheets {
        var group = Array(0..<12)
        func join(_ a: Int, _ b: Int) {
            let (from, to) = (group[a], group[b])
            for edge in 0..<12 where group[edge] == from { group[edge] = to }
        }
        for (face, (corners, edges)) in faces.enumerated() {
            let crossed = edges.filter { isCrossed($0, mask) }
            if crossed.count == 2 { join(crossed[0], crossed[1]) }
            if crossed.count == 4 {
                // Two diagonal corners are inside. A piece of the surface goes around each of them, or, when they are
                // joined, around each of the other two: the same in both cells of the face.
                let around = face == joined ? 0 : 1
                for turn in 0..<4 where mask >> corners[turn] & 1 == around { join(edges[turn], edges[(turn + 3) % 4]) }
            }
        }
        var result = Sheets()
        var labels: [Int] = []
        for edge in 0..<12 where isCrossed(edge, mask) {
            if !labels.contains(group[edge]) { labels.append(group[edge]) }
            result.ofEdge[edge] = labels.firstIndex(of: group[edge]) ?? -1
        }
        result.count = labels.count
        return result
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
