extension Container {
    private static let magic: [UInt8] = [0x67, 0x6C, 0x54, 0x46]
    private static let headerLength = 12
    private static let chunkHeaderLength = 8

    /// Finds out what `source` is by its content and where its parts lie; reads headers only.
    ///
    /// What is wrong with a GLB but leaves the document readable becomes a finding.
    ///
    /// - Throws: ``GLBError`` if there is no document to read.
    public static func read(_ source: ByteSource, findings: inout Findings) throws(GLBError) -> Container {
        let head = try source.prefix(Disguise.probeLength)
        if head.starts(with: magic) {
            return try readGLB(source, findings: &findings)
        }
        guard beginsLikeJSON(head) else { throw .notAModel(Disguise(head: head)) }
        return Container(
            kind: .gltf, version: 2, byteCount: source.count, chunks: [], json: 0..<source.count, binary: nil,
            trailingByteCount: 0)
    }

    /// Whether the first character is a brace; a byte order mark is let through, since reading the JSON reports it.
    private static func beginsLikeJSON(_ head: [UInt8]) -> Bool {
        let text = head.starts(with: JSONText.byteOrderMark) ? head.dropFirst(3) : head[...]
        guard let first = text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return false }
        return (first == UInt8(ascii: "{") || first == UInt8(ascii: "[")) && !Disguise.isWideText(head)
    }

    private static func readGLB(_ source: ByteSource, findings: inout Findings) throws(GLBError) -> Container {
        guard source.count >= headerLength else {
            throw damage(
                .glbUnexpectedEndOfHeader, at: source.count, "the file ends inside the GLB header", &findings)
        }
        let header = try source.read(0..<headerLength)
        let version = header.uint32(at: 4)
        guard version == 2 else {
            findings.add(.glbInvalidVersion, at: .offset(4), "the header states version \(version)")
            throw .unsupportedVersion("\(version).0")
        }
        let length = Int(header.uint32(at: 8))
        var refusal: GLBError?
        if length < headerLength + chunkHeaderLength {
            refusal = damage(
                .glbLengthTooSmall, at: 8, "the header states a length of \(length) bytes, too few for a document",
                &findings)
        }
        let chunks = try readChunks(source, statedEnd: length, findings: &findings)
        if let refusal { throw refusal }
        guard let json = chunks.first, json.type == Chunk.json else {
            // A file that ends before its first chunk has been reported.
            guard let found = findings.kept.last(where: { $0.code == .glbUnexpectedFirstChunk }) ?? findings.kept.last
            else { throw .notAModel(.empty) }
            throw .damagedContainer(found)
        }
        return Container(
            kind: .glb, version: 2, byteCount: source.count, chunks: chunks, json: json.range,
            binary: chunks.dropFirst().first { $0.type == Chunk.binary }?.range,
            trailingByteCount: max(0, source.count - length))
    }

    /// Reports what makes the container unreadable.
    private static func damage(
        _ code: Finding.Code, at offset: Int, _ message: String, _ findings: inout Findings
    ) -> GLBError {
        findings.add(code, at: .offset(offset), message)
        return .damagedContainer(Finding(code, at: .offset(offset), message))
    }

    /// Goes from chunk to chunk up to the end that the header states, or to that of the file; a chunk that does not fit
    /// the file is cut there.
    private static func readChunks(
        _ source: ByteSource, statedEnd: Int, findings: inout Findings
    ) throws(GLBError) -> [Chunk] {
        let end = source.count
        var chunks: [Chunk] = []
        var seen: Set<UInt32> = []
        var offset = headerLength
        while offset != statedEnd {
            guard offset < end else {
                findings.add(
                    .glbLengthMismatch, at: .offset(end),
                    "the header states \(statedEnd) bytes, the file has \(end)"
                        + (statedEnd > end ? ": it was cut off, perhaps by a download that broke" : ""))
                return chunks
            }
            guard chunks.count < chunkLimit else {
                throw damage(.glbChunkTooBig, at: offset, "there are more than \(chunkLimit) chunks", &findings)
            }
            guard end - offset >= chunkHeaderLength else {
                findings.add(
                    .glbUnexpectedEndOfChunkHeader, at: .offset(end), "the file ends inside a chunk's header")
                return chunks
            }
            let header = try source.read(offset..<offset + chunkHeaderLength)
            let length = Int(header.uint32(at: 0))
            let start = offset + chunkHeaderLength
            let chunk = Chunk(type: header.uint32(at: 4), range: start..<start + min(length, end - start))
            check(chunk, length, at: offset, index: chunks.count, isSeen: seen.contains(chunk.type), &findings)
            if length > statedEnd - start {
                findings.add(
                    .glbChunkTooBig, at: .offset(offset),
                    "the \(chunk.typeName) chunk states \(length) bytes, \(max(0, statedEnd - start)) are left")
            }
            chunks.append(chunk)
            seen.insert(chunk.type)
            guard length <= end - start else {
                findings.add(
                    .glbUnexpectedEndOfChunkData, at: .offset(end),
                    "the file ends inside the \(chunk.typeName) chunk: \(length) bytes stated, \(end - start) there")
                return chunks
            }
            offset = chunk.range.upperBound
        }
        if end > offset {
            findings.add(
                .glbExtraData, at: .offset(offset), "\(end - offset) bytes follow the end that the header states")
        }
        return chunks
    }

    private static func check(
        _ chunk: Chunk, _ length: Int, at offset: Int, index: Int, isSeen: Bool, _ findings: inout Findings
    ) {
        let name = chunk.typeName
        if index == 0, chunk.type != Chunk.json {
            findings.add(
                .glbUnexpectedFirstChunk, at: .offset(offset), "the first chunk must be JSON, but it is \(name)")
        }
        if length % 4 != 0 {
            findings.add(
                .glbChunkLengthUnaligned, at: .offset(offset),
                "the length of the \(name) chunk, \(length), is not a multiple of 4")
        }
        if length == 0 {
            if chunk.type == Chunk.binary {
                findings.add(.glbEmptyBinaryChunk, at: .offset(offset), "an empty BIN chunk should be left out")
            } else {
                findings.add(.glbEmptyChunk, at: .offset(offset), "the \(name) chunk is empty")
            }
        }
        if isSeen, chunk.type == Chunk.json || chunk.type == Chunk.binary {
            findings.add(.glbDuplicateChunk, at: .offset(offset), "there is a second \(name) chunk; it is ignored")
        }
        if chunk.type == Chunk.binary, index > 1, !isSeen {
            findings.add(.glbUnexpectedBinaryChunk, at: .offset(offset), "the BIN chunk must be the second one")
        }
        if chunk.type != Chunk.json, chunk.type != Chunk.binary {
            findings.add(.glbUnknownChunkType, at: .offset(offset), "the chunk type \(name) is not known")
        }
    }
}

extension [UInt8] {
    /// The little-endian number whose first byte is at `offset`; the caller has checked that four bytes are there.
    func uint32(at offset: Int) -> UInt32 {
        UInt32(self[offset]) | UInt32(self[offset + 1]) << 8 | UInt32(self[offset + 2]) << 16
            | UInt32(self[offset + 3]) << 24
    }
}
