extension AssetFile {
    /// The same asset with its compressed geometry decoded, so that accessors give their data like all others.
    ///
    /// Everything that is compressed is decoded at once and kept in memory. What cannot be decoded throws when it is
    /// asked for, unless the file has uncompressed data as well; then these are given.
    public func decompressed(by decoder: some GeometryDecoder) -> AssetFile {
        var data = DecompressedData()
        data.decodeViews(of: self, decoder)
        var file = self
        file.decompressed = data
        // A Draco stream may itself lie in a buffer view that is compressed.
        data.decodePrimitives(of: file, decoder)
        file.decompressed = data
        return file
    }
}

/// Geometry that was decoded, or why it was not.
struct DecompressedData: Sendable {
    /// How many bytes are decoded in all.
    static let byteLimit = 1 << 30
    /// How many bytes may be decoded from each byte of a stream: above what the formats can reach with real data.
    static let ratioLimit = 1024

    /// The bytes of buffer views.
    private(set) var views: [Int: Result<ByteSource, GLBError>] = [:]
    /// The elements of accessors.
    private(set) var accessors: [Int: Result<AccessorData, GLBError>] = [:]
    private var bytesLeft = byteLimit

    /// Makes room for what a stream is said to decode to.
    fileprivate mutating func take(_ count: Int, from stream: Int) throws(GeometryDecodingError) {
        guard count <= stream.saturatingProduct(Self.ratioLimit).saturatingSum(1 << 16) else {
            throw GeometryDecodingError("\(stream) bytes of compressed data cannot hold \(count) bytes")
        }
        guard count <= bytesLeft else {
            throw GeometryDecodingError("the file's compressed data decodes to more than \(Self.byteLimit) bytes")
        }
        bytesLeft -= count
    }
}

// MARK: - Buffer views (EXT_meshopt_compression, KHR_meshopt_compression)

extension DecompressedData {
    fileprivate mutating func decodeViews(of file: AssetFile, _ decoder: some GeometryDecoder) {
        for (index, view) in file.document.bufferViews.enumerated() {
            guard let meshopt = view.meshopt else { continue }
            do throws(GLBError) {
                views[index] = .success(try decode(meshopt, view, file, decoder))
            } catch {
                views[index] = .failure(error)
            }
        }
    }

    private mutating func decode(
        _ meshopt: Document.Meshopt, _ view: Document.BufferView, _ file: AssetFile, _ decoder: some GeometryDecoder
    ) throws(GLBError) -> ByteSource {
        let pointer = file.document.pointer(to: meshopt.place)
        guard let layout = MeshoptLayout(meshopt) else {
            throw .unavailable(pointer: pointer, reason: "mode, filter, count and byteStride do not fit each other")
        }
        let stream = try file.stream(meshopt, pointer)
        do throws(GeometryDecodingError) {
            let count = layout.count.saturatingProduct(layout.stride)
            try take(count, from: stream.count)
            let bytes = try decoder.decode(stream, layout)
            guard bytes.count == count else { throw GeometryDecodingError("the decoder gave another number of bytes") }
            return ByteSource(bytes)
        } catch {
            throw .unavailable(pointer: pointer, reason: error.reason)
        }
    }
}

extension AssetFile {
    fileprivate func stream(_ meshopt: Document.Meshopt, _ pointer: String) throws(GLBError) -> [UInt8] {
        guard let buffer = meshopt.buffer, let source = data(ofBuffer: buffer) else {
            throw .unavailable(pointer: pointer, reason: "the buffer with the compressed data is missing")
        }
        let (end, overflow) = meshopt.byteOffset.addingReportingOverflow(meshopt.byteLength)
        guard !overflow, let part = source.part(meshopt.byteOffset..<end) else {
            throw .unavailable(
                pointer: pointer,
                reason: "the compressed data does not fit the \(source.count) bytes of buffer \(buffer)")
        }
        return try part.read(0..<part.count)
    }
}

extension MeshoptLayout {
    /// The layout that a document states; nil unless it is a valid one.
    init?(_ meshopt: Document.Meshopt) {
        guard let mode = meshopt.mode.flatMap(Mode.init), let filter = Filter(rawValue: meshopt.filter ?? "NONE"),
            meshopt.count > 0
        else { return nil }
        let stride = meshopt.byteStride
        let isValid =
            switch (mode, filter) {
            case (.attributes, .none), (.attributes, .exponential): stride % 4 == 0 && (4...256).contains(stride)
            case (.attributes, .octahedral), (.attributes, .color): stride == 4 || stride == 8
            case (.attributes, .quaternion): stride == 8
            case (.triangles, .none): (stride == 2 || stride == 4) && meshopt.count % 3 == 0
            case (.indices, .none): stride == 2 || stride == 4
            case (.triangles, _), (.indices, _): false
            }
        guard isValid else { return nil }
        self.init(mode: mode, filter: filter, count: meshopt.count, stride: stride)
    }
}

// MARK: - Primitives (KHR_draco_mesh_compression)

extension DecompressedData {
    fileprivate mutating func decodePrimitives(of file: AssetFile, _ decoder: some GeometryDecoder) {
        for primitive in file.document.meshes.lazy.flatMap(\.primitives) {
            guard let draco = primitive.draco else { continue }
            let targets = DracoTargets(primitive, draco)
            // Primitives often share one stream.
            if targets.accessors.allSatisfy({ accessors[$0] != nil }) { continue }
            do throws(GLBError) {
                try decode(draco, targets, primitive, file, decoder)
            } catch {
                for accessor in targets.accessors where accessors[accessor] == nil {
                    accessors[accessor] = .failure(error)
                }
            }
        }
    }

    private mutating func decode(
        _ draco: Document.Draco, _ targets: DracoTargets, _ primitive: Document.Primitive, _ file: AssetFile,
        _ decoder: some GeometryDecoder
    ) throws(GLBError) {
        let pointer = file.document.pointer(to: draco.place)
        guard primitive.mode == .triangles else {
            throw .unavailable(pointer: pointer, reason: "only triangles are decoded, not strips")
        }
        guard let (layout, formats) = targets.layout(file.document), let view = draco.bufferView else {
            throw .unavailable(
                pointer: pointer,
                reason: "the accessors of indices and attributes do not describe triangles of the same vertices")
        }
        let source = try file.data(ofBufferView: view)
        let stream = try source.read(0..<source.count)
        do throws(GeometryDecodingError) {
            let size = formats.reduce(0) { $0 + $1.byteCount }
            try take(
                layout.vertexCount.saturatingProduct(size).saturatingSum(layout.triangleCount.saturatingProduct(12)),
                from: stream.count)
            let geometry = try decoder.decode(stream, layout)
            guard geometry.indices.count == 3 * layout.triangleCount, geometry.attributes.count == formats.count,
                zip(geometry.attributes, formats).allSatisfy({ $0.count == layout.vertexCount * $1.byteCount })
            else { throw GeometryDecodingError("the decoder gave another number of elements") }
            keep(geometry, targets, formats, layout)
        } catch {
            throw .unavailable(pointer: pointer, reason: error.reason)
        }
    }

    private mutating func keep(
        _ geometry: DracoGeometry, _ targets: DracoTargets, _ formats: [AccessorFormat], _ layout: DracoLayout
    ) {
        if let indices = targets.indices {
            let bytes = geometry.indices.withUnsafeBytes { Array($0) }
            accessors[indices] = .success(
                AccessorData(
                    AccessorFormat(scalar: .unsignedInt), count: geometry.indices.count, bytes: bytes, stride: 4))
        }
        for ((accessor, _), (format, bytes)) in zip(targets.attributes, zip(formats, geometry.attributes)) {
            accessors[accessor] = .success(
                AccessorData(format, count: layout.vertexCount, bytes: bytes, stride: format.byteCount))
        }
    }
}

/// The accessors that a Draco stream fills.
private struct DracoTargets {
    let indices: Int?
    /// The attributes' accessors with the ids that the stream gives the attributes.
    let attributes: [(accessor: Int, id: Int)]

    init(_ primitive: Document.Primitive, _ draco: Document.Draco) {
        indices = primitive.indices
        attributes = draco.attributes.compactMap { attribute in
            primitive[attribute.name].map { ($0, attribute.id) }
        }
    }

    var accessors: [Int] { attributes.map(\.accessor) + (indices.map { [$0] } ?? []) }

    /// What the accessors say that the stream holds; nil unless they agree with each other.
    func layout(_ document: Document) -> (DracoLayout, [AccessorFormat])? {
        guard let indices, document.accessors[indices].count % 3 == 0,
            let count = attributes.first.map({ document.accessors[$0.accessor].count }), count > 0,
            attributes.allSatisfy({ document.accessors[$0.accessor].count == count })
        else { return nil }
        let formats = attributes.compactMap { AccessorFormat(document.accessors[$0.accessor]) }
        guard formats.count == attributes.count, formats.allSatisfy({ $0.type.columnCount == 1 }) else { return nil }
        let layout = DracoLayout(
            triangleCount: document.accessors[indices].count / 3, vertexCount: count,
            attributes: zip(attributes, formats).map { attribute, format in
                DracoLayout.Attribute(
                    id: attribute.id, componentType: format.componentType, componentCount: format.type.componentCount)
            })
        return (layout, formats)
    }
}
