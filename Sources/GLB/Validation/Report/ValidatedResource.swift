/// A buffer or image that a document names, as far as it was found.
public struct ValidatedResource: Sendable {
    /// Where the bytes of a resource are.
    public enum Storage: String, Sendable {
        /// In the document, as a data URI.
        case dataURI = "data-uri"
        /// In a buffer view.
        case bufferView = "buffer-view"
        /// In the GLB's binary chunk.
        case glb
        /// In a file of its own.
        case external
    }

    /// The JSON pointer to the buffer or image.
    public let pointer: String
    /// The format: of an image as its bytes tell; nil if they do not.
    public internal(set) var mimeType: String?
    /// Where the bytes are; nil if the document does not say, or not well.
    public internal(set) var storage: Storage?
    /// The URI of a file of its own.
    public internal(set) var uri: String?
    /// How many bytes a buffer has; nil for images and where they are not to be had.
    public internal(set) var byteCount: Int?
    /// What an image's header tells; nil for buffers and where it cannot be read.
    var image: ImageProfile?

    init(pointer: String) { self.pointer = pointer }
}

extension ValidatedResource: JSONWritable {
    /// Writes the members of the reference validator's report.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("pointer", pointer)
            writer.member(ifPresent: "mimeType", mimeType)
            writer.member(ifPresent: "storage", storage?.rawValue)
            writer.member(ifPresent: "uri", uri.map(uriReference(repairing:)))
            // The report's schema has no place for resources without a byte.
            writer.member(ifPresent: "byteLength", byteCount.flatMap { $0 > 0 ? $0 : nil })
            writer.member(ifPresent: "image", image)
        }
    }
}

extension ImageProfile: JSONWritable {
    /// Writes the members of the reference validator's report.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("width", header.width)
            writer.member("height", header.height)
            writer.member(ifPresent: "format", pixelFormat?.rawValue)
            writer.member(ifPresent: "primaries", primaries?.rawValue)
            writer.member(ifPresent: "transfer", transfer?.rawValue)
            writer.member(ifPresent: "bits", header.bitDepth)
        }
    }
}
