import Testing

@testable import GLB

// Numbers, images and containers for which the whole report is known.

extension VerdictTests {
    /// A document with one image in the binary chunk.
    private static func image(_ name: String, _ bytes: [UInt8], mimeType: String = "image/png", _ code: String?)
        -> Verdict
    {
        Verdict(
            name,
            #""images":[{"bufferView":0,"mimeType":"\#(mimeType)"}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":\#(bytes.count)}],"buffers":[{"byteLength":\#(bytes.count)}]"#,
            binary: bytes, ["UNUSED_OBJECT /images/0"] + [code.map { "\($0) /images/0" }].compactMap { $0 })
    }

    private static func jpeg(_ name: String, _ segments: [UInt8], _ code: String?) -> Verdict {
        image(name, [0xFF, 0xD8] + segments, mimeType: "image/jpeg", code)
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// A PNG of 2 × 2 pixels up to the beginning of the pixels.
    private static func png(length: UInt8 = 13, depth: UInt8 = 8, colourType: UInt8 = 2) -> [UInt8] {
        signature + [0, 0, 0, length] + Array("IHDR".utf8) + [0, 0, 0, 2, 0, 0, 0, 2, depth, colourType, 0, 0, 0]
            + [UInt8](repeating: 0, count: Int(length) - 13 + 4) + [0, 0, 0, 0] + Array("IDAT".utf8)
    }

    /// A frame header of 2 × 2 pixels.
    private static func frame(components: UInt8) -> [UInt8] {
        [0xFF, 0xC0, 0, 8 + 3 * components, 8, 0, 2, 0, 2, components]
            + (0..<components).flatMap { [$0 + 1, 0x11, 0] }
    }

    static let data = [
        Verdict(
            "the place of a replacement beyond the last element",
            #""accessors":[{"type":"SCALAR","componentType":5121,"count":4,"sparse":{"count":2,"#
                + #""indices":{"bufferView":0,"componentType":5121},"values":{"bufferView":0}}}],"#
                + #""bufferViews":[{"buffer":0,"byteLength":2}],"buffers":[{"byteLength":2}]"#,
            binary: [3, 4], ["ACCESSOR_SPARSE_INDEX_OOB /accessors/0/sparse", "UNUSED_OBJECT /accessors/0"]),
        image("a whole PNG header", png(), nil),
        image("no byte that is known", [1, 2, 3, 4], "IMAGE_UNRECOGNIZED_FORMAT"),
        image("a PNG cut inside its signature", Array(signature.prefix(5)), "IMAGE_UNEXPECTED_EOS"),
        image("a WebP cut inside its signature", Array("RIFF\u{1}\u{0}\u{0}\u{0}WE".utf8), "IMAGE_UNEXPECTED_EOS"),
        image("other data in RIFF", Array("RIFF\u{1}\u{0}\u{0}\u{0}WAVE".utf8), "IMAGE_UNRECOGNIZED_FORMAT"),
        image("a PNG cut behind its signature", signature, "IMAGE_UNEXPECTED_EOS"),
        image("a PNG cut inside its header", Array(png().prefix(22)), "IMAGE_UNEXPECTED_EOS"),
        image("a PNG cut before its pixels", Array(png().prefix(33)), "IMAGE_UNEXPECTED_EOS"),
        image("a PNG with a longer header", png(length: 14), "IMAGE_DATA_INVALID"),
        image("a PNG of unknown colours", png(colourType: 5), "IMAGE_DATA_INVALID"),
        image("a PNG of three bits", png(depth: 3), "IMAGE_DATA_INVALID"),
        jpeg("a JPEG cut inside its signature", [], "IMAGE_UNEXPECTED_EOS"),
        jpeg("a JPEG cut inside its frame header", Array(frame(components: 3).prefix(6)), "IMAGE_UNEXPECTED_EOS"),
        jpeg("a JPEG without frame header", [0xFF, 0xD9], "IMAGE_DATA_INVALID"),
        jpeg("a grey JPEG", frame(components: 1), nil),
        jpeg("a JPEG of three colours", frame(components: 3), nil),
        jpeg("a JPEG of four inks", frame(components: 4), "IMAGE_DATA_INVALID"),
        jpeg("a JPEG of two colours", frame(components: 2), "IMAGE_DATA_INVALID"),
    ]
}
