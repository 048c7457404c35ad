extension Document {
    /// Raw bytes, in the GLB's own chunk or named by a URI.
    public struct Buffer: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// Where the bytes are: a data URI or a neighbouring file; nil for the GLB's own chunk.
        public let uri: String?
        /// How many bytes belong to the buffer.
        public let byteLength: Int
        /// Whether the bytes are only a fallback for compressed ones and may be absent (EXT_meshopt_compression).
        public let isFallback: Bool
    }

    /// A part of a buffer.
    public struct BufferView: DocumentObject {
        /// Place, name, extensions and extras.
        public let common: Common
        /// The buffer; nil if the document names none that exists.
        public let buffer: Int?
        /// Where in the buffer the part begins.
        public let byteOffset: Int
        /// How many bytes it has; 0 if the document states no valid number.
        public let byteLength: Int
        /// The distance between elements; nil where they are tightly packed.
        public let byteStride: Int?
        /// What the bytes are for.
        public let target: Target?
        /// Where the bytes are compressed with meshoptimizer (EXT_meshopt_compression, KHR_meshopt_compression).
        public let meshopt: Meshopt?
    }

    /// What the bytes of a buffer view are for, as numbered by OpenGL.
    public enum Target: Int, CaseIterable, Sendable {
        /// Attributes of vertices.
        case arrayBuffer = 34962
        /// Indices of vertices.
        case elementArrayBuffer = 34963
    }

    /// A buffer view's data as compressed by meshoptimizer.
    public struct Meshopt: Sendable {
        /// Where the extension's object stands in the document's JSON.
        public let place: JSONPlace
        /// The buffer with the compressed bytes.
        public let buffer: Int?
        /// Where in it they begin.
        public let byteOffset: Int
        /// How many compressed bytes there are.
        public let byteLength: Int
        /// How many bytes an element takes when it is decompressed.
        public let byteStride: Int
        /// How many elements there are.
        public let count: Int
        /// The kind of data: `ATTRIBUTES`, `TRIANGLES` or `INDICES`.
        public let mode: String?
        /// The filter that is applied after decompression; nil for none.
        public let filter: String?
    }
}

extension Document.Buffer {
    init(_ object: ObjectReader) {
        common = object.common
        uri = object.string("uri")
        byteLength = object.require("byteLength", object.integer("byteLength", in: 1...Int.max)) ?? 0
        isFallback =
            (object.extension("EXT_meshopt_compression") ?? object.extension("KHR_meshopt_compression"))?
            .bool("fallback") ?? false
    }
}

extension Document.BufferView {
    init(_ object: ObjectReader) {
        common = object.common
        buffer = object.require("buffer", object.index("buffer", of: .buffers))
        byteOffset = object.integer("byteOffset", in: 0...Int.max) ?? 0
        byteLength = object.require("byteLength", object.integer("byteLength", in: 1...Int.max)) ?? 0
        byteStride = object.integer("byteStride", in: 4...252)
        target = object.choice("target")
        meshopt = (object.extension("EXT_meshopt_compression") ?? object.extension("KHR_meshopt_compression"))
            .map(Document.Meshopt.init)
    }
}

extension Document.Meshopt {
    init(_ object: ObjectReader) {
        place = object.place
        buffer = object.index("buffer", of: .buffers)
        byteOffset = object.integer("byteOffset", in: 0...Int.max) ?? 0
        byteLength = object.integer("byteLength", in: 1...Int.max) ?? 0
        byteStride = object.integer("byteStride", in: 1...256) ?? 0
        count = object.integer("count", in: 1...Int.max) ?? 0
        mode = object.string("mode")
        filter = object.string("filter")
    }
}
