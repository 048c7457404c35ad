/// How well the order of triangles suits a graphics card, which keeps the vertices that it transformed last.
///
/// Measured with a cache of ``size`` vertices that forgets the oldest first, as published figures mostly are; the cache
/// is empty where a primitive begins.
public struct VertexCache: Equatable, Sendable {
    /// How many vertices the simulated cache holds.
    public static let size = 16

    /// How many triangles were drawn.
    public let triangles: Int
    /// How many vertices the triangles use, each counted once a primitive.
    public private(set) var vertices = 0
    /// How many vertices were transformed: those that were not in the cache when they were needed.
    public let transforms: Int

    /// The average cache miss ratio: transforms a triangle, from about 0.5 (best) to 3; nil without triangles.
    public var acmr: Double? { triangles > 0 ? Double(transforms) / Double(triangles) : nil }

    /// The average transform to vertex ratio: transforms a vertex, 1 at best; nil without triangles.
    public var atvr: Double? { vertices > 0 ? Double(transforms) / Double(vertices) : nil }

    init(_ mesh: MeshTriangles) {
        // The number of transforms, those before the primitive included, when a vertex was last put into the cache.
        var stamps = [Int32](repeating: -1, count: mesh.positions.count / 3)
        var clock: Int32 = 0
        for group in mesh.groups {
            let start = clock
            for index in mesh.indices[group.indices] {
                let stamp = stamps[Int(index)]
                if stamp < start { vertices += 1 }
                if stamp < start || clock - stamp > Int32(Self.size) {
                    stamps[Int(index)] = clock
                    clock += 1
                }
            }
        }
        triangles = mesh.indices.count / 3
        transforms = Int(clock)
    }
}
