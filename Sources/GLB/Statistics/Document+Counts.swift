extension Document {
    /// How many vertices a primitive has: the elements of its positions, else of its first attribute.
    public func vertexCount(of primitive: Primitive) -> Int {
        (primitive["POSITION"] ?? primitive.attributes.first?.accessor).map { accessors[$0].count } ?? 0
    }

    /// How many triangles a primitive draws, degenerate ones included.
    public func triangleCount(of primitive: Primitive) -> Int {
        let count = primitive.indices.map { accessors[$0].count } ?? vertexCount(of: primitive)
        return primitive.mode?.triangleCount(count) ?? 0
    }
}

/// What drawing costs. Numbers too large for 64 bits stay at the greatest one.
public struct DrawCounts: Equatable, Sendable {
    /// How many primitives are drawn.
    public var drawCalls = 0
    /// Their vertices.
    public var vertices = 0
    /// Their triangles.
    public var triangles = 0

    static func + (left: DrawCounts, right: DrawCounts) -> DrawCounts {
        DrawCounts(
            drawCalls: left.drawCalls.saturatingSum(right.drawCalls),
            vertices: left.vertices.saturatingSum(right.vertices),
            triangles: left.triangles.saturatingSum(right.triangles))
    }
}

extension Document {
    /// What drawing a mesh once costs.
    public func drawCounts(of mesh: Mesh) -> DrawCounts {
        mesh.primitives.reduce(into: DrawCounts()) { counts, primitive in
            counts =
                counts
                + DrawCounts(
                    drawCalls: 1, vertices: vertexCount(of: primitive), triangles: triangleCount(of: primitive))
        }
    }
}
