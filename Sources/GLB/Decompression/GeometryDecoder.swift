/// Undoes the compression of geometry, for which there are libraries that this module does not want to need.
///
/// Both methods get a stream that is only a claim so far; whatever they cannot decode they refuse.
public protocol GeometryDecoder: Sendable {
    /// Decodes a buffer view's elements (EXT_meshopt_compression, KHR_meshopt_compression).
    ///
    /// - Returns: `layout.count` times `layout.stride` bytes.
    func decode(_ stream: [UInt8], _ layout: MeshoptLayout) throws(GeometryDecodingError) -> [UInt8]

    /// Decodes a primitive's triangles and attributes (KHR_draco_mesh_compression).
    func decode(_ stream: [UInt8], _ layout: DracoLayout) throws(GeometryDecodingError) -> DracoGeometry
}

/// Why compressed geometry was not decoded: half a sentence for people.
public struct GeometryDecodingError: Error, Equatable, Sendable {
    /// What is wrong, such as "the Draco stream is damaged".
    public let reason: String

    /// An error for this reason.
    public init(_ reason: String) { self.reason = reason }
}

/// What a document says about a buffer view that meshoptimizer compressed; the combination is a valid one.
public struct MeshoptLayout: Equatable, Sendable {
    /// The kind of data.
    public enum Mode: String, Sendable {
        /// Elements of any kind, with a multiple of four bytes each.
        case attributes = "ATTRIBUTES"
        /// Indices, each three of which are a triangle.
        case triangles = "TRIANGLES"
        /// Other indices.
        case indices = "INDICES"
    }

    /// What is done to elements after decoding.
    public enum Filter: String, Sendable {
        /// Nothing.
        case none = "NONE"
        /// Unit vectors were folded onto an octahedron.
        case octahedral = "OCTAHEDRAL"
        /// Quaternions were stored without their greatest component.
        case quaternion = "QUATERNION"
        /// Floats were stored as an exponent and a mantissa.
        case exponential = "EXPONENTIAL"
        /// Colours were stored as brightness and two differences (KHR_meshopt_compression only).
        case color = "COLOR"
    }

    /// The kind of data.
    public let mode: Mode
    /// What is done to elements after decoding.
    public let filter: Filter
    /// How many elements there are.
    public let count: Int
    /// How many bytes an element has.
    public let stride: Int
}

/// What a document expects of a Draco stream.
public struct DracoLayout: Equatable, Sendable {
    /// An attribute of the stream.
    public struct Attribute: Equatable, Sendable {
        /// The stream's own id of it.
        public let id: Int
        /// The type of component that is wanted.
        public let componentType: Document.ComponentType
        /// How many components a vertex has, 1 to 4.
        public let componentCount: Int
    }

    /// How many triangles there are.
    public let triangleCount: Int
    /// How many vertices there are.
    public let vertexCount: Int
    /// The attributes that are wanted.
    public let attributes: [Attribute]
}

/// What a Draco stream held.
public struct DracoGeometry: Equatable, Sendable {
    /// Three vertices for each triangle.
    public let indices: [UInt32]
    /// The values of each attribute of the layout, tightly packed, little endian.
    public let attributes: [[UInt8]]

    /// Geometry of as many triangles, vertices and attributes as the layout says.
    public init(indices: [UInt32], attributes: [[UInt8]]) {
        self.indices = indices
        self.attributes = attributes
    }
}
