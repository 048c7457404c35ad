import GLB

/// What stands between a mesh and its print: edges that do not close, triangles without an area.
struct Printability: Codable, Equatable, Sendable {
    /// Edges with one triangle.
    var openEdges = 0
    /// Edges with more than two triangles.
    var nonManifoldEdges = 0
    var degenerateFaces = 0
    /// Closed walks along open edges.
    var holes = 0
    /// In cubic units of the model.
    var volume = 0.0
    var evaluatedAt: Milliseconds = 0

    private var isWatertight: Bool { openEdges == 0 && nonManifoldEdges == 0 }
    private var errors: Int { [!isWatertight, volume <= 0, nonManifoldEdges > 0].count(where: \.self) }
    private var warnings: Int { [degenerateFaces > 0, holes > 0].count(where: \.self) }

    init(_ mesh: TriangleMesh) {
        // Corners at the same place are one, whatever their normals and texture coordinates.
        var known: [SIMD3<Float>: Int] = [:]
        let welded = mesh.positions.map { point in
            let index = known[point] ?? known.count
            known[point] = index
            return index
        }
        var edges: [SIMD2<Int>: (count: Int, from: Int, to: Int)] = [:]
        for triangle in 0..<mesh.triangleCount {
            let corners = mesh.corners(triangle)
            let points = corners.map { welded[$0] }
            let area = mesh.areaVector(triangle)
            volume += Double(dot(mesh.positions[corners[0]], area)) / 6
            guard Set(points).count == 3, dot(area, area) > 0 else {
                degenerateFaces += 1
                continue
            }
            for (from, to) in [(points[0], points[1]), (points[1], points[2]), (points[2], points[0])] {
                edges[SIMD2(min(from, to), max(from, to)), default: (0, from, to)].count += 1
            }
        }
        nonManifoldEdges = edges.values.count { $0.count > 2 }
        let open = edges.values.filter { $0.count == 1 }
        openEdges = open.count
        holes = Self.components(open.map { ($0.from, $0.to) })
    }

    /// How many separate pieces the edges form.
    private static func components(_ edges: [(Int, Int)]) -> Int {
        var parent: [Int: Int] = [:]
        func root(_ point: Int) -> Int {
            var point = point
            while let next = parent[point], next != point {
                parent[point] = parent[next]
                point = next
            }
            return point
        }
        for (from, to) in edges {
            for point in [from, to] where parent[point] == nil { parent[point] = point }
            parent[root(from)] = root(to)
        }
        return parent.count { $0.key == $0.value }
    }
}

extension Printability: JSONWritable {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("_version", "1")
            writer.member("status", errors > 0 ? "error" : warnings > 0 ? "warning" : "healthy")
            writer.member("issue_count", errors + warnings)
            writer.member("error_count", errors)
            writer.member("warning_count", warnings)
            writer.object("metrics") { writer in
                writer.member("is_watertight", isWatertight)
                writer.member("volume", volume)
                writer.member("non_manifold_edges", nonManifoldEdges)
                writer.member("degenerate_faces", degenerateFaces)
                writer.member("holes", holes)
            }
            writer.member("evaluated_at", evaluatedAt)
        }
    }
}
