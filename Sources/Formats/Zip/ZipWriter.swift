package import SystemPackage

/// Writes a ZIP archive (PKWARE APPNOTE 6.3) to a seekable file, entry by entry, each streamed.
///
/// Sizes and offsets that do not fit 32 bits use Zip64 records, so archives and entries may be larger than 4 GB and
/// entries more than 65,535. Names are UTF-8. The archive is readable by `unzip` and Python's `zipfile`.
package struct ZipWriter {
    /// How an entry's bytes are kept.
    package enum Method: UInt16, Sendable {
        /// As they are: right for what is compressed already, such as a GLB that is mostly JPEG or PNG.
        case stored = 0
        /// Deflated by zlib.
        case deflated = 8
    }

    private let file: FileDescriptor
    private var offset: UInt64 = 0
    private var entries: [ZipEntry] = []

    /// Starts an archive at the beginning of `file`, which stays open and is the caller's to close.
    package init(writingTo file: FileDescriptor) {
        self.file = file
    }

    /// Adds an entry from bytes in memory.
    package mutating func add(
        name: String, method: Method, modified: ZipDate, bytes: [UInt8]
    ) throws(ZipError) {
        var given = false
        try add(name: name, method: method, modified: modified, expectedSize: UInt64(bytes.count)) {
            () throws(ZipError) in
            defer { given = true }
            return given ? [] : bytes
        }
    }

    /// Adds an entry whose bytes come in pieces.
    ///
    /// - Parameters:
    ///   - name: the path inside the archive, with `/` between folders; relative, without `..`.
    ///   - expectedSize: how many bytes will come; decides whether the entry needs Zip64 sizes.
    ///   - next: gives the next piece, empty at the end.
    /// - Throws: ``ZipError`` if the name is not safe, the file cannot be written, or `next` throws. The archive then has
    ///   no such entry, and others may follow.
    package mutating func add(
        name: String, method: Method, modified: ZipDate, expectedSize: UInt64,
        next: () throws(ZipError) -> [UInt8]
    ) throws(ZipError) {
        let start = offset
        do throws(ZipError) {
            try append(name: name, method: method, modified: modified, expectedSize: expectedSize, next: next)
        } catch {
            offset = start
            throw error
        }
    }

    private mutating func append(
        name: String, method: Method, modified: ZipDate, expectedSize: UInt64,
        next: () throws(ZipError) -> [UInt8]
    ) throws(ZipError) {
        guard ZipEntry.isSafe(name) else { throw .unsafeName(name) }
        var entry = ZipEntry(name: name, method: method, modified: modified, offset: offset)
        // Deflate may grow its input by a little; a margin keeps the choice made here true afterwards.
        entry.isZip64 = expectedSize >= 0xFFFF_0000
        let headerOffset = offset
        try write(entry.localHeader())

        var body = try ZipBody(method)
        while true {
            let piece = try next()
            let output = try body.append(piece)
            try write(output)
            if piece.isEmpty { break }
        }
        entry.crc = body.crc
        entry.size = body.size
        entry.compressedSize = offset - headerOffset - UInt64(entry.localHeader().count)
        guard entry.isZip64 || (entry.size < 0xFFFF_FFFF && entry.compressedSize < 0xFFFF_FFFF) else {
            throw .sizeChanged(name)
        }
        try patch(entry.localHeader(), at: headerOffset)
        entries.append(entry)
    }

    /// Writes the directory of entries; the archive is complete afterwards.
    package mutating func finish() throws(ZipError) {
        let start = offset
        for entry in entries { try write(entry.directoryHeader()) }
        try write(ZipEntry.directoryEnd(count: entries.count, start: start, size: offset - start))
        // An entry that failed may have written farther than this.
        do { try file.resize(to: Int64(offset)) } catch { throw .cannotWrite(error as? Errno ?? .ioError) }
    }

    private mutating func write(_ bytes: [UInt8]) throws(ZipError) {
        guard !bytes.isEmpty else { return }
        try patch(bytes, at: offset)
        offset += UInt64(bytes.count)
    }

    private func patch(_ bytes: [UInt8], at position: UInt64) throws(ZipError) {
        do {
            _ = try bytes.withUnsafeBytes { try file.writeAll(toAbsoluteOffset: Int64(position), $0) }
        } catch let error as Errno {
            throw .cannotWrite(error)
        } catch {
            throw .cannotWrite(.ioError)
        }
    }
}
