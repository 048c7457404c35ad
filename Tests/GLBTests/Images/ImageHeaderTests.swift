import Testing

@testable import GLB

@Suite struct ImageHeaderTests {
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        + [0, 0, 8, 0, 0, 0, 4, 0, 8, 6, 0, 0, 0]
    /// Two application segments, one of them with fill bytes, before a progressive frame.
    private static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xE1, 0, 3, 9, 0xFF, 0xC2, 0, 17, 8, 1, 0, 2, 0, 3]
    private static func webp(_ chunk: String, _ body: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8) + Array(chunk.utf8) + [0, 0, 0, 0] + body
    }
    private static let ktx2: [UInt8] =
        [0xAB, 0x4B, 0x54, 0x58, 0x20, 0x32, 0x30, 0xBB, 0x0D, 0x0A, 0x1A, 0x0A]
        + [0, 1, 16, 8, 0, 0, 1, 1, 1].flatMap { TestAsset.little(UInt32($0)) } + [UInt8](repeating: 0, count: 56)

    static let images: [(bytes: [UInt8], format: ImageFormat, width: Int, height: Int, channels: Int?)] = [
        (png, .png, 2048, 1024, 4), (jpeg, .jpeg, 512, 256, 3),
        (webp("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0x40, 0x01, 0xF0, 0x40]), .webp, 320, 240, 3),
        (webp("VP8L", [0x2F] + TestAsset.little(UInt32(99 | 49 << 14 | 1 << 28))), .webp, 100, 50, 4),
        (webp("VP8X", [0x10, 0, 0, 0, 0xFF, 0x0F, 0, 0xFF, 0x07, 0]), .webp, 4096, 2048, 4),
        (ktx2, .ktx2, 16, 8, nil),
        (Array("GIF89a".utf8) + [3, 0, 2, 0], .gif, 3, 2, nil),
        (Array("BM".utf8) + [UInt8](repeating: 0, count: 16) + [5, 0, 0, 0, 0xFC, 0xFF, 0xFF, 0xFF], .bmp, 5, 4, nil),
        (
            [0, 0, 0, 28] + Array("ftypavif".utf8) + [UInt8](repeating: 0, count: 40) + [0, 0, 0, 20]
                + Array("ispe".utf8) + [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 128], .avif, 256, 128, nil
        ),
    ]

    @Test("the size is read from the header of each format", arguments: images)
    func sizes(bytes: [UInt8], format: ImageFormat, width: Int, height: Int, channels: Int?) throws {
        let header = try ImageHeader(reading: ByteSource(bytes))
        #expect(header.format == format)
        #expect(header.width == width && header.height == height)
        #expect(header.channels == channels)
    }

    @Test("no prefix of a header is taken for a whole one", arguments: images)
    func prefixes(bytes: [UInt8], format: ImageFormat, width: Int, height: Int, channels: Int?) throws {
        for length in 0..<bytes.count {
            guard let header = try? ImageHeader(reading: ByteSource(Array(bytes.prefix(length)))) else { continue }
            // Whatever follows the size may be missing, but nothing of the size.
            #expect(header.width == width && header.height == height, "\(length) bytes")
        }
        #expect(throws: ImageHeader.Failure.truncated) { try ImageHeader(reading: ByteSource([])) }
    }

    @Test("headers that contradict themselves are refused") func invalid() {
        func failure(_ bytes: [UInt8]) -> ImageHeader.Failure? {
            do throws(ImageHeader.Failure) {
                _ = try ImageHeader(reading: ByteSource(bytes))
                return nil
            } catch {
                return error
            }
        }
        #expect(failure([1, 2, 3, 4]) == .unrecognized)
        #expect(failure(Array(Self.png.prefix(15))) == .truncated)
        #expect(failure([0xFF, 0xD8, 0xFF, 0xDA, 0, 4, 0, 0, 0, 0, 0, 0]) == .invalid("the JPEG has no frame header"))
        #expect(failure([0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0, 0, 0, 0]) == .invalid("a JPEG segment states a length of 1"))
        #expect(failure([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0, 0, 0, 0]) == .truncated)
        var empty = Self.png
        empty.replaceSubrange(16..<24, with: [UInt8](repeating: 0, count: 8))
        #expect(failure(empty) == .invalid("the image is 0 × 0 pixels large"))
        let endless = [0xFF, 0xD8] + [UInt8]([0xFF, 0xE0, 0, 2].repeated(20_000))
        if case .invalid = failure(endless) {} else { Issue.record("a JPEG without end was read to its end") }
    }

    @Test("memory on a graphics card counts all mipmaps") func gpuBytes() throws {
        // 2048 × 1024, 1024 × 512, … 2 × 1, 1 × 1, at four bytes a pixel
        let levels = (0...11).map { max(1, 2048 >> $0) * max(1, 1024 >> $0) * 4 }
        #expect(try ImageHeader(reading: ByteSource(Self.png)).gpuByteCount == levels.reduce(0, +))
        // 16 × 8, 8 × 4, 4 × 2, 2 × 1, 1 × 1 in blocks of sixteen pixels and sixteen bytes
        #expect(try ImageHeader(reading: ByteSource(Self.ktx2)).gpuByteCount == (8 + 2 + 1 + 1 + 1) * 16)
    }
}

extension [UInt8] {
    fileprivate func repeated(_ count: Int) -> [UInt8] { Array(repeatElement(self, count: count).joined()) }
}
