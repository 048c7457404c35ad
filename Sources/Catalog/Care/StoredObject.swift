/// A stored file's content, known by its hash.
public struct StoredObject: Hashable, Sendable {
    /// The SHA-256, 64 lower-case hexadecimal digits.
    public var hash: String
    /// The size in bytes.
    public var bytes: Int64
    /// The file format as its usual extension in lower case.
    public var format: String
    /// When its bytes were last compared with its hash; nil if never.
    public var verified: Timestamp?
}
