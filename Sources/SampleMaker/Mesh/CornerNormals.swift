extension Mesh {
    /// A normal for each corner of each triangle: smooth where the sculpture is, split along its sharp edges.
    ///
    /// Each corner asks the sculpture just inside its own triangle; corners of one point that hear nearly the same
    /// share the mean of their answers.
    func cornerNormals(of sculpture: Sculpture, step: Float) -> [[Vector]] {
        var own = triangles.map { triangle -> [Vector] in
            let centre = centroid(triangle)
            let face = areaVector(triangle).normalized
            return triangle.corners.map { corner in
                let inwards = centre - positions[corner]
                let reach = min(0.25, 4 * step / max(inwards.length, 1e-9))
                let normal = sculpture.gradient(positions[corner] + inwards * reach, step: step)
                // Where a thin part was cut off by the grid its function knows nothing of this face.
                return normal.dot(face) > 0.2 ? normal : face
            }
        }
        var around = [[(triangle: Int, corner: Int)]](repeating: [], count: positions.count)
        for (index, triangle) in triangles.enumerated() {
            for (corner, point) in triangle.corners.enumerated() { around[point].append((index, corner)) }
        }
        for corners in around {
            var groups: [(sum: Vector, members: [(triangle: Int, corner: Int)])] = []
            for corner in corners {
                let normal = own[corner.triangle][corner.corner]
                if let group = groups.firstIndex(where: { $0.sum.normalized.dot(normal) > 0.82 }) {
                    groups[group].sum += normal
                    groups[group].members.append(corner)
                } else {
                    groups.append((normal, [corner]))
                }
            }
            for group in groups {
                for member in group.members { own[member.triangle][member.corner] = group.sum.normalized }
            }
        }
        return own
    }
}
