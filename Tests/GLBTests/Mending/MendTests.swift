import TestSupport
import Testing

@testable import GLB

/// Each repair on a made file that breaks its rule, and no more of it after the repair.
@Suite struct MendTests {
    struct Case: CustomTestStringConvertible {
        let code: String
        let glb: [UInt8]
        var testDescription: String { code }

        init(_ code: String, _ glb: [UInt8]) { (self.code, self.glb) = (code, glb) }

        init(_ code: String, _ members: String, binary: [UInt8]? = nil) {
            self.init(code, TestAsset.glb(TestAsset.document(members), binary: binary))
        }
    }

    @Test("a fault is there, is repaired, and is gone", arguments: container + numbers + objects + resources)
    func mended(rule: Case) throws {
        let before = try Validator.validate(bytes: rule.glb).findings
        #expect(before.tallies.contains { $0.code.name == rule.code }, "\(before.kept)")
        let mended = try Mender.mend(try AssetFile(bytes: rule.glb, damage: .report))
        #expect(mended.mends.contains { $0.code.name == rule.code }, "\(mended.mends)")
        let after = try Validator.validate(bytes: mended.bytes).findings
        #expect(!after.tallies.contains { $0.code.name == rule.code }, "\(after.kept)")
        #expect(after.counts[.error] <= before.counts[.error], "\(after.kept)")
    }

    @Test("a fault whose code is ignored is left as it is")
    func ignored() throws {
        let file = try AssetFile(bytes: Self.triangle(#""min":[0,0,0],"max":[1,2,9]"#))
        var options = ValidationOptions()
        options.ignoredCodes = Set(MendRule.bounds.codes.map(\.name))
        let codes = try Mender.mend(file, options: options).mends.map(\.code.name)
        #expect(codes.allSatisfy { $0 == "BUFFER_VIEW_TARGET_MISSING" })
    }

    @Test("a mended file has nothing more to mend")
    func twice() throws {
        let once = try Mender.mend(try AssetFile(bytes: Self.triangle(#""min":[5,0,0]"#)))
        #expect(!once.mends.isEmpty)
        let again = try Mender.mend(try AssetFile(bytes: once.bytes))
        #expect(again.mends.isEmpty)
        #expect(again.bytes == once.bytes)
    }

    @Test("what nobody knows survives: properties, extensions, extras, chunks, the last digit")
    func unknown() throws {
        let members = TestAsset.triangle.members.replacing(
            #""scene":0"#,
            with: #""scene":0,"x":{"a":[1.50,1e2,null]},"extras":{"b":"\u00e9\n"},"extensionsUsed":["EXT_unknown"],"#
                + #""extensions":{"EXT_unknown":{"deep":[{"c":0.1000}]}}"#
        ).replacing(#"{"mesh":0}"#, with: #"{"mesh":0,"rotation":[0,0,0,0.5],"extras":7}"#)
        let chunk = (type: UInt32(0x4443_4241), bytes: [UInt8]([1, 2, 3, 4]))
        let file = try AssetFile(
            bytes: TestAsset.glb(TestAsset.document(members), binary: TestAsset.triangle.binary, more: [chunk]))
        let mended = try AssetFile(bytes: Mender.mend(file).bytes)
        let text = String(decoding: mended.document.json.root.rawBytes, as: UTF8.self)
        for part in [
            #""x":{"a":[1.50,1e2,null]}"#, #""extras":{"b":"\u00e9\n"}"#, #"{"deep":[{"c":0.1000}]}"#, #""extras":7"#,
        ] {
            #expect(text.contains(part), "\(part) is missing in \(text)")
        }
        #expect(text.contains(#""rotation":[0,0,0,1]"#))
        let other = try #require(mended.container.chunks.first { $0.type == chunk.type })
        #expect(try mended.source.read(other.range) == chunk.bytes)
    }

    @Test("where an extension is not known, nothing is called unused")
    func unknownExtension() throws {
        let members =
            TestAsset.triangle.members
            + #","materials":[{}],"extensionsUsed":["EXT_unknown"],"extensions":{"EXT_unknown":{"material":0}}"#
        let file = try TestAsset.file(members, binary: TestAsset.triangle.binary)
        #expect(try !Mender.mend(file).mends.contains { $0.code == .unusedObject })
    }

    @Test("unused objects go with all that only they used, and the bytes too")
    func unused() throws {
        let members = TestAsset.triangle.members.replacing(
            #""meshes":["#,
            with: #""materials":[{},{"name":"kept"}],"meshes":[{"primitives":[{"attributes":{"POSITION":2}}]},"#
        ).replacing(#"{"mesh":0}"#, with: #"{"mesh":1}"#)
            .replacing(#""indices":1}"#, with: #""indices":1,"material":1}"#)
            .replacing(#""accessors":["#, with: #""accessors":["#)
            .replacing(
                #"{"bufferView":1,"componentType":5123,"count":3,"type":"SCALAR"}]"#,
                with: #"{"bufferView":1,"componentType":5123,"count":3,"type":"SCALAR"},"#
                    + #"{"bufferView":2,"componentType":5126,"count":1,"type":"VEC3","min":[7,7,7],"max":[7,7,7]}]"#
            ).replacing(#""byteLength":6}]"#, with: #""byteLength":6},{"buffer":0,"byteOffset":44,"byteLength":12}]"#)
            .replacing(#"[{"byteLength":42}]"#, with: #"[{"byteLength":56}]"#)
        let file = try TestAsset.file(
            members, binary: TestAsset.triangle.binary + [0, 0] + TestAsset.floats(7, 7, 7))
        let mended = try AssetFile(bytes: Mender.mend(file).bytes)
        #expect(mended.document.meshes.count == 1)
        #expect(mended.document.materials.map(\.name) == ["kept"])
        #expect(mended.document.accessors.count == 2)
        #expect(mended.document.bufferViews.count == 2)
        #expect(mended.document.buffers[0].byteLength == 42)
        #expect(Report(of: mended).scene.bounds == Report(of: file).scene.bounds)
        #expect(try mended.data(ofAccessor: 0).floats() == file.data(ofAccessor: 0).floats())
    }

    @Test("a file that was cut off is not mended")
    func cut() throws {
        let file = try AssetFile(bytes: TestAsset.triangleGLB.dropLast(8), damage: .report)
        #expect(throws: GLBError.self) { try Mender.mend(file) }
    }

    @Test("a .gltf becomes a GLB that needs nothing beside it")
    func packed() throws {
        let scratch = try Scratch()
        _ = try scratch.write("beside.bin", TestAsset.triangle.binary)
        let members = TestAsset.triangle.members.replacing(
            #""buffers":[{"byteLength":42}]"#, with: #""buffers":[{"uri":"beside.bin","byteLength":42,"name":"kept"}]"#)
        let path = try scratch.write("x.gltf", TestAsset.document(members).utf8)
        let mended = try AssetFile(bytes: Mender.mend(try AssetFile(path: path)).bytes)
        #expect(mended.document.buffers[0].uri == nil)
        #expect(mended.document.buffers[0].name == "kept")
        #expect(try mended.data(ofAccessor: 0).floats() == [0, 0, 0, 1, 0, 0, 0, 2, 0])
        #expect(throws: GLBError.self) {
            try Mender.mend(
                try AssetFile(
                    path: try scratch.write(
                        "y.gltf", TestAsset.document(members.replacing("beside", with: "absent")).utf8)))
        }
    }

    // MARK: - Faults

    private static func triangle(_ bounds: String, more: String = "") -> [UInt8] {
        TestAsset.glb(
            TestAsset.document(
                TestAsset.triangle.members.replacing(#","min":[0,0,0],"max":[1,2,0]"#, with: "," + bounds) + more),
            binary: TestAsset.triangle.binary)
    }

    /// A triangle with one more attribute of one more accessor and buffer view.
    private static func attribute(_ name: String, _ type: String, _ values: [UInt8], more: String = "") -> [UInt8] {
        let count = type == "VEC3" ? 36 : 48
        let members = TestAsset.triangle.members
            .replacing(#"{"POSITION":0}"#, with: #"{"POSITION":0,"NORMAL":2,"\#(name)":3}"#)
            .replacing(
                #""type":"SCALAR"}]"#,
                with: #""type":"SCALAR"},{"bufferView":2,"componentType":5126,"count":3,"type":"VEC3"},"#
                    + #"{"bufferView":3,"componentType":5126,"count":3,"type":"\#(type)"}]"#
            )
            .replacing(
                #""byteLength":6}]"#,
                with: #""byteLength":6},{"buffer":0,"byteOffset":44,"byteLength":36},"#
                    + #"{"buffer":0,"byteOffset":80,"byteLength":\#(count)}]"#
            )
            .replacing(#"[{"byteLength":42}]"#, with: #"[{"byteLength":\#(80 + count)}]"#)
        let normals = TestAsset.floats(0, 0, 1, 0, 0, 1, 0, 0, 1)
        return TestAsset.glb(
            TestAsset.document(members + more), binary: TestAsset.triangle.binary + [0, 0] + normals + values)
    }

    private static let container = [
        Case("GLB_EXTRA_DATA", TestAsset.triangleGLB + [1, 2, 3]),
        Case("GLB_EMPTY_BIN_CHUNK", TestAsset.glb(TestAsset.document(), binary: [])),
        Case(
            "GLB_LENGTH_MISMATCH",
            TestAsset.triangleGLB.prefix(8) + TestAsset.little(UInt32(TestAsset.triangleGLB.count + 4))
                + TestAsset.triangleGLB.dropFirst(12)),
        Case(
            "BUFFER_GLB_CHUNK_TOO_BIG",
            TestAsset.glb(
                TestAsset.document(TestAsset.triangle.members), binary: TestAsset.triangle.binary + [0, 0, 0, 0, 0, 0])),
    ]

    private static let numbers = [
        Case("ACCESSOR_MIN_MISMATCH", triangle(#""min":[0.5,0,0],"max":[1,2,0]"#)),
        Case("ACCESSOR_MAX_MISMATCH", triangle(#""min":[0,0,0],"max":[1,2.5,0]"#)),
        Case("MESH_PRIMITIVE_POSITION_ACCESSOR_WITHOUT_BOUNDS", triangle(#""name":"x""#)),
        Case("BUFFER_VIEW_TARGET_MISSING", TestAsset.triangleGLB),
        Case("UNUSED_OBJECT", triangle(#""min":[0,0,0],"max":[1,2,0]"#, more: #","samplers":[{}]"#)),
        Case(
            "ACCESSOR_VECTOR3_NON_UNIT",
            attribute("TANGENT", "VEC4", TestAsset.floats(3, 0, 0, 1, 0, 0.5, 0, -1, 1, 0, 0, 1))),
        Case(
            "ACCESSOR_INVALID_SIGN",
            attribute("TANGENT", "VEC4", TestAsset.floats(1, 0, 0, 0.5, 1, 0, 0, -2, 1, 0, 0, 1))),
    ]

    private static let skin = #"""
        "skins":[{"joints":[0]}],"nodes":[{},{"mesh":0,"skin":0}],"meshes":[{"primitives":[{"mode":0,
            "attributes":{"POSITION":0,"JOINTS_0":1,"WEIGHTS_0":2}}]}],
        "accessors":[{"componentType":5126,"count":1,"type":"VEC3","min":[0,0,0],"max":[0,0,0]},
            {"bufferView":0,"componentType":5121,"count":1,"type":"VEC4"},
            {"bufferView":1,"componentType":5126,"count":1,"type":"VEC4"}],
        "bufferViews":[{"buffer":0,"byteLength":4},{"buffer":0,"byteOffset":4,"byteLength":16}],
        "buffers":[{"byteLength":20}]
        """#

    private static let objects = [
        Case("ROTATION_NON_UNIT", #""nodes":[{"rotation":[0,0,0.5,0.5]}]"#),
        Case("NODE_MATRIX_DEFAULT", #""nodes":[{"matrix":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}]"#),
        Case("MATERIAL_ALPHA_CUTOFF_INVALID_MODE", #""materials":[{"alphaCutoff":0.5}]"#),
        Case("EMPTY_ENTITY", #""nodes":[]"#),
        Case("UNUSED_EXTENSION_REQUIRED", #""extensionsUsed":["EXT_a"],"extensionsRequired":["EXT_b"]"#),
        Case("NON_REQUIRED_EXTENSION", #""extensionsUsed":["KHR_mesh_quantization"]"#),
        Case("DUPLICATE_ELEMENTS", #""extensionsUsed":["EXT_a","EXT_a"]"#),
        Case("ACCESSOR_WEIGHTS_NON_NORMALIZED", skin, binary: [0, 0, 0, 0] + TestAsset.floats(0.7, 0, 0, 0)),
        Case("ACCESSOR_JOINTS_USED_ZERO_WEIGHT", skin, binary: [0, 0, 3, 0] + TestAsset.floats(1, 0, 0, 0)),
        Case(
            "ACCESSOR_ANIMATION_SAMPLER_OUTPUT_NON_NORMALIZED_QUATERNION",
            #""nodes":[{}],"animations":[{"channels":[{"sampler":0,"target":{"node":0,"path":"rotation"}}],"#
                + #""samplers":[{"input":0,"output":1}]}],"accessors":[{"bufferView":0,"componentType":5126,"count":1,"#
                + #""type":"SCALAR"},{"bufferView":1,"componentType":5126,"count":1,"type":"VEC4"}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":4},{"buffer":0,"byteOffset":4,"byteLength":16}],"#
                + #""buffers":[{"byteLength":20}]"#,
            binary: TestAsset.floats(0, 0, 0, 2, 0)),
        Case(
            "ANIMATION_SAMPLER_INPUT_ACCESSOR_WITHOUT_BOUNDS",
            #""nodes":[{}],"animations":[{"channels":[{"sampler":0,"target":{"node":0,"path":"scale"}}],"#
                + #""samplers":[{"input":0,"output":1}]}],"accessors":[{"bufferView":0,"componentType":5126,"count":1,"#
                + #""type":"SCALAR"},{"componentType":5126,"count":1,"type":"VEC3"}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":4}],"buffers":[{"byteLength":4}]"#,
            binary: TestAsset.floats(0)),
    ]

    private static let png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    private static let webp: [UInt8] =
        Array("RIFF".utf8) + [18, 0, 0, 0] + Array("WEBPVP8L".utf8) + [5, 0, 0, 0, 0x2F, 0, 0, 0, 0, 0]

    private static func textured(_ image: String) -> String {
        #""images":[\#(image)],"textures":[{"source":0}],"materials":[{"emissiveTexture":{"index":0}}]"#
    }

    private static let resources = [
        Case("DATA_URI_GLB", textured(#"{"uri":"data:image/png;base64,\#(png)"}"#)),
        Case(
            "URI_GLB",
            #""buffers":[{"byteLength":3,"uri":"data:application/octet-stream;base64,AAAA"}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":3}]"#),
        Case(
            "IMAGE_MIME_TYPE_INVALID",
            textured(#"{"bufferView":0,"mimeType":"image/jpeg"}"#)
                + #","bufferViews":[{"buffer":0,"byteLength":70}],"buffers":[{"byteLength":70}]"#,
            binary: DataURI("data:image/png;base64,\(png)")?.bytes),
        Case(
            "IMAGE_NON_ENABLED_MIME_TYPE",
            textured(#"{"bufferView":0,"mimeType":"image/webp"}"#)
                + #","bufferViews":[{"buffer":0,"byteLength":26}],"buffers":[{"byteLength":26}]"#, binary: webp),
    ]
}
