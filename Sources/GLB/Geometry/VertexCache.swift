/// How well the order of triangles suits a graphics card, which keeps the vertices that it transformed last.
///
/// Measured with a cache of ``size`` vertices that forgets the oldest first, as published figures mostly are; the cache
/// is empty where a primitive begins.
public struct VertexCache: Equatable, Sendable {
    /// How many vertices the simulated cache holds.
    public static let size = 16

    /// How many triangles were drawn.
    public private(set) var triangles = 0
    /// How many vertices the triangles use, each counted once a primitive.
    public private(set) var vertices = 0
    /// How many vertices were transformed: those that were not in the cache when they were needed.
    public private(set) var transforms = 0

    /// The average cache miss ratio: transforms a triangle, from about 0.5 (best) to 3; nil without triangles.
    public var acmr: Double? { triangles > 0 ? Double(transforms) / Double(triangles) : nil }

    /// The average transform to vertex ratio: transforms a vertex, 1 at best; nil without triangles.
    public var atvr: Double? { vertices > 0 ? Double(transforms) / Double(vertices) : nil }

    /// Draws a primitive's triangles, three vertices each, all below `vertexCount`.
    mutating func draw(_ indices: ArraySlice<UInt32>, vertexCount: Int) {
        // The number of transforms when a vertex was last put into the cache, counted from 1.
        var stamps = [UInt32](repeating: 0, count: vertexCount)
        var clock: UInt32 = 0
        var used = 0
        for index in indices {
            let stamp = stamps[Int(index)]
            if stamp == 0 { used += 1 }
            if stamp == 0 || clock &- stamp >= UInt32(Self.size) {
                clock &+= 1
                stamps[Int(index)] = clock
            }
        }
        triangles += indices.count / 3
        vertices += used
        transforms += Int(clock)
    }
}
