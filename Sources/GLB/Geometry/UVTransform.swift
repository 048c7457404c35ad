#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// How coordinates are moved, turned and scaled before they meet a texture.
struct UVTransform {
    private let rows: (SIMD2<Double>, SIMD2<Double>)
    private let offset: SIMD2<Double>

    /// The matrix of KHR_texture_transform: scale, then rotation, then offset.
    init(_ transform: Document.TextureTransform?) {
        let rotation = transform?.rotation ?? 0
        let (sine, cosine) = (sin(rotation), cos(rotation))
        let scale = transform?.scale ?? [1, 1]
        rows = (SIMD2(cosine * scale.x, -sine * scale.y), SIMD2(sine * scale.x, cosine * scale.y))
        offset = transform?.offset ?? [0, 0]
    }

    @inline(__always)
    func callAsFunction(_ point: SIMD2<Float>) -> SIMD2<Double> {
        let point = SIMD2<Double>(point)
        return SIMD2((rows.0 * point).sum(), (rows.1 * point).sum()) + offset
    }
}
