/// A file that belongs to a model.
public struct ModelFile: Hashable, Sendable {
    /// What the file is to its model.
    public enum Role: String, CaseIterable, Hashable, Sendable {
        /// The model itself, in some format.
        case model
        /// A texture beside the model.
        case texture
        /// A small picture of the model.
        case thumbnail
        /// A moving picture of the model.
        case video
        /// A picture that the model was made from.
        case sourceImage = "source-image"
    }

    /// What the file is to its model.
    public var role: Role
    /// The SHA-256 of the content, 64 lower-case hexadecimal digits.
    public var hash: String
    /// The size in bytes.
    public var bytes: Int64
    /// The file format as its usual extension in lower case, such as `glb`.
    public var format: String
    /// The name that the file had where it came from; empty if it had none.
    public var name: String
    /// Where it came from, a path or a URL without its signature; empty if nobody knows.
    public var source: String

    /// Describes a file.
    public init(
        role: Role = .model, hash: String, bytes: Int64, format: String, name: String = "", source: String = ""
    ) {
        self.role = role
        self.hash = hash
        self.bytes = bytes
        self.format = format
        self.name = name
        self.source = source
    }
}
