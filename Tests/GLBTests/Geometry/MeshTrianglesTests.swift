import Testing

@testable import GLB

@Suite struct MeshTrianglesTests {
    /// A mesh of one primitive with five vertices and no indices, in some mode.
    private func file(mode: Int) throws -> AssetFile {
        try TestAsset.file(
            #"""
            "meshes":[{"primitives":[{"attributes":{"POSITION":0},"mode":\#(mode)}]}],
            "accessors":[{"bufferView":0,"componentType":5126,"count":5,"type":"VEC3"}],
            "bufferViews":[{"buffer":0,"byteLength":60}],"buffers":[{"byteLength":60}]
            """#, binary: TestAsset.floats(0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0, 2, 0))
    }

    @Test(
        "vertices in order make the triangles of the mode",
        arguments: [
            (4, [0, 1, 2]), (5, [0, 1, 2, 1, 3, 2, 2, 3, 4]), (6, [1, 2, 0, 2, 3, 0, 3, 4, 0]), (0, []), (1, []),
            (3, []),
        ] as [(Int, [UInt32])])
    func modes(mode: Int, expected: [UInt32]) throws {
        #expect(try MeshTriangles(file(mode: mode), mesh: 0).indices == expected)
    }

    @Test("primitives are one surface, and share vertices where they share an accessor") func primitives() throws {
        let cube = TestMesh.cube
        let bytes =
            cube.positions.flatMap { TestAsset.floats($0.x, $0.y, $0.z) } + cube.indices.map { UInt8($0) }
        let file = try TestAsset.file(
            #"""
            "meshes":[{"primitives":[
                {"attributes":{"POSITION":0},"indices":1},{"attributes":{"POSITION":0},"indices":2},
                {"attributes":{"POSITION":3},"indices":2}]}],
            "accessors":[
                {"bufferView":0,"componentType":5126,"count":8,"type":"VEC3"},
                {"bufferView":1,"componentType":5121,"count":18,"type":"SCALAR"},
                {"bufferView":1,"byteOffset":18,"componentType":5121,"count":18,"type":"SCALAR"},
                {"bufferView":0,"componentType":5126,"count":8,"type":"VEC3"}],
            "bufferViews":[{"buffer":0,"byteLength":96},{"buffer":0,"byteOffset":96,"byteLength":36}],
            "buffers":[{"byteLength":132}]
            """#, binary: bytes)
        let triangles = try MeshTriangles(file, mesh: 0)
        #expect(triangles.positions.count == 48)
        #expect(triangles.groups.map(\.vertices) == [0..<8, 0..<8, 8..<16])
        #expect(triangles.groups.map(\.indices) == [0..<18, 18..<36, 36..<54])
        #expect(triangles.indices.suffix(18).allSatisfy { $0 >= 8 })
        let geometry = try Geometry(of: file)
        #expect(geometry.meshes[0].faults.duplicate == 6)
    }

    @Test("quantised positions are fractions where the accessor says so") func quantised() throws {
        let file = try TestAsset.file(
            #"""
            "nodes":[{"mesh":0,"scale":[2,2,2]}],
            "meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],
            "accessors":[{"bufferView":0,"componentType":5122,"normalized":true,"count":3,"type":"VEC3"}],
            "bufferViews":[{"buffer":0,"byteLength":24,"byteStride":8}],"buffers":[{"byteLength":24}]
            """#,
            binary: [0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0x7F, 0, 0, 0, 0, 0, 0, 0, 0, 0x01, 0x80, 0, 0, 0, 0])
        let geometry = try Geometry(of: file)
        #expect(geometry.meshes[0].area == 0.5)
        #expect(geometry.scene.area == 2)
    }

    @Test("sparse positions are the replaced ones") func sparse() throws {
        let file = try TestAsset.file(
            #"""
            "meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],
            "accessors":[{"componentType":5126,"count":3,"type":"VEC3","sparse":{"count":2,
                "indices":{"bufferView":0,"componentType":5121},"values":{"bufferView":1}}}],
            "bufferViews":[{"buffer":0,"byteLength":2},{"buffer":0,"byteOffset":4,"byteLength":24}],
            "buffers":[{"byteLength":28}]
            """#, binary: [1, 2, 0, 0] + TestAsset.floats(3, 0, 0, 0, 4, 0))
        #expect(try Geometry(of: file).meshes[0].area == 6)
    }

    @Test(
        "what cannot be drawn is refused, with the place",
        arguments: [
            (
                #""indices":1"#, #"{"bufferView":1,"componentType":5123,"count":3,"type":"SCALAR"}"#,
                [9, 0, 0, 0, 0, 0],
                "/accessors/1"
            ),
            (
                #""indices":1"#, #"{"bufferView":1,"componentType":5126,"count":1,"type":"SCALAR"}"#,
                [0, 0, 0, 0, 0, 0],
                "/accessors/1"
            ),
            (
                #""indices":1"#, #"{"bufferView":1,"componentType":5123,"count":30,"type":"SCALAR"}"#,
                [0, 0, 0, 0, 0, 0],
                "/accessors/1"
            ),
            (
                #""extensions":{"KHR_draco_mesh_compression":{"bufferView":1,"attributes":{"POSITION":0}}},"indices":1"#,
                #"{"componentType":5123,"count":3,"type":"SCALAR"}"#, [0, 0, 0, 0, 0, 0],
                "/meshes/0/primitives/0/extensions/KHR_draco_mesh_compression"
            ),
        ] as [(String, String, [UInt8], String)])
    func refused(primitive: String, accessor: String, bytes: [UInt8], place: String) throws {
        let file = try TestAsset.file(
            #"""
            "meshes":[{"primitives":[{"attributes":{"POSITION":0},\#(primitive)}]}],
            "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"},\#(accessor)],
            "bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":36,"byteLength":6}],
            "buffers":[{"byteLength":42}]
            """#, binary: TestAsset.floats(0, 0, 0, 1, 0, 0, 0, 2, 0) + bytes)
        let error = #expect(throws: GLBError.self) { try Geometry(of: file) }
        guard case .unavailable(let pointer, _) = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(pointer == place)
    }

    @Test("too much is refused before anything is read") func limit() throws {
        // The same few bytes drawn over and over: no byte of the file backs the number of triangles.
        let primitive = #"{"attributes":{"POSITION":0},"mode":5}"#
        let primitives = Array(repeating: primitive, count: 5).joined(separator: ",")
        let file = try TestAsset.file(
            #"""
            "meshes":[{"primitives":[\#(primitives)]}],
            "accessors":[{"componentType":5126,"count":4194304,"type":"VEC3"}]
            """#)
        let error = #expect(throws: GLBError.self) { try Geometry(of: file) }
        #expect(error?.description.contains("triangles are more than the 16777215 that are measured") == true)
        let huge = try TestAsset.file(
            #"""
            "meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],
            "accessors":[{"componentType":5126,"count":9223372036854775807,"type":"VEC3"},
                {"componentType":5125,"count":3,"type":"SCALAR"}]
            """#)
        #expect(throws: GLBError.self) { try Geometry(of: huge) }
    }

    @Test("more instances than can be measured are refused") func instanceLimit() throws {
        // A transform that bends proportions must be applied to each triangle, for each of the many nodes.
        let grid = TestMesh.grid(100, 100)
        let nodes = Array(repeating: #"{"mesh":0,"scale":[1,2,3]}"#, count: 9000).joined(separator: ",")
        let bytes =
            grid.positions.flatMap { TestAsset.floats($0.x, $0.y, $0.z) } + grid.indices.flatMap(TestAsset.little)
        let file = try TestAsset.file(
            #"""
            "nodes":[\#(nodes)],"meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],
            "accessors":[{"bufferView":0,"componentType":5126,"count":\#(grid.positions.count),"type":"VEC3"},
                {"bufferView":1,"componentType":5125,"count":\#(grid.indices.count),"type":"SCALAR"}],
            "bufferViews":[{"buffer":0,"byteLength":\#(12 * grid.positions.count)},
                {"buffer":0,"byteOffset":\#(12 * grid.positions.count),"byteLength":\#(4 * grid.indices.count)}],
            "buffers":[{"byteLength":\#(bytes.count)}]
            """#, binary: bytes)
        let error = #expect(throws: GLBError.self) { try Geometry(of: file) }
        #expect(error?.description.contains("drawn 9000 times") == true)
    }
}
