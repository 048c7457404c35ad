/// A point or a direction in space, in model units: X to the model's left, Y up, Z towards the viewer.
///
/// A plain struct and not `SIMD3<Float>`, whose generic operators make an unoptimised build fifty times slower.
struct Vector: Hashable, Sendable {
    var x: Float
    var y: Float
    var z: Float

    init(_ x: Float, _ y: Float, _ z: Float) {
        (self.x, self.y, self.z) = (x, y, z)
    }

    static let zero = Vector(0, 0, 0)

    /// The direction along an axis: 0 is X, 1 is Y, 2 is Z.
    static func unit(_ axis: Int) -> Vector {
        Vector(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0)
    }

    subscript(axis: Int) -> Float { axis == 0 ? x : axis == 1 ? y : z }

    static func + (a: Vector, b: Vector) -> Vector { Vector(a.x + b.x, a.y + b.y, a.z + b.z) }
    static func - (a: Vector, b: Vector) -> Vector { Vector(a.x - b.x, a.y - b.y, a.z - b.z) }
    static func * (a: Vector, s: Float) -> Vector { Vector(a.x * s, a.y * s, a.z * s) }
    static func / (a: Vector, s: Float) -> Vector { Vector(a.x / s, a.y / s, a.z / s) }
    static prefix func - (a: Vector) -> Vector { Vector(-a.x, -a.y, -a.z) }
    static func += (a: inout Vector, b: Vector) { a = a + b }

    /// Component by component.
    static func * (a: Vector, b: Vector) -> Vector { Vector(a.x * b.x, a.y * b.y, a.z * b.z) }

    func dot(_ other: Vector) -> Float { x * other.x + y * other.y + z * other.z }

    func cross(_ other: Vector) -> Vector {
        Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
    }

    var length: Float { dot(self).squareRoot() }

    /// The same direction with length 1; zero stays zero.
    var normalized: Vector {
        let length = length
        return length > 0 ? self / length : self
    }

    var magnitude: Vector { Vector(abs(x), abs(y), abs(z)) }

    /// The distance from the Y axis.
    var radius: Float { (x * x + z * z).squareRoot() }

    func lowest(_ other: Vector) -> Vector { Vector(min(x, other.x), min(y, other.y), min(z, other.z)) }
    func highest(_ other: Vector) -> Vector { Vector(max(x, other.x), max(y, other.y), max(z, other.z)) }

    /// Any direction at a right angle to this one, which must have length 1.
    var perpendicular: Vector {
        let axis = abs(x) < 0.6 ? Vector(1, 0, 0) : Vector(0, 1, 0)
        return cross(axis).normalized
    }
}

/// A point in the plane, in model units or in texture coordinates.
struct Point: Hashable, Sendable {
    var x: Float
    var y: Float

    init(_ x: Float, _ y: Float) {
        (self.x, self.y) = (x, y)
    }

    static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
    static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
    static func * (a: Point, s: Float) -> Point { Point(a.x * s, a.y * s) }

    func dot(_ other: Point) -> Float { x * other.x + y * other.y }

    /// Twice the signed area of the triangle from the origin: positive when `other` lies counterclockwise.
    func cross(_ other: Point) -> Float { x * other.y - y * other.x }

    var length: Float { dot(self).squareRoot() }
}

/// Between `a` (at 0) and `b` (at 1).
func mix(_ a: Float, _ b: Float, _ t: Float) -> Float { a + (b - a) * t }

/// Between `a` (at 0) and `b` (at 1).
func mix(_ a: Vector, _ b: Vector, _ t: Float) -> Vector { a + (b - a) * t }

func clamp(_ value: Float, _ low: Float = 0, _ high: Float = 1) -> Float {
    value < low ? low : value > high ? high : value
}

/// 0 below `low`, 1 above `high`, and a curve without corners between them; `low` may be above `high` to turn it round.
func smoothstep(_ low: Float, _ high: Float, _ value: Float) -> Float {
    let t = clamp((value - low) / (high - low))
    return t * t * (3 - 2 * t)
}
