extension Document {
    /// How to read elements of one type out of a buffer view.
    public struct Accessor: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// The buffer view with the data; without one all elements are zero until ``sparse`` replaces some.
        public let bufferView: Int?
        /// Where in the buffer view the first element begins.
        public let byteOffset: Int
        /// The type of a component; nil if the document states none that is valid.
        public let componentType: ComponentType?
        /// Whether whole numbers stand for fractions of 1.
        public let normalized: Bool
        /// How many elements there are; 0 if the document states no valid number.
        public let count: Int
        /// How many components make an element; nil if the document states no valid type.
        public let type: ElementType?
        /// The least value of each component, before normalisation.
        public let min: [Double]?
        /// The greatest value of each component, before normalisation.
        public let max: [Double]?
        /// Elements that replace those of the buffer view.
        public let sparse: Sparse?
    }

    /// The type of a component, as numbered by OpenGL.
    public enum ComponentType: Int, CaseIterable, Sendable {
        /// A signed byte.
        case byte = 5120
        /// An unsigned byte.
        case unsignedByte = 5121
        /// A signed number of two bytes.
        case short = 5122
        /// An unsigned number of two bytes.
        case unsignedShort = 5123
        /// An unsigned number of four bytes.
        case unsignedInt = 5125
        /// A number in single precision.
        case float = 5126

        /// How many bytes it takes.
        public var byteCount: Int {
            switch self {
            case .byte, .unsignedByte: 1
            case .short, .unsignedShort: 2
            case .unsignedInt, .float: 4
            }
        }

        /// The name that the specification uses, such as `UNSIGNED_SHORT`.
        public var name: String {
            switch self {
            case .byte: "BYTE"
            case .unsignedByte: "UNSIGNED_BYTE"
            case .short: "SHORT"
            case .unsignedShort: "UNSIGNED_SHORT"
            case .unsignedInt: "UNSIGNED_INT"
            case .float: "FLOAT"
            }
        }
    }

    /// How components make an element.
    public enum ElementType: String, CaseIterable, Sendable {
        /// One number.
        case scalar = "SCALAR"
        /// Two numbers.
        case vec2 = "VEC2"
        /// Three numbers.
        case vec3 = "VEC3"
        /// Four numbers.
        case vec4 = "VEC4"
        /// Two columns of two numbers.
        case mat2 = "MAT2"
        /// Three columns of three numbers.
        case mat3 = "MAT3"
        /// Four columns of four numbers.
        case mat4 = "MAT4"

        /// How many numbers make an element.
        public var componentCount: Int {
            switch self {
            case .scalar: 1
            case .vec2: 2
            case .vec3: 3
            case .vec4, .mat2: 4
            case .mat3: 9
            case .mat4: 16
            }
        }

        /// How many columns a matrix has; 1 for everything else.
        public var columnCount: Int {
            switch self {
            case .scalar, .vec2, .vec3, .vec4: 1
            case .mat2: 2
            case .mat3: 3
            case .mat4: 4
            }
        }
    }

    /// Elements of an accessor that replace those of its buffer view.
    public struct Sparse: Sendable {
        /// Where the object stands in the document's JSON.
        public let place: JSONPlace
        /// How many elements are replaced.
        public let count: Int
        /// The buffer view with the indices of the replaced elements.
        public let indicesBufferView: Int?
        /// Where in it they begin.
        public let indicesByteOffset: Int
        /// The type of the indices; only unsigned ones are valid.
        public let indicesComponentType: ComponentType?
        /// The buffer view with the new elements, tightly packed.
        public let valuesBufferView: Int?
        /// Where in it they begin.
        public let valuesByteOffset: Int
    }
}

extension Document.Accessor {
    /// How many bytes an element takes: the columns of a matrix begin at multiples of four bytes (section 3.6.2.4).
    ///
    /// Nil if the component type or the type is not known.
    public var elementByteCount: Int? {
        guard let componentType, let type else { return nil }
        guard type.columnCount > 1 else { return type.componentCount * componentType.byteCount }
        let column = type.componentCount / type.columnCount * componentType.byteCount
        return (column + 3) / 4 * 4 * (type.columnCount - 1) + column
    }

    init(_ object: ObjectReader) {
        common = object.common
        bufferView = object.index("bufferView", of: .bufferViews)
        byteOffset = object.integer("byteOffset", in: 0...Int.max) ?? 0
        componentType = object.require("componentType", object.choice("componentType"))
        normalized = object.bool("normalized") ?? false
        count = object.require("count", object.integer("count", in: 1...Int.max)) ?? 0
        type = object.require("type", object.choice("type"))
        min = object.numbers("min")
        max = object.numbers("max")
        sparse = object.child("sparse").map(Document.Sparse.init)
    }
}

extension Document.Sparse {
    init(_ object: ObjectReader) {
        place = object.place
        count = object.require("count", object.integer("count", in: 1...Int.max)) ?? 0
        let indices = object.require("indices", object.child("indices"))
        indicesBufferView = indices?.require("bufferView", indices?.index("bufferView", of: .bufferViews))
        indicesByteOffset = indices?.integer("byteOffset", in: 0...Int.max) ?? 0
        indicesComponentType = indices?.require("componentType", indices?.choice("componentType"))
        let values = object.require("values", object.child("values"))
        valuesBufferView = values?.require("bufferView", values?.index("bufferView", of: .bufferViews))
        valuesByteOffset = values?.integer("byteOffset", in: 0...Int.max) ?? 0
    }
}
