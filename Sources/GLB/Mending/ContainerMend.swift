extension MendRule {
    /// Packs the chunks anew: lengths, padding and order are right, and nothing stands behind the end.
    static let container = MendRule(
        .glbChunkLengthUnaligned, .glbLengthMismatch, .glbExtraData, .glbEmptyBinaryChunk, .bufferGLBChunkTooBig
    ) { (draft: inout Draft) throws(GLBError) in
        let codes: Set<Finding.Code> = [
            .glbChunkLengthUnaligned, .glbLengthMismatch, .glbExtraData, .glbEmptyBinaryChunk,
        ]
        var findings = Findings()
        _ = try Container.read(draft.original.source, findings: &findings)
        for finding in findings.kept where codes.contains(finding.code) {
            draft.record(finding.code, "", "packed anew; \(finding.message)")
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
