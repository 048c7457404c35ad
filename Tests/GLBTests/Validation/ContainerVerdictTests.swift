import TestSupport
import Testing

@testable import GLB

/// GLB files with one fault each: the report has that fault with what follows from it, and nothing else.
@Suite struct ContainerVerdictTests {
    struct Verdict: CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let findings: [String]

        init(_ name: String, _ bytes: [UInt8], _ findings: [String]) {
            (testDescription, self.bytes, self.findings) = (name, bytes, findings)
        }
    }

    @Test("the report has these findings and no others", arguments: verdicts) func whole(verdict: Verdict) throws {
        let scratch = try Scratch()
        let path = try scratch.write("a.glb", verdict.bytes)
        #expect(try Validator.validate(path: path).findings.places == verdict.findings)
    }

    private static let json = TestAsset.document()
    /// A file that ends at byte 48.
    private static let plain = TestAsset.glb(json)
    private static let unknown: UInt32 = 0x4E4B_4E55

    private static func chunk(_ type: UInt32, length: Int) -> [UInt8] {
        TestAsset.little(UInt32(length)) + TestAsset.little(type)
    }

    /// ``plain`` with another length in its header, and bytes behind.
    private static func plain(length: Int, _ more: [UInt8]) -> [UInt8] {
        TestAsset.header(length: length) + plain.dropFirst(12) + more
    }

    private static let verdicts = [
        Verdict("an empty BIN chunk", TestAsset.glb(json, binary: []), ["GLB_EMPTY_BIN_CHUNK 48"]),
        Verdict("another magic", Array("GLTF".utf8) + plain.dropFirst(4), ["GLB_INVALID_MAGIC 0"]),
        Verdict(
            "another version", TestAsset.header(version: 3, length: 48) + plain.dropFirst(12), ["GLB_INVALID_VERSION 4"]
        ),
        Verdict(
            "the BIN chunk behind another one",
            TestAsset.glb(json, more: [(unknown, [0, 0, 0, 0]), (Container.Chunk.binary, [0, 0, 0, 0])]),
            ["GLB_UNKNOWN_CHUNK_TYPE 48", "GLB_UNEXPECTED_BIN_CHUNK 60"]),
        Verdict("no byte", [], ["GLB_UNEXPECTED_END_OF_HEADER 0"]),
        Verdict("half a header", Array(plain.prefix(8)), ["GLB_UNEXPECTED_END_OF_HEADER 8"]),
        Verdict("half a chunk header", Array(plain.prefix(16)), ["GLB_UNEXPECTED_END_OF_CHUNK_HEADER 16"]),
        Verdict(
            "half a chunk header that the length counts", TestAsset.header(length: 16) + [0, 0, 0, 0],
            ["GLB_LENGTH_TOO_SMALL 8", "GLB_UNEXPECTED_END_OF_CHUNK_HEADER 16"]),
        Verdict(
            "a chunk longer than the file's length",
            plain(length: 56, chunk(Container.Chunk.binary, length: 4) + [0, 0, 0, 0]),
            ["GLB_CHUNK_TOO_BIG 48", "GLB_LENGTH_MISMATCH 60"]),
        Verdict(
            "a chunk of five bytes", plain(length: 61, chunk(Container.Chunk.binary, length: 5) + [0, 0, 0, 0, 0]),
            ["GLB_CHUNK_LENGTH_UNALIGNED 48"]),
    ]

    @Test("what is wrong with the document is said although the file ends in or behind the next chunk's header")
    func documentBeforeCut() throws {
        let file = TestAsset.glb(TestAsset.document(#""buffers":[{"byteLength":4}]"#), binary: [1, 2, 3, 4])
        let end = file.count - 12
        for length in end + 1..<file.count {
            let report = try Validator.validate(bytes: Array(file.prefix(length)))
            let isHeader = length < end + 8
            #expect(
                report.findings.places == [
                    "GLB_UNEXPECTED_END_OF_CHUNK_\(isHeader ? "HEADER" : "DATA") \(length)", "UNUSED_OBJECT /buffers/0",
                    "BUFFER_\(isHeader ? "MISSING_GLB_DATA" : "BYTE_LENGTH_MISMATCH") /buffers/0",
                ])
        }
        // Of a JSON chunk that ends too early nothing can be said.
        let report = try Validator.validate(bytes: Array(file.prefix(end - 1)))
        #expect(report.findings.places == ["GLB_UNEXPECTED_END_OF_CHUNK_DATA \(end - 1)"])
    }
}
