/// One entry of an archive, and the records that describe it (APPNOTE 4.3).
struct ZipEntry {
    let name: String
    let method: ZipWriter.Method
    let modified: ZipDate
    /// Where the entry's local header begins.
    let offset: UInt64
    var isZip64 = false
    var crc: UInt32 = 0
    var size: UInt64 = 0
    var compressedSize: UInt64 = 0

    init(name: String, method: ZipWriter.Method, modified: ZipDate, offset: UInt64) {
        self.name = name
        self.method = method
        self.modified = modified
        self.offset = offset
    }

    /// Whether unpacking an entry of this name stays inside the folder that the archive is unpacked in.
    static func isSafe(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= 0xFFFF, !name.hasPrefix("/"), !name.contains("\\"), !name.contains("\0")
        else { return false }
        return name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0 != "." && $0 != ".."
        }
    }

    /// The record before the entry's bytes (4.3.7).
    func localHeader() -> [UInt8] {
        var record = ZipRecord(signature: 0x0403_4B50)
        record.append(isZip64 ? 45 : 20 as UInt16)
        appendCommon(to: &record)
        record.append(isZip64 ? 0xFFFF_FFFF : UInt32(truncatingIfNeeded: compressedSize))
        record.append(isZip64 ? 0xFFFF_FFFF : UInt32(truncatingIfNeeded: size))
        record.append(UInt16(name.utf8.count))
        record.append(isZip64 ? 20 : 0 as UInt16)
        record.append(name)
        if isZip64 { appendZip64([size, compressedSize], to: &record) }
        return record.bytes
    }

    /// The record in the directory at the archive's end (4.3.12).
    func directoryHeader() -> [UInt8] {
        let farAway = offset >= 0xFFFF_FFFF
        var large: [UInt64] = isZip64 ? [size, compressedSize] : []
        if farAway { large.append(offset) }
        var record = ZipRecord(signature: 0x0201_4B50)
        record.append(0x032D as UInt16)  // made on Unix, so that the permissions below count
        record.append(large.isEmpty ? 20 : 45 as UInt16)
        appendCommon(to: &record)
        record.append(isZip64 ? 0xFFFF_FFFF : UInt32(truncatingIfNeeded: compressedSize))
        record.append(isZip64 ? 0xFFFF_FFFF : UInt32(truncatingIfNeeded: size))
        record.append(UInt16(name.utf8.count))
        record.append(large.isEmpty ? 0 : UInt16(4 + 8 * large.count))
        record.append(0 as UInt16)  // comment
        record.append(0 as UInt16)  // disk
        record.append(0 as UInt16)  // internal attributes
        record.append((0o100644 as UInt32) << 16)
        record.append(farAway ? 0xFFFF_FFFF : UInt32(truncatingIfNeeded: offset))
        record.append(name)
        if !large.isEmpty { appendZip64(large, to: &record) }
        return record.bytes
    }

    /// The records that end an archive (4.3.14 to 4.3.16); the Zip64 ones only where they are needed.
    static func directoryEnd(count: Int, start: UInt64, size: UInt64) -> [UInt8] {
        var record = ZipRecord()
        if count >= 0xFFFF || start >= 0xFFFF_FFFF || size >= 0xFFFF_FFFF {
            record.append(0x0606_4B50 as UInt32)
            record.append(44 as UInt64)
            record.append(0x032D as UInt16)
            record.append(45 as UInt16)
            record.append(0 as UInt32)
            record.append(0 as UInt32)
            record.append(UInt64(count))
            record.append(UInt64(count))
            record.append(size)
            record.append(start)
            record.append(0x0706_4B50 as UInt32)
            record.append(0 as UInt32)
            record.append(start + size)
            record.append(1 as UInt32)
        }
        record.append(0x0605_4B50 as UInt32)
        record.append(0 as UInt16)
        record.append(0 as UInt16)
        record.append(UInt16(clamping: count))
        record.append(UInt16(clamping: count))
        record.append(UInt32(clamping: size))
        record.append(UInt32(clamping: start))
        record.append(0 as UInt16)
        return record.bytes
    }

    private func appendCommon(to record: inout ZipRecord) {
        record.append(0x0800 as UInt16)  // the name is UTF-8
        record.append(method.rawValue)
        record.append(modified.time)
        record.append(modified.date)
        record.append(crc)
    }

    private func appendZip64(_ values: [UInt64], to record: inout ZipRecord) {
        record.append(1 as UInt16)
        record.append(UInt16(8 * values.count))
        for value in values { record.append(value) }
    }
}

/// Bytes put together little-endian.
private struct ZipRecord {
    var bytes: [UInt8] = []

    init() {}

    init(signature: UInt32) { append(signature) }

    mutating func append(_ value: some FixedWidthInteger & UnsignedInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
