import TestSupport
import Testing

@testable import Pictures

@Suite("PNG", .blocking) struct PNGTests {
    /// Pictures that favour different filters.
    enum Pattern: CaseIterable {
        case flat, horizontal, vertical, diagonal, noise

        func pixels(width: Int, height: Int, channels: Int) -> [UInt8] {
            var random = SeededGenerator(seed: 5)
            return (0..<width * height * channels).map { index in
                let (x, y) = (index / channels % width, index / channels / width)
                switch self {
                case .flat: return 90
                case .horizontal: return UInt8(truncatingIfNeeded: x * 3 + index % channels)
                case .vertical: return UInt8(truncatingIfNeeded: y * 5)
                case .diagonal: return UInt8(truncatingIfNeeded: x * 2 + y * 7)
                case .noise: return UInt8(truncatingIfNeeded: random.next())
                }
            }
        }
    }

    @Test("what is written is read back", arguments: Pattern.allCases, [PNG.Format.rgb, .rgba])
    func roundTrip(pattern: Pattern, format: PNG.Format) throws {
        for (width, height) in [(1, 1), (1, 7), (9, 1), (37, 23)] {
            let pixels = pattern.pixels(width: width, height: height, channels: format.channels)
            for effort in [PNG.Effort.fast, .small] {
                let file = PNG.encode(pixels, width: width, height: height, format: format, effort: effort)
                let picture = try DecodedPNG(file)
                #expect(picture.pixels == pixels)
                #expect([picture.width, picture.height, picture.channels] == [width, height, format.channels])
            }
        }
    }

    @Test("a smooth picture is packed to a fraction, and more effort never makes it larger")
    func size() {
        let pixels = Pattern.diagonal.pixels(width: 200, height: 200, channels: 3)
        let small = PNG.encode(pixels, width: 200, height: 200, format: .rgb)
        let fast = PNG.encode(pixels, width: 200, height: 200, format: .rgb, effort: .fast)
        #expect(small.count <= fast.count)
        #expect(small.count < pixels.count / 20)
    }

    @Test("Python's own zlib accepts the file")
    func python() throws {
        let scratch = try Scratch()
        let pixels = Pattern.noise.pixels(width: 31, height: 17, channels: 3)
        let path = try scratch.write("picture.png", PNG.encode(pixels, width: 31, height: 17, format: .rgb))
        let script = """
            import struct, sys, zlib
            data, at, stream = open(sys.argv[1], 'rb').read(), 8, b''
            while at < len(data):
                length, = struct.unpack('>I', data[at:at + 4])
                kind, body = data[at + 4:at + 8], data[at + 8:at + 8 + length]
                assert struct.unpack('>I', data[at + 8 + length:at + 12 + length])[0] == zlib.crc32(kind + body), kind
                stream += body if kind == b'IDAT' else b''
                at += 12 + length
            print(len(zlib.decompress(stream)))
            """
        let result = try run("python3", ["-c", script, path])
        if result.status == 127 { try Test.cancel("there is no python3 here") }
        #expect(result.output == "\((31 * 3 + 1) * 17)\n", "\(result.errors)")
    }
}
