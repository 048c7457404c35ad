/// A glTF asset that was opened: its container, its document, and a way to the bytes that the document speaks of.
///
///     let file = try AssetFile(path: "mask.glb")
///     let report = Report(of: file)
///
/// Opening reads the headers and the document's JSON only. Bytes of buffers and images are read when they are asked
/// for, in the ranges that are asked for.
public struct AssetFile: Sendable {
    /// What to do with a GLB that was cut off.
    public enum Damage: Sendable {
        /// Refuse it with an error.
        case refuse
        /// Read what is there; the findings tell what is missing.
        case report
    }

    /// The path that was opened; nil for bytes in memory.
    public let path: String?
    /// The bytes of the file.
    public let source: ByteSource
    /// How the asset is packed.
    public let container: Container
    /// The document.
    public let document: Document
    /// What was wrong with the container, the document, and the buffers that it names.
    public let findings: Findings
    private let buffers: [ByteSource?]
    /// Compressed geometry that was decoded.
    var decompressed = DecompressedData()

    /// Opens the file at `path`, whatever its name ends with; buffers and images of a `.gltf` may lie beside it.
    ///
    /// - Throws: ``GLBError`` if it is not a glTF 2 asset or is too damaged to be read.
    public init(path: String, damage: Damage = .refuse) throws(GLBError) {
        try self.init(source: try ByteSource(path: path), path: path, damage: damage)
    }

    /// Opens an asset in memory; it cannot refer to other files.
    ///
    /// - Throws: ``GLBError`` if it is not a glTF 2 asset or is too damaged to be read.
    public init(bytes: [UInt8], damage: Damage = .refuse) throws(GLBError) {
        try self.init(source: ByteSource(bytes), path: nil, damage: damage)
    }

    private init(source: ByteSource, path: String?, damage: Damage) throws(GLBError) {
        var findings = Findings()
        let container = try Container.read(source, findings: &findings)
        if damage == .refuse, let cut = container.cut { throw .damagedContainer(cut) }
        let json = try JSONText(of: container, in: source, findings: &findings)
        try self.init(source: source, path: path, container: container, json: json, findings: findings)
    }

    /// The asset in a file whose container and JSON have been read.
    init(
        source: ByteSource, path: String?, container: Container, json: JSONText, findings: Findings
    ) throws(GLBError) {
        let document = try Document(decoding: json, findings: findings)
        var findings = document.findings
        let resources = Resources(container: container, source: source, path: path)
        buffers = document.buffers.enumerated().map { resources.buffer($1, index: $0, document, &findings) }
        self.path = path
        self.source = source
        self.container = container
        self.document = document
        self.findings = findings
    }

    /// The bytes of a buffer; nil if they are not to be had, which is among the findings.
    public func data(ofBuffer index: Int) -> ByteSource? { buffers[index] }

    /// The bytes of a buffer view; if it is compressed, the decoded ones, or else the uncompressed fallback.
    ///
    /// - Throws: ``GLBError/unavailable(pointer:reason:)`` if they are missing, not within their buffer, or compressed
    ///   without fallback and not decoded; see ``decompressed(by:)``.
    public func data(ofBufferView index: Int) throws(GLBError) -> ByteSource {
        let view = document.bufferViews[index]
        if case .success(let decoded) = decompressed.views[index] { return decoded }
        guard let buffer = view.buffer, let bytes = buffers[buffer] else {
            if case .failure(let error) = decompressed.views[index] { throw error }
            guard view.meshopt == nil else {
                throw unavailable(view, "the data is compressed with meshoptimizer")
            }
            throw unavailable(view, "the buffer's data is missing")
        }
        let (end, overflow) = view.byteOffset.addingReportingOverflow(view.byteLength)
        guard !overflow, let part = bytes.part(view.byteOffset..<end) else {
            throw unavailable(view, "the buffer view does not fit the buffer's \(bytes.count) bytes")
        }
        return part
    }

    /// The bytes of an image, as they are packed: a whole PNG or JPEG file and so on.
    ///
    /// - Throws: ``GLBError`` if they are missing.
    public func data(ofImage index: Int) throws(GLBError) -> ByteSource {
        let image = document.images[index]
        if let view = image.bufferView { return try data(ofBufferView: view) }
        guard let uri = image.uri else { throw unavailable(image, "the image has neither a URI nor a buffer view") }
        return try resources.open(uri)
    }

    var resources: Resources { Resources(container: container, source: source, path: path) }

    func unavailable(_ object: some DocumentObject, _ reason: String) -> GLBError {
        .unavailable(pointer: document.pointer(to: object), reason: reason)
    }
}

extension JSONText {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(of container: Container, in source: ByteSource, findings: inout Findings) throws(GLBError) {
        let range = try Self.range(of: container, in: source, findings: &findings)
        try self.init(of: range, in: source)
    }

    /// Where the document's JSON lies, without a byte order mark, which is reported.
    static func range(
        of container: Container, in source: ByteSource, findings: inout Findings
    ) throws(GLBError) -> Range<Int> {
        var range = container.json
        if range.count >= 3, try source.read(range.lowerBound..<range.lowerBound + 3) == Self.byteOrderMark {
            findings.add(.invalidJSON, at: .pointer(""), "the JSON begins with a byte order mark, which is not allowed")
            range = range.lowerBound + 3..<range.upperBound
        }
        return range
    }

    private init(of range: Range<Int>, in source: ByteSource) throws(GLBError) {
        let limits = Limits()
        guard range.count <= limits.bytes else {
            throw .notAnAsset(pointer: "", reason: "the JSON is longer than \(limits.bytes) bytes")
        }
        let bytes = try source.read(range)
        do throws(JSONError) {
            try self.init(parsing: bytes, limits: limits)
        } catch {
            throw .invalidJSON(error, offset: range.lowerBound + error.offset)
        }
    }
}
