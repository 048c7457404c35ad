import TestSupport
import Testing

@testable import GLB

/// What a repair must not touch, and repairs that would have to guess.
@Suite struct SamePictureTests {
    private func mend(_ members: String, _ binary: [UInt8]?) throws -> (file: AssetFile, mends: [Mend]) {
        let mended = try Mender.mend(try TestAsset.file(members, binary: binary))
        return (try AssetFile(bytes: mended.bytes), mended.mends)
    }

    // MARK: - Bytes with several uses

    /// Three points with normals and, if there are more members, with more.
    private func points(_ attributes: String, _ accessors: String, views: String, length: Int) -> String {
        #"""
        "scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],
        "meshes":[{"primitives":[{"mode":0,"attributes":{"POSITION":0,\#(attributes)}}]}],
        "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"max":[3,2,4]},
            \#(accessors)],
        "bufferViews":[\#(views)],"buffers":[{"byteLength":\#(length)}]
        """#
    }

    private static let corners = TestAsset.floats(3, 0, 0, 0, 2, 0, 0, 0, 4)

    @Test(
        "normals that lie on the bytes of positions stay as they are",
        arguments: [
            (#"{"buffer":0,"byteLength":36}"#, 0, 36),
            (#"{"buffer":0,"byteLength":36},{"buffer":0,"byteLength":36}"#, 1, 36),
            // Overlapping by a part.
            (#"{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":12,"byteLength":36}"#, 1, 48),
        ])
    func positionsAsNormals(views: String, view: Int, length: Int) throws {
        let members = points(
            #""NORMAL":1"#, #"{"bufferView":\#(view),"componentType":5126,"count":3,"type":"VEC3"}"#, views: views,
            length: length)
        let binary = Self.corners + TestAsset.floats(5, 0, 0).prefix(length - 36)
        let (file, mends) = try mend(members, binary)
        #expect(try file.data(ofAccessor: 0).floats() == [3, 0, 0, 0, 2, 0, 0, 0, 4])
        #expect(!mends.contains { $0.code == .accessorVector3NonUnit })
    }

    @Test("normals between positions are repaired, the positions are not") func interleaved() throws {
        let members = points(
            #""NORMAL":1"#, #"{"bufferView":0,"byteOffset":12,"componentType":5126,"count":3,"type":"VEC3"}"#,
            views: #"{"buffer":0,"byteLength":72,"byteStride":24}"#, length: 72)
        let (file, mends) = try mend(
            members, TestAsset.floats(3, 0, 0, 0, 0, 2, 0, 2, 0, 0, 3, 0, 0, 0, 4, 4, 0, 0))
        #expect(mends.contains { $0.code == .accessorVector3NonUnit })
        #expect(try file.data(ofAccessor: 0).floats() == [3, 0, 0, 0, 2, 0, 0, 0, 4])
        #expect(try file.data(ofAccessor: 1).floats() == [0, 0, 1, 0, 1, 0, 1, 0, 0])
    }

    @Test("normals that an image or nobody knows who reads stay as they are", arguments: [true, false])
    func strangers(isImage: Bool) throws {
        let image = isImage ? #","images":[{"bufferView":2,"mimeType":"image/png"}]"# : ""
        let members =
            points(
                #""NORMAL":1"#, #"{"bufferView":1,"componentType":5126,"count":3,"type":"VEC3"}"#,
                views: #"{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":36,"byteLength":36},"#
                    + #"{"buffer":0,"byteOffset":68,"byteLength":4}"#, length: 72) + image
        let (file, _) = try mend(members, Self.corners + TestAsset.floats(0, 0, 1, 0, 1, 0, 0, 0, 9))
        #expect(try file.data(ofAccessor: 1).floats() == [0, 0, 1, 0, 1, 0, 0, 0, 9])
    }

    @Test("two accessors of the same normals are repaired as one") func twins() throws {
        let normals = #"{"bufferView":1,"componentType":5126,"count":3,"type":"VEC3"}"#
        let members = points(
            #""NORMAL":1}},{"mode":0,"attributes":{"POSITION":0,"NORMAL":2"#, normals + "," + normals,
            views: #"{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":36,"byteLength":36}"#, length: 72)
        let (file, mends) = try mend(members, Self.corners + TestAsset.floats(0, 0, 2, 0, 1, 0, 0, 0, 9))
        #expect(mends.count { $0.code == .accessorVector3NonUnit } == 1)
        #expect(try file.data(ofAccessor: 2).floats() == [0, 0, 1, 0, 1, 0, 0, 0, 1])
    }

    /// Two primitives of one point each with the same joints or weights, and one more set of either.
    private func skinned(_ first: String, _ second: String) -> String {
        #"""
        "scene":0,"scenes":[{"nodes":[0,1]}],"skins":[{"joints":[0]}],"nodes":[{},{"mesh":0,"skin":0}],
        "meshes":[{"primitives":[{"mode":0,"attributes":{"POSITION":0,\#(first)}},
            {"mode":0,"attributes":{"POSITION":0,\#(second)}}]}],
        "accessors":[{"componentType":5126,"count":1,"type":"VEC3","min":[0,0,0],"max":[0,0,0]},
            {"bufferView":0,"componentType":5121,"count":1,"type":"VEC4"},
            {"bufferView":1,"componentType":5126,"count":1,"type":"VEC4"},
            {"bufferView":2,"componentType":5126,"count":1,"type":"VEC4"}],
        "bufferViews":[{"buffer":0,"byteLength":4},{"buffer":0,"byteOffset":4,"byteLength":16},
            {"buffer":0,"byteOffset":20,"byteLength":16}],"buffers":[{"byteLength":36}]
        """#
    }

    @Test("a joint that has no weight in one primitive and some in another stays") func sharedJoints() throws {
        let members = skinned(#""JOINTS_0":1,"WEIGHTS_0":2"#, #""JOINTS_0":1,"WEIGHTS_0":3"#)
        let (file, mends) = try mend(members, [0, 7, 0, 0] + TestAsset.floats(1, 0, 0, 0, 0, 1, 0, 0))
        #expect(try file.data(ofAccessor: 1).unsignedIntegers() == [0, 7, 0, 0])
        #expect(!mends.contains { $0.code == .accessorJointsUsedZeroWeight })
    }

    @Test("weights that are complete with others in one primitive stay") func sharedWeights() throws {
        let members = skinned(
            #""JOINTS_0":1,"WEIGHTS_0":2"#, #""JOINTS_0":1,"WEIGHTS_0":2,"JOINTS_1":1,"WEIGHTS_1":3"#)
        let (file, mends) = try mend(members, [0, 0, 0, 0] + TestAsset.floats(0.5, 0, 0, 0, 0.5, 0, 0, 0))
        #expect(try file.data(ofAccessor: 2).floats() == [0.5, 0, 0, 0])
        #expect(!mends.contains { $0.code == .accessorWeightsNonNormalized })
    }

    // MARK: - Properties that depend on each other

    @Test("a matrix that changes nothing stays where it keeps other properties from having an effect")
    func matrixBesideTranslation() throws {
        let (file, mends) = try mend(
            #""nodes":[{"matrix":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],"translation":[5,0,0]}]"#, nil)
        #expect(!mends.contains { $0.code == .nodeMatrixDefault })
        #expect(file.document.nodes[0].transform.matrix == .identity)
    }

    private static let webp: [UInt8] =
        Array("RIFF".utf8) + [18, 0, 0, 0] + Array("WEBPVP8L".utf8) + [5, 0, 0, 0, 0x2F, 0, 0, 0, 0, 0, 0, 0]
    private static let avif: [UInt8] =
        [0, 0, 0, 28] + Array("ftypavif".utf8) + [0, 0, 0, 0] + Array("avifmif1miaf".utf8)

    private func images(_ textures: String, more: String = "") -> String {
        #"""
        "images":[{"bufferView":0,"mimeType":"image/webp"},{"bufferView":1,"mimeType":"image/avif"}],
        "textures":[\#(textures)],"nodes":[{"mesh":0}],
        "meshes":[{"primitives":[{"attributes":{},"material":0},{"attributes":{},"material":1}]}],
        "materials":[{"emissiveTexture":{"index":0},"normalTexture":{"index":0}},{"emissiveTexture":{"index":1}}],
        "bufferViews":[{"buffer":0,"byteLength":28},{"buffer":0,"byteOffset":28,"byteLength":28}],
        "buffers":[{"byteLength":56}]\#(more)
        """#
    }

    @Test("images of two formats get the extensions of both") func twoFormats() throws {
        let (file, mends) = try mend(images(#"{"source":0},{"source":1}"#), Self.webp + Self.avif)
        #expect(file.document.extensionsUsed == ["EXT_texture_webp", "EXT_texture_avif"])
        #expect(file.document.extensionsRequired == file.document.extensionsUsed)
        #expect(mends.count { $0.code == .imageNonEnabledMIMEType } == 4)
    }

    @Test("a texture that names another image for the format keeps that") func otherImage() throws {
        let members = images(
            #"{"source":0,"extensions":{"EXT_texture_webp":{"source":1}}},{"source":1}"#,
            more: #","extensionsUsed":["EXT_texture_webp"]"#)
        let (file, _) = try mend(members, Self.webp + Self.avif)
        let texture = file.document.json[file.document.textures[0].place]
        #expect(texture["extensions"]?["EXT_texture_webp"]?["source"]?.integer == 1)
        #expect(texture["source"]?.integer == 0)
    }

    @Test("where an extension is not known nothing is called unused, even if the extension is not listed")
    func undeclared() throws {
        let members =
            TestAsset.triangle.members.replacing(
                #"[{"mesh":0}]"#, with: #"[{"mesh":0,"extensions":{"EXT_unknown":{"material":1}}}]"#)
            + #","materials":[{},{"name":"lava"}]"#
        let (file, _) = try mend(members, TestAsset.triangle.binary)
        #expect(file.document.materials.count == 2)
    }

    // MARK: - Missing bytes

    private static let pixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

    @Test("an image is not put where a buffer's bytes are missing", arguments: [nil, 36])
    func missing(there count: Int?) throws {
        let members = TestAsset.triangle.members + #","images":[{"uri":"data:image/png;base64,\#(Self.pixel)"}]"#
        #expect(throws: GLBError.self) {
            try mend(members, count.map { Array(TestAsset.triangle.binary.prefix($0)) })
        }
    }

    @Test("a buffer that states more bytes than there are, but uses no more, states those") func tooLong() throws {
        let members = TestAsset.triangle.members.replacing(#"{"byteLength":42}"#, with: #"{"byteLength":64}"#)
        let (file, mends) = try mend(members, TestAsset.triangle.binary)
        #expect(mends.contains { $0.code == .bufferByteLengthMismatch && $0.pointer == "/buffers/0" })
        #expect(file.document.buffers[0].byteLength == 44)
        #expect(try file.data(ofAccessor: 0).floats() == [0, 0, 0, 1, 0, 0, 0, 2, 0])
    }

    @Test("bytes are not dropped for want of a length") func noLength() {
        let members = TestAsset.triangle.members.replacing(#"{"byteLength":42}"#, with: #"{"byteLength":"42"}"#)
        #expect(throws: GLBError.self) { try mend(members, TestAsset.triangle.binary) }
    }

    @Test("a BIN chunk that is no buffer is left out, which is said") func noBuffer() throws {
        let (file, mends) = try mend(#""nodes":[{}]"#, [1, 2, 3, 4])
        #expect(file.container.binary == nil)
        #expect(mends.contains { $0.code == .unusedObject && $0.message.contains("4 bytes") })
    }

    // MARK: - Much of it

    @Test("many names of extensions, many buffers: every one is found at once")
    func many() throws {
        let names = (0..<60_000).map { #""EXT_\#($0)""# }.joined(separator: ",")
        let uri = #"{"byteLength":3,"uri":"data:application/octet-stream;base64,AAAA"}"#
        let buffers = repeatElement(uri, count: 60_000).joined(separator: ",")
        let members = #""extensionsUsed":[\#(names)],"extensionsRequired":[\#(names)],"buffers":[\#(buffers)]"#
        let (file, mends) = try mend(members, nil)
        #expect(file.document.extensionsRequired.count == 60_000)
        #expect(file.document.buffers.count == 1)
        #expect(mends.last { $0.code == .uriInGLB }?.pointer == "/buffers/59999")
    }
}
