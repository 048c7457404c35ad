/// Counts for each cell of a square grid over a texture how many triangles cover its centre.
///
/// Triangles that share an edge never both cover a centre on it, and never both leave it out, so a layout without
/// overlap counts as such. Texture coordinates outside of the unit square are wrapped, as a repeating texture is.
struct TexelGrid {
    /// How many cells a side has.
    static let size = 1024

    /// The change of the count from the cell to the left, a cell more than there are in each row.
    private var changes = [Int32](repeating: 0, count: size * (size + 1))
    /// How many runs of cells may still be entered.
    private(set) var runsLeft: Int

    /// An empty grid that counts no more than `runs` runs of cells.
    init(runs: Int) { runsLeft = runs }

    /// Whether a layout covers the texture so often that counting was given up.
    var isExhausted: Bool { runsLeft <= 0 }

    /// Enters a triangle of finite texture coordinates.
    mutating func add(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>) {
        let size = Double(Self.size)
        // Cell centres get whole coordinates.
        let (a, b, c) = (a * size - 0.5, b * size - 0.5, c * size - 0.5)
        let (top, bottom) = (min(a.y, b.y, c.y), max(a.y, b.y, c.y))
        guard top.magnitude < 1e9, bottom.magnitude < 1e9 else { return }
        let rows = roundedUp(top)..<roundedUp(bottom)
        guard !rows.isEmpty else { return }
        var corners = (a, b, c)
        if corners.1.y < corners.0.y { swap(&corners.0, &corners.1) }
        if corners.2.y < corners.1.y { swap(&corners.1, &corners.2) }
        if corners.1.y < corners.0.y { swap(&corners.0, &corners.1) }
        for row in rows where !isExhausted {
            let y = Double(row)
            let long = crossing(y, corners.0, corners.2)
            let short = y < corners.1.y ? crossing(y, corners.0, corners.1) : crossing(y, corners.1, corners.2)
            add(row: row, from: min(long, short), to: max(long, short))
        }
    }

    /// Where an edge crosses a row, computed from its upper end whichever triangle it belongs to.
    @inline(__always)
    private func crossing(_ y: Double, _ upper: SIMD2<Double>, _ lower: SIMD2<Double>) -> Double {
        upper.x + (y - upper.y) * ((lower.x - upper.x) / (lower.y - upper.y))
    }

    @inline(__always)
    private mutating func add(row: Int, from left: Double, to right: Double) {
        runsLeft -= 1
        guard left.magnitude < 1e9, right.magnitude < 1e9 else { return }
        var start = roundedUp(left)
        let end = roundedUp(right)
        let first = (row & (Self.size - 1)) * (Self.size + 1)
        while start < end, !isExhausted {
            let column = start & (Self.size - 1)
            let length = min(end - start, Self.size - column)
            changes[first + column] += 1
            changes[first + column + length] -= 1
            start += length
            runsLeft -= 1
        }
    }

    /// How many cells are covered, and how many of them more than once.
    func counts() -> (covered: Int, overlapped: Int) {
        var counts = (covered: 0, overlapped: 0)
        for row in 0..<Self.size {
            var count: Int32 = 0
            for cell in row * (Self.size + 1)..<row * (Self.size + 1) + Self.size {
                count += changes[cell]
                if count > 0 { counts.covered += 1 }
                if count > 1 { counts.overlapped += 1 }
            }
        }
        return counts
    }
}

/// The least integer that is not less than a number of moderate size; faster than calling the C library.
@inline(__always)
private func roundedUp(_ number: Double) -> Int {
    let truncated = Int(number)
    return Double(truncated) < number ? truncated + 1 : truncated
}
