/// Half-edges in a list for each vertex, that of the lower number of the two it connects: by a counting sort.
struct EdgeBuckets {
    /// The half-edges, bucket after bucket.
    private let sides: [UInt32]
    /// Where each vertex's bucket ends.
    private let ends: [UInt32]

    init(faces: [UInt32], vertexCount: Int) {
        var next = [UInt32](repeating: 0, count: vertexCount)
        Self.forEachEdge(faces) { _, low in next[Int(low)] &+= 1 }
        var sum: UInt32 = 0
        for vertex in 0..<vertexCount {
            let count = next[vertex]
            next[vertex] = sum
            sum &+= count
        }
        sides = [UInt32](unsafeUninitializedCapacity: faces.count) { sides, initialized in
            sides.preferLargePages()
            Self.forEachEdge(faces) { side, low in
                let place = next[Int(low)]
                sides.initializeElement(at: Int(place), to: side)
                next[Int(low)] = place &+ 1
            }
            initialized = faces.count
        }
        ends = next
    }

    /// The half-edges in the bucket of a vertex.
    @inline(__always)
    func sides(_ vertex: Int) -> ArraySlice<UInt32> {
        sides[(vertex == 0 ? 0 : Int(ends[vertex - 1]))..<Int(ends[vertex])]
    }

    @inline(__always)
    private static func forEachEdge(_ faces: [UInt32], _ body: (_ side: UInt32, _ low: UInt32) -> Void) {
        for first in stride(from: 0, to: faces.count, by: 3) {
            let (a, b, c) = (faces[first], faces[first + 1], faces[first + 2])
            let side = UInt32(truncatingIfNeeded: first)
            body(side, min(a, b))
            body(side + 1, min(b, c))
            body(side + 2, min(c, a))
        }
    }
}
