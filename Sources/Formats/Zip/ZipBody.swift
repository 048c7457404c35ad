import CZlib

/// What turns an entry's bytes into what the archive holds, counting and checking them on the way.
struct ZipBody {
    private(set) var crc: UInt32 = 0
    private(set) var size: UInt64 = 0
    private var deflater: Deflate?

    init(_ method: ZipWriter.Method) throws(ZipError) {
        deflater = method == .deflated ? try Deflate() : nil
    }

    /// Takes the next piece, empty for the end, and gives what is ready to be written.
    mutating func append(_ piece: [UInt8]) throws(ZipError) -> [UInt8] {
        // crc32_z answers a null pointer with the initial value, so an empty piece must not reach it.
        if !piece.isEmpty {
            crc = piece.withUnsafeBufferPointer {
                UInt32(truncatingIfNeeded: crc32_z(UInt(crc), $0.baseAddress, $0.count))
            }
        }
        size += UInt64(piece.count)
        guard deflater != nil else { return piece }
        return try deflater?.compress(piece) ?? []
    }
}

/// zlib's raw deflate stream.
private final class Deflate {
    /// On the heap because zlib's state points back at it.
    private let stream: UnsafeMutablePointer<z_stream>
    private var room = [UInt8](repeating: 0, count: 64 * 1024)

    init() throws(ZipError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = deflateInit2_(
            stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else {
            stream.deallocate()
            throw .deflateFailed(code)
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Compresses a piece; an empty one ends the stream.
    func compress(_ piece: [UInt8]) throws(ZipError) -> [UInt8] {
        var output: [UInt8] = []
        let code = piece.withUnsafeBufferPointer { input in
            // zlib promises only to read its input; its header lacks the const unless asked for it.
            stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.pointee.avail_in = UInt32(input.count)
            let flush = input.isEmpty ? Z_FINISH : Z_NO_FLUSH
            var code = Z_OK
            repeat {
                let made = room.withUnsafeMutableBufferPointer { buffer in
                    stream.pointee.next_out = buffer.baseAddress
                    stream.pointee.avail_out = UInt32(buffer.count)
                    code = deflate(stream, flush)
                    return buffer.count - Int(stream.pointee.avail_out)
                }
                output.append(contentsOf: room[..<made])
            } while code != Z_STREAM_ERROR && stream.pointee.avail_out == 0
            return code
        }
        guard code != Z_STREAM_ERROR else { throw .deflateFailed(code) }
        return output
    }
}
