/// Writes a mesh as a Wavefront OBJ, with its materials beside it.
enum OBJ {
    /// The text of `model.obj`; a textured one names `model.mtl`.
    static func text(_ mesh: TriangleMesh, isTextured: Bool) -> String {
        var lines: [String] = isTextured ? ["mtllib model.mtl", "usemtl Material_1"] : []
        lines.reserveCapacity(mesh.positions.count * 3 + mesh.triangleCount)
        for point in mesh.positions { lines.append("v \(point.x) \(point.y) \(point.z)") }
        // OBJ counts texture rows from the bottom.
        if isTextured { for place in mesh.coordinates { lines.append("vt \(place.x) \(1 - place.y)") } }
        for normal in mesh.normals { lines.append("vn \(normal.x) \(normal.y) \(normal.z)") }
        for triangle in 0..<mesh.triangleCount {
            let corners = mesh.corners(triangle).map { $0 + 1 }
            lines.append(
                "f " + corners.map { isTextured ? "\($0)/\($0)/\($0)" : "\($0)//\($0)" }.joined(separator: " "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The text of `model.mtl`.
    static let materials = "newmtl Material_1\nKd 1 1 1\nmap_Kd texture_0.png\n"
}
