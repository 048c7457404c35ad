/// A rotation, as the unit quaternion that glTF stores.
struct Rotation: Hashable, Sendable {
    var x: Float
    var y: Float
    var z: Float
    var w: Float

    static let identity = Rotation(x: 0, y: 0, z: 0, w: 1)

    init(x: Float, y: Float, z: Float, w: Float) {
        (self.x, self.y, self.z, self.w) = (x, y, z, w)
    }

    /// Turns by `angle` radians about `axis`, counterclockwise for one who looks against the axis.
    init(about axis: Vector, by angle: Float) {
        let axis = axis.normalized * sine(angle / 2)
        self.init(x: axis.x, y: axis.y, z: axis.z, w: cosine(angle / 2))
    }

    /// The shortest turn that brings the direction `from` to `to`.
    init(from: Vector, to: Vector) {
        let (from, to) = (from.normalized, to.normalized)
        let w = 1 + from.dot(to)
        guard w > 1e-6 else {
            self.init(about: from.perpendicular, by: .pi)
            return
        }
        let axis = from.cross(to)
        let scale = 1 / (axis.dot(axis) + w * w).squareRoot()
        self.init(x: axis.x * scale, y: axis.y * scale, z: axis.z * scale, w: w * scale)
    }

    var inverse: Rotation { Rotation(x: -x, y: -y, z: -z, w: w) }

    func callAsFunction(_ point: Vector) -> Vector {
        let axis = Vector(x, y, z)
        let t = axis.cross(point) * 2
        return point + t * w + axis.cross(t)
    }

    /// First `b`, then `a`.
    static func * (a: Rotation, b: Rotation) -> Rotation {
        Rotation(
            x: a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
            y: a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x,
            z: a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w,
            w: a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z)
    }
}
