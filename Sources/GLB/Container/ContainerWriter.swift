/// Writes a GLB container: the 12-byte header, the JSON chunk and, if there is one, the binary chunk.
///
/// Both chunks are padded to four bytes, JSON with spaces and binary with zeros (glTF 2.0, section 4.4.3).
public enum ContainerWriter {
    /// The bytes of a GLB file of version 2.
    ///
    /// - Parameters:
    ///   - json: The glTF document as UTF-8 text.
    ///   - binary: The contents of buffer 0; an empty one writes no binary chunk.
    /// - Returns: The file, or nil if it would be longer than the 4 GiB that the header's length field can state.
    public static func bytes(json: [UInt8], binary: [UInt8] = []) -> [UInt8]? {
        let jsonLength = padded(json.count)
        let binaryLength = padded(binary.count)
        let total =
            headerLength + chunkHeaderLength + jsonLength + (binary.isEmpty ? 0 : chunkHeaderLength + binaryLength)
        guard let length = UInt32(exactly: total) else { return nil }

        var file: [UInt8] = []
        file.reserveCapacity(total)
        append(magic, to: &file)
        append(version, to: &file)
        append(length, to: &file)
        appendChunk(jsonType, json, padding: UInt8(ascii: " "), to: &file)
        if !binary.isEmpty { appendChunk(binaryType, binary, padding: 0, to: &file) }
        return file
    }

    private static let headerLength = 12
    private static let chunkHeaderLength = 8
    private static let magic: UInt32 = 0x4654_6C67  // "glTF"
    private static let version: UInt32 = 2
    private static let jsonType: UInt32 = 0x4E4F_534A  // "JSON"
    private static let binaryType: UInt32 = 0x004E_4942  // "BIN\0"

    private static func padded(_ count: Int) -> Int { (count + 3) & ~3 }

    private static func append(_ value: UInt32, to file: inout [UInt8]) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) { file.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    private static func appendChunk(_ type: UInt32, _ content: [UInt8], padding: UInt8, to file: inout [UInt8]) {
        let length = padded(content.count)
        append(UInt32(truncatingIfNeeded: length), to: &file)
        append(type, to: &file)
        file.append(contentsOf: content)
        file.append(contentsOf: repeatElement(padding, count: length - content.count))
    }
}
