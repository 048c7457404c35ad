extension AssetFile {
    /// How many elements an accessor without a buffer view may have. All of them are zero but for the sparse ones, so
    /// no byte of the file backs their number.
    static let zeroElementLimit = 1 << 22
    /// How many bytes these elements may have.
    static let zeroByteLimit = 1 << 26

    /// The elements of an accessor; only the bytes from its first to its last element are read.
    ///
    /// - Throws: ``GLBError/unavailable(pointer:reason:)`` if the accessor is not valid, does not fit its buffer view,
    ///   or its data is compressed or missing; other cases of ``GLBError`` if the data cannot be read.
    public func data(ofAccessor index: Int) throws(GLBError) -> AccessorData {
        let accessor = document.accessors[index]
        guard let format = AccessorFormat(accessor) else {
            throw unavailable(accessor, "the accessor has no valid type")
        }
        guard accessor.count > 0 else { throw unavailable(accessor, "the accessor has no elements") }
        switch decompressed.accessors[index] {
        case .success(let decoded): return decoded
        case .failure(let error) where accessor.bufferView == nil: throw error
        case .failure, nil: break
        }
        let base = try baseElements(accessor, format)
        guard let sparse = accessor.sparse else {
            return AccessorData(format, count: accessor.count, bytes: base.bytes, stride: base.stride)
        }
        var packed = base.stride == format.byteCount ? base.bytes : pack(base, accessor.count, format)
        try replace(sparse, of: accessor, format, in: &packed)
        return AccessorData(format, count: accessor.count, bytes: packed, stride: format.byteCount)
    }

    /// All components of all elements of an accessor, as ``AccessorData/floats()`` gives them.
    ///
    /// - Throws: what ``data(ofAccessor:)`` throws.
    public func floats(ofAccessor index: Int) throws(GLBError) -> [Float] {
        if let floats = try packed(index, .float, as: Float.self) { return floats }
        return try data(ofAccessor: index).floats()
    }

    /// All components of all elements of an accessor as they are stored; nil unless they are unsigned integers.
    ///
    /// - Throws: what ``data(ofAccessor:)`` throws.
    public func unsignedIntegers(ofAccessor index: Int) throws(GLBError) -> [UInt32]? {
        if let integers = try packed(index, .unsignedInt, as: UInt32.self) { return integers }
        return try data(ofAccessor: index).unsignedIntegers()
    }

    /// The components of an accessor whose elements lie in the file as they do in memory, read without a second copy;
    /// nil for any other accessor.
    private func packed<Component: BitwiseCopyable>(
        _ index: Int, _ componentType: Document.ComponentType, as type: Component.Type
    ) throws(GLBError) -> [Component]? {
        let accessor = document.accessors[index]
        guard let format = AccessorFormat(accessor), format.componentType == componentType, accessor.count > 0,
            accessor.sparse == nil, decompressed.accessors[index] == nil, let view = accessor.bufferView,
            (document.bufferViews[view].byteStride ?? format.byteCount) == format.byteCount, 1.littleEndian == 1
        else { return nil }
        let (source, range) = try extent(
            accessor, view: view, at: accessor.byteOffset, count: accessor.count, size: format.byteCount,
            stride: format.byteCount)
        return try source.read(range, as: type)
    }

    /// Whether the elements of an accessor can be read as they are: they are neither compressed nor missing.
    public func hasData(ofAccessor index: Int) -> Bool {
        let accessor = document.accessors[index]
        if case .success = decompressed.accessors[index] { return true }
        guard let view = accessor.bufferView else { return accessor.sparse != nil }
        return (try? data(ofBufferView: view)) != nil
    }

    private func baseElements(
        _ accessor: Document.Accessor, _ format: AccessorFormat
    ) throws(GLBError) -> (bytes: [UInt8], stride: Int) {
        guard let view = accessor.bufferView else {
            guard accessor.count <= min(Self.zeroElementLimit, Self.zeroByteLimit / format.byteCount) else {
                throw unavailable(accessor, "\(accessor.count) elements without a buffer view are too many")
            }
            return ([UInt8](repeating: 0, count: accessor.count * format.byteCount), format.byteCount)
        }
        let stride = document.bufferViews[view].byteStride ?? format.byteCount
        let bytes = try elements(
            accessor, view: view, at: accessor.byteOffset, count: accessor.count, size: format.byteCount,
            stride: stride)
        return (bytes, stride)
    }

    /// The bytes from the first to the last of `count` elements.
    private func elements(
        _ accessor: Document.Accessor, view: Int, at offset: Int, count: Int, size: Int, stride: Int
    ) throws(GLBError) -> [UInt8] {
        let (source, range) = try extent(accessor, view: view, at: offset, count: count, size: size, stride: stride)
        return try source.read(range)
    }

    /// Where the bytes from the first to the last of `count` elements are, checked against the buffer view.
    private func extent(
        _ accessor: Document.Accessor, view: Int, at offset: Int, count: Int, size: Int, stride: Int
    ) throws(GLBError) -> (ByteSource, Range<Int>) {
        let source = try data(ofBufferView: view)
        let (spread, overflow) = stride.multipliedReportingOverflow(by: count - 1)
        let (length, carry) = spread.addingReportingOverflow(size)
        guard !overflow, !carry, offset <= source.count, length <= source.count - offset else {
            throw unavailable(
                accessor,
                "\(count) elements at byte \(offset) do not fit the \(source.count) bytes of buffer view \(view)")
        }
        return (source, offset..<offset + length)
    }

    private func pack(_ base: (bytes: [UInt8], stride: Int), _ count: Int, _ format: AccessorFormat) -> [UInt8] {
        var packed: [UInt8] = []
        packed.reserveCapacity(count * format.byteCount)
        for element in 0..<count {
            let start = element * base.stride
            packed.append(contentsOf: base.bytes[start..<start + format.byteCount])
        }
        return packed
    }

    private func replace(
        _ sparse: Document.Sparse, of accessor: Document.Accessor, _ format: AccessorFormat, in packed: inout [UInt8]
    ) throws(GLBError) {
        guard let indicesView = sparse.indicesBufferView, let valuesView = sparse.valuesBufferView,
            let type = sparse.indicesComponentType, sparse.count > 0
        else { throw unavailable(accessor, "the sparse part of the accessor is not valid") }
        let indexBytes = try elements(
            accessor, view: indicesView, at: sparse.indicesByteOffset, count: sparse.count, size: type.byteCount,
            stride: type.byteCount)
        let values = try elements(
            accessor, view: valuesView, at: sparse.valuesByteOffset, count: sparse.count, size: format.byteCount,
            stride: format.byteCount)
        let scalars = AccessorFormat(scalar: type)
        let indices = AccessorData(scalars, count: sparse.count, bytes: indexBytes, stride: type.byteCount)
        guard let indices = indices.unsignedIntegers() else {
            throw unavailable(accessor, "the indices of the sparse part are not unsigned")
        }
        for (position, index) in indices.enumerated() {
            guard index < accessor.count else {
                throw unavailable(accessor, "the sparse part replaces element \(index) of \(accessor.count)")
            }
            let target = Int(index) * format.byteCount
            let source = position * format.byteCount
            packed.replaceSubrange(
                target..<target + format.byteCount, with: values[source..<source + format.byteCount])
        }
    }
}

extension AccessorFormat {
    /// Single numbers, as they are stored.
    init(scalar componentType: Document.ComponentType) {
        self.componentType = componentType
        type = .scalar
        normalized = false
        byteCount = componentType.byteCount
    }
}

extension Document.Accessor {
    /// The bounds that the document states, of normalised integers as fractions; nil unless there are as many numbers
    /// as an element has components.
    public var bounds: (min: [Double], max: [Double])? {
        guard let min, let max, let type, min.count == type.componentCount, max.count == type.componentCount else {
            return nil
        }
        return (min.map(dequantized), max.map(dequantized))
    }

    private func dequantized(_ stored: Double) -> Double {
        guard normalized else { return stored }
        return switch componentType {
        case .byte: Swift.max(stored / 127, -1)
        case .unsignedByte: stored / 255
        case .short: Swift.max(stored / 32767, -1)
        case .unsignedShort: stored / 65535
        case .unsignedInt, .float, nil: stored
        }
    }
}
