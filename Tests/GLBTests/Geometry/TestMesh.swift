@testable import GLB
import Testing

/// Small meshes made on the spot.
struct TestMesh {
    var positions: [SIMD3<Float>]
    var triangles: [(UInt32, UInt32, UInt32)]
    var coordinates: [SIMD2<Float>] = []

    /// Three vertices for each triangle.
    var indices: [UInt32] { triangles.flatMap { [$0.0, $0.1, $0.2] } }

    /// Both meshes, nothing shared.
    static func + (left: TestMesh, right: TestMesh) -> TestMesh {
        let base = UInt32(left.positions.count)
        return TestMesh(
            positions: left.positions + right.positions,
            triangles: left.triangles + right.triangles.map { ($0.0 + base, $0.1 + base, $0.2 + base) })
    }

    func moved(by offset: SIMD3<Float>) -> TestMesh {
        var mesh = self
        mesh.positions = positions.map { $0 + offset }
        return mesh
    }

    func without(_ triangle: Int) -> TestMesh {
        var mesh = self
        mesh.triangles.remove(at: triangle)
        return mesh
    }

    /// With triangles that show their other side.
    func flipped(_ isFlipped: (Int) -> Bool = { _ in true }) -> TestMesh {
        var mesh = self
        mesh.triangles = triangles.enumerated().map { isFlipped($0) ? ($1.0, $1.2, $1.1) : $1 }
        return mesh
    }

    /// With three vertices of its own for each triangle, as a file without shared vertices has.
    var torn: TestMesh {
        TestMesh(
            positions: triangles.flatMap { [$0.0, $0.1, $0.2].map { positions[Int($0)] } },
            triangles: triangles.indices.map { (UInt32(3 * $0), UInt32(3 * $0 + 1), UInt32(3 * $0 + 2)) })
    }

    /// A document of the mesh, drawn once under a node with these members.
    func asset(node: String = "") throws -> AssetFile {
        let flat = positions.flatMap { [$0.x, $0.y, $0.z] } + coordinates.flatMap { [$0.x, $0.y] }
        let bytes = flat.flatMap { TestAsset.little($0.bitPattern) } + indices.flatMap { TestAsset.little($0) }
        let (points, pairs) = (12 * positions.count, 8 * coordinates.count)
        let set = coordinates.isEmpty ? "" : #","TEXCOORD_0":2"#
        return try TestAsset.file(
            #"""
            "nodes":[{"mesh":0\#(node)}],"scenes":[{"nodes":[0]}],
            "meshes":[{"primitives":[{"attributes":{"POSITION":0\#(set)},"indices":1}]}],
            "accessors":[
                {"bufferView":0,"componentType":5126,"count":\#(positions.count),"type":"VEC3"},
                {"bufferView":1,"componentType":5125,"count":\#(3 * triangles.count),"type":"SCALAR"},
                {"bufferView":2,"componentType":5126,"count":\#(max(1, coordinates.count)),"type":"VEC2"}],
            "bufferViews":[
                {"buffer":0,"byteLength":\#(points)},
                {"buffer":0,"byteOffset":\#(points + pairs),"byteLength":\#(12 * triangles.count)},
                {"buffer":0,"byteOffset":\#(points),"byteLength":\#(max(8, pairs))}],
            "buffers":[{"byteLength":\#(bytes.count)}]
            """#, binary: bytes)
    }

    /// What is measured of the mesh by itself.
    func geometry(tolerance: Double = 0) throws -> MeshGeometry {
        var options = Geometry.Options()
        options.weldTolerance = tolerance
        let geometry = try Geometry(of: asset(), options)
        return try #require(geometry.meshes.first)
    }
}

extension TestMesh {
    /// A cube of two units from -1 to 1, front faces outside: 8 vertices, 12 triangles.
    static let cube = TestMesh(
        positions: (0..<8).map { SIMD3($0 & 1 == 0 ? -1 : 1, $0 & 2 == 0 ? -1 : 1, $0 & 4 == 0 ? -1 : 1) },
        triangles: [
            (0, 2, 3), (0, 3, 1), (4, 5, 7), (4, 7, 6), (0, 1, 5), (0, 5, 4),
            (2, 6, 7), (2, 7, 3), (0, 4, 6), (0, 6, 2), (1, 3, 7), (1, 7, 5),
        ])

    /// A tetrahedron with a corner at the origin and three on the axes, front faces outside.
    static let tetrahedron = TestMesh(
        positions: [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]],
        triangles: [(0, 2, 1), (0, 1, 3), (0, 3, 2), (1, 2, 3)])

    /// A square of one unit on the ground, in two triangles, with a texture laid out once.
    static let square = TestMesh(
        positions: [[0, 0, 0], [1, 0, 0], [1, 0, -1], [0, 0, -1]], triangles: [(0, 1, 2), (0, 2, 3)],
        coordinates: [[0, 1], [1, 1], [1, 0], [0, 0]])

    /// A flat grid of squares in two triangles each.
    static func grid(_ columns: Int, _ rows: Int) -> TestMesh {
        let width = columns + 1
        return TestMesh(
            positions: (0..<width * (rows + 1)).map { [Float($0 % width), Float($0 / width), 0] },
            triangles: (0..<columns * rows).flatMap { cell in
                let corner = UInt32(cell / columns * width + cell % columns)
                let above = corner + UInt32(width)
                return [(corner, corner + 1, above + 1), (corner, above + 1, above)]
            })
    }

    /// A ring with a hole through it, made of a square grid that is closed both ways; not round, but a torus.
    static func torus(_ around: Int, _ along: Int) -> TestMesh {
        func corner(_ i: Int, _ j: Int) -> UInt32 { UInt32(i % around * along + j % along) }
        var mesh = TestMesh(positions: [], triangles: [])
        for i in 0..<around {
            for j in 0..<along {
                // Any place will do as long as all differ: topology does not look at it.
                mesh.positions.append([Float(i), Float(j), Float(i * j % 7)])
                mesh.triangles.append((corner(i, j), corner(i + 1, j), corner(i + 1, j + 1)))
                mesh.triangles.append((corner(i, j), corner(i + 1, j + 1), corner(i, j + 1)))
            }
        }
        return mesh
    }
}
