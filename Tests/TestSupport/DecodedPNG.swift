import CZlib

/// A PNG image as a reader sees it that shares nothing with our writer but zlib's inflate.
package struct DecodedPNG: Equatable, Sendable {
    /// What is wrong with a file.
    package struct Malformed: Error {
        /// What a person should know.
        package let reason: String
    }

    /// Pixels a row.
    package private(set) var width = 0
    /// Rows.
    package private(set) var height = 0
    /// Bytes a pixel.
    package private(set) var channels = 0
    /// Rows from the top, without padding.
    package private(set) var pixels: [UInt8] = []

    /// Reads a file of eight bits a channel, RGB or RGBA, and checks every checksum.
    package init(_ file: [UInt8]) throws {
        guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            throw Malformed(reason: "no signature")
        }
        var offset = 8
        var stream: [UInt8] = []
        var types: [String] = []
        func number(_ at: Int) -> Int { file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        while offset + 12 <= file.count {
            let length = number(offset)
            let content = file[offset + 8..<offset + 8 + length]
            let type = String(decoding: file[offset + 4..<offset + 8], as: UTF8.self)
            guard Self.checksum(file[offset + 4..<offset + 8 + length]) == number(offset + 8 + length) else {
                throw Malformed(reason: "\(type) has a wrong checksum")
            }
            types.append(type)
            switch type {
            case "IHDR":
                (width, height) = (number(offset + 8), number(offset + 12))
                let rest = Array(content.dropFirst(8))
                guard rest == [8, 2, 0, 0, 0] || rest == [8, 6, 0, 0, 0] else {
                    throw Malformed(reason: "an unexpected kind of image: \(rest)")
                }
                channels = rest[1] == 2 ? 3 : 4
            case "IDAT": stream += content
            default: break
            }
            offset += 12 + length
        }
        guard types == ["IHDR", "IDAT", "IEND"], offset == file.count else {
            throw Malformed(reason: "chunks: \(types)")
        }
        try unfilter(try Self.inflated(stream, count: (width * channels + 1) * height))
    }

    private static func inflated(_ stream: [UInt8], count: Int) throws -> [UInt8] {
        var rows = [UInt8](repeating: 0, count: count)
        var length = uLong(count)
        guard uncompress(&rows, &length, stream, uLong(stream.count)) == Z_OK, Int(length) == count else {
            throw Malformed(reason: "the pixels do not inflate to \(count) bytes")
        }
        return rows
    }

    private mutating func unfilter(_ rows: [UInt8]) throws {
        let rowLength = width * channels
        pixels = [UInt8](repeating: 0, count: rowLength * height)
        for row in 0..<height {
            let filter = rows[row * (rowLength + 1)]
            guard filter <= 4 else { throw Malformed(reason: "row \(row) has filter \(filter)") }
            for column in 0..<rowLength {
                let place = row * rowLength + column
                let a = column >= channels ? Int(pixels[place - channels]) : 0
                let b = row > 0 ? Int(pixels[place - rowLength]) : 0
                let c = column >= channels && row > 0 ? Int(pixels[place - rowLength - channels]) : 0
                let p = a + b - c
                let nearest =
                    abs(p - a) <= abs(p - b) && abs(p - a) <= abs(p - c) ? a : abs(p - b) <= abs(p - c) ? b : c
                let prediction = [0, a, b, (a + b) / 2, nearest][Int(filter)]
                pixels[place] = rows[row * (rowLength + 1) + 1 + column] &+ UInt8(prediction)
            }
        }
    }

    /// CRC-32, bit by bit (ISO/IEC 15948, annex D).
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
        }
        return Int(~value)
    }
}
