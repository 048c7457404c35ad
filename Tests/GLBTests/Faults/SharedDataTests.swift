import TestSupport
import Testing

@testable import GLB

/// Repairs of faults whose data serves something else too: they change all of it, or leave the fault.
@Suite struct SharedDataTests {
    /// With faults, and without leaving out what is unused, so that accessors keep their numbers.
    private static var options: ValidationOptions {
        var options = ValidationOptions()
        options.includesFaults = true
        options.ignoredCodes = ["UNUSED_OBJECT"]
        return options
    }

    private func mend(_ members: String, _ binary: [UInt8]) throws -> (old: AssetFile, new: AssetFile, mends: [Mend]) {
        let file = try TestAsset.file(members, binary: binary)
        let mended = try Mender.mend(file, options: Self.options)
        return (file, try AssetFile(bytes: mended.bytes), mended.mends)
    }

    /// What is left to be found in the copy.
    private func faults(_ members: String, _ binary: [UInt8]) throws -> Set<String> {
        let mended = try Mender.mend(try TestAsset.file(members, binary: binary), options: Self.options)
        return Set(try Validator.validate(bytes: mended.bytes, options: Self.options).findings.codes)
    }

    // MARK: - Inverted meshes

    /// A tetrahedron whose triangles face inward, with the normals and tangents of its vertices, and what else reads them.
    private struct Tetrahedron {
        var attributes = #""POSITION":0,"NORMAL":2,"TANGENT":3"#
        /// Members of further primitives.
        var primitives: [String] = []
        /// Further accessors, from 4 on.
        var accessors: [String] = []
        var normal = #""bufferView":2,"componentType":5126,"count":4,"type":"VEC3""#
        var others = ""

        var members: String {
            let all = [#""attributes":{\#(attributes)},"indices":1"#] + primitives
            return #"""
                "scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],
                "meshes":[{"primitives":[\#(all.map { "{\($0)}" }.joined(separator: ","))]}],
                "accessors":[
                    {"bufferView":0,"componentType":5126,"count":4,"type":"VEC3","min":[0,0,0],"max":[1,1,1]},
                    {"bufferView":1,"componentType":5121,"count":12,"type":"SCALAR"},{\#(normal)},
                    {"bufferView":3,"componentType":5126,"count":4,"type":"VEC4"}
                    \#(accessors.map { ",{\($0)}" }.joined())],
                "bufferViews":[{"buffer":0,"byteLength":48},{"buffer":0,"byteOffset":48,"byteLength":12},
                    {"buffer":0,"byteOffset":60,"byteLength":48,"byteStride":12},
                    {"buffer":0,"byteOffset":108,"byteLength":64}],
                "buffers":[{"byteLength":172}]\#(others)
                """#
        }

        static let binary =
            TestAsset.floats(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1) + [0, 1, 2, 0, 3, 1, 0, 2, 3, 1, 3, 2]
            + TestAsset.floats(1, 0, 0, -1, 0, 0, 0, -1, 0, 0, 0, -1)
            + TestAsset.floats(0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0, -1, 1, 0, 0, -1)
    }

    @Test("a mesh is turned with its normals, and its tangents keep their directions") func turned() throws {
        let (_, new, mends) = try mend(Tetrahedron().members, Tetrahedron.binary)
        #expect(mends.contains { $0.code == .meshyInvertedMesh })
        #expect(try new.data(ofAccessor: 1).unsignedIntegers() == [0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3])
        #expect(try new.data(ofAccessor: 2).floats() == [-1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1])
        // The direction in which a picture goes down is that of normal × tangent × sign, and stays what it is.
        #expect(try new.data(ofAccessor: 3).floats() == [0, 1, 0, -1, 0, 1, 0, -1, 1, 0, 0, 1, 1, 0, 0, 1])
    }

    private static let sharing: [(String, Tetrahedron)] = {
        var cases: [(String, Tetrahedron)] = []
        var shape = Tetrahedron()
        shape.primitives = [#""mode":0,"attributes":{"POSITION":0,"NORMAL":2}"#]
        cases.append(("normals of another primitive", shape))
        shape = Tetrahedron()
        shape.primitives = [#""mode":0,"attributes":{"POSITION":0,"NORMAL":4}"#]
        shape.accessors = [#""bufferView":2,"componentType":5126,"count":4,"type":"VEC3""#]
        cases.append(("normals that another accessor reads", shape))
        shape = Tetrahedron()
        shape.attributes = #""POSITION":0,"NORMAL":0"#
        cases.append(("normals that are the positions", shape))
        shape = Tetrahedron()
        shape.normal = #""bufferView":0,"componentType":5126,"count":4,"type":"VEC3""#
        cases.append(("normals on the positions' bytes", shape))
        shape = Tetrahedron()
        shape.normal = #""bufferView":2,"componentType":5120,"normalized":true,"count":4,"type":"VEC3""#
        shape.others = #","extensionsUsed":["KHR_mesh_quantization"],"extensionsRequired":["KHR_mesh_quantization"]"#
        cases.append(("normals of bytes", shape))
        shape = Tetrahedron()
        shape.primitives = [#""mode":0,"attributes":{"POSITION":0,"TANGENT":3}"#]
        cases.append(("tangents of another primitive", shape))
        shape = Tetrahedron()
        shape.primitives = [#""attributes":{"POSITION":0},"indices":4"#]
        shape.accessors = [#""bufferView":1,"byteOffset":6,"componentType":5121,"count":6,"type":"SCALAR""#]
        cases.append(("indices that another accessor reads", shape))
        shape = Tetrahedron()
        shape.primitives = [#""mode":0,"attributes":{"POSITION":0},"indices":1"#]
        cases.append(("indices of another primitive", shape))
        shape = Tetrahedron()
        shape.others = #","images":[{"bufferView":1,"mimeType":"image/png"}]"#
        cases.append(("indices that are an image", shape))
        return cases
    }()

    @Test("a mesh that cannot be turned alone, or not in all its parts, stays as it is", arguments: sharing.indices)
    func unturned(index: Int) throws {
        let (name, shape) = Self.sharing[index]
        let (old, new, mends) = try mend(shape.members, Tetrahedron.binary)
        #expect(!mends.contains { $0.code == .meshyInvertedMesh }, "\(name)")
        for accessor in old.document.accessors.indices {
            #expect(
                try old.data(ofAccessor: accessor).floats() == new.data(ofAccessor: accessor).floats(),
                "\(name): accessor \(accessor)")
        }
        #expect(try faults(shape.members, Tetrahedron.binary).contains("MESHY_INVERTED_MESH"), "\(name)")
    }

    // MARK: - Scaled rigs

    /// One joint below a scale, which a clip moves, and what else reads its matrices and keyframes.
    private struct Rig {
        var skins: [String] = []
        var nodes: [String] = []
        var attributes = ""
        var channels: [String] = []
        var samplers: [String] = []
        var animations: [String] = []
        var accessors: [String] = []
        var matrices = #""type":"MAT4""#

        var members: String {
            #"""
            "scene":0,"scenes":[{"nodes":[\#(([0, 2] + nodes.indices.map { $0 + 3 }).map(String.init)
                .joined(separator: ","))]}],
            "nodes":[{"children":[1],"scale":[0.01,0.01,0.01]},{"translation":[100,0,0]},{"mesh":0,"skin":0}
                \#(nodes.map { ",{\($0)}" }.joined())],
            "skins":[{"joints":[1],"inverseBindMatrices":3}\#(skins.map { ",{\($0)}" }.joined())],
            "meshes":[{"primitives":[{"mode":0,"attributes":{"POSITION":0,"JOINTS_0":1,"WEIGHTS_0":2\#(attributes)}}]}],
            "animations":[{"channels":[{"sampler":0,"target":{"node":1,"path":"translation"}}
                \#(channels.map { ",{\($0)}" }.joined())],
                "samplers":[{"input":4,"output":5}\#(samplers.map { ",{\($0)}" }.joined())]}
                \#(animations.map { ",{\($0)}" }.joined())],
            "accessors":[{"componentType":5126,"count":1,"type":"VEC3","min":[0,0,0],"max":[0,0,0]},
                {"bufferView":0,"componentType":5121,"count":1,"type":"VEC4"},
                {"bufferView":1,"componentType":5126,"count":1,"type":"VEC4"},
                {"bufferView":2,"componentType":5126,"count":1,\#(matrices)},
                {"bufferView":3,"componentType":5126,"count":2,"type":"SCALAR","min":[0],"max":[1]},
                {"bufferView":4,"componentType":5126,"count":2,"type":"VEC3"}
                \#(accessors.map { ",{\($0)}" }.joined())],
            "bufferViews":[{"buffer":0,"byteLength":4},{"buffer":0,"byteOffset":4,"byteLength":16},
                {"buffer":0,"byteOffset":20,"byteLength":64},{"buffer":0,"byteOffset":84,"byteLength":8},
                {"buffer":0,"byteOffset":92,"byteLength":24}],
            "buffers":[{"byteLength":116}]
            """#
        }

        static let binary =
            [0, 0, 0, 0] + TestAsset.floats(1, 0, 0, 0)
            + TestAsset.floats(100, 0, 0, 0, 0, 100, 0, 0, 0, 0, 100, 0, -100, 0, 0, 1)
            + TestAsset.floats(0, 1) + TestAsset.floats(100, 0, 0, 100, 50, 0)
    }

    @Test("a rig's scale is moved into what only the rig reads, once") func baked() throws {
        var rig = Rig()
        // The same matrices and keyframes again, for the same joint.
        rig.skins = [#""joints":[1],"inverseBindMatrices":3"#]
        rig.nodes = [#""mesh":0,"skin":1"#]
        rig.animations = [
            #""channels":[{"sampler":0,"target":{"node":1,"path":"translation"}}],"samplers":[{"input":4,"output":5}]"#
        ]
        let (_, new, mends) = try mend(rig.members, Rig.binary)
        #expect(mends.contains { $0.code == .meshyRigScale })
        #expect(try new.data(ofAccessor: 3).floats() == [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -1, 0, 0, 1])
        #expect(try new.data(ofAccessor: 5).floats() == [1, 0, 0, 1, 0.5, 0])
    }

    private static let rigs: [(String, Rig)] = {
        var cases: [(String, Rig)] = []
        var rig = Rig()
        rig.skins = [#""joints":[3],"inverseBindMatrices":3"#]
        rig.nodes = [#""translation":[0,0,0]"#, #""mesh":0,"skin":1"#]
        cases.append(("matrices of another rig", rig))
        rig = Rig()
        rig.skins = [#""joints":[3],"inverseBindMatrices":6"#]
        rig.nodes = [#""translation":[0,0,0]"#, #""mesh":0,"skin":1"#]
        rig.accessors = [#""bufferView":2,"componentType":5126,"count":1,"type":"MAT4""#]
        cases.append(("matrices that another accessor reads", rig))
        rig = Rig()
        rig.matrices = #""type":"VEC4""#
        cases.append(("matrices that are none", rig))
        rig = Rig()
        rig.attributes = #","COLOR_0":6"#
        rig.accessors = [#""bufferView":4,"componentType":5126,"count":1,"type":"VEC3""#]
        cases.append(("keyframes on the bytes of colours", rig))
        rig = Rig()
        rig.nodes = [#""translation":[0,0,0]"#]
        rig.channels = [#""sampler":1,"target":{"node":3,"path":"translation"}"#]
        rig.samplers = [#""input":4,"output":6"#]
        rig.accessors = [#""bufferView":4,"componentType":5126,"count":2,"type":"VEC3""#]
        cases.append(("keyframes that another node's accessor reads", rig))
        rig = Rig()
        rig.nodes = [#""translation":[0,0,0]"#]
        rig.animations = [
            #""channels":[{"sampler":0,"target":{"node":3,"path":"scale"}}],"samplers":[{"input":4,"output":5}]"#
        ]
        cases.append(("keyframes of another clip's scale", rig))
        return cases
    }()

    @Test("a rig whose data something else reads keeps its scale", arguments: rigs.indices) func unbaked(index: Int)
        throws
    {
        let (name, rig) = Self.rigs[index]
        let (old, new, mends) = try mend(rig.members, Rig.binary)
        #expect(!mends.contains { $0.code == .meshyRigScale }, "\(name)")
        #expect(new.document.nodes[0].transform.matrix == old.document.nodes[0].transform.matrix, "\(name)")
        for accessor in old.document.accessors.indices {
            #expect(
                try old.data(ofAccessor: accessor).floats() == new.data(ofAccessor: accessor).floats(),
                "\(name): accessor \(accessor)")
        }
        #expect(try faults(rig.members, Rig.binary).contains("MESHY_RIG_SCALE"), "\(name)")
    }

    @Test("a scale with another rig below stays, the inner rig's is moved") func nested() throws {
        let members = #"""
            "scene":0,"scenes":[{"nodes":[0,4,5]}],
            "nodes":[{"children":[1,2],"scale":[0.01,0.01,0.01]},{"translation":[100,0,0]},
                {"children":[3],"scale":[100,100,100],"translation":[1,0,0]},{"translation":[1,0,0]},
                {"mesh":0,"skin":0},{"mesh":0,"skin":1}],
            "skins":[{"joints":[1],"inverseBindMatrices":3},{"joints":[3],"inverseBindMatrices":4}],
            "meshes":[{"primitives":[{"mode":0,"attributes":{"POSITION":0,"JOINTS_0":1,"WEIGHTS_0":2}}]}],
            "accessors":[{"componentType":5126,"count":1,"type":"VEC3","min":[0,0,0],"max":[0,0,0]},
                {"bufferView":0,"componentType":5121,"count":1,"type":"VEC4"},
                {"bufferView":1,"componentType":5126,"count":1,"type":"VEC4"},
                {"bufferView":2,"componentType":5126,"count":1,"type":"MAT4"},
                {"bufferView":3,"componentType":5126,"count":1,"type":"MAT4"}],
            "bufferViews":[{"buffer":0,"byteLength":4},{"buffer":0,"byteOffset":4,"byteLength":16},
                {"buffer":0,"byteOffset":20,"byteLength":64},{"buffer":0,"byteOffset":84,"byteLength":64}],
            "buffers":[{"byteLength":148}]
            """#
        let matrix = TestAsset.floats(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)
        let (old, new, mends) = try mend(
            members, [0, 0, 0, 0] + TestAsset.floats(1, 0, 0, 0) + matrix + matrix)
        #expect(mends.filter { $0.code == .meshyRigScale }.map(\.pointer) == ["/nodes/2"])
        for skin in 0..<2 {
            #expect(try Self.place(old, skin) == Self.place(new, skin))
        }
    }

    /// Where a vertex at (1, 2, 4) of a skin's first joint is in the world.
    private static func place(_ file: AssetFile, _ index: Int) throws -> SIMD3<Double> {
        let skin = file.document.skins[index]
        let joint = try #require(skin.joints[0])
        let accessor = try #require(skin.inverseBindMatrices)
        let matrices = try #require(try file.data(ofAccessor: accessor).matrices())
        let world = try #require(SceneWalk(file.document).visits.first { $0.node == joint }).world
        return (world * matrices[0]).transform(SIMD3(1, 2, 4))
    }
}
