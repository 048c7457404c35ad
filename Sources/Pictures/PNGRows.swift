import CZlib

/// Reads the rows of a PNG of eight bits a channel that is not interlaced, one after another (ISO/IEC 15948).
///
/// Memory is that of two rows, whatever the file says.
package struct PNGRows {
    /// Pixels a row.
    package let width: Int
    /// Rows.
    package let height: Int
    /// Bytes a pixel: 3 or 4.
    package let channels: Int
    private let packed: [UInt8]

    /// Longer rows and images are not read.
    private static let sizeLimit = 1 << 15

    /// The header and the packed pixels of a file; nil if it is no such PNG.
    package init?(_ file: [UInt8]) {
        guard file.count > 33, Array(file[12..<16]) == Array("IHDR".utf8), file[24] == 8, file[28] == 0,
            file[25] == 2 || file[25] == 6
        else { return nil }
        func number(_ offset: Int) -> Int { file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        (width, height, channels) = (number(16), number(20), file[25] == 2 ? 3 : 4)
        guard (1...Self.sizeLimit).contains(width), (1...Self.sizeLimit).contains(height) else { return nil }
        var packed: [UInt8] = []
        var offset = 8
        while offset + 12 <= file.count {
            let length = number(offset)
            guard length <= file.count - offset - 12 else { return nil }
            let type = Array(file[offset + 4..<offset + 8])
            if type == Array("IDAT".utf8) { packed += file[offset + 8..<offset + 8 + length] }
            if type == Array("IEND".utf8) { break }
            offset += length + 12
        }
        self.packed = packed
    }

    /// Calls `body` with each row until it answers false.
    ///
    /// - Returns: whether the file holds all rows that `body` asked for.
    package func forEach(_ body: ([UInt8]) -> Bool) -> Bool {
        var stream = z_stream()
        guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return false }
        defer { inflateEnd(&stream) }
        var input = packed
        return input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(clamping: input.count)
            let length = width * channels
            var previous = [UInt8](repeating: 0, count: length)
            for _ in 0..<height {
                var row = [UInt8](repeating: 0, count: length + 1)
                let isWhole = row.withUnsafeMutableBufferPointer { row in
                    stream.next_out = row.baseAddress
                    stream.avail_out = UInt32(row.count)
                    // What is left to fill cannot be filled if the stream ends or breaks.
                    while stream.avail_out > 0 {
                        let status = inflate(&stream, Z_NO_FLUSH)
                        guard status == Z_OK || status == Z_STREAM_END && stream.avail_out == 0 else { return false }
                    }
                    return true
                }
                guard isWhole, let filter = row.first, filter <= 4 else { return false }
                row.removeFirst()
                Self.unfilter(&row, filter, previous, channels)
                guard body(row) else { return true }
                previous = row
            }
            return true
        }
    }

    private static func unfilter(_ row: inout [UInt8], _ filter: UInt8, _ above: [UInt8], _ distance: Int) {
        switch filter {
        case 1: for index in distance..<row.count { row[index] &+= row[index - distance] }
        case 2: for index in row.indices { row[index] &+= above[index] }
        case 3:
            for index in row.indices {
                let left = index < distance ? 0 : Int(row[index - distance])
                row[index] &+= UInt8((left + Int(above[index])) / 2)
            }
        case 4:
            for index in row.indices {
                let (left, corner) =
                    index < distance ? (0, 0) : (Int(row[index - distance]), Int(above[index - distance]))
                let up = Int(above[index])
                let (a, b, c) = (abs(up - corner), abs(left - corner), abs(left + up - 2 * corner))
                row[index] &+= UInt8(a <= b && a <= c ? left : b <= c ? up : corner)
            }
        default: break
        }
    }
}

extension PNG {
    /// Whether a PNG file has an alpha channel that is opaque everywhere; nil if it cannot be read.
    package static func hasOpaqueAlpha(_ file: [UInt8]) -> Bool? {
        guard let rows = PNGRows(file) else { return nil }
        guard rows.channels == 4 else { return false }
        var isOpaque = true
        let isRead = rows.forEach { row in
            for alpha in stride(from: 3, to: row.count, by: 4) where row[alpha] != 255 { isOpaque = false }
            return isOpaque
        }
        return isRead ? isOpaque : nil
    }

    /// The same picture without its alpha channel; nil if it cannot be read.
    package static func withoutAlpha(_ file: [UInt8]) -> [UInt8]? {
        guard let rows = PNGRows(file), rows.channels == 4 else { return nil }
        var pixels: [UInt8] = []
        let isRead = rows.forEach { row in
            for pixel in stride(from: 0, to: row.count, by: 4) { pixels.append(contentsOf: row[pixel..<pixel + 3]) }
            return true
        }
        return isRead ? encode(pixels, width: rows.width, height: rows.height, format: .rgb) : nil
    }
}
