/// Comma-separated values (RFC 4180).
package enum CSV {
    /// A line without its end: fields are quoted where they must be, and otherwise as they are.
    package static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",")
    }

    /// A text for a spreadsheet, which would run it as a formula if it begins with `=`, `+`, `-`, `@`, a tab or a carriage
    /// return and is no number: such a text gets a leading apostrophe.
    package static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), Double(text) == nil
        else {
            return text
        }
        return "'" + text
    }

    /// Scalars, since a mark that joins the comma or quote before it makes another character of both.
    private static func field(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else { return text }
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in scalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
