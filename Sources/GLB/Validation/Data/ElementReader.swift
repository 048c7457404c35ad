/// Reads the elements of an accessor in pieces that stay in a processor's cache, so that memory does not grow with the
/// file.
struct ElementReader {
    /// Some elements of an accessor, one after another.
    struct Piece {
        /// The bytes, which hold all elements of the piece.
        let bytes: UnsafeRawBufferPointer
        /// The index of the first element.
        let first: Int
        /// How many elements there are.
        let count: Int
        /// The distance between elements.
        let stride: Int
        let format: AccessorFormat
    }

    /// How many bytes are read at once.
    private static let pieceLength = 1 << 18

    let format: AccessorFormat
    let count: Int
    private let source: ByteSource?
    private let stride: Int
    private let offset: Int
    private let replacements: SparseElements?

    /// A reader for an accessor; nil unless its elements are valid, uncompressed, and there.
    init?(_ file: AssetFile, accessor index: Int) {
        let accessor = file.document.accessors[index]
        guard let format = AccessorFormat(accessor), accessor.count > 0 else { return nil }
        self.format = format
        count = accessor.count
        offset = accessor.byteOffset
        if let view = accessor.bufferView {
            guard let source = try? file.data(ofBufferView: view) else { return nil }
            stride = file.document.bufferViews[view].byteStride ?? format.byteCount
            let length = stride.saturatingProduct(count - 1).saturatingSum(format.byteCount)
            guard stride >= format.byteCount, isWithin(offset, length, source.count) else { return nil }
            self.source = source
        } else {
            // Zeros, of which there may be more than the file has bytes: only sparse ones are of interest.
            guard accessor.sparse != nil, count <= AssetFile.zeroElementLimit else { return nil }
            source = nil
            stride = format.byteCount
        }
        guard let sparse = accessor.sparse else {
            replacements = nil
            return
        }
        guard let replacements = SparseElements(file, sparse, of: format) else { return nil }
        self.replacements = replacements
    }

    /// How many bytes it takes to read all elements.
    var byteCount: Int { stride * (count - 1) + format.byteCount }

    /// Calls `body` with all elements, piece by piece; each piece but the last has a multiple of three elements, so
    /// that no triangle is cut.
    func forEachPiece(_ body: (Piece) -> Void) throws(GLBError) {
        let elementsPerPiece = max(1, Self.pieceLength / stride / 3) * 3
        var first = 0
        while first < count {
            let number = min(elementsPerPiece, count - first)
            try read(first, number).withUnsafeBytes { bytes in
                body(Piece(bytes: bytes, first: first, count: number, stride: stride, format: format))
            }
            first += number
        }
    }

    /// Some elements, decoded.
    func data(_ elements: Range<Int>) throws(GLBError) -> AccessorData {
        AccessorData(
            format, count: elements.count, bytes: try read(elements.lowerBound, elements.count), stride: stride)
    }

    private func read(_ first: Int, _ number: Int) throws(GLBError) -> [UInt8] {
        let length = stride * (number - 1) + format.byteCount
        var bytes: [UInt8]
        if let source {
            let start = offset + first * stride
            bytes = try source.read(start..<start + length)
        } else {
            bytes = [UInt8](repeating: 0, count: length)
        }
        replacements?.replace(in: &bytes, first, number, stride: stride)
        return bytes
    }
}

extension ElementReader.Piece {
    /// A component of an element, the bytes as they stand.
    ///
    /// The bytes hold all elements, which is checked where a piece is made, so that the loops need no checks.
    @inline(__always)
    func load<Bits: FixedWidthInteger & BitwiseCopyable>(_ element: Int, at offset: Int, as: Bits.Type) -> Bits {
        Bits(littleEndian: bytes.loadUnaligned(fromByteOffset: element * stride + offset, as: Bits.self))
    }

    /// Calls `body` with each element of up to four components, of normalised integers as fractions, and its index.
    @inline(__always)
    func forEachVector(_ body: (_ element: Int, _ vector: SIMD4<Double>) -> Void) {
        let isFraction = format.normalized
        switch format.componentType {
        case .float: forEach(UInt32.self, { Double(Float(bitPattern: $0)) }, body)
        case .byte: forEach(Int8.self, { isFraction ? max(-1, Double($0) / 127) : Double($0) }, body)
        case .unsignedByte: forEach(UInt8.self, { isFraction ? Double($0) / 255 : Double($0) }, body)
        case .short: forEach(Int16.self, { isFraction ? max(-1, Double($0) / 32767) : Double($0) }, body)
        case .unsignedShort: forEach(UInt16.self, { isFraction ? Double($0) / 65535 : Double($0) }, body)
        case .unsignedInt: forEach(UInt32.self, { Double($0) }, body)
        }
    }

    @inline(__always)
    private func forEach<Bits: FixedWidthInteger & BitwiseCopyable>(
        _: Bits.Type, _ number: (Bits) -> Double, _ body: (_ element: Int, _ vector: SIMD4<Double>) -> Void
    ) {
        let components = min(4, format.type.componentCount)
        let size = MemoryLayout<Bits>.size
        for element in 0..<count {
            var vector = SIMD4<Double>()
            vector.x = number(load(element, at: 0, as: Bits.self))
            if components > 1 { vector.y = number(load(element, at: size, as: Bits.self)) }
            if components > 2 { vector.z = number(load(element, at: 2 * size, as: Bits.self)) }
            if components > 3 { vector.w = number(load(element, at: 3 * size, as: Bits.self)) }
            body(first + element, vector)
        }
    }
}
