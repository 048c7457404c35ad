extension ImageProfile {
    /// How many chunks may stand before a PNG's pixels.
    private static let chunkLimit = 1000

    /// Goes through the chunks before the pixels (PNG specification, sections 5.6 and 11.3).
    mutating func readPNG(_ source: ByteSource) throws(ImageHeader.Failure) {
        try Self.checkPNGHeader(try Self.read(source, 8, 21))
        var colours = Colours()
        var offset = 8
        for _ in 0..<Self.chunkLimit {
            let head = try Self.read(source, offset, 8)
            let length = Int(head.uint32Big(at: 0))
            let type = head.uint32Big(at: 4)
            if type == PNGChunk.pixels {
                (primaries, transfer) = (colours.primaries, colours.transfer)
                return
            }
            guard type != PNGChunk.end else { throw .invalid("the PNG has no pixels") }
            switch type {
            case PNGChunk.gamma:
                colours.gamma = try Self.read(source, offset + 8, 4).uint32Big(at: 0)
            case PNGChunk.chromaticities:
                let bytes = try Self.read(source, offset + 8, 32)
                colours.chromaticities = (0..<8).map { bytes.uint32Big(at: 4 * $0) }
            case PNGChunk.profile: colours.hasProfile = true
            case PNGChunk.standardColours: colours.isStandard = true
            case PNGChunk.transparency:
                pixelFormat = pixelFormat == .luminance ? .luminanceAlpha : .rgba
            case PNGChunk.pixelSize:
                let bytes = try Self.read(source, offset + 8, 8)
                hasOblongPixels = bytes.uint32Big(at: 0) != bytes.uint32Big(at: 4)
            case PNGChunk.animation: isAnimated = true
            default: break
            }
            offset = offset.saturatingSum(length).saturatingSum(12)
        }
        throw .invalid("the PNG has no pixels in its first \(Self.chunkLimit) chunks")
    }

    /// The numbers of bits that a sample can have, by the type of its colours (PNG specification, section 11.2.1).
    private static let bitDepths: [UInt8: [UInt8]] = [
        0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
    ]

    /// Checks the chunk IHDR, whose type and size of pixels have been read.
    private static func checkPNGHeader(_ chunk: [UInt8]) throws(ImageHeader.Failure) {
        guard chunk.uint32Big(at: 0) == 13 else { throw .invalid("the PNG's header has another length than 13 bytes") }
        let (depth, colourType) = (chunk[16], chunk[17])
        guard bitDepths[colourType]?.contains(depth) ?? false else {
            throw .invalid("a PNG of colour type \(colourType) cannot have \(depth) bits")
        }
    }

    /// What a PNG says about its colours; sRGB where it says nothing.
    private struct Colours {
        var gamma: UInt32?
        var chromaticities: [UInt32]?
        var hasProfile = false
        var isStandard = false

        /// The gamma and chromaticities of sRGB as PNG writes them (PNG specification, section 11.3.2.5).
        private static let standardGamma: UInt32 = 45455
        private static let linearGamma: UInt32 = 100_000
        private static let standardChromaticities: [UInt32] = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000]

        var primaries: ColourSpace {
            if isStandard { return .srgb }
            if hasProfile { return .custom }
            return chromaticities.map { $0 == Self.standardChromaticities } ?? true ? .srgb : .custom
        }

        var transfer: ColourSpace {
            if isStandard { return .srgb }
            if hasProfile { return .custom }
            switch gamma {
            case nil, Self.standardGamma: return .srgb
            case Self.linearGamma: return .linear
            default: return .custom
            }
        }
    }

    /// Reads bytes that must be there.
    static func read(_ source: ByteSource, _ start: Int, _ count: Int) throws(ImageHeader.Failure) -> [UInt8] {
        guard isWithin(start, count, source.count) else { throw .truncated }
        do throws(GLBError) {
            return try source.read(start..<start + count)
        } catch {
            throw .unreadable(error)
        }
    }
}

/// The types of PNG chunks, as numbers.
private enum PNGChunk {
    static let pixels: UInt32 = 0x4944_4154  // IDAT
    static let end: UInt32 = 0x4945_4E44  // IEND
    static let gamma: UInt32 = 0x6741_4D41  // gAMA
    static let chromaticities: UInt32 = 0x6348_524D  // cHRM
    static let profile: UInt32 = 0x6943_4350  // iCCP
    static let standardColours: UInt32 = 0x7352_4742  // sRGB
    static let transparency: UInt32 = 0x7452_4E53  // tRNS
    static let pixelSize: UInt32 = 0x7048_5973  // pHYs
    static let animation: UInt32 = 0x6163_544C  // acTL
}

extension [UInt8] {
    /// The big-endian number whose first byte is at `offset`; the caller has checked that four bytes are there.
    func uint32Big(at offset: Int) -> UInt32 { uint32(at: offset).byteSwapped }
}
