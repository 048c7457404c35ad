import Testing

@testable import GLB

@Suite struct SceneBoundsTests {
    private func bounds(_ members: String, binary: [UInt8]? = nil) throws -> SceneBounds {
        Report(of: try TestAsset.file(members, binary: binary)).scene.bounds
    }

    private func isNear(_ left: SIMD3<Double>?, _ right: SIMD3<Double>) -> Bool {
        guard let left else { return false }
        return all(.init(repeating: -1e-6) .< (left - right)) && all((left - right) .< .init(repeating: 1e-6))
    }

    private func triangle(_ node: String) -> String {
        TestAsset.triangle.members.replacing(#""nodes":[{"mesh":0}]"#, with: #""nodes":[\#(node)]"#)
    }

    @Test("moved, scaled, mirrored and turned by right angles, a stated box stays exact") func rightAngles() throws {
        let moved = try bounds(triangle(#"{"mesh":0,"translation":[1,2,3],"scale":[2,-3,1]}"#))
        #expect(moved == SceneBounds(box: Bounds(min: [1, -4, 3], max: [3, 2, 3]), accuracy: .exact))
        let turned = try bounds(triangle(#"{"mesh":0,"rotation":[0,0,0.7071067811865476,0.7071067811865476]}"#))
        #expect(turned.accuracy == .exact)
        #expect(isNear(turned.box?.min, [-2, 0, 0]) && isNear(turned.box?.max, [0, 1, 0]))
    }

    @Test("turned otherwise, the vertices are read; without them the box is conservative") func turned() throws {
        // A turn by 45° about Z: (1, 0) to (0.707, 0.707), (0, 2) to (-1.414, 1.414); the box's corner (1, 2) is no vertex.
        let node = #"{"mesh":0,"rotation":[0,0,0.3826834323650898,0.9238795325112867]}"#
        let exact = try bounds(triangle(node), binary: TestAsset.triangle.binary)
        #expect(exact.accuracy == .exact)
        let half = 0.5.squareRoot()
        #expect(isNear(exact.box?.min, [-2 * half, 0, 0]) && isNear(exact.box?.max, [half, 2 * half, 0]))
        let conservative = try bounds(triangle(node))
        #expect(conservative.accuracy == .conservative)
        #expect(isNear(conservative.box?.max, [half, 3 * half, 0]))
    }

    @Test("a turned box within the rest is not read") func contained() throws {
        let node =
            #"{"mesh":0,"scale":[10,10,10],"children":[1]},{"mesh":0,"rotation":[0.1,0,0,0.995],"scale":[0,0,0]}"#
        #expect(try bounds(triangle(node)).accuracy == .exact)
    }

    @Test("without stated bounds the vertices are read") func measured() throws {
        let members = triangle(#"{"mesh":0}"#).replacing(#","min":[0,0,0],"max":[1,2,0]"#, with: "")
        #expect(
            try bounds(members, binary: TestAsset.triangle.binary)
                == SceneBounds(box: Bounds(min: [0, 0, 0], max: [1, 2, 0]), accuracy: .exact))
        #expect(try bounds(members) == SceneBounds(box: nil, accuracy: .incomplete))
    }

    @Test("nothing drawn has no box") func empty() throws {
        #expect(try bounds(#""nodes":[{}]"#) == SceneBounds(box: nil, accuracy: .exact))
    }

    /// A line from (0, 0, 0) to (100, 0, 0) on two joints under an armature of scale 0.01, whose inverse bind matrices
    /// undo that scale when `inverse` is 100; `turn` is the second joint's rotation.
    private func rig(inverse: Float, turn: String) -> (members: String, binary: [UInt8]) {
        let matrix = [inverse, 0, 0, 0, 0, inverse, 0, 0, 0, 0, inverse, 0, 0, 0, 0, 1].flatMap {
            TestAsset.little($0.bitPattern)
        }
        let binary =
            TestAsset.floats(0, 0, 0, 100, 0, 0) + [0, 0, 0, 0, 1, 0, 0, 0] + TestAsset.floats(1, 0, 0, 0, 1, 0, 0, 0)
            + matrix + matrix
        let members = #"""
            "nodes":[{"scale":[0.01,0.01,0.01],"children":[1,2,3]},{"mesh":0,"skin":0},{},{"rotation":\#(turn)}],
            "skins":[{"joints":[2,3],"inverseBindMatrices":3}],
            "meshes":[{"primitives":[{"mode":1,"attributes":{"POSITION":0,"JOINTS_0":1,"WEIGHTS_0":2}}]}],
            "buffers":[{"byteLength":192}],
            "bufferViews":[{"buffer":0,"byteLength":24},{"buffer":0,"byteOffset":24,"byteLength":8},
                {"buffer":0,"byteOffset":32,"byteLength":32},{"buffer":0,"byteOffset":64,"byteLength":128}],
            "accessors":[
                {"bufferView":0,"componentType":5126,"count":2,"type":"VEC3","min":[0,0,0],"max":[100,0,0]},
                {"bufferView":1,"componentType":5121,"count":2,"type":"VEC4"},
                {"bufferView":2,"componentType":5126,"count":2,"type":"VEC4"},
                {"bufferView":3,"componentType":5126,"count":2,"type":"MAT4"}]
            """#
        return (members, binary)
    }

    @Test("a skin gives a rigged model its real size") func skinned() throws {
        let straight = rig(inverse: 100, turn: "[0,0,0,1]")
        let cancelled = try bounds(straight.members, binary: straight.binary)
        #expect(cancelled.accuracy == .exact)
        #expect(isNear(cancelled.box?.max, [100, 0, 0]))
        let plain = rig(inverse: 1, turn: "[0,0,0,1]")
        #expect(isNear(try bounds(plain.members, binary: plain.binary).box?.max, [1, 0, 0]))
    }

    @Test("joints that differ bend the mesh vertex by vertex") func bent() throws {
        let bent = rig(inverse: 1, turn: "[0,0,0.7071067811865476,0.7071067811865476]")
        let exact = try bounds(bent.members, binary: bent.binary)
        #expect(exact.accuracy == .exact)
        #expect(isNear(exact.box?.min, [0, 0, 0]) && isNear(exact.box?.max, [0, 1, 0]))
        // Without the weights, each vertex may follow either joint.
        let unread = bent.members.replacing(#""bufferView":2,"#, with: #""bufferView":2,"byteOffset":30,"#)
        let conservative = try bounds(unread, binary: bent.binary)
        #expect(conservative.accuracy == .conservative)
        #expect(isNear(conservative.box?.max, [1, 1, 0]))
    }

    @Test("a skin that cannot be read leaves the size open") func unreadable() throws {
        let straight = rig(inverse: 100, turn: "[0,0,0,1]")
        #expect(try bounds(straight.members) == SceneBounds(box: nil, accuracy: .incomplete))
    }

    @Test("many references to many things take bounded time") func budgets() throws {
        let nodes = [String](repeating: #"{"mesh":0,"skin":0,"rotation":[0.1,0.2,0.3,0.9]}"#, count: 3000)
        let primitives = [String](
            repeating: #"{"attributes":{"POSITION":0,"JOINTS_0":0,"WEIGHTS_0":0}}"#, count: 3000)
        let joints = [String](repeating: "0", count: 3000).joined(separator: ",")
        let result = try bounds(
            #"""
            "nodes":[\#(nodes.joined(separator: ","))],"skins":[{"joints":[\#(joints)]}],
            "meshes":[{"primitives":[\#(primitives.joined(separator: ","))]}],
            "accessors":[{"componentType":5126,"count":1000,"type":"VEC3","min":[0,0,0],"max":[1,1,1]}]
            """#)
        #expect(result.accuracy == .incomplete)
    }
}
