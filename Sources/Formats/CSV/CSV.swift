/// Comma-separated values (RFC 4180).
package enum CSV {
    /// A line without its end: fields are quoted where they must be.
    ///
    /// A field that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return
    /// and is no number) gets a leading apostrophe: prompts and titles come from anywhere.
    package static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",")
    }

    private static func field(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil { text = "'" + text }
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
