extension Shape {
    static func sphere(_ radius: Float) -> Shape {
        Shape(bounds: Box(half: Vector(radius, radius, radius))) { $0.length - radius }
    }

    static func ellipsoid(_ x: Float, _ y: Float, _ z: Float) -> Shape {
        let smallest = min(x, y, z)
        return Shape(bounds: Box(half: Vector(x, y, z))) { p in
            let scaled = Vector(p.x / x, p.y / y, p.z / z)
            let gradient = Vector(scaled.x / x, scaled.y / y, scaled.z / z).length
            let size = scaled.length
            return gradient > 1e-6 ? size * (size - 1) / gradient : -smallest
        }
    }

    /// A box reaching `x`, `y`, `z` to each side, its edges rounded inside that reach.
    static func box(_ x: Float, _ y: Float, _ z: Float, rounding: Float = 0) -> Shape {
        let half = Vector(x, y, z)
        let core = half - Vector(rounding, rounding, rounding)
        return Shape(bounds: Box(half: half)) { p in
            let q = p.magnitude - core
            return q.highest(.zero).length + min(max(q.x, q.y, q.z), 0) - rounding
        }
    }

    /// Upright, reaching `half` up and down.
    static func cylinder(_ radius: Float, half: Float, rounding: Float = 0) -> Shape {
        Shape(bounds: Box(half: Vector(radius, half, radius))) { p in
            let (outwards, up) = (p.radius - radius + rounding, abs(p.y) - half + rounding)
            return Point(max(outwards, 0), max(up, 0)).length + min(max(outwards, up), 0) - rounding
        }
    }

    /// A ring about the Y axis.
    static func torus(_ radius: Float, thickness: Float) -> Shape {
        Shape(bounds: Box(half: Vector(radius + thickness, thickness, radius + thickness))) { p in
            Point(p.radius - radius, p.y).length - thickness
        }
    }

    /// A rod with round ends whose radius changes evenly from one end to the other.
    static func capsule(_ start: Vector, _ end: Vector, _ startRadius: Float, _ endRadius: Float? = nil) -> Shape {
        let rod = Rod(from: start, to: end, startRadius, endRadius ?? startRadius)
        return Shape(bounds: rod.bounds) { rod.distance($0) }
    }

    /// A tube along a smooth curve through `points`, its radius following `radii`, one for each point.
    static func tube(_ points: [Vector], radii: [Float], blend: Float = 0.02) -> Shape {
        let fine = Curve.smooth(points)
        let fineRadii = Curve.smooth(radii.map { Vector($0, 0, 0) }).map { max($0.x, 0.004) }
        let rods = (1..<fine.count).map { Rod(from: fine[$0 - 1], to: fine[$0], fineRadii[$0 - 1], fineRadii[$0]) }
        let blend = min(blend, radii.max() ?? 0)
        let bounds = rods.reduce(Box.empty) { $0.joined($1.bounds) }.grown(by: blend / 4)
        return Shape(bounds: bounds) { p in
            var nearest = Float.infinity
            for rod in rods where rod.mayReach(p, within: nearest + blend) {
                nearest = smoothMinimum(nearest, rod.distance(p), blend)
            }
            return nearest
        }
    }

    /// The convex solid behind planes, each given by its outward direction and its distance from the origin.
    static func convex(_ planes: [(normal: Vector, offset: Float)], bounds: Box) -> Shape {
        let planes = planes.map { (normal: $0.normal.normalized, offset: $0.offset) }
        return Shape(bounds: bounds) { p in
            planes.reduce(-Float.infinity) { max($0, p.dot($1.normal) - $1.offset) }
        }
    }
}

// MARK: - From outlines

extension Shape {
    /// A solid of revolution about the Y axis; the outline's X is the distance from the axis.
    ///
    /// The outline runs from the axis to the axis.
    static func lathe(_ outline: Outline) -> Shape {
        let reach = outline.points.map(\.x).max() ?? 0
        let heights = outline.points.map(\.y)
        let bounds = Box(
            low: Vector(-reach, heights.min() ?? 0, -reach), high: Vector(reach, heights.max() ?? 0, reach))
        return Shape(bounds: bounds) { outline.distanceOpenAtAxis(Point($0.radius, $0.y)) }
    }

    /// The outline in the XY plane, reaching `half` to the front and to the back.
    static func extrusion(_ outline: Outline, half: Float, rounding: Float = 0) -> Shape {
        Shape(bounds: outline.bounds(depth: half).grown(by: rounding)) { p in
            let (across, along) = (outline.distance(Point(p.x, p.y)), abs(p.z) - half)
            return Point(max(across, 0), max(along, 0)).length + min(max(across, along), 0) - rounding
        }
    }

    /// The outline in the XY plane as a blade: `slope` thick for each unit from the edge, at most `half` on each side.
    static func blade(_ outline: Outline, slope: Float, half: Float) -> Shape {
        let steepness = (1 + slope * slope).squareRoot()
        return Shape(bounds: outline.bounds(depth: half)) { p in
            let across = outline.distance(Point(p.x, p.y))
            return max((abs(p.z) + across * slope) / steepness, abs(p.z) - half, across)
        }
    }
}

/// One straight piece with round ends.
private struct Rod {
    private let start: Vector
    private let axis: Vector
    private let scale: Float
    private let radii: (start: Float, end: Float)
    private let centre: Vector
    private let reach: Float

    init(from start: Vector, to end: Vector, _ startRadius: Float, _ endRadius: Float) {
        (self.start, axis, radii) = (start, end - start, (startRadius, endRadius))
        scale = 1 / max(axis.dot(axis), 1e-12)
        centre = (start + end) / 2
        reach = (end - start).length / 2 + max(startRadius, endRadius)
    }

    /// False if the distance is larger than `limit` for sure; spares most of the square roots of a long tube.
    func mayReach(_ p: Vector, within limit: Float) -> Bool {
        let offset = p - centre
        let far = limit + reach
        return far > 0 && offset.dot(offset) < far * far
    }

    var bounds: Box {
        Box(around: [start]).grown(by: radii.start).joined(Box(around: [start + axis]).grown(by: radii.end))
    }

    func distance(_ p: Vector) -> Float {
        let t = clamp((p - start).dot(axis) * scale)
        return (p - start - axis * t).length - mix(radii.start, radii.end, t)
    }
}
