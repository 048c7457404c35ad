extension ImageHeader {
    /// The most that a fixed header takes; JPEG goes on from segment to segment.
    private static let headLength = 104

    /// Reads the header of the image file whose bytes are `source`.
    public init(reading source: ByteSource) throws(Failure) {
        let head = try Self.bytes(source, 0, upTo: Self.headLength)
        guard let format = ImageFormat(head: head) else {
            throw ImageFormat.isCutSignature(head) ? .truncated : .unrecognized
        }
        let reader = HeaderReader(bytes: head)
        self =
            switch format {
            case .png: try Self.png(reader)
            case .jpeg: try Self.jpeg(source)
            case .webp: try Self.webp(reader)
            case .ktx2: try Self.ktx2(reader)
            case .avif: try Self.avif(source)
            case .gif: try Self(.gif, width: try reader.little16(6), height: try reader.little16(8))
            case .bmp:
                // A negative height means that the rows are stored from top to bottom.
                try Self(
                    .bmp, width: try reader.little32(18),
                    height: Int(Int32(truncatingIfNeeded: try reader.little32(22)).magnitude))
            case .dds: try Self(.dds, width: try reader.little32(16), height: try reader.little32(12))
            }
    }

    private static func bytes(_ source: ByteSource, _ start: Int, upTo limit: Int) throws(Failure) -> [UInt8] {
        guard start <= source.count else { throw .truncated }
        do throws(GLBError) {
            return try source.read(start..<start + min(limit, source.count - start))
        } catch {
            throw .unreadable(error)
        }
    }

    /// IHDR is the first chunk (PNG specification, 11.2.1).
    private static func png(_ reader: HeaderReader) throws(Failure) -> Self {
        guard try reader.big32(12) == 0x4948_4452 else { throw .invalid("the first PNG chunk is not IHDR") }
        let channels: [Int: Int] = [0: 1, 2: 3, 3: 3, 4: 2, 6: 4]
        return try Self(
            .png, width: try reader.big32(16), height: try reader.big32(20), channels: channels[try reader.byte(25)],
            bitDepth: try reader.byte(24))
    }

    /// How many segments may stand before a JPEG's frame header.
    private static let jpegSegmentLimit = 1000

    /// Goes from segment to segment to the frame header (ITU-T T.81, B.2.2).
    private static func jpeg(_ source: ByteSource) throws(Failure) -> Self {
        var offset = 2
        for _ in 0..<jpegSegmentLimit {
            let reader = HeaderReader(bytes: try bytes(source, offset, upTo: 10))
            guard try reader.byte(0) == 0xFF else { throw .invalid("a JPEG marker is missing") }
            switch try reader.byte(1) {
            case 0xFF: offset += 1
            case 0x01, 0xD0...0xD8: offset += 2
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                let components = try reader.byte(9)
                return try Self(
                    .jpeg, width: try reader.big16(7), height: try reader.big16(5),
                    channels: (1...4).contains(components) ? components : nil, bitDepth: try reader.byte(4))
            case 0xD9, 0xDA: throw .invalid("the JPEG has no frame header")
            default:
                let length = try reader.big16(2)
                guard length >= 2 else { throw .invalid("a JPEG segment states a length of \(length)") }
                offset += 2 + length
            }
        }
        throw .invalid("the JPEG has no frame header in its first \(jpegSegmentLimit) segments")
    }

    /// The first chunk is one of three (WebP container specification; RFC 9649).
    private static func webp(_ reader: HeaderReader) throws(Failure) -> Self {
        switch try reader.big32(12) {
        case 0x5650_3820:  // "VP8 ", lossy
            guard try reader.byte(23) == 0x9D, try reader.byte(24) == 0x01, try reader.byte(25) == 0x2A else {
                throw .invalid("the WebP has no key frame")
            }
            return try Self(
                .webp, width: try reader.little16(26) & 0x3FFF, height: try reader.little16(28) & 0x3FFF, channels: 3,
                bitDepth: 8)
        case 0x5650_384C:  // "VP8L", lossless
            guard try reader.byte(20) == 0x2F else { throw .invalid("the WebP's lossless signature is missing") }
            let bits = try reader.little32(21)
            return try Self(
                .webp, width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1,
                channels: bits >> 28 & 1 == 1 ? 4 : 3, bitDepth: 8)
        case 0x5650_3858:  // "VP8X", extended
            let hasAlpha = try reader.byte(20) & 0x10 != 0
            return try Self(
                .webp, width: (try reader.little32(24) & 0xFF_FFFF) + 1,
                height: (try reader.little16(27) | (try reader.byte(29)) << 16) + 1, channels: hasAlpha ? 4 : 3,
                bitDepth: 8)
        default: throw .invalid("the WebP begins with an unknown chunk")
        }
    }

    /// Fixed header, then an index of the levels (KTX 2.0 specification, sections 3.1 to 3.4).
    private static func ktx2(_ reader: HeaderReader) throws(Failure) -> Self {
        let vkFormat = try reader.little32(12)
        let height = max(1, try reader.little32(24))
        let levels = try reader.little32(40)
        // Only a file with a single level has its whole index in the bytes at hand; else the chain is estimated.
        let stored = levels == 1 && vkFormat != 0 ? try reader.little64(96) : nil
        return try Self(
            .ktx2, width: try reader.little32(20), height: height, storedLevels: stored == 0 ? nil : stored,
            isBlockCompressed: vkFormat == 0)
    }

    /// The property `ispe` holds the size (ISO/IEC 23008-12, 6.5.3); it stands near the start of the file.
    private static func avif(_ source: ByteSource) throws(Failure) -> Self {
        let head = try bytes(source, 0, upTo: 4096)
        let name = Array("ispe".utf8)
        guard let start = head.indices.dropLast(3).first(where: { head[$0..<$0 + 4].elementsEqual(name) }) else {
            throw source.count > 4096 ? .invalid("the AVIF's size was not found") : .truncated
        }
        let reader = HeaderReader(bytes: Array(head[start...]))
        return try Self(.avif, width: try reader.big32(8), height: try reader.big32(12))
    }
}

/// The first bytes of a file; reading beyond them means that the file is cut off.
private struct HeaderReader {
    let bytes: [UInt8]

    func byte(_ offset: Int) throws(ImageHeader.Failure) -> Int {
        guard offset < bytes.count else { throw .truncated }
        return Int(bytes[offset])
    }

    func big16(_ offset: Int) throws(ImageHeader.Failure) -> Int {
        try byte(offset) << 8 | (try byte(offset + 1))
    }

    func big32(_ offset: Int) throws(ImageHeader.Failure) -> Int {
        try big16(offset) << 16 | (try big16(offset + 2))
    }

    func little16(_ offset: Int) throws(ImageHeader.Failure) -> Int {
        try byte(offset) | (try byte(offset + 1)) << 8
    }

    func little32(_ offset: Int) throws(ImageHeader.Failure) -> Int {
        try little16(offset) | (try little16(offset + 2)) << 16
    }

    func little64(_ offset: Int) throws(ImageHeader.Failure) -> Int? {
        Int(exactly: UInt64(try little32(offset)) | UInt64(try little32(offset + 4)) << 32)
    }
}
