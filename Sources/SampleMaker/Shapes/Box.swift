/// A box along the axes.
struct Box: Hashable, Sendable {
    var low: Vector
    var high: Vector

    /// Holds nothing: joining it with anything gives that thing.
    static let empty = Box(
        low: Vector(.infinity, .infinity, .infinity), high: Vector(-.infinity, -.infinity, -.infinity))

    init(low: Vector, high: Vector) {
        (self.low, self.high) = (low, high)
    }

    /// Centred on the origin, reaching `half` to each side.
    init(half: Vector) {
        self.init(low: -half, high: half)
    }

    init(around points: some Sequence<Vector>) {
        self = points.reduce(into: .empty) { $0.include($1) }
    }

    var size: Vector { high - low }
    var centre: Vector { (low + high) / 2 }
    var longestSide: Float { max(size.x, size.y, size.z) }

    mutating func include(_ point: Vector) {
        (low, high) = (low.lowest(point), high.highest(point))
    }

    func joined(_ other: Box) -> Box { Box(low: low.lowest(other.low), high: high.highest(other.high)) }

    func grown(by margin: Float) -> Box {
        let margin = Vector(margin, margin, margin)
        return Box(low: low - margin, high: high + margin)
    }

    var corners: [Vector] {
        (0..<8).map {
            Vector($0 & 1 == 0 ? low.x : high.x, $0 & 2 == 0 ? low.y : high.y, $0 & 4 == 0 ? low.z : high.z)
        }
    }

    /// The box around this one after `move` was done to it.
    func mapped(_ move: (Vector) -> Vector) -> Box { Box(around: corners.map(move)) }

    /// How far outside a point lies; 0 inside.
    ///
    /// Called for every part at every point: the standard library's generic `max` made unoptimised builds crawl.
    func distance(to p: Vector) -> Float {
        let x = p.x < low.x ? low.x - p.x : p.x > high.x ? p.x - high.x : 0
        let y = p.y < low.y ? low.y - p.y : p.y > high.y ? p.y - high.y : 0
        let z = p.z < low.z ? low.z - p.z : p.z > high.z ? p.z - high.z : 0
        return (x * x + y * y + z * z).squareRoot()
    }
}
