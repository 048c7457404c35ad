/// A 4 × 4 matrix of doubles that transforms column vectors; stored by columns, as glTF does.
public struct Matrix4: Equatable, Sendable {
    /// The columns; the last one holds the translation.
    public var columns: (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>)

    /// A matrix of these columns.
    public init(_ x: SIMD4<Double>, _ y: SIMD4<Double>, _ z: SIMD4<Double>, _ w: SIMD4<Double>) {
        columns = (x, y, z, w)
    }

    /// The matrix that changes nothing.
    public static let identity = Matrix4([1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1])

    /// Sixteen numbers, column after column; nil if there is another number of them.
    public init?(_ numbers: some Collection<Double>) {
        guard numbers.count == 16 else { return nil }
        let numbers = Array(numbers)
        func column(_ index: Int) -> SIMD4<Double> {
            SIMD4(numbers[index], numbers[index + 1], numbers[index + 2], numbers[index + 3])
        }
        self.init(column(0), column(4), column(8), column(12))
    }

    /// Scales, then rotates by a unit quaternion (x, y, z, w), then moves.
    public init(translation: SIMD3<Double>, rotation: SIMD4<Double>, scale: SIMD3<Double>) {
        let (x, y, z, w) = (rotation.x, rotation.y, rotation.z, rotation.w)
        self.init(
            scale.x * SIMD4(1 - 2 * (y * y + z * z), 2 * (x * y + z * w), 2 * (x * z - y * w), 0),
            scale.y * SIMD4(2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w), 0),
            scale.z * SIMD4(2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y), 0),
            SIMD4(translation, 1))
    }

    /// The matrix that does what `right` does, then what `left` does.
    public static func * (left: Matrix4, right: Matrix4) -> Matrix4 {
        Matrix4(
            left * right.columns.0, left * right.columns.1, left * right.columns.2, left * right.columns.3)
    }

    /// A transformed vector.
    public static func * (matrix: Matrix4, vector: SIMD4<Double>) -> SIMD4<Double> {
        let xy = matrix.columns.0 * vector.x + matrix.columns.1 * vector.y
        let zw = matrix.columns.2 * vector.z + matrix.columns.3 * vector.w
        return xy + zw
    }

    /// A transformed point; the last row is taken to be 0 0 0 1.
    public func transform(_ point: SIMD3<Double>) -> SIMD3<Double> {
        let result = self * SIMD4(point, 1)
        return SIMD3(result.x, result.y, result.z)
    }

    /// Whether all elements are the same.
    public static func == (left: Matrix4, right: Matrix4) -> Bool { left.columns == right.columns }
}
