extension MendRule {
    /// Packs the chunks anew: lengths, padding and order are right, and nothing stands behind the end.
    static let container = MendRule(
        .glbChunkLengthUnaligned, .glbLengthMismatch, .glbExtraData, .glbEmptyBinaryChunk, .bufferGLBChunkTooBig,
        .bufferByteLengthMismatch
    ) { (draft: inout Draft) throws(GLBError) in
        let codes: Set<Finding.Code> = [
            .glbChunkLengthUnaligned, .glbLengthMismatch, .glbExtraData, .glbEmptyBinaryChunk,
        ]
        var findings = Findings()
        _ = try Container.read(draft.original.source, findings: &findings)
        for finding in findings.kept where codes.contains(finding.code) {
            draft.record(finding.code, "", "packed anew; \(finding.message)")
        }
        if let chunk = draft.original.container.binary, !chunk.isEmpty,
            draft.document.buffers.first.map({ $0.uri != nil }) ?? true
        {
            draft.record(.unusedObject, "", "left out the BIN chunk's \(chunk.count) bytes, which are no buffer's")
        }
        let count = draft.binary.count
        if let buffer = draft.document.buffers.first, buffer.uri == nil, count > 0, buffer.byteLength > count {
            draft.change(.buffers, 0) { $0["byteLength"] = JSONTree(count) }
            draft.record(
                .bufferByteLengthMismatch, draft.pointer(to: buffer),
                "stated the \(count) bytes that are there, which are all that is used")
        }
        if let chunk = draft.original.container.binary, let buffer = draft.document.buffers.first, buffer.uri == nil,
            buffer.byteLength > 0, chunk.count - buffer.byteLength > 3
        {
            draft.record(
                .bufferGLBChunkTooBig, draft.pointer(to: buffer),
                "left out \(chunk.count - buffer.byteLength) bytes behind the buffer's end")
        }
    }
}
