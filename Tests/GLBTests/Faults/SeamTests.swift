import Testing

@testable import GLB

/// MESHY_SEAMS, which only measured surfaces show.
@Suite struct SeamTests {
    private func findings(_ mesh: TestMesh) throws -> [Finding] { try Geometry(of: mesh.asset()).findings.kept }

    @Test("a surface that only its indices tear open is told with both figures") func seams() throws {
        let found = try #require(try findings(TestMesh.cube.torn).first)
        #expect(found.code == .meshySeams)
        #expect(found.severity == .information)
        #expect(found.location == .pointer("/meshes/0"))
        #expect(found.message.contains("36 edges") && found.message.contains("none"), "\(found.message)")
        // Closed but for one triangle of many, it is as much a matter of seams.
        let ball = try #require(try findings(TestMesh.torus(12, 12).without(0).torn).first)
        #expect(ball.message.contains("861 edges") && ball.message.contains("3 are"), "\(ball.message)")
    }

    @Test("merging what lies at the same place takes the fault away") func merged() throws {
        #expect(try findings(.cube).isEmpty)
    }

    @Test("real holes are no seams")
    func holes() throws {
        #expect(try findings(TestMesh.grid(3, 3)).isEmpty)
        // By the indices 54 edges are open, welded 12: most of a flat sheet is its rim.
        #expect(try findings(TestMesh.grid(3, 3).torn).isEmpty)
        #expect(try findings(TestMesh.cube.without(0)).isEmpty)
    }
}
