/// An image format, told by a file's first bytes.
public enum ImageFormat: String, CaseIterable, Sendable {
    /// Portable Network Graphics.
    case png
    /// JPEG.
    case jpeg
    /// WebP.
    case webp
    /// KTX 2.0, mostly with a Basis Universal texture.
    case ktx2
    /// AV1 image file.
    case avif
    /// Graphics Interchange Format.
    case gif
    /// Windows bitmap.
    case bmp
    /// DirectDraw surface.
    case dds

    private static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// Whether `file`, all of a file's bytes, ends within the signature of a PNG, JPEG or WebP: it is one that was cut
    /// off.
    static func isCutSignature(_ file: [UInt8]) -> Bool {
        // Between the two words of a WebP stands its length.
        let webp = Array("RIFF".utf8) + file.dropFirst(4).prefix(4) + Array("WEBP".utf8)
        return [pngSignature, [0xFF, 0xD8, 0xFF], webp].contains {
            file.count < min($0.count, 12) && $0.starts(with: file)
        }
    }

    /// The format that `head` begins with; twelve bytes suffice.
    public init?(head: some Collection<UInt8>) {
        let head = Array(head.prefix(12))
        func has(_ bytes: [UInt8], at offset: Int = 0) -> Bool { head.dropFirst(offset).starts(with: bytes) }
        if has(Self.pngSignature) {
            self = .png
        } else if has([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if has(Array("RIFF".utf8)), has(Array("WEBP".utf8), at: 8) {
            self = .webp
        } else if has([0xAB, 0x4B, 0x54, 0x58, 0x20, 0x32, 0x30, 0xBB, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .ktx2
        } else if has(Array("ftypavif".utf8), at: 4) || has(Array("ftypavis".utf8), at: 4) {
            self = .avif
        } else if has(Array("GIF87a".utf8)) || has(Array("GIF89a".utf8)) {
            self = .gif
        } else if has(Array("DDS ".utf8)) {
            self = .dds
        } else if has(Array("BM".utf8)) {
            self = .bmp
        } else {
            return nil
        }
    }

    /// The format's media type.
    public var mimeType: String {
        switch self {
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .webp: "image/webp"
        case .ktx2: "image/ktx2"
        case .avif: "image/avif"
        case .gif: "image/gif"
        case .bmp: "image/bmp"
        case .dds: "image/vnd-ms.dds"
        }
    }
}
