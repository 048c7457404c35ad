/// Finds the cells of the unit grid whose centres lie inside a triangle.
enum Raster {
    /// Calls `body` with each such cell, once; a centre on an edge belongs to one of the edge's two triangles only.
    static func visit(_ corners: [Point], _ body: (Int, Int) -> Void) {
        let (a, b, c) = (corners[0], corners[1], corners[2])
        let area = (b - a).cross(c - a)
        guard area != 0 else { return }
        let edges = area > 0 ? [(a, b), (b, c), (c, a)] : [(a, c), (c, b), (b, a)]
        let (left, right) = (min(a.x, b.x, c.x), max(a.x, b.x, c.x))
        let (bottom, top) = (min(a.y, b.y, c.y), max(a.y, b.y, c.y))
        let columns =
            Int((left - 0.5).rounded(.up))..<max(Int((left - 0.5).rounded(.up)), Int((right - 0.5).rounded(.down)) + 1)
        let rows =
            Int(
                (bottom - 0.5).rounded(.up))..<max(
                Int((bottom - 0.5).rounded(.up)), Int((top - 0.5).rounded(.down)) + 1)
        for y in rows {
            for x in columns {
                let centre = Point(Float(x) + 0.5, Float(y) + 0.5)
                if edges.allSatisfy({ isInside(centre, $0.0, $0.1) }) { body(x, y) }
            }
        }
    }

    /// Left of the edge, or on it if the edge goes down or straight right: its twin the other way round then does not.
    private static func isInside(_ p: Point, _ from: Point, _ to: Point) -> Bool {
        // Always computed from the same end, so that both triangles of an edge get the same number.
        let isForward = (from.x, from.y) < (to.x, to.y)
        let (low, high) = isForward ? (from, to) : (to, from)
        let side = (high - low).cross(p - low)
        if side == 0 { return isForward }
        return isForward ? side > 0 : side < 0
    }
}
