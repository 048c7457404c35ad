import CZlib

/// Writes PNG images (ISO/IEC 15948) of eight bits a channel.
package enum PNG {
    /// What the bytes of one pixel are, in order.
    package enum Format: Sendable {
        /// Red, green, blue.
        case rgb
        /// Red, green, blue, and alpha that is not premultiplied.
        case rgba

        /// Bytes a pixel.
        package var channels: Int { self == .rgb ? 3 : 4 }

        /// The colour type in the header chunk.
        fileprivate var colourType: UInt8 { self == .rgb ? 2 : 6 }
    }

    /// How much time may be spent on making the file small.
    package enum Effort: Sendable {
        /// One filter for every row, fastest deflate: for big pictures and for many.
        case fast
        /// The best filter for each row, strongest deflate: for files that are kept.
        case small
    }

    /// The bytes of a PNG file.
    ///
    /// The same pixels give the same bytes with the same zlib; another zlib may pack them differently, never
    /// change them.
    ///
    /// - Parameters:
    ///   - pixels: Rows from top to bottom without padding, `width * height * format.channels` bytes.
    ///   - width: Pixels a row, at least 1.
    ///   - height: Rows, at least 1.
    ///   - format: What the bytes of a pixel are.
    ///   - effort: How hard to try for a small file.
    /// - Precondition: `pixels` has as many bytes as the dimensions say.
    package static func encode(
        _ pixels: [UInt8], width: Int, height: Int, format: Format, effort: Effort = .small
    ) -> [UInt8] {
        precondition(
            width > 0 && height > 0 && pixels.count == width * height * format.channels,
            "\(pixels.count) bytes are not \(width) x \(height) pixels")
        let rows = filtered(
            pixels, rowLength: width * format.channels, height: height, distance: format.channels, effort: effort)

        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        var header = bigEndian(UInt32(width)) + bigEndian(UInt32(height))
        header += [8, format.colourType, 0, 0, 0]  // bit depth; deflate, adaptive filters, not interlaced
        appendChunk("IHDR", header, to: &file)
        appendChunk("IDAT", deflated(rows, level: effort == .fast ? 1 : 9), to: &file)
        appendChunk("IEND", [], to: &file)
        return file
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func appendChunk(_ type: StaticString, _ content: [UInt8], to file: inout [UInt8]) {
        file += bigEndian(UInt32(content.count))
        let start = file.count
        type.withUTF8Buffer { file.append(contentsOf: $0) }
        file += content
        let checksum = file[start...].withUnsafeBytes { bytes in
            crc32(0, bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count))
        }
        file += bigEndian(UInt32(truncatingIfNeeded: checksum))
    }

    /// The content as a zlib stream.
    private static func deflated(_ content: [UInt8], level: Int32) -> [UInt8] {
        var length = compressBound(uLong(content.count))
        return [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
            let status = compress2(buffer.baseAddress, &length, content, uLong(content.count), level)
            precondition(status == Z_OK, "zlib cannot compress into a buffer of its own bound (\(status))")
            count = Int(length)
        }
    }
}

// MARK: - Filters (ISO/IEC 15948, section 9)

extension PNG {
    private enum Filter: UInt8, CaseIterable {
        case none, sub, up, average, paeth
    }

    /// Every row as its filter's number followed by the filtered bytes.
    private static func filtered(
        _ pixels: [UInt8], rowLength: Int, height: Int, distance: Int, effort: Effort
    ) -> [UInt8] {
        let candidates: [Filter] = effort == .fast ? [.up] : Filter.allCases
        return [UInt8](unsafeUninitializedCapacity: (rowLength + 1) * height) { output, count in
            pixels.withUnsafeBufferPointer { pixels in
                for row in 0..<height {
                    let source = row * rowLength
                    let target = row * (rowLength + 1)
                    var best = candidates[0]
                    if candidates.count > 1 {
                        var smallest = Int.max
                        for filter in candidates {
                            let cost = sumOfDifferences(
                                filter, pixels, at: source, length: rowLength, distance: distance, below: smallest)
                            if cost < smallest { (smallest, best) = (cost, filter) }
                        }
                    }
                    output[target] = best.rawValue
                    for column in 0..<rowLength {
                        output[target + 1 + column] = residual(
                            best, pixels, at: source, column: column, rowLength: rowLength, distance: distance)
                    }
                }
            }
            count = (rowLength + 1) * height
        }
    }

    /// The usual measure of a filter's worth: the sum of the residuals as signed bytes, given up once it is not
    /// `below` the best so far.
    private static func sumOfDifferences(
        _ filter: Filter, _ pixels: UnsafeBufferPointer<UInt8>, at source: Int, length: Int, distance: Int,
        below limit: Int
    ) -> Int {
        var sum = 0
        for column in 0..<length {
            let value = residual(filter, pixels, at: source, column: column, rowLength: length, distance: distance)
            sum += Int(Int8(bitPattern: value).magnitude)
            if sum >= limit { return .max }
        }
        return sum
    }

    /// What is left of one byte after the prediction from its neighbours; those outside the picture count as zero.
    @inline(__always)
    private static func residual(
        _ filter: Filter, _ pixels: UnsafeBufferPointer<UInt8>, at source: Int, column: Int, rowLength: Int,
        distance: Int
    ) -> UInt8 {
        let here = pixels[source + column]
        if filter == .none { return here }
        let hasLeft = column >= distance
        let left = hasLeft ? pixels[source + column - distance] : 0
        if filter == .sub { return here &- left }
        let hasUp = source > 0
        let up = hasUp ? pixels[source - rowLength + column] : 0
        switch filter {
        case .none, .sub: return here &- left
        case .up: return here &- up
        case .average: return here &- UInt8((UInt16(left) + UInt16(up)) / 2)
        case .paeth:
            let corner = hasLeft && hasUp ? pixels[source - rowLength + column - distance] : 0
            return here &- paeth(Int16(left), Int16(up), Int16(corner))
        }
    }

    private static func paeth(_ left: Int16, _ up: Int16, _ corner: Int16) -> UInt8 {
        let guess = left + up - corner
        let (toLeft, toUp, toCorner) = (abs(guess - left), abs(guess - up), abs(guess - corner))
        if toLeft <= toUp && toLeft <= toCorner { return UInt8(truncatingIfNeeded: left) }
        return UInt8(truncatingIfNeeded: toUp <= toCorner ? up : corner)
    }
}
