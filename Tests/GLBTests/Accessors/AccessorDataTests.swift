import Testing

@testable import GLB

@Suite struct AccessorDataTests {
    /// The accessor 0 of an asset with one buffer that holds `binary`.
    private func data(
        _ accessor: String, views: String? = nil, binary: [UInt8]
    ) throws -> AccessorData {
        let views = views ?? #"{"buffer":0,"byteLength":\#(binary.count)}"#
        let file = try TestAsset.file(
            #""buffers":[{"byteLength":\#(binary.count)}],"bufferViews":[\#(views)],"accessors":[\#(accessor)]"#,
            binary: binary)
        return try file.data(ofAccessor: 0)
    }

    @Test(
        "components are read as they are, or as fractions",
        arguments: [
            (5120, false, [1, 0xFF, 0x80], [1, -1, -128]), (5120, true, [127, 0x81, 0x80], [1, -1, -1]),
            (5121, false, [0, 1, 255], [0, 1, 255]), (5121, true, [0, 51, 255], [0, 0.2, 1]),
            (5122, false, [1, 0, 0xFF, 0xFF, 0, 0x80], [1, -1, -32768]),
            (5122, true, [0xFF, 0x7F, 1, 0x80, 0, 0x80], [1, -1, -1]),
            (5123, false, [1, 0, 0xFF, 0xFF, 0, 0x80], [1, 65535, 32768]),
            (5123, true, [0, 0, 0xFF, 0xFF, 0x33, 0x33], [0, 1, 0.2]),
            (5125, false, [1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0x80], [1, 65536, 2_147_483_648]),
            (5126, false, [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0, 0, 0, 0], [1, -2, 0]),
        ] as [(Int, Bool, [UInt8], [Float])])
    func components(type: Int, normalized: Bool, binary: [UInt8], expected: [Float]) throws {
        let data = try data(
            #"{"bufferView":0,"componentType":\#(type),"normalized":\#(normalized),"count":3,"type":"SCALAR"}"#,
            binary: binary)
        #expect(data.count == 3)
        #expect(data.floats() == expected)
        let unsigned = [5121, 5123, 5125].contains(type)
        #expect((data.unsignedIntegers() != nil) == unsigned)
        if unsigned, !normalized { #expect(data.unsignedIntegers()?.map { Float($0) } == expected) }
    }

    @Test("interleaved elements are found by stride and offset") func interleaved() throws {
        let binary = TestAsset.floats(9, 1, 2, 3, 9, 9, 4, 5, 6, 9)
        let data = try data(
            #"{"bufferView":0,"byteOffset":4,"componentType":5126,"count":2,"type":"VEC3"}"#,
            views: #"{"buffer":0,"byteLength":40,"byteStride":20}"#, binary: binary)
        #expect(data.vectors3() == [[1, 2, 3], [4, 5, 6]])
        #expect(data.vectors2() == nil)
    }

    @Test("columns of matrices begin at multiples of four bytes") func matrices() throws {
        let mat2 = try data(
            #"{"bufferView":0,"componentType":5121,"count":2,"type":"MAT2"}"#,
            views: #"{"buffer":0,"byteLength":16,"byteStride":8}"#,
            binary: [1, 2, 0, 0, 3, 4, 0, 0, 5, 6, 0, 0, 7, 8, 0, 0])
        #expect(mat2.floats() == [1, 2, 3, 4, 5, 6, 7, 8])
        let mat3 = try data(
            #"{"bufferView":0,"componentType":5122,"count":1,"type":"MAT3"}"#,
            binary: [1, 0, 2, 0, 3, 0, 0, 0, 4, 0, 5, 0, 6, 0, 0, 0, 7, 0, 8, 0, 9, 0, 0, 0])
        #expect(mat3.floats() == [1, 2, 3, 4, 5, 6, 7, 8, 9])
        let mat4 = try data(
            #"{"bufferView":0,"componentType":5126,"count":1,"type":"MAT4"}"#,
            binary: (0..<16).flatMap { TestAsset.little(Float($0).bitPattern) })
        #expect(mat4.matrices() == [Matrix4((0..<16).map(Double.init))].compactMap { $0 })
    }

    @Test("sparse elements replace those of the buffer view, or zeros") func sparse() throws {
        let binary = TestAsset.floats(1, 2, 3, 4, 10, 20) + [1, 0, 3, 0]
        let sparse = #""sparse":{"count":2,"indices":{"bufferView":2,"componentType":5123},"values":{"bufferView":1}}"#
        let views = #"""
            {"buffer":0,"byteLength":16},{"buffer":0,"byteOffset":16,"byteLength":8},
            {"buffer":0,"byteOffset":24,"byteLength":4}
            """#
        let based = try data(
            #"{"bufferView":0,"componentType":5126,"count":4,"type":"SCALAR",\#(sparse)}"#, views: views, binary: binary
        )
        #expect(based.floats() == [1, 10, 3, 20])
        let zeros = try data(
            #"{"componentType":5126,"count":4,"type":"SCALAR",\#(sparse)}"#, views: views, binary: binary)
        #expect(zeros.floats() == [0, 10, 0, 20])
        #expect(throws: GLBError.self) {
            try data(
                #"{"componentType":5126,"count":3,"type":"SCALAR",\#(sparse)}"#, views: views, binary: binary)
        }
    }

    @Test(
        "what cannot be read is refused before anything is allocated",
        arguments: [
            #"{"bufferView":0,"componentType":5126,"count":5,"type":"SCALAR"}"#,
            #"{"bufferView":0,"componentType":5126,"count":9223372036854775807,"type":"MAT4"}"#,
            #"{"bufferView":0,"byteOffset":9223372036854775807,"componentType":5126,"count":1,"type":"SCALAR"}"#,
            #"{"componentType":5126,"count":9223372036854775807,"type":"MAT4"}"#,
            #"{"componentType":5126,"count":100000000000,"type":"SCALAR"}"#,
            #"{"bufferView":0,"componentType":1,"count":1,"type":"SCALAR"}"#,
            #"{"bufferView":0,"componentType":5126,"count":1,"type":"VEC5"}"#,
            #"{"bufferView":0,"componentType":5126,"count":0,"type":"SCALAR"}"#,
            #"{"componentType":5126,"count":2,"type":"SCALAR","sparse":{"count":9223372036854775807,"indices":{"bufferView":0,"componentType":5125},"values":{"bufferView":0}}}"#,
            #"{"componentType":5126,"count":2,"type":"SCALAR","sparse":{"count":1,"indices":{"bufferView":0,"componentType":5126},"values":{"bufferView":0}}}"#,
        ])
    func refuses(accessor: String) {
        #expect(throws: GLBError.self) { try data(accessor, binary: [UInt8](repeating: 0, count: 16)) }
    }

    @Test("compressed data is said to be compressed") func compressed() throws {
        // The buffer for the uncompressed data has none, as compressors leave it.
        let file = try TestAsset.file(
            #"""
            "buffers":[{"byteLength":4},{"byteLength":4}],
            "bufferViews":[{"buffer":1,"byteLength":4,"extensions":{"EXT_meshopt_compression":{
                "buffer":0,"byteLength":4,"byteStride":4,"count":1,"mode":"ATTRIBUTES"}}}],
            "accessors":[{"bufferView":0,"componentType":5126,"count":1,"type":"SCALAR"}]
            """#, binary: [0, 0, 0, 0])
        let error = #expect(throws: GLBError.self) { try file.data(ofAccessor: 0) }
        #expect(error == .unavailable(pointer: "/bufferViews/0", reason: "the data is compressed with meshoptimizer"))
    }

    @Test("stated bounds of normalised integers are fractions") func bounds() throws {
        let file = try TestAsset.file(
            #""accessors":[{"componentType":5122,"normalized":true,"count":1,"type":"VEC2","min":[-32768,0],"max":[0,32767]}]"#
        )
        let bounds = try #require(file.document.accessors[0].bounds)
        #expect(bounds.min == [-1, 0] && bounds.max == [0, 1])
    }
}
