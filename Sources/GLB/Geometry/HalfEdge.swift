/// The sides of triangles, numbered like the corners they start from: side 3t + i of triangle t leads from its corner i
/// to the next one.
enum HalfEdge {
    /// The side of the same triangle that follows.
    @inline(__always)
    static func next(_ side: UInt32) -> UInt32 { side % 3 == 2 ? side - 2 : side + 1 }

    /// The side of the same triangle that comes before.
    @inline(__always)
    static func previous(_ side: UInt32) -> UInt32 { side % 3 == 0 ? side + 2 : side - 1 }
}

/// What lies on the other side of each half-edge.
struct Twins {
    private var values: [UInt32]
    /// The half-edges that have no other side.
    private(set) var boundary: [UInt32] = []

    /// The most triangles whose half-edges can be told apart from marks.
    static let triangleLimit = Int(Int32.max) / 3

    private static let boundaryMark: UInt32 = 1 << 31
    private static let branching = UInt32.max

    /// All of them branch until something else is set.
    init(count: Int) {
        values = [UInt32](unsafeUninitializedCapacity: count) { values, initialized in
            values.preferLargePages()
            values.initialize(repeating: Self.branching)
            initialized = count
        }
    }

    /// What a half-edge borders on.
    enum Other {
        /// Another triangle's half-edge.
        case twin(UInt32)
        /// Nothing; the number is the half-edge's place in ``boundary``.
        case boundary(Int)
        /// Several other triangles.
        case branching
    }

    @inline(__always)
    subscript(side: UInt32) -> Other {
        let value = values[Int(side)]
        if value < Self.boundaryMark { return .twin(value) }
        return value == Self.branching ? .branching : .boundary(Int(value & ~Self.boundaryMark))
    }

    @inline(__always)
    mutating func pair(_ first: UInt32, _ second: UInt32) {
        values[Int(first)] = second
        values[Int(second)] = first
    }

    mutating func markBranching(_ side: UInt32) { values[Int(side)] = Self.branching }

    @inline(__always)
    mutating func markBoundary(_ side: UInt32) {
        values[Int(side)] = Self.boundaryMark | UInt32(boundary.count)
        boundary.append(side)
    }
}
