/// The elements of one accessor in memory: interleaving, sparse replacement and byte order are resolved on the way
/// out, normalised integers become fractions.
public struct AccessorData: Sendable {
    /// The type of a component.
    public let componentType: Document.ComponentType
    /// How components make an element.
    public let type: Document.ElementType
    /// Whether integers stand for fractions of 1.
    public let normalized: Bool
    /// How many elements there are.
    public let count: Int

    private let bytes: [UInt8]
    /// The distance between elements in `bytes`.
    private let stride: Int
    /// The distance between the columns of a matrix.
    private let columnStride: Int

    /// Elements that lie in `bytes` from its first byte on, `stride` bytes apart.
    ///
    /// The caller has checked that `bytes` holds `count` elements.
    init(_ format: AccessorFormat, count: Int, bytes: [UInt8], stride: Int) {
        componentType = format.componentType
        type = format.type
        normalized = format.normalized
        columnStride = format.columnStride
        self.count = count
        self.bytes = bytes
        self.stride = stride
    }

    /// All components of all elements, matrices by columns, as floats; of normalised integers as fractions (section
    /// 3.11).
    public func floats() -> [Float] {
        switch componentType {
        case .float: map(UInt32.self) { Float(bitPattern: $0) }
        case .unsignedInt: map(UInt32.self) { Float($0) }
        case .byte where normalized: map(Int8.self) { max(Float($0) / 127, -1) }
        case .byte: map(Int8.self) { Float($0) }
        case .unsignedByte where normalized: map(UInt8.self) { Float($0) / 255 }
        case .unsignedByte: map(UInt8.self) { Float($0) }
        case .short where normalized: map(Int16.self) { max(Float($0) / 32767, -1) }
        case .short: map(Int16.self) { Float($0) }
        case .unsignedShort where normalized: map(UInt16.self) { Float($0) / 65535 }
        case .unsignedShort: map(UInt16.self) { Float($0) }
        }
    }

    /// All components of all elements as they are stored; nil unless they are unsigned integers.
    public func unsignedIntegers() -> [UInt32]? {
        switch componentType {
        case .unsignedByte: map(UInt8.self) { UInt32($0) }
        case .unsignedShort: map(UInt16.self) { UInt32($0) }
        case .unsignedInt: map(UInt32.self) { $0 }
        case .byte, .short, .float: nil
        }
    }

    /// The elements as vectors; nil unless they have two components.
    public func vectors2() -> [SIMD2<Float>]? {
        guard type == .vec2 else { return nil }
        let floats = floats()
        return (0..<count).map { SIMD2(floats[2 * $0], floats[2 * $0 + 1]) }
    }

    /// The elements as vectors; nil unless they have three components.
    public func vectors3() -> [SIMD3<Float>]? {
        guard type == .vec3 else { return nil }
        let floats = floats()
        return (0..<count).map { SIMD3(floats[3 * $0], floats[3 * $0 + 1], floats[3 * $0 + 2]) }
    }

    /// One of the elements, which must be three floats each.
    func vector3(_ element: UInt32) -> SIMD3<Float> {
        precondition(type == .vec3 && componentType == .float && element < count)
        let start = Int(element) * stride
        return SIMD3((0..<3).map { Float(bitPattern: bytes.uint32(at: start + 4 * $0)) })
    }

    /// The elements as vectors; nil unless they have four components and are no matrices.
    public func vectors4() -> [SIMD4<Float>]? {
        guard type == .vec4 else { return nil }
        let floats = floats()
        return (0..<count).map {
            SIMD4(floats[4 * $0], floats[4 * $0 + 1], floats[4 * $0 + 2], floats[4 * $0 + 3])
        }
    }

    /// The elements as matrices; nil unless they have four columns.
    public func matrices() -> [Matrix4]? {
        guard type == .mat4 else { return nil }
        let floats = floats()
        return (0..<count).compactMap { Matrix4(floats[16 * $0..<16 * $0 + 16].map(Double.init)) }
    }

    @inline(__always)
    private func map<Component: FixedWidthInteger & BitwiseCopyable, Result>(
        _: Component.Type, _ convert: (Component) -> Result
    ) -> [Result] {
        let columns = type.columnCount
        let rows = type.componentCount / columns
        let total = count * columns * rows
        return [Result](unsafeUninitializedCapacity: total) { results, initialized in
            let raw = bytes.span.bytes
            for element in 0..<count {
                for column in 0..<columns {
                    var offset = element * stride + column * columnStride
                    for _ in 0..<rows {
                        let component = raw.unsafeLoadUnaligned(fromByteOffset: offset, as: Component.self)
                        results.initializeElement(at: initialized, to: convert(Component(littleEndian: component)))
                        initialized += 1
                        offset += MemoryLayout<Component>.size
                    }
                }
            }
        }
    }
}

/// How the elements of an accessor are stored.
struct AccessorFormat {
    let componentType: Document.ComponentType
    let type: Document.ElementType
    let normalized: Bool
    /// How many bytes an element takes, padding between the columns of a matrix included.
    let byteCount: Int

    /// The format of an accessor; nil if the document does not state a valid one.
    init?(_ accessor: Document.Accessor) {
        guard let componentType = accessor.componentType, let type = accessor.type,
            let byteCount = accessor.elementByteCount
        else { return nil }
        self.componentType = componentType
        self.type = type
        self.byteCount = byteCount
        normalized = accessor.normalized
    }

    /// The distance between the columns of a matrix, a multiple of four bytes (section 3.6.2.4).
    var columnStride: Int {
        (type.componentCount / type.columnCount * componentType.byteCount + 3) / 4 * 4
    }
}
