/// Finds the bytes that a document names: the GLB's own chunk, data URIs, neighbouring files.
struct Resources {
    let container: Container
    let source: ByteSource
    /// The document's path; nil for an asset in memory, which has no neighbours.
    let path: String?

    /// The bytes of a buffer, no more than its `byteLength`; nil if they are not to be had.
    func buffer(
        _ buffer: Document.Buffer, index: Int, _ document: Document, _ findings: inout Findings
    ) -> ByteSource? {
        guard let uri = buffer.uri else {
            guard container.kind == .glb, index == 0, buffer.byteLength > 0, !buffer.isFallback else { return nil }
            guard let chunk = container.binary.flatMap({ source.part($0) }) else {
                findings.add(
                    .bufferMissingGLBData, at: .pointer(document.pointer(to: buffer)),
                    "the buffer has no URI and the GLB has no BIN chunk")
                return nil
            }
            return part(of: chunk, buffer, document, &findings)
        }
        do throws(GLBError) {
            return part(of: try open(uri), buffer, document, &findings)
        } catch {
            report(error, uri: buffer, document, &findings)
            return nil
        }
    }

    /// The bytes behind a URI.
    func open(_ uri: String) throws(GLBError) -> ByteSource {
        if DataURI.isDataURI(uri) {
            guard let data = DataURI(uri) else { throw .invalidURI("the data URI is not well formed") }
            return ByteSource(data.bytes)
        }
        let resolved: ResourcePath
        do throws(ResourcePath.Refusal) {
            resolved = try ResourcePath(uri, relativeTo: path ?? "")
        } catch {
            guard case .malformed = error else { throw .unreadable(path: uri, reason: error.description) }
            throw .invalidURI(error.description)
        }
        guard path != nil else {
            throw .unreadable(path: uri, reason: "an asset in memory has no files beside it")
        }
        return try ByteSource(neighbour: resolved.path)
    }

    /// Reports that the bytes behind an object's `uri` cannot be had.
    func report(
        _ error: GLBError, uri object: some DocumentObject, _ document: Document, _ findings: inout Findings
    ) {
        let code: Finding.Code = if case .invalidURI = error { .invalidURI } else { .inputOutputError }
        findings.add(code, at: .pointer(document.pointer(to: object) + "/uri"), error.description)
    }

    private func part(
        of bytes: ByteSource, _ buffer: Document.Buffer, _ document: Document, _ findings: inout Findings
    ) -> ByteSource? {
        guard bytes.count >= buffer.byteLength else {
            findings.add(
                .bufferByteLengthMismatch, at: .pointer(document.pointer(to: buffer)),
                "the buffer states \(buffer.byteLength) bytes, \(bytes.count) are there")
            return bytes
        }
        return bytes.part(0..<buffer.byteLength)
    }
}
