/// The edges of welded triangles: which triangles share them, and how that looks by the file's own indices.
///
/// Half-edges are put into a list for each vertex by a counting sort, where those of the same edge are brought together
/// by sorting the few that a list holds. A vertex with n edges costs n log n; all else is linear.
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

    init(_ weld: Weld, parts: Parts) {
        twins = Twins(count: weld.faces.count)
        ofParts = [EdgeCounts](repeating: EdgeCounts(), count: parts.count)
        var buckets = EdgeBuckets(faces: weld.faces, vertexCount: weld.vertexCount)
        var scratch: [UInt64] = []
        for vertex in 0..<weld.vertexCount {
            let bucket = buckets.sortedBucket(vertex)
            var start = bucket.lowerBound
            while start < bucket.upperBound {
                let other = buckets.other(start)
                var end = start + 1
                while end < bucket.upperBound, buckets.other(end) == other { end += 1 }
                add(buckets, start..<end, from: UInt32(vertex), to: other, weld, &scratch)
                start = end
            }
            if !bucket.isEmpty {
                // All edges of a vertex belong to the same part: counted together, they are added at once.
                ofParts[parts.part(ofVertex: vertex)] += current
                welded += current
                current = EdgeCounts()
            }
        }
    }

    /// The edges of the vertex at hand.
    private var current = EdgeCounts()

    /// Adds the half-edges of one edge, which leads from the vertex of the lower number to the other.
    @inline(__always)
    private mutating func add(
        _ buckets: EdgeBuckets, _ range: Range<Int>, from vertex: UInt32, to other: UInt32, _ weld: Weld,
        _ scratch: inout [UInt64]
    ) {
        let first = buckets.side(range.lowerBound)
        switch range.count {
        case 1:
            twins.markBoundary(first)
            current.add(forward: 1, backward: 0)
            indexed.add(forward: 1, backward: 0)
        case 2:
            let second = buckets.side(range.lowerBound + 1)
            twins.pair(first, second)
            let isForward = (weld.faces[Int(first)] == vertex, weld.faces[Int(second)] == vertex)
            current.add(
                forward: (isForward.0 ? 1 : 0) + (isForward.1 ? 1 : 0),
                backward: (isForward.0 ? 0 : 1) + (isForward.1 ? 0 : 1))
            addIndexed(first, second, sameDirection: isForward.0 == isForward.1, weld)
            let tip = weld.faces[Int(HalfEdge.previous(first))]
            if tip == weld.faces[Int(HalfEdge.previous(second))], tip > other { duplicateFaces += 1 }
        default:
            addBranching(buckets, range, from: vertex, to: other, weld, &scratch)
        }
    }

    @inline(__always)
    private mutating func addIndexed(_ first: UInt32, _ second: UInt32, sameDirection: Bool, _ weld: Weld) {
        let (a, b) = (weld.corners[Int(first)], weld.corners[Int(HalfEdge.next(first))])
        let (c, d) = (weld.corners[Int(second)], weld.corners[Int(HalfEdge.next(second))])
        if sameDirection ? (a == c && b == d) : (a == d && b == c) {
            indexed.add(forward: sameDirection ? 2 : 1, backward: sameDirection ? 0 : 1)
        } else {
            indexed.add(forward: 1, backward: 0)
            indexed.add(forward: 1, backward: 0)
        }
    }

    /// Adds an edge of more than two triangles.
    private mutating func addBranching(
        _ buckets: EdgeBuckets, _ range: Range<Int>, from vertex: UInt32, to other: UInt32, _ weld: Weld,
        _ scratch: inout [UInt64]
    ) {
        current.add(forward: range.count, backward: 0)

        scratch.removeAll(keepingCapacity: true)
        for index in range {
            let tip = weld.faces[Int(HalfEdge.previous(buckets.side(index)))]
            // Triangles that are the same meet at three edges and are counted at the one between the lower vertices.
            if tip > other { scratch.append(UInt64(tip)) }
        }
        scratch.sort()
        for index in scratch.indices.dropFirst() where scratch[index] == scratch[index - 1] { duplicateFaces += 1 }

        scratch.removeAll(keepingCapacity: true)
        var directions: (forward: [UInt64], backward: [UInt64]) = ([], [])
        for index in range {
            let side = buckets.side(index)
            let (start, end) = (weld.corners[Int(side)], weld.corners[Int(HalfEdge.next(side))])
            if weld.faces[Int(side)] == vertex {
                directions.forward.append(UInt64(start) << 32 | UInt64(end))
            } else {
                directions.backward.append(UInt64(end) << 32 | UInt64(start))
            }
        }
        addIndexed(&directions.forward, &directions.backward)
    }

    /// Adds the edges by index among half-edges that are all one edge by place.
    private mutating func addIndexed(_ forward: inout [UInt64], _ backward: inout [UInt64]) {
        forward.sort()
        backward.sort()
        var (left, right) = (0, 0)
        while left < forward.count || right < backward.count {
            let key = min(left < forward.count ? forward[left] : .max, right < backward.count ? backward[right] : .max)
            let (leftStart, rightStart) = (left, right)
            while left < forward.count, forward[left] == key { left += 1 }
            while right < backward.count, backward[right] == key { right += 1 }
            indexed.add(forward: left - leftStart, backward: right - rightStart)
        }
    }
}

extension EdgeCounts {
    @inline(__always)
    static func += (left: inout EdgeCounts, right: EdgeCounts) {
        left.all += right.all
        left.boundary += right.boundary
        left.nonManifold += right.nonManifold
        left.inconsistent += right.inconsistent
    }
}

/// Half-edges in a list for each vertex, that of the lower number of the two it connects.
struct EdgeBuckets {
    /// The other vertex above the half-edge's number, bucket after bucket.
    private var entries: [UInt64]
    /// Where each vertex's bucket ends.
    private var ends: [UInt32]

    init(faces: [UInt32], vertexCount: Int) {
        var next = [UInt32](repeating: 0, count: vertexCount)
        EdgeBuckets.forEachEdge(faces) { _, low, _ in next[Int(low)] &+= 1 }
        var sum: UInt32 = 0
        for vertex in 0..<vertexCount {
            let count = next[vertex]
            next[vertex] = sum
            sum &+= count
        }
        entries = [UInt64](unsafeUninitializedCapacity: faces.count) { entries, initialized in
            EdgeBuckets.forEachEdge(faces) { side, low, high in
                let place = next[Int(low)]
                entries.initializeElement(at: Int(place), to: UInt64(high) << 32 | UInt64(side))
                next[Int(low)] = place &+ 1
            }
            initialized = faces.count
        }
        ends = next
    }

    @inline(__always)
    private static func forEachEdge(_ faces: [UInt32], _ body: (_ side: UInt32, _ low: UInt32, _ high: UInt32) -> Void) {
        for first in stride(from: 0, to: faces.count, by: 3) {
            let (a, b, c) = (faces[first], faces[first + 1], faces[first + 2])
            let side = UInt32(truncatingIfNeeded: first)
            body(side, min(a, b), max(a, b))
            body(side + 1, min(b, c), max(b, c))
            body(side + 2, min(c, a), max(c, a))
        }
    }

    @inline(__always)
    func other(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: entries[index] >> 32) }

    @inline(__always)
    func side(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: entries[index]) }

    /// Sorts the bucket of a vertex by the other vertex, then by half-edge, and gives its place.
    @inline(__always)
    mutating func sortedBucket(_ vertex: Int) -> Range<Int> {
        let start = vertex == 0 ? 0 : Int(ends[vertex - 1])
        let end = Int(ends[vertex])
        if end - start > 32 {
            entries[start..<end].sort()
        } else if end - start > 1 {
            for index in start + 1..<end {
                let entry = entries[index]
                var place = index
                while place > start, entries[place - 1] > entry {
                    entries[place] = entries[place - 1]
                    place -= 1
                }
                entries[place] = entry
            }
        }
        return start..<end
    }
}
