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
            trailingByteCount: 0, cut: nil)
    }

    /// Whether the first character is a brace; a byte order mark is let through, since reading the JSON reports it.
    private static func beginsLikeJSON(_ head: [UInt8]) -> Bool {
        let text = head.starts(with: JSONText.byteOrderMark) ? head.dropFirst(3) : head[...]
        guard let first = text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return false }
        return (first == UInt8(ascii: "{") || first == UInt8(ascii: "[")) && !Disguise.isWideText(head)
    }

    private static func readGLB(_ source: ByteSource, findings: inout Findings) throws(GLBError) -> Container {
        guard source.count >= headerLength else {
            throw .damagedContainer(
                Finding(.glbUnexpectedEndOfHeader, at: .offset(source.count), "the file ends inside the GLB header"))
        }
        let header = try source.read(0..<headerLength)
        let version = header.uint32(at: 4)
        guard version == 2 else { throw .unsupportedVersion("\(version).0") }
        let length = Int(header.uint32(at: 8))
        guard length >= headerLength + chunkHeaderLength else {
            throw .damagedContainer(
                Finding(
                    .glbLengthTooSmall, at: .offset(8),
                    "the header states a length of \(length) bytes, too few for a document"))
        }
        let (chunks, cut) = try readChunks(source, statedEnd: length, findings: &findings)
        guard let json = chunks.first, json.type == Chunk.json else {
            let type = chunks.first.map { "it is \($0.typeName)" } ?? "there is none"
            throw .damagedContainer(
                Finding(
                    .glbUnexpectedFirstChunk, at: .offset(headerLength), "the first chunk must be JSON, but \(type)"))
        }
        return Container(
            kind: .glb, version: 2, byteCount: source.count, chunks: chunks, json: json.range,
            binary: chunks.dropFirst().first { $0.type == Chunk.binary }?.range,
            trailingByteCount: max(0, source.count - length), cut: cut)
    }

    /// Goes from chunk to chunk up to the end that the header states; a chunk that the file ends in is cut there.
    private static func readChunks(
        _ source: ByteSource, statedEnd: Int, findings: inout Findings
    ) throws(GLBError) -> (chunks: [Chunk], cut: Finding?) {
        var chunks: [Chunk] = []
        var seen: Set<UInt32> = []
        var offset = headerLength
        while offset < min(statedEnd, source.count) {
            guard chunks.count < chunkLimit else {
                throw .damagedContainer(
                    Finding(.glbChunkTooBig, at: .offset(offset), "there are more than \(chunkLimit) chunks"))
            }
            let start = offset + chunkHeaderLength
            guard start <= source.count else {
                let cut = Finding(
                    .glbUnexpectedEndOfChunkHeader, at: .offset(source.count), "the file ends inside a chunk's header")
                findings.add(cut)
                return (chunks, cut)
            }
            let header = try source.read(offset..<start)
            let length = Int(header.uint32(at: 0))
            let chunk = Chunk(type: header.uint32(at: 4), range: start..<start + min(length, source.count - start))
            check(
                chunk, length, at: offset, isLate: chunks.count > 1, isSeen: !seen.insert(chunk.type).inserted,
                &findings)
            chunks.append(chunk)
            if length > statedEnd - start {
                findings.add(
                    .glbChunkTooBig, at: .offset(offset),
                    "the \(chunk.typeName) chunk states \(length) bytes, the header leaves it \(max(0, statedEnd - start))"
                )
            }
            guard chunk.range.count == length else {
                let cut = Finding(
                    .glbUnexpectedEndOfChunkData, at: .offset(source.count),
                    "the file ends inside the \(chunk.typeName) chunk: "
                        + "\(length) bytes are stated, \(chunk.range.count) are there")
                findings.add(cut)
                return (chunks, cut)
            }
            offset = chunk.range.upperBound
        }
        return (chunks, checkEnd(offset, source, statedEnd, &findings))
    }

    /// Compares the end of the last chunk with the ends of the file and of what the header states.
    private static func checkEnd(
        _ offset: Int, _ source: ByteSource, _ statedEnd: Int, _ findings: inout Findings
    ) -> Finding? {
        if offset == statedEnd {
            if source.count > statedEnd {
                findings.add(
                    .glbExtraData, at: .offset(statedEnd),
                    "\(source.count - statedEnd) bytes follow the end that the header states")
            }
            return nil
        }
        let mismatch = Finding(
            .glbLengthMismatch, at: .offset(offset),
            "the header states \(statedEnd) bytes, the chunks end at byte \(offset)"
                + (statedEnd > source.count ? ": the file was cut off, perhaps by a download that broke" : ""))
        findings.add(mismatch)
        return statedEnd > source.count ? mismatch : nil
    }

    private static func check(
        _ chunk: Chunk, _ length: Int, at offset: Int, isLate: Bool, isSeen: Bool, _ findings: inout Findings
    ) {
        let name = chunk.typeName
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
        if chunk.type == Chunk.binary, isLate, !isSeen {
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
