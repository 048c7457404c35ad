/// Something that was repaired in an asset.
public struct Mend: Equatable, Sendable {
    /// The rule that was broken.
    public let code: Finding.Code
    /// The JSON pointer to what was changed; empty for the file as a whole. Indices are those of the original.
    public let pointer: String
    /// What was done, in words.
    public let message: String
}

extension Mend: JSONWritable {
    /// Writes `code`, `pointer` and `message`.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", code.name)
            writer.member("pointer", pointer)
            writer.member("message", message)
        }
    }
}

/// One kind of repair: each looks for what it knows, and leaves everything else as it is.
struct MendRule: Sendable {
    /// The codes that the repair is about; it is left out if all of them are to be ignored.
    let codes: [Finding.Code]
    /// Repairs what it finds.
    let apply: @Sendable (inout Draft) throws(GLBError) -> Void

    init(_ codes: Finding.Code..., apply: @escaping @Sendable (inout Draft) throws(GLBError) -> Void) {
        self.codes = codes
        self.apply = apply
    }
}
