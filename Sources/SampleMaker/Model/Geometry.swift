/// What a mesh primitive draws: one entry a vertex in each array, three indices a triangle.
struct Geometry: Sendable {
    var positions: [Vector] = []
    var normals: [Vector] = []
    /// Places in the texture, 0 to 1 from the top left; empty for a model without a texture.
    var coordinates: [Point] = []
    var indices: [UInt32] = []

    var bounds: Box { Box(around: positions) }

    /// Corners share a vertex where their normals, and their places in the atlas if there is one, are the same.
    init(_ mesh: Mesh, normals: [[Vector]], atlas: Atlas?) {
        struct Vertex: Hashable {
            var point: Int
            var normal: Vector
            var coordinate: Point?
        }
        var known: [Vertex: UInt32] = [:]
        for (index, triangle) in mesh.triangles.enumerated() {
            for (corner, point) in triangle.corners.enumerated() {
                let vertex = Vertex(
                    point: point, normal: normals[index][corner],
                    coordinate: atlas?.coordinate(triangle: index, corner: corner))
                if let place = known[vertex] {
                    indices.append(place)
                    continue
                }
                let place = UInt32(positions.count)
                known[vertex] = place
                indices.append(place)
                positions.append(mesh.positions[point])
                self.normals.append(vertex.normal)
                if let place = vertex.coordinate { coordinates.append(place) }
            }
        }
    }

    /// Brings the model to the origin and its longest side to `length`.
    mutating func fit(length: Float) {
        let bounds = bounds
        let scale = length / bounds.longestSide
        for index in positions.indices { positions[index] = (positions[index] - bounds.centre) * scale }
    }
}
