import Testing

@testable import GLB

@Suite struct VertexCacheTests {
    @Test("a triangle transforms its three vertices") func triangle() throws {
        let cache = try TestMesh(positions: [[0, 0, 0], [1, 0, 0], [0, 1, 0]], triangles: [(0, 1, 2)]).geometry()
            .vertexCache
        #expect(cache.acmr == 3)
        #expect(cache.atvr == 1)
    }

    @Test("what is in the cache is not transformed again") func reuse() throws {
        let cube = try TestMesh.cube.geometry().vertexCache
        #expect(cube.transforms == 8)
        #expect(cube.atvr == 1)
        #expect(try TestMesh.cube.torn.geometry().vertexCache.acmr == 3)
    }

    @Test("the cache forgets what sixteen others came after", arguments: [(12, 15), (13, 16), (14, 20), (20, 26)])
    func forgets(others: Int, transforms: Int) throws {
        // A triangle, some more vertices, and the triangle again: where its first vertex is gone, bringing it back
        // pushes out the second, and that the third.
        var mesh = TestMesh(positions: (0..<30).map { [Float($0), Float($0 * $0), 0] }, triangles: [(0, 1, 2)])
        for vertex in 3..<UInt32(3 + others) { mesh.triangles.append((vertex, vertex, vertex)) }
        mesh.triangles.append((0, 1, 2))
        #expect(try mesh.geometry().vertexCache.transforms == transforms)
    }

    @Test("the cache is empty where a primitive begins") func primitives() throws {
        let twice = TestAsset.triangle.members.split(separator: "[{\"attributes\":{\"POSITION\":0},\"indices\":1}]")
            .joined(
                separator: #"[{"attributes":{"POSITION":0},"indices":1},{"attributes":{"POSITION":0},"indices":1}]"#)
        let geometry = try Geometry(of: TestAsset.file(twice, binary: TestAsset.triangle.binary))
        #expect(geometry.meshes[0].vertexCache.transforms == 6)
        #expect(geometry.meshes[0].vertexCache.vertices == 6)
        #expect(geometry.meshes[0].storedVertices == 3)
    }
}
