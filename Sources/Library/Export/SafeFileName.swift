/// Names that every file system takes, made from text that nobody may trust.
enum SafeFileName {
    /// The text as one file or folder name of at most `limit` bytes.
    ///
    /// Characters that Linux, macOS or Windows refuse or that lead elsewhere (`/ \ : * ? " < > |`, control characters,
    /// direction marks) become `-`; dots and spaces at the ends go; Windows' device names (`CON`, `NUL`, …) get a `_`.
    /// Text of which nothing is left becomes `untitled`.
    static func make(_ text: String, limit: Int = 120) -> String {
        var name = ""
        for scalar in text.unicodeScalars {
            // A run of refused characters becomes one dash.
            if isRefused(scalar) {
                if name.last != "-" { name.append("-") }
            } else {
                name.unicodeScalars.append(scalar)
            }
        }
        name = trimmed(name)
        while name.utf8.count > limit { name.removeLast() }
        name = trimmed(name)
        if name.isEmpty { return "untitled" }
        let base = name.prefix { $0 != "." }.uppercased()
        return isDevice(base) ? "_" + name : name
    }

    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "/", "\\", ":", "*", "?", "\"", "<", ">", "|": true
        default:
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }

    private static func trimmed(_ name: String) -> String {
        let ends: Set<Character> = [" ", ".", "-"]
        var rest = name[...]
        while let first = rest.first, ends.contains(first) { rest.removeFirst() }
        while let last = rest.last, ends.contains(last) { rest.removeLast() }
        return String(rest)
    }

    private static func isDevice(_ base: String) -> Bool {
        if ["CON", "PRN", "AUX", "NUL"].contains(base) { return true }
        return base.count == 4 && (base.hasPrefix("COM") || base.hasPrefix("LPT"))
            && base.last.map { ("1"..."9").contains($0) } == true
    }
}
