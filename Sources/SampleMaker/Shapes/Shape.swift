/// A solid given by its signed distance function: negative inside, positive outside, zero on the surface.
///
/// The function may be smaller than the true distance (after bends and cuts) but not much larger: meshing skips
/// space that it says is far from the surface.
struct Shape: Sendable {
    /// A box that holds the whole solid.
    let bounds: Box
    let distance: @Sendable (Vector) -> Float

    init(bounds: Box, distance: @escaping @Sendable (Vector) -> Float) {
        (self.bounds, self.distance) = (bounds, distance)
    }
}

extension Shape {
    /// The direction in which the distance grows.
    func gradient(_ p: Vector, step: Float = 0.002) -> Vector { SampleMaker.gradient(of: distance, at: p, step: step) }
}

// MARK: - Placing

extension Shape {
    func moved(_ x: Float, _ y: Float, _ z: Float) -> Shape { moved(Vector(x, y, z)) }

    func moved(_ offset: Vector) -> Shape {
        Shape(bounds: bounds.mapped { $0 + offset }) { [distance] p in distance(p - offset) }
    }

    func turned(_ rotation: Rotation) -> Shape {
        let back = rotation.inverse
        return Shape(bounds: bounds.mapped { rotation($0) }) { [distance] p in distance(back(p)) }
    }

    /// Turns by an angle in degrees about an axis: 0 is X, 1 is Y, 2 is Z.
    func turned(axis: Int, _ angle: Float) -> Shape { turned(Rotation(about: .unit(axis), by: degrees(angle))) }

    /// Lays the shape's Y axis along `direction`.
    func pointing(_ direction: Vector) -> Shape { turned(Rotation(from: .unit(1), to: direction)) }

    func scaled(_ factor: Float) -> Shape {
        Shape(bounds: bounds.mapped { $0 * factor }) { [distance] p in distance(p / factor) * factor }
    }

    /// Scales each axis by its own factor; the distance becomes a lower bound.
    func stretched(_ x: Float, _ y: Float, _ z: Float) -> Shape {
        let (factors, smallest) = (Vector(x, y, z), min(x, y, z))
        return Shape(bounds: bounds.mapped { $0 * factors }) { [distance] p in
            distance(Vector(p.x / x, p.y / y, p.z / z)) * smallest
        }
    }

    /// Puts the half at positive X on both sides.
    var mirrored: Shape {
        let flipped = bounds.mapped { Vector(-$0.x, $0.y, $0.z) }
        return Shape(bounds: bounds.joined(flipped)) { [distance] p in distance(Vector(abs(p.x), p.y, p.z)) }
    }

    /// Puts `count` copies about the Y axis; the shape itself lies near the positive X axis.
    func repeatedAround(_ count: Int) -> Shape {
        let sector = 2 * Float.pi / Float(count)
        let reach = bounds.corners.map(\.radius).max() ?? 0
        let ring = Box(low: Vector(-reach, bounds.low.y, -reach), high: Vector(reach, bounds.high.y, reach))
        return Shape(bounds: ring) { [distance] p in
            let turn = (arctangent(p.z, p.x) / sector).rounded() * sector
            let (s, c) = (sine(turn), cosine(turn))
            return distance(Vector(p.x * c + p.z * s, p.y, p.z * c - p.x * s))
        }
    }
}

// MARK: - Changing

extension Shape {
    /// Thicker by `radius` on all sides, with round edges.
    func rounded(_ radius: Float) -> Shape {
        Shape(bounds: bounds.grown(by: radius)) { [distance] p in distance(p) - radius }
    }

    /// Only a wall of this thickness, half of it on each side of the surface.
    func hollow(_ thickness: Float) -> Shape {
        Shape(bounds: bounds.grown(by: thickness / 2)) { [distance] p in abs(distance(p)) - thickness / 2 }
    }

    /// Moves the surface outwards by `height` at each point; `reach` is the most that it gives.
    func displaced(reach: Float, _ height: @escaping @Sendable (Vector) -> Float) -> Shape {
        Shape(bounds: bounds.grown(by: reach)) { [distance, bounds] p in
            let rough = distance(p)
            // Far away the displacement changes nothing worth its price.
            return rough > 4 * reach + 0.2 || bounds.distance(to: p) > 2 * reach
                ? rough - reach : (rough - height(p)) * 0.85
        }
    }

    /// Looks up each point elsewhere: bends, twists, tapers.
    func warped(bounds: Box, _ inverse: @escaping @Sendable (Vector) -> Vector) -> Shape {
        Shape(bounds: bounds) { [distance] p in distance(inverse(p)) * 0.8 }
    }

    /// Turned about the Y axis by `turns` radians a unit of height.
    func twisted(_ rate: Float) -> Shape {
        let reach = bounds.corners.map(\.radius).max() ?? 0
        let ring = Box(low: Vector(-reach, bounds.low.y, -reach), high: Vector(reach, bounds.high.y, reach))
        return warped(bounds: ring) { p in
            let (s, c) = (sine(p.y * rate), cosine(p.y * rate))
            return Vector(p.x * c - p.z * s, p.y, p.x * s + p.z * c)
        }
    }
}

// MARK: - Combining

extension Shape {
    /// All of them at once, melting together over `blend`.
    static func union(_ shapes: [Shape], blend: Float = 0) -> Shape {
        let bounds = shapes.reduce(Box.empty) { $0.joined($1.bounds) }
        return Shape(bounds: bounds.grown(by: blend / 4)) { p in
            var nearest = Float.infinity
            for index in shapes.indices where shapes[index].bounds.distance(to: p) < nearest + blend {
                nearest = smoothMinimum(nearest, shapes[index].distance(p), blend)
            }
            return nearest
        }
    }

    func joined(_ other: Shape, blend: Float = 0) -> Shape { .union([self, other], blend: blend) }

    func cut(by other: Shape, blend: Float = 0) -> Shape {
        Shape(bounds: bounds) { [distance] p in -smoothMinimum(-distance(p), other.distance(p), blend) }
    }

    func clipped(to other: Shape, blend: Float = 0) -> Shape {
        Shape(bounds: Box(low: bounds.low.highest(other.bounds.low), high: bounds.high.lowest(other.bounds.high))) {
            [distance] p in -smoothMinimum(-distance(p), -other.distance(p), blend)
        }
    }
}

/// The smaller of two distances, rounded where they are within `blend` of each other.
func smoothMinimum(_ a: Float, _ b: Float, _ blend: Float) -> Float {
    let (low, high) = a < b ? (a, b) : (b, a)
    guard high - low < blend else { return low }
    let overlap = (blend - (high - low)) / blend
    return low - overlap * overlap * blend / 4
}

/// The direction in which a distance function grows, from four samples at the corners of a tetrahedron.
func gradient(of distance: (Vector) -> Float, at p: Vector, step: Float) -> Vector {
    let a = distance(Vector(p.x + step, p.y - step, p.z - step))
    let b = distance(Vector(p.x - step, p.y - step, p.z + step))
    let c = distance(Vector(p.x - step, p.y + step, p.z - step))
    let d = distance(Vector(p.x + step, p.y + step, p.z + step))
    return Vector(a - b - c + d, c + d - a - b, b + d - a - c).normalized
}
