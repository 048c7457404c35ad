import CZlib

/// A picture in memory: red, green and blue bytes, rows from the top.
struct PixelImage: Sendable {
    let width: Int
    let height: Int
    private(set) var pixels: [UInt8]

    /// A picture of one colour.
    init(width: Int, height: Int, colour: SIMD3<UInt8>) {
        self.width = width
        self.height = height
        pixels = (0..<width * height).flatMap { _ in [colour.x, colour.y, colour.z] }
    }

    /// Decodes a PNG of eight bits a channel without an alpha channel and without interlacing, which is what the sample
    /// maker writes (ISO/IEC 15948); nil for any other.
    init?(png: [UInt8]) {
        guard png.count > 33, Array(png[12..<16]) == Array("IHDR".utf8), Array(png[24..<29]) == [8, 2, 0, 0, 0] else {
            return nil
        }
        (width, height) = (Self.number(png, 16), Self.number(png, 20))
        guard (1...16_384).contains(width), (1...16_384).contains(height) else { return nil }
        var packed: [UInt8] = []
        var offset = 8
        while png.count - offset >= 12 {
            let length = Self.number(png, offset)
            guard length <= png.count - offset - 12 else { return nil }
            if Array(png[offset + 4..<offset + 8]) == Array("IDAT".utf8) {
                packed += png[offset + 8..<offset + 8 + length]
            }
            offset += length + 12
        }
        let row = width * 3
        var count = uLong((row + 1) * height)
        let expected = Int(count)
        var filtered = [UInt8](repeating: 0, count: expected)
        guard uncompress(&filtered, &count, packed, uLong(packed.count)) == Z_OK, Int(count) == expected else {
            return nil
        }
        pixels = [UInt8](repeating: 0, count: row * height)
        for y in 0..<height { unfilter(row: y, filter: filtered[y * (row + 1)], filtered, from: y * (row + 1) + 1) }
    }

    /// The colour at a place, 0 to 1 from the top left; places outside repeat the picture.
    func colour(at place: SIMD2<Float>) -> SIMD3<Float> {
        let wrapped = place - place.rounded(.down)
        let x = min(width - 1, Int(wrapped.x * Float(width)))
        let y = min(height - 1, Int(wrapped.y * Float(height)))
        let offset = (y * width + x) * 3
        return SIMD3(Float(pixels[offset]), Float(pixels[offset + 1]), Float(pixels[offset + 2])) / 255
    }

    /// One channel of every pixel as a grey picture.
    func grey(channel: Int) -> PixelImage {
        var grey = self
        for index in 0..<width * height {
            let value = pixels[index * 3 + channel]
            for channel in 0..<3 { grey.pixels[index * 3 + channel] = value }
        }
        return grey
    }

    private mutating func unfilter(row y: Int, filter: UInt8, _ filtered: [UInt8], from start: Int) {
        let row = width * 3
        for x in 0..<row {
            let left = x >= 3 ? pixels[y * row + x - 3] : 0
            let up = y > 0 ? pixels[(y - 1) * row + x] : 0
            let corner = x >= 3 && y > 0 ? pixels[(y - 1) * row + x - 3] : 0
            let guess: UInt8 =
                switch filter {
                case 1: left
                case 2: up
                case 3: UInt8((Int(left) + Int(up)) / 2)
                case 4: Self.paeth(Int(left), Int(up), Int(corner))
                default: 0
                }
            pixels[y * row + x] = filtered[start + x] &+ guess
        }
    }

    private static func paeth(_ left: Int, _ up: Int, _ corner: Int) -> UInt8 {
        let guess = left + up - corner
        let (toLeft, toUp, toCorner) = (abs(guess - left), abs(guess - up), abs(guess - corner))
        if toLeft <= toUp, toLeft <= toCorner { return UInt8(left) }
        return UInt8(toUp <= toCorner ? up : corner)
    }

    private static func number(_ bytes: [UInt8], _ offset: Int) -> Int {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
