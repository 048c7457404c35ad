/// Draws a mesh as a person would look at it: from slightly above, in the light of a window.
struct Rendering {
    let width: Int
    let height: Int
    /// Red, green, blue and alpha bytes, rows from the top.
    private(set) var pixels: [UInt8]
    private var depths: [Float]

    private static let background = SIMD3<Float>(0.93, 0.94, 0.95)
    private static let clay = SIMD3<Float>(0.78, 0.77, 0.75)

    init(
        _ mesh: TriangleMesh, texture: PixelImage?, view: Picture.View, width: Int, height: Int, isTransparent: Bool
    ) {
        self.width = width
        self.height = height
        let empty = Self.bytes(Self.background, alpha: isTransparent ? 0 : 255)
        pixels = [UInt8](repeating: 0, count: width * height * 4)
        for index in pixels.indices { pixels[index] = empty[index & 3] }
        depths = [Float](repeating: -.infinity, count: width * height)

        let camera = Camera(mesh, view: view, width: width, height: height)
        let places = mesh.positions.map(camera.place)
        let lights = mesh.normals.map { camera.light($0) }
        for triangle in 0..<mesh.triangleCount {
            let corners = mesh.corners(triangle)
            draw(corners.map { places[$0] }, corners.map { lights[$0] }) { b, c in
                guard let texture, !mesh.coordinates.isEmpty else { return Self.clay }
                let at = corners.map { mesh.coordinates[$0] }
                return texture.colour(at: at[0] * (1 - b - c) + at[1] * b + at[2] * c)
            }
        }
    }

    /// Fills one triangle; `places` are pixels, with the nearness as the third coordinate.
    private mutating func draw(
        _ places: [SIMD3<Float>], _ lights: [Float], colour: (_ b: Float, _ c: Float) -> SIMD3<Float>
    ) {
        let (p, q, r) = (places[0], places[1], places[2])
        let area = (q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y)
        guard area != 0 else { return }
        let left = max(0, Int(min(p.x, q.x, r.x))), right = min(width - 1, Int(max(p.x, q.x, r.x)))
        let top = max(0, Int(min(p.y, q.y, r.y))), bottom = min(height - 1, Int(max(p.y, q.y, r.y)))
        guard left <= right, top <= bottom else { return }
        for y in top...bottom {
            for x in left...right {
                let (dx, dy) = (Float(x) + 0.5 - p.x, Float(y) + 0.5 - p.y)
                let b = (dx * (r.y - p.y) - (r.x - p.x) * dy) / area
                let c = ((q.x - p.x) * dy - dx * (q.y - p.y)) / area
                guard b >= 0, c >= 0, b + c <= 1 else { continue }
                let depth = p.z * (1 - b - c) + q.z * b + r.z * c
                guard depth > depths[y * width + x] else { continue }
                depths[y * width + x] = depth
                let light = lights[0] * (1 - b - c) + lights[1] * b + lights[2] * c
                pixels.replaceSubrange(
                    (y * width + x) * 4..<(y * width + x) * 4 + 4, with: Self.bytes(colour(b, c) * light, alpha: 255))
            }
        }
    }

    private static func bytes(_ colour: SIMD3<Float>, alpha: UInt8) -> [UInt8] {
        let scaled = (colour.clamped(lowerBound: .zero, upperBound: .one) * 255).rounded(.toNearestOrEven)
        return [UInt8(scaled.x), UInt8(scaled.y), UInt8(scaled.z), alpha]
    }
}

/// A parallel projection onto the picture: a turn about the vertical, then a nod.
private struct Camera {
    private let middle: SIMD3<Float>
    private let scale: Float
    private let size: SIMD2<Float>
    private let right: SIMD3<Float>
    private let up: SIMD3<Float>
    private let toViewer: SIMD3<Float>

    init(_ mesh: TriangleMesh, view: Picture.View, width: Int, height: Int) {
        let (low, high) = mesh.bounds
        middle = (low + high) / 2
        let (sine, cosine): (Float, Float) =
            switch view {
            case .front: (0, 1)
            case .right: (1, 0)
            case .back: (0, -1)
            case .left: (-1, 0)
            }
        let nod: (sine: Float, cosine: Float) = (0.25882, 0.96593)  // 15 degrees
        right = SIMD3(cosine, 0, -sine)
        toViewer = SIMD3(sine * nod.cosine, nod.sine, cosine * nod.cosine)
        up = cross(toViewer, right)
        size = SIMD2(Float(width), Float(height))
        let radius = dot(high - low, high - low).squareRoot() / 2
        scale = size.min() * 0.56 / max(radius, .leastNormalMagnitude)
    }

    /// Where a point appears, in pixels from the top left, and how near it is.
    func place(_ point: SIMD3<Float>) -> SIMD3<Float> {
        let p = (point - middle) * scale
        return SIMD3(size.x / 2 + dot(p, right), size.y / 2 - dot(p, up), dot(p, toViewer))
    }

    /// How bright a surface is that faces `normal`: light from the upper left, a little from everywhere.
    func light(_ normal: SIMD3<Float>) -> Float {
        let key = max(0, dot(normal, normalize(toViewer + up * 0.8 - right * 0.6)))
        let fill = max(0, dot(normal, normalize(toViewer + right)))
        return 0.35 + 0.65 * key + 0.15 * fill
    }
}
