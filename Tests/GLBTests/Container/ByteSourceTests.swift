import Foundation
import Testing

@testable import GLB

@Suite struct ByteSourceTests {
    /// A file with these bytes, for as long as `body` runs.
    private func withFile<Result>(_ bytes: [UInt8], _ body: (URL) throws -> Result) throws -> Result {
        let url = FileManager.default.temporaryDirectory.appending(path: "ByteSourceTests-\(UUID().uuidString)")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(url)
    }

    @Test("ranges of files and of memory are the same, near the start and far behind it") func ranges() throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try withFile(bytes) { url in
            for source in [ByteSource(bytes), try ByteSource(path: url.path)] {
                #expect(source.count == bytes.count)
                for range in [0..<0, 0..<10, 16_380..<16_390, 99_990..<100_000, 5..<90_000, 100_000..<100_000] {
                    #expect(try source.read(range) == Array(bytes[range]))
                }
                let part = try #require(source.part(50_000..<60_000)?.part(100..<200))
                #expect(try part.read(0..<100) == Array(bytes[50_100..<50_200]))
                #expect(try part.prefix(1000) == Array(bytes[50_100..<50_200]))
                #expect(part.part(0..<101) == nil)
                #expect(throws: GLBError.truncated(offset: 90, needed: 20, available: 10)) { try part.read(90..<110) }
            }
        }
    }

    @Test("a file that got shorter gives an error") func shrinking() throws {
        try withFile([UInt8](repeating: 7, count: 100_000)) { url in
            let source = try ByteSource(path: url.path)
            #expect(truncate(url.path, 50_000) == 0)
            #expect(try source.read(40_000..<50_000).count == 10_000)
            #expect(throws: GLBError.self) { try source.read(40_000..<50_001) }
        }
    }

    @Test("what is no regular file is refused") func refusals() throws {
        #expect(throws: GLBError.notAModel(.folder)) { try AssetFile(path: "/tmp") }
        #expect(throws: GLBError.notAModel(.notARegularFile)) { try AssetFile(path: "/dev/null") }
        #expect(throws: GLBError.unreadable(path: "/no/such/file.glb", reason: "no such file")) {
            try AssetFile(path: "/no/such/file.glb")
        }
    }
}
