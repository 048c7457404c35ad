import Testing

@testable import GLB

/// Gives what it was made with, and remembers nothing.
private struct FixedDecoder: GeometryDecoder {
    var meshopt: Result<[UInt8], GeometryDecodingError> = .failure(GeometryDecodingError("not today"))
    var draco: Result<DracoGeometry, GeometryDecodingError> = .failure(GeometryDecodingError("not today"))

    func decode(_ stream: [UInt8], _ layout: MeshoptLayout) throws(GeometryDecodingError) -> [UInt8] {
        try meshopt.get()
    }

    func decode(_ stream: [UInt8], _ layout: DracoLayout) throws(GeometryDecodingError) -> DracoGeometry {
        try draco.get()
    }
}

@Suite struct DecompressionTests {
    private let triangle = TestAsset.triangle.binary

    /// A triangle whose positions are compressed: 36 bytes that are said to be in 8.
    private func meshopt(_ layout: String, fallback: Bool = false) throws -> AssetFile {
        let data = fallback ? [UInt8](repeating: 0, count: 8) + triangle : [UInt8](repeating: 0, count: 8)
        let buffer = fallback ? #""buffer":0,"byteOffset":8"# : #""buffer":1"#
        return try TestAsset.file(
            #"""
            "meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],
            "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"}],
            "bufferViews":[{\#(buffer),"byteLength":36,"byteStride":12,
                "extensions":{"EXT_meshopt_compression":{"buffer":0,"byteLength":8,\#(layout)}}}],
            "buffers":[{"byteLength":\#(data.count)},
                {"byteLength":36,"extensions":{"EXT_meshopt_compression":{"fallback":true}}}]
            """#, binary: data)
    }

    private static let layout = #""byteStride":12,"count":3,"mode":"ATTRIBUTES""#

    private func reason(_ file: AssetFile) -> String? {
        do throws(GLBError) {
            _ = try Geometry(of: file)
            return nil
        } catch {
            return error.description
        }
    }

    @Test("decoded buffer views give their bytes") func meshoptDecoded() throws {
        let file = try meshopt(Self.layout).decompressed(
            by: FixedDecoder(meshopt: .success(Array(triangle.prefix(36)))))
        #expect(try Geometry(of: file).meshes[0].area == 1)
        #expect(file.hasData(ofAccessor: 0))
    }

    @Test("what was not decoded says why") func meshoptFailed() throws {
        let plain = try meshopt(Self.layout)
        #expect(reason(plain) == "/bufferViews/0: the data is compressed with meshoptimizer")
        let failed = plain.decompressed(by: FixedDecoder())
        #expect(reason(failed) == "/bufferViews/0/extensions/EXT_meshopt_compression: not today")
        let short = plain.decompressed(by: FixedDecoder(meshopt: .success([1, 2, 3])))
        #expect(reason(short)?.contains("another number of bytes") == true)
    }

    @Test("uncompressed data is used where decoding fails") func fallback() throws {
        let file = try meshopt(Self.layout, fallback: true)
        #expect(try Geometry(of: file).meshes[0].area == 1)
        #expect(try Geometry(of: file.decompressed(by: FixedDecoder())).meshes[0].area == 1)
    }

    @Test(
        "layouts that do not fit together are refused before decoding",
        arguments: [
            #""byteStride":12,"count":0,"mode":"ATTRIBUTES""#, #""byteStride":10,"count":3,"mode":"ATTRIBUTES""#,
            #""byteStride":12,"count":3"#, #""byteStride":12,"count":3,"mode":"TRIANGLES""#,
            #""byteStride":4,"count":4,"mode":"TRIANGLES""#, #""byteStride":12,"count":3,"mode":"VOXELS""#,
            #""byteStride":12,"count":3,"mode":"ATTRIBUTES","filter":"OCTAHEDRAL""#,
            #""byteStride":4,"count":3,"mode":"INDICES","filter":"EXPONENTIAL""#,
            #""byteStride":12,"count":3,"mode":"ATTRIBUTES","filter":"BLUR""#,
        ])
    func meshoptInvalid(layout: String) throws {
        let file = try meshopt(layout).decompressed(by: FixedDecoder(meshopt: .success(Array(triangle.prefix(36)))))
        #expect(reason(file)?.contains("do not fit each other") == true)
    }

    @Test("counts that no data could hold are refused before decoding") func meshoptRatio() throws {
        let file = try meshopt(#""byteStride":256,"count":1000000000,"mode":"ATTRIBUTES""#)
        #expect(
            reason(file.decompressed(by: FixedDecoder()))?.contains("8 bytes of compressed data cannot hold") == true)
        let endless = try meshopt(#""byteStride":256,"count":9223372036854775807,"mode":"ATTRIBUTES""#)
        #expect(reason(endless.decompressed(by: FixedDecoder()))?.contains("cannot hold") == true)
    }

    /// A triangle in a Draco stream of 8 bytes.
    private func draco(indices: Int = 3, vertices: Int = 3, mode: Int = 4) throws -> AssetFile {
        try TestAsset.file(
            #"""
            "meshes":[{"primitives":[{"attributes":{"POSITION":0,"NORMAL":2},"indices":1,"mode":\#(mode),
                "extensions":{"KHR_draco_mesh_compression":{"bufferView":0,"attributes":{"POSITION":4}}}}]}],
            "accessors":[{"componentType":5126,"count":\#(vertices),"type":"VEC3"},
                {"componentType":5123,"count":\#(indices),"type":"SCALAR"},
                {"componentType":5126,"count":3,"type":"VEC3"}],
            "bufferViews":[{"buffer":0,"byteLength":8}],"buffers":[{"byteLength":8}]
            """#, binary: [0, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test("a decoded stream fills indices and attributes") func dracoDecoded() throws {
        let geometry = DracoGeometry(indices: [0, 1, 2], attributes: [Array(triangle.prefix(36))])
        let file = try draco().decompressed(by: FixedDecoder(draco: .success(geometry)))
        #expect(try Geometry(of: file).meshes[0].area == 1)
        #expect(file.hasData(ofAccessor: 0))
        #expect(file.hasData(ofAccessor: 1))
    }

    @Test("a stream that was not decoded says why") func dracoFailed() throws {
        let pointer = "/meshes/0/primitives/0/extensions/KHR_draco_mesh_compression"
        #expect(reason(try draco()) == "\(pointer): the data is compressed with Draco")
        #expect(reason(try draco().decompressed(by: FixedDecoder())) == "\(pointer): not today")
        let other = FixedDecoder(draco: .success(DracoGeometry(indices: [0, 1], attributes: [[]])))
        #expect(reason(try draco().decompressed(by: other))?.contains("another number of elements") == true)
        #expect(reason(try draco(mode: 5).decompressed(by: other))?.contains("not strips") == true)
        #expect(reason(try draco(indices: 4).decompressed(by: other))?.contains("do not describe triangles") == true)
        #expect(
            reason(try draco(vertices: 4_000_000).decompressed(by: other))?.contains("cannot hold 48000012 bytes")
                == true)
    }
}
