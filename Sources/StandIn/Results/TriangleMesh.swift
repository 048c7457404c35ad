/// Triangles with shared corners: three indices each, counterclockwise as seen from outside.
struct TriangleMesh: Sendable {
    var positions: [SIMD3<Float>]
    let normals: [SIMD3<Float>]
    /// Places in the texture, 0 to 1 from the top left; empty without a texture.
    let coordinates: [SIMD2<Float>]
    let indices: [Int]

    var triangleCount: Int { indices.count / 3 }

    /// The lowest and highest corner of a box around everything.
    var bounds: (low: SIMD3<Float>, high: SIMD3<Float>) {
        guard let first = positions.first else { return (.zero, .zero) }
        return positions.reduce((first, first)) { (pointwiseMin($0.0, $1), pointwiseMax($0.1, $1)) }
    }

    /// The corners of a triangle, as numbers of vertices.
    func corners(_ triangle: Int) -> [Int] { [0, 1, 2].map { indices[3 * triangle + $0] } }

    /// At a right angle to the triangle, as long as twice its area.
    func areaVector(_ triangle: Int) -> SIMD3<Float> {
        let points = corners(triangle).map { positions[$0] }
        return cross(points[1] - points[0], points[2] - points[0])
    }
}

func cross(_ a: SIMD3<Float>, _ b: SIMD3<Float>) -> SIMD3<Float> {
    SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
}

func dot(_ a: SIMD3<Float>, _ b: SIMD3<Float>) -> Float { (a * b).sum() }

func normalize(_ a: SIMD3<Float>) -> SIMD3<Float> {
    let length = dot(a, a).squareRoot()
    return length > 0 ? a / length : a
}
