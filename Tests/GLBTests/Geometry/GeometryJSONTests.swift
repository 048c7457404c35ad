import Testing

@testable import GLB

@Suite struct GeometryJSONTests {
    private func json(_ mesh: TestMesh) throws -> JSONText {
        var writer = JSONWriter()
        try Geometry(of: mesh.asset()).write(to: &writer)
        return try JSONText(parsing: writer.bytes)
    }

    @Test("the report says what was measured") func cube() throws {
        let root = try json(.cube).root
        #expect(root["metresPerUnit"]?.double == 1)
        #expect(root["scene"]?["watertight"]?.bool == true)
        #expect(abs((root["scene"]?["volume"]?.double ?? 0) - 8) < 1e-12)
        #expect(root["scene"]?["size"]?.elements.map(\.double) == [2, 2, 2])
        let mesh = try #require(root["meshes"]?.elements.first { _ in true })
        #expect(mesh["welded"]?["eulerNumber"]?.integer == 2)
        #expect(mesh["faults"]?["duplicate"]?.integer == 0)
        #expect(mesh["parts"]?.elements.map { $0["triangles"]?.integer } == [12])
        #expect(mesh["vertexCache"]?["transforms"]?.integer == 8)
        #expect(mesh["textures"]?.elements.map { _ in 1 } == [])
    }

    @Test("what is not known is null, not absent") func unknown() throws {
        let mesh = try #require(try json(TestMesh.cube.without(0)).root["meshes"]?.elements.first { _ in true })
        #expect(mesh["volume"]?.kind == .null)
        #expect(mesh["genus"]?.kind == .null)
    }
}
