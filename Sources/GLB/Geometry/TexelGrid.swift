/// Counts for each cell of a square grid over a texture how many triangles cover its centre.
///
/// Triangles that share an edge never both cover a centre on it, and never both leave it out, so a layout without
/// overlap counts as such. Texture coordinates outside of the unit square are wrapped, as a repeating texture is.
struct TexelGrid {
    /// How many cells a side has.
    static let size = 1024

    /// The change of the count from the cell to the left, column after column, and a column more for what ends at the right:
    /// so laid out, the processor counts several rows at once.
    private var changes = [Int32](repeating: 0, count: (size + 1) * size)
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
        let (long, first, second) = (
            Edge(corners.0, corners.2), Edge(corners.0, corners.1), Edge(corners.1, corners.2)
        )
        var runsLeft = runsLeft
        changes.withUnsafeMutableBufferPointer { changes in
            for row in rows where runsLeft > 0 {
                let y = Double(row)
                let (left, right) = (long.crossing(y), (y < corners.1.y ? first : second).crossing(y))
                Self.add(row: row, from: min(left, right), to: max(left, right), changes, &runsLeft)
            }
        }
        self.runsLeft = runsLeft
    }

    /// A side of a triangle, described from its upper end whichever triangle it belongs to.
    private struct Edge {
        let upper: SIMD2<Double>
        let slope: Double

        init(_ upper: SIMD2<Double>, _ lower: SIMD2<Double>) {
            self.upper = upper
            slope = (lower.x - upper.x) / (lower.y - upper.y)
        }

        /// Where the side crosses a row between its ends.
        @inline(__always)
        func crossing(_ y: Double) -> Double { upper.x + (y - upper.y) * slope }
    }

    @inline(__always)
    private static func add(
        row: Int, from left: Double, to right: Double, _ changes: UnsafeMutableBufferPointer<Int32>,
        _ runsLeft: inout Int
    ) {
        runsLeft -= 1
        guard left.magnitude < 1e9, right.magnitude < 1e9 else { return }
        var start = roundedUp(left)
        let end = roundedUp(right)
        let row = row & (size - 1)
        while start < end, runsLeft > 0 {
            let column = start & (size - 1)
            let length = min(end - start, size - column)
            changes[column * size + row] &+= 1
            changes[(column + length) * size + row] &-= 1
            start += length
            runsLeft -= 1
        }
    }

    /// How many cells are covered, and how many of them more than once.
    func counts() -> (covered: Int, overlapped: Int) {
        var rows = [Int32](repeating: 0, count: Self.size)
        return changes.withUnsafeBufferPointer { changes in
            rows.withUnsafeMutableBufferPointer { rows in
                var (covered, overlapped): (Int32, Int32) = (0, 0)
                for column in 0..<Self.size {
                    for row in 0..<Self.size {
                        let count = rows[row] &+ changes[column &* Self.size &+ row]
                        rows[row] = count
                        covered &+= min(count, 1)
                        overlapped &+= min(max(count &- 1, 0), 1)
                    }
                }
                return (Int(covered), Int(overlapped))
            }
        }
    }
}

/// The least integer that is not less than a number of moderate size; faster than calling the C library.
@inline(__always)
private func roundedUp(_ number: Double) -> Int {
    let truncated = Int(number)
    return Double(truncated) < number ? truncated + 1 : truncated
}
