/// How many edges there are and how many triangles each has.
struct EdgeCounts: Equatable, Sendable {
    /// Edges, each counted once however many triangles share it.
    var all = 0
    /// Edges of one triangle.
    var boundary = 0
    /// Edges of more than two triangles.
    var nonManifold = 0
    /// Edges of two triangles that both lead along it in the same direction, so that one shows its back.
    var inconsistent = 0

    /// Whether there are triangles and each edge has two of them.
    var areClosed: Bool { all > 0 && boundary == 0 && nonManifold == 0 }

    /// Counts an edge of `forward` triangles that lead along it one way and `backward` ones that lead the other way.
    @inline(__always)
    mutating func add(forward: Int, backward: Int) {
        all += 1
        switch forward + backward {
        case 1: boundary += 1
        case 2: if forward != 1 { inconsistent += 1 }
        default: nonManifold += 1
        }
    }

    @inline(__always)
    static func += (left: inout EdgeCounts, right: EdgeCounts) {
        left.all += right.all
        left.boundary += right.boundary
        left.nonManifold += right.nonManifold
        left.inconsistent += right.inconsistent
    }
}
