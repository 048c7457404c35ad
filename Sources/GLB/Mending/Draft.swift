/// An asset while it is repaired: a document that can be changed, the bytes of the first buffer, and the same asset as
/// readers see it.
struct Draft {
    /// The document; rules change it and call it by the places of ``file``.
    var json: JSONTree { didSet { isChanged = true } }
    /// The bytes of the first buffer, which become the BIN chunk.
    var binary: [UInt8] { didSet { isChanged = true } }
    /// The asset before the changes of the current rule.
    private(set) var file: AssetFile
    /// What was done.
    private(set) var mends: [Mend] = []
    /// The asset as it was given; resources are found beside it.
    let original: AssetFile
    private let otherChunks: [(type: UInt32, bytes: [UInt8])]
    private var isChanged = false
    /// How many bytes may still be read or written: accessors can overlap, so a small file could demand any amount.
    var budget: DataBudget

    var document: Document { file.document }

    init(_ file: AssetFile) throws(GLBError) {
        original = file
        self.file = file
        json = .source(file.document.json.root)
        budget = DataBudget(bytes: file.source.count)
        let buffer = file.document.buffers.first
        if let chunk = file.container.binary, let buffer, buffer.uri == nil {
            guard buffer.byteLength > 0 || chunk.isEmpty else {
                throw file.unavailable(buffer, "the buffer states no length, so nobody can tell what it holds")
            }
            // Nothing can refer to what is behind the buffer's end.
            let length = min(chunk.count, buffer.byteLength)
            binary = try file.source.read(chunk.lowerBound..<chunk.lowerBound + length)
        } else {
            binary = []
        }
        // What is put behind the bytes that are there would be taken for those that are missing.
        if let buffer, buffer.uri == nil, file.container.kind == .glb,
            !file.document.fit(firstBuffer: min(binary.count, buffer.byteLength))
        {
            throw file.unavailable(
                buffer, "the buffer states \(buffer.byteLength) bytes, \(binary.count) are there; the rest is lost")
        }
        var others: [(type: UInt32, bytes: [UInt8])] = []
        for chunk in file.container.chunks.dropFirst()
        where chunk.range.lowerBound != file.container.binary?.lowerBound {
            others.append((chunk.type, try file.source.read(chunk.range)))
        }
        otherChunks = others
    }

    /// Remembers what a rule did.
    mutating func record(_ code: Finding.Code, _ pointer: String, _ message: String) {
        mends.append(Mend(code: code, pointer: pointer, message: message))
    }

    /// Makes ``file`` what the changes of the last rule have made of the asset.
    mutating func settle() throws(GLBError) {
        guard isChanged else { return }
        isChanged = false
        let length = binary.count
        if length > 0, json["buffers"] != nil, length != document.buffers.first?.byteLength {
            json.withMember("buffers") { buffers in buffers.withElement(0) { $0["byteLength"] = JSONTree(length) } }
        }
        isChanged = false
        let text: JSONText
        do throws(JSONError) {
            text = try JSONText(parsing: jsonBytes())
        } catch {
            throw .invalidJSON(error, offset: error.offset)
        }
        let container = Container(
            kind: .glb, version: 2, byteCount: binary.count, chunks: [], json: 0..<0,
            binary: binary.isEmpty ? nil : 0..<binary.count, trailingByteCount: 0, cut: nil)
        file = try AssetFile(
            source: ByteSource(binary), path: original.path, container: container, json: text, findings: Findings())
        json = .source(text.root)
        isChanged = false
    }

    /// The GLB.
    func bytes() throws(GLBError) -> [UInt8] {
        guard let bytes = ContainerWriter.bytes(json: jsonBytes(), binary: binary, otherChunks: otherChunks) else {
            throw .unavailable(pointer: "", reason: "the asset is too long for a GLB, which can have 4 GiB")
        }
        return bytes
    }

    private func jsonBytes() -> [UInt8] {
        var writer = JSONWriter()
        writer.value(json)
        return writer.bytes
    }
}

extension Document {
    /// Whether all buffer views of the first buffer lie within that many bytes, if they lie within what it states.
    fileprivate func fit(firstBuffer count: Int) -> Bool {
        bufferViews.allSatisfy { view in
            let parts = [
                (view.buffer, view.byteOffset, view.byteLength),
                (view.meshopt?.buffer, view.meshopt?.byteOffset ?? 0, view.meshopt?.byteLength ?? 0),
            ]
            return parts.allSatisfy { buffer, offset, length in
                buffer != 0 || isWithin(offset, length, count) || !isWithin(offset, length, buffers[0].byteLength)
            }
        }
    }
}

// MARK: - Parts of the document

extension Draft {
    /// Changes an element of one of the document's own arrays.
    mutating func change(_ collection: DocumentArray, _ index: Int, _ change: (inout JSONTree) -> Void) {
        json.withMember("\(collection)") { $0.withElement(index, change) }
    }

    /// The JSON pointer to an object of ``file``.
    func pointer(to object: some DocumentObject) -> String { document.pointer(to: object) }
}

// MARK: - Elements of accessors

extension Draft {
    /// Where elements lie in ``binary``.
    typealias Elements = (start: Int, stride: Int, format: AccessorFormat, count: Int)

    /// Where the elements of an accessor lie; nil if they are elsewhere, sparse, compressed or not there.
    func elements(of index: Int) -> Elements? {
        let accessor = document.accessors[index]
        guard let format = AccessorFormat(accessor), accessor.count > 0, accessor.sparse == nil,
            let view = accessor.bufferView.map({ document.bufferViews[$0] }), view.meshopt == nil, view.buffer == 0,
            document.buffers[0].uri == nil
        else { return nil }
        let stride = view.byteStride ?? format.byteCount
        let length = stride.saturatingProduct(accessor.count - 1).saturatingSum(format.byteCount)
        guard stride >= format.byteCount, isWithin(accessor.byteOffset, length, view.byteLength),
            isWithin(view.byteOffset, view.byteLength, binary.count)
        else { return nil }
        return (view.byteOffset + accessor.byteOffset, stride, format, accessor.count)
    }

    /// Where the vectors of an accessor lie, if they are of floats and there is budget for changing them.
    mutating func vectors(of index: Int) -> Elements? {
        guard let elements = elements(of: index), elements.format.componentType == .float,
            elements.format.type.componentCount <= 4, elements.format.type.columnCount == 1,
            budget.take(elements.count.saturatingProduct(elements.stride))
        else { return nil }
        return elements
    }

    /// Lets `change` change the float vectors of an accessor, whose components beyond its own are 0. What else reads
    /// the same bytes is changed with them: ``ElementUses`` knows.
    ///
    /// - Returns: how many were changed; nil if they cannot be.
    mutating func changeVectors(
        of index: Int, _ change: (_ element: Int, _ vector: inout SIMD4<Float>) -> Void
    ) -> Int? {
        vectors(of: index).map { changeVectors(at: $0, change) }
    }

    /// Changes vectors that ``vectors(of:)`` found.
    ///
    /// - Returns: how many were changed.
    @discardableResult
    mutating func changeVectors(
        at elements: Elements, _ change: (_ element: Int, _ vector: inout SIMD4<Float>) -> Void
    ) -> Int {
        let components = elements.format.type.componentCount
        let wasChanged = isChanged
        var bytes = binary
        binary = []
        var changed = 0
        bytes.withUnsafeMutableBytes { bytes in
            for element in 0..<elements.count {
                let offset = elements.start + element * elements.stride
                var vector = SIMD4<Float>()
                for component in 0..<components {
                    let bits = bytes.loadUnaligned(fromByteOffset: offset + 4 * component, as: UInt32.self)
                    vector[component] = Float(bitPattern: UInt32(littleEndian: bits))
                }
                let before = vector
                change(element, &vector)
                guard vector != before else { continue }
                changed += 1
                for component in 0..<components {
                    bytes.storeBytes(
                        of: vector[component].bitPattern.littleEndian, toByteOffset: offset + 4 * component,
                        as: UInt32.self)
                }
            }
        }
        binary = bytes
        if changed == 0 { isChanged = wasChanged }
        return changed
    }
}
