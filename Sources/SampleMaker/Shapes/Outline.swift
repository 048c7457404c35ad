/// A closed polygon in the plane.
struct Outline: Sendable {
    let points: [Point]

    init(_ points: [Point]) {
        self.points = points
    }

    /// From pairs of coordinates.
    init(_ pairs: [(Float, Float)]) {
        self.init(pairs.map { Point($0.0, $0.1) })
    }

    /// A smooth curve through the pairs, open: for ``Shape/lathe(_:)``.
    static func smooth(_ pairs: [(Float, Float)]) -> Outline {
        Outline(Curve.smooth(pairs.map { Vector($0.0, $0.1, 0) }).map { Point(max($0.x, 0), $0.y) })
    }

    /// A regular polygon of the given radius, a corner at the top.
    static func regular(_ corners: Int, radius: Float) -> Outline {
        Outline(
            (0..<corners).map {
                let angle = 2 * Float.pi * Float($0) / Float(corners)
                return Point(-sine(angle) * radius, cosine(angle) * radius)
            })
    }

    func bounds(depth: Float) -> Box {
        Box(around: points.map { Vector($0.x, $0.y, -depth) } + points.map { Vector($0.x, $0.y, depth) })
    }

    /// The signed distance to the polygon: negative inside, whichever way round its corners go.
    func distance(_ p: Point) -> Float {
        guard let last = points.last else { return .infinity }
        return distance(p, along: points[...], from: last)
    }

    /// The same for points right of the Y axis, with the side along that axis taken for an opening and not for a rim.
    func distanceOpenAtAxis(_ p: Point) -> Float {
        guard let first = points.first else { return .infinity }
        return distance(p, along: points.dropFirst(), from: first)
    }

    private func distance(_ p: Point, along corners: ArraySlice<Point>, from start: Point) -> Float {
        var previous = start
        var nearest = Float.infinity
        var inside = false
        for corner in corners {
            let edge = previous - corner
            let toPoint = p - corner
            let length = edge.dot(edge)
            let t = length > 0 ? clamp(toPoint.dot(edge) / length) : 0
            let offset = toPoint - edge * t
            let square = offset.dot(offset)
            if square < nearest { nearest = square }
            if (corner.y > p.y) != (previous.y > p.y), p.x < edge.x * (p.y - corner.y) / edge.y + corner.x {
                inside.toggle()
            }
            previous = corner
        }
        return inside ? -nearest.squareRoot() : nearest.squareRoot()
    }
}

enum Curve {
    /// Points along the Catmull-Rom spline through `points`, which it passes in order.
    static func smooth(_ points: [Vector], steps: Int = 6) -> [Vector] {
        guard points.count > 2, let last = points.last else { return points }
        var result: [Vector] = []
        for index in 0..<points.count - 1 {
            let (b, c) = (points[index], points[index + 1])
            let a = index > 0 ? points[index - 1] : b * 2 - c
            let d = index + 2 < points.count ? points[index + 2] : c * 2 - b
            for step in 0..<steps {
                let t = Float(step) / Float(steps)
                let cubic = (b * 3 - a - c * 3 + d) * (t * t * t)
                let square = (a * 2 - b * 5 + c * 4 - d) * (t * t)
                result.append((b * 2 + (c - a) * t + square + cubic) / 2)
            }
        }
        return result + [last]
    }
}
