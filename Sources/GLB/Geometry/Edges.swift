/// The edges of welded triangles: which triangles share them, and how that looks by the file's own indices.
///
/// Half-edges are put into a list for each vertex by a counting sort. In a list, those of the same edge find each other
/// by a mark at the vertex where the edge ends. Only where more than two meet is a list sorted; all else is linear.
struct Edges {
    /// What each half-edge borders on.
    private(set) var twins: Twins
    /// The edges of the welded surface.
    private(set) var welded = EdgeCounts()
    /// The edges by the file's indices, where each side of a seam is an edge of its own.
    private(set) var indexed = EdgeCounts()
    /// The edges of each part of the welded surface.
    private(set) var ofParts: [EdgeCounts]
    /// How many triangles have the same three vertices as an earlier one.
    private(set) var duplicateFaces = 0

    init(_ weld: Weld, _ buckets: EdgeBuckets, parts: Parts) {
        twins = Twins(count: weld.faces.count)
        ofParts = [EdgeCounts](repeating: EdgeCounts(), count: parts.count)
        var marks = EdgeMarks(vertexCount: weld.vertexCount)
        for vertex in 0..<weld.vertexCount {
            let sides = buckets.sides(vertex)
            guard !sides.isEmpty else { continue }
            let counts =
                pair(sides, of: UInt32(vertex), weld, &marks) ?? sort(sides, of: UInt32(vertex), weld)
            // All edges of a vertex belong to the same part.
            ofParts[parts.part(ofVertex: vertex)] += counts.welded
            welded += counts.welded
            indexed += counts.indexed
            duplicateFaces += counts.duplicateFaces
        }
    }

    /// What is counted in one list.
    private struct Counts {
        var welded = EdgeCounts()
        var indexed = EdgeCounts()
        var duplicateFaces = 0
    }

    // MARK: Edges of one or two triangles

    /// Counts the edges of a list, which lead from one vertex to others of higher numbers; nil if an edge has more than
    /// two triangles.
    @inline(__always)
    private mutating func pair(
        _ sides: ArraySlice<UInt32>, of vertex: UInt32, _ weld: Weld, _ marks: inout EdgeMarks
    ) -> Counts? {
        var counts = Counts()
        var pairs = 0
        for place in sides.indices {
            let side = sides[place]
            let end = weld.end(of: side, from: vertex)
            switch marks.visit(end, place, since: sides.startIndex) {
            case .first: continue
            case .second(let other):
                pairs += 1
                add(sides[other], side, from: vertex, to: end, weld, &counts)
            case .further: return nil
            }
        }
        guard 2 * pairs < sides.count else { return counts }
        for place in sides.indices {
            let side = sides[place]
            guard marks.isAlone(weld.end(of: side, from: vertex)) else { continue }
            twins.markBoundary(side)
            counts.welded.add(forward: 1, backward: 0)
            counts.indexed.add(forward: 1, backward: 0)
        }
        return counts
    }

    /// Adds an edge of two triangles.
    @inline(__always)
    private mutating func add(
        _ first: UInt32, _ second: UInt32, from vertex: UInt32, to end: UInt32, _ weld: Weld, _ counts: inout Counts
    ) {
        twins.pair(first, second)
        let isSameDirection = weld.faces[Int(first)] == weld.faces[Int(second)]
        counts.welded.add(forward: isSameDirection ? 2 : 1, backward: isSameDirection ? 0 : 1)
        let (a, b) = (weld.corners[Int(first)], weld.corners[Int(HalfEdge.next(first))])
        let (c, d) = (weld.corners[Int(second)], weld.corners[Int(HalfEdge.next(second))])
        if isSameDirection ? (a == c && b == d) : (a == d && b == c) {
            counts.indexed.add(forward: isSameDirection ? 2 : 1, backward: isSameDirection ? 0 : 1)
        } else {
            counts.indexed.add(forward: 1, backward: 0)
            counts.indexed.add(forward: 1, backward: 0)
        }
        // Triangles that are the same meet at three edges and are counted at the one between the lower vertices.
        let tip = weld.faces[Int(HalfEdge.previous(first))]
        if tip > end, tip == weld.faces[Int(HalfEdge.previous(second))] { counts.duplicateFaces += 1 }
    }

    // MARK: Edges of more

    /// Counts the edges of a list of which some have more than two triangles.
    private mutating func sort(_ sides: ArraySlice<UInt32>, of vertex: UInt32, _ weld: Weld) -> Counts {
        var counts = Counts()
        let entries = sides.map { UInt64(weld.end(of: $0, from: vertex)) << 32 | UInt64($0) }.sorted()
        var rest = entries[...]
        while let first = rest.first {
            let end = UInt32(truncatingIfNeeded: first >> 32)
            let sides = rest.prefix { $0 >> 32 == first >> 32 }.map { UInt32(truncatingIfNeeded: $0) }
            rest = rest.dropFirst(sides.count)
            switch sides.count {
            case 1:
                twins.markBoundary(sides[0])
                counts.welded.add(forward: 1, backward: 0)
                counts.indexed.add(forward: 1, backward: 0)
            case 2: add(sides[0], sides[1], from: vertex, to: end, weld, &counts)
            default: add(sides, from: vertex, to: end, weld, &counts)
            }
        }
        return counts
    }

    /// Adds an edge of more than two triangles.
    private mutating func add(
        _ sides: [UInt32], from vertex: UInt32, to end: UInt32, _ weld: Weld, _ counts: inout Counts
    ) {
        counts.welded.add(forward: sides.count, backward: 0)
        let tips = sides.map { weld.faces[Int(HalfEdge.previous($0))] }.filter { $0 > end }.sorted()
        counts.duplicateFaces += zip(tips, tips.dropFirst()).count { $0 == $1 }

        // By the file's indices, some of the triangles may share an edge and others not.
        var (forward, backward): ([UInt64], [UInt64]) = ([], [])
        for side in sides {
            twins.markBranching(side)
            let (tail, head) = (weld.corners[Int(side)], weld.corners[Int(HalfEdge.next(side))])
            if weld.faces[Int(side)] == vertex {
                forward.append(UInt64(tail) << 32 | UInt64(head))
            } else {
                backward.append(UInt64(head) << 32 | UInt64(tail))
            }
        }
        forward.sort()
        backward.sort()
        var (left, right) = (forward[...], backward[...])
        while let key = [left.first, right.first].compactMap({ $0 }).min() {
            let (ahead, back) = (left.prefix { $0 == key }.count, right.prefix { $0 == key }.count)
            counts.indexed.add(forward: ahead, backward: back)
            left = left.dropFirst(ahead)
            right = right.dropFirst(back)
        }
    }
}

extension Weld {
    /// The vertex at the other end of a half-edge that starts or ends at `vertex`.
    @inline(__always)
    fileprivate func end(of side: UInt32, from vertex: UInt32) -> UInt32 {
        let start = faces[Int(side)]
        return start == vertex ? faces[Int(HalfEdge.next(side))] : start
    }
}

/// Marks at vertices where the edges of the list at hand end.
private struct EdgeMarks {
    /// The place of the first half-edge that ends here plus one, and whether there was a second. Places grow from list to
    /// list, so marks of earlier lists need not be wiped out.
    private var marks: [UInt32]

    private static let paired: UInt32 = 1 << 31

    init(vertexCount: Int) { marks = [UInt32](repeating: 0, count: vertexCount) }

    enum Visit {
        case first
        /// The place of the first is given.
        case second(Int)
        case further
    }

    /// Marks the end of a half-edge at some place of a list that starts at `start`.
    @inline(__always)
    mutating func visit(_ end: UInt32, _ place: Int, since start: Int) -> Visit {
        let mark = marks[Int(end)]
        if Int(mark & ~Self.paired) <= start {
            marks[Int(end)] = UInt32(truncatingIfNeeded: place + 1)
            return .first
        }
        guard mark & Self.paired == 0 else { return .further }
        marks[Int(end)] = mark | Self.paired
        return .second(Int(mark) - 1)
    }

    /// Whether only one half-edge of the list at hand ended here.
    @inline(__always)
    func isAlone(_ end: UInt32) -> Bool { marks[Int(end)] & Self.paired == 0 }
}
