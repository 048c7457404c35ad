/// A box along the axes, in metres.
public struct Bounds: Equatable, Sendable {
    /// The least coordinates.
    public var min: SIMD3<Double>
    /// The greatest coordinates.
    public var max: SIMD3<Double>

    /// How long the box is along each axis.
    public var size: SIMD3<Double> { max - min }

    /// The box between two corners; nil unless all coordinates are finite and `min` is nowhere greater than `max`.
    init?(min: SIMD3<Double>, max: SIMD3<Double>) {
        guard (0..<3).allSatisfy({ min[$0].isFinite && max[$0].isFinite && min[$0] <= max[$0] }) else { return nil }
        self.min = min
        self.max = max
    }

    /// The box around points; nil if there are none or they are not finite.
    init?(around points: some Sequence<SIMD3<Double>>) {
        var min = SIMD3<Double>(repeating: .infinity)
        var max = SIMD3<Double>(repeating: -.infinity)
        for point in points {
            min = pointwiseMin(min, point)
            max = pointwiseMax(max, point)
        }
        self.init(min: min, max: max)
    }

    /// Makes the box contain a point.
    mutating func extend(to point: SIMD3<Double>) {
        min = pointwiseMin(min, point)
        max = pointwiseMax(max, point)
    }

    /// The box around both.
    func union(_ other: Bounds?) -> Bounds {
        guard let other else { return self }
        var union = self
        union.extend(to: other.min)
        union.extend(to: other.max)
        return union
    }

    /// Whether all of the other box is within this one.
    func contains(_ other: Bounds) -> Bool {
        all(min .<= other.min) && all(max .>= other.max)
    }

    /// The eight corners.
    var corners: [SIMD3<Double>] {
        (0..<8).map { SIMD3($0 & 1 == 0 ? min.x : max.x, $0 & 2 == 0 ? min.y : max.y, $0 & 4 == 0 ? min.z : max.z) }
    }

    /// The box around the transformed corners; nil if they are not finite.
    func transformed(by matrix: Matrix4) -> Bounds? {
        Bounds(around: corners.lazy.map(matrix.transform))
    }
}

extension Matrix4 {
    /// Whether the matrix brings boxes along the axes to boxes along the axes: it moves, scales, mirrors and turns by
    /// right angles only, up to what rounding leaves behind.
    var keepsBoxes: Bool {
        for row in 0..<3 {
            let entries = SIMD3(columns.0[row], columns.1[row], columns.2[row])
            let magnitudes = SIMD3(abs(entries.x), abs(entries.y), abs(entries.z))
            let greatest = magnitudes.max()
            if magnitudes.sum() - greatest > greatest * 1e-6 { return false }
        }
        return true
    }
}
