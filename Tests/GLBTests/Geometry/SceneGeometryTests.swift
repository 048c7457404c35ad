import Testing

@testable import GLB

@Suite struct SceneGeometryTests {
    private func scene(_ mesh: TestMesh = .cube, node: String, metresPerUnit: Double = 1) throws -> SceneGeometry {
        var options = Geometry.Options()
        options.metresPerUnit = metresPerUnit
        return try Geometry(of: mesh.asset(node: node), options).scene
    }

    private func isClose(_ one: Double?, _ other: Double) -> Bool {
        guard let one else { return false }
        return abs(one - other) <= 1e-9 * max(1, abs(other))
    }

    @Test(
        "a node's transform scales areas and volumes",
        arguments: [
            (#","scale":[2,2,2]"#, 96.0, 64.0, SIMD3(4.0, 4, 4)),
            (#","scale":[1,2,3]"#, 8.0 * (2 + 3 + 6), 48.0, SIMD3(2.0, 4, 6)),
            (#","translation":[100,-7,3]"#, 24.0, 8.0, SIMD3(2.0, 2, 2)),
            // A mirrored mesh is drawn with its winding reversed: it stays right side out.
            (#","scale":[-1,1,1]"#, 24.0, 8.0, SIMD3(2.0, 2, 2)),
            (#","scale":[-1,2,1]"#, 40.0, 16.0, SIMD3(2.0, 4, 2)),
            // A quarter of a turn about an axis through opposite edges' middles is none along an axis.
            (
                #","rotation":[0,0,0.3826834323650898,0.9238795325112867]"#, 24.0, 8.0,
                SIMD3(8.0.squareRoot(), 8.0.squareRoot(), 2)
            ),
        ])
    func transform(node: String, area: Double, volume: Double, size: SIMD3<Double>) throws {
        let scene = try scene(node: node)
        #expect(isClose(scene.area, area))
        #expect(isClose(scene.volume, volume))
        let measured = try #require(scene.bounds).size
        #expect((0..<3).allSatisfy { isClose(measured[$0], size[$0]) })
        #expect(scene.isWatertight)
        #expect(scene.eulerNumber == 2)
    }

    @Test("the size at a scale is the size times the scale") func physicalSize() throws {
        let scene = try scene(node: "", metresPerUnit: 0.05)
        #expect(isClose(scene.bounds?.size.x, 0.1))
        #expect(isClose(scene.area, 0.06))
        #expect(isClose(scene.volume, 0.001))
        #expect(isClose(scene.shortestEdge, 0.1))
        #expect(isClose(scene.smallestPart, 0.1))
    }

    @Test("parts that touch themselves are counted", arguments: [(Float(2), 1, 0), (0, 2, 1)])
    func touching(height: Float, vertices: Int, edges: Int) throws {
        let scene = try scene(.cube + TestMesh.cube.moved(by: [2, 2, height]), node: "")
        #expect(scene.parts == 1)
        #expect(scene.selfTouchingParts == 1)
        #expect(scene.nonManifoldVertices == vertices)
        #expect(scene.nonManifoldEdges == edges)
        #expect(try self.scene(node: "").selfTouchingParts == 0)
    }

    @Test("the signed volume of an open surface counts from the world's origin") func openVolume() throws {
        // A square one unit above the ground encloses a pyramid with the origin, a third of its area in volume.
        var square = TestMesh.square.moved(by: [0, 1, 0])
        square.coordinates = []
        let scene = try scene(square, node: #","translation":[0,2,0],"scale":[2,1,2]"#)
        #expect(isClose(scene.signedVolume, 4 * 3 / 3))
        #expect(scene.volume == nil)
        let uniform = try self.scene(square, node: #","translation":[0,2,0],"scale":[2,2,2]"#)
        #expect(isClose(uniform.signedVolume, 4.0 * 4 / 3))
    }

    @Test("each instance counts, and what is not drawn does not") func instances() throws {
        let (members, binary) = TestAsset.triangle
        let drawn = members.replacingOccurrences("[{\"mesh\":0}]", "[{\"mesh\":0},{\"mesh\":0}]")
        let one = try Geometry(of: TestAsset.file(drawn, binary: binary))
        #expect(one.scene.instances == 1)
        let two = try Geometry(
            of: TestAsset.file(drawn.replacingOccurrences("\"nodes\":[0]", "\"nodes\":[0,1]"), binary: binary))
        #expect(two.scene.instances == 2)
        #expect(two.scene.area == 2)
        #expect(two.scene.parts == 2)
        #expect(two.meshes.count == 1)
        #expect(two.meshes[0].area == 1)
        let none = try Geometry(
            of: TestAsset.file(drawn.replacingOccurrences("\"nodes\":[0]", "\"name\":\"empty\""), binary: binary))
        #expect(none.scene.instances == 0)
        #expect(none.scene.bounds == nil)
        #expect(!none.scene.isWatertight)
        #expect(none.meshes[0].area == 1)
    }

    @Test("copies by EXT_mesh_gpu_instancing are instances") func gpuInstancing() throws {
        let binary = TestAsset.triangle.binary + [0, 0] + TestAsset.floats(0, 0, 0, 5, 0, 0, 0, 5, 0)
        let file = try TestAsset.file(
            #"""
            "scene":0,"scenes":[{"nodes":[0]}],
            "nodes":[{"mesh":0,"extensions":{"EXT_mesh_gpu_instancing":{"attributes":{"TRANSLATION":2}}}}],
            "meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],
            "accessors":[
                {"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"},
                {"bufferView":1,"componentType":5123,"count":3,"type":"SCALAR"},
                {"bufferView":2,"componentType":5126,"count":3,"type":"VEC3"}],
            "bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":36,"byteLength":6},
                {"buffer":0,"byteOffset":44,"byteLength":36}],
            "buffers":[{"byteLength":80}]
            """#, binary: binary)
        let scene = try Geometry(of: file).scene
        #expect(scene.instances == 3)
        #expect(scene.area == 3)
        #expect(scene.bounds?.max == [6, 7, 0])
    }

    @Test("a skinned mesh is as large as its joints make it, whatever its node says") func skin() throws {
        // Data a hundred times too large under a node of scale 0.01; the inverse bind matrices undo it once more.
        let identity: [Float] = [100, 0, 0, 0, 0, 100, 0, 0, 0, 0, 100, 0, 0, 0, 0, 1]
        let binary =
            TestAsset.triangle.binary + [0, 0] + [UInt8](repeating: 0, count: 12)
            + (0..<3).flatMap { _ in TestAsset.floats(1, 0, 0, 0) }
            + identity.flatMap { TestAsset.little($0.bitPattern) }
        let file = try TestAsset.file(
            #"""
            "scene":0,"scenes":[{"nodes":[0,1]}],
            "nodes":[{"scale":[0.01,0.01,0.01],"children":[2]},{"mesh":0,"skin":0,"translation":[9,9,9]},{}],
            "skins":[{"joints":[2],"inverseBindMatrices":4}],
            "meshes":[{"primitives":[{"attributes":{"POSITION":0,"JOINTS_0":2,"WEIGHTS_0":3},"indices":1}]}],
            "accessors":[
                {"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"},
                {"bufferView":1,"componentType":5123,"count":3,"type":"SCALAR"},
                {"bufferView":2,"componentType":5121,"count":3,"type":"VEC4"},
                {"bufferView":3,"componentType":5126,"count":3,"type":"VEC4"},
                {"bufferView":4,"componentType":5126,"count":1,"type":"MAT4"}],
            "bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":36,"byteLength":6},
                {"buffer":0,"byteOffset":44,"byteLength":12},{"buffer":0,"byteOffset":56,"byteLength":48},
                {"buffer":0,"byteOffset":104,"byteLength":64}],
            "buffers":[{"byteLength":168}]
            """#, binary: binary)
        let scene = try Geometry(of: file).scene
        #expect(isClose(scene.area, 1))
        let size = try #require(scene.bounds).size
        #expect(isClose(size.x, 1))
        #expect(isClose(size.y, 2))
    }
}

extension String {
    fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}
