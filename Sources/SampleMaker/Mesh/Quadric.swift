/// The sum of squared distances to a set of planes, as a function of a point.
///
/// Garland and Heckbert, "Surface Simplification Using Quadric Error Metrics", 1997.
struct Quadric: Sendable {
    private var xx = 0.0, xy = 0.0, xz = 0.0, xw = 0.0
    private var yy = 0.0, yz = 0.0, yw = 0.0
    private var zz = 0.0, zw = 0.0, ww = 0.0

    init() {}

    /// The plane through `point` at a right angle to `normal`, counted `weight` times.
    init(normal: Vector, through point: Vector, weight: Float) {
        let (x, y, z) = (Double(normal.x), Double(normal.y), Double(normal.z))
        let w = -(x * Double(point.x) + y * Double(point.y) + z * Double(point.z))
        let s = Double(weight)
        (xx, xy, xz, xw) = (s * x * x, s * x * y, s * x * z, s * x * w)
        (yy, yz, yw) = (s * y * y, s * y * z, s * y * w)
        (zz, zw, ww) = (s * z * z, s * z * w, s * w * w)
    }

    static func += (a: inout Quadric, b: Quadric) {
        a.xx += b.xx
        a.xy += b.xy
        a.xz += b.xz
        a.xw += b.xw
        a.yy += b.yy
        a.yz += b.yz
        a.yw += b.yw
        a.zz += b.zz
        a.zw += b.zw
        a.ww += b.ww
    }

    static func + (a: Quadric, b: Quadric) -> Quadric {
        var sum = a
        sum += b
        return sum
    }

    func error(at p: Vector) -> Double {
        let (x, y, z) = (Double(p.x), Double(p.y), Double(p.z))
        let square = xx * x * x + yy * y * y + zz * z * z + 2 * (xy * x * y + xz * x * z + yz * y * z)
        return max(0, square + 2 * (xw * x + yw * y + zw * z) + ww)
    }

    /// The point of least error, or nil where the planes leave it open.
    var minimum: Vector? {
        let (a, b, c) = (yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy)
        let determinant = xx * a + xy * b + xz * c
        let scale = xx + yy + zz
        guard determinant > 1e-4 * scale * scale * scale else { return nil }
        let (d, e, f) = (xx * zz - xz * xz, xy * xz - xx * yz, xx * yy - xy * xy)
        let x = -(a * xw + b * yw + c * zw) / determinant
        let y = -(b * xw + d * yw + e * zw) / determinant
        let z = -(c * xw + e * yw + f * zw) / determinant
        return Vector(Float(x), Float(y), Float(z))
    }
}
