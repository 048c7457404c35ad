import GLB

extension JSONText {
    /// An object's text on one line, as the catalogue keeps requests; nil if the value is none.
    static func compactObject(_ value: JSONValue) -> String? {
        guard value.kind == .object else { return nil }
        var writer = JSONWriter()
        writer.value(value)
        return writer.text
    }
}
