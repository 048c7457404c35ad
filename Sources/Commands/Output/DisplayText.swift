/// Text as a terminal shows it.
enum DisplayText {
    /// The text with everything that would act on a terminal (control characters, direction marks) made visible.
    ///
    /// Titles and names come from files and servers; none may move the cursor or change what stands before it.
    static func safe(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isActive) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": result.append(" ")
            case _ where isActive(scalar): result.append("\u{FFFD}")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Several lines, each made safe.
    static func safeLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { safe(String($0)) }.joined(separator: "\n")
    }

    /// How many columns the text takes.
    static func width(_ text: String) -> Int {
        // Most text is ASCII, where a byte is a column.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.reduce(0) { $0 + width($1) }
    }

    /// The text cut to a number of columns, with `…` where something went: its end, or its beginning.
    static func cut(_ text: String, to limit: Int, keepingEnd: Bool = false) -> String {
        guard width(text) > limit else { return text }
        guard limit > 0 else { return "" }
        if keepingEnd { return String(cut(String(text.reversed()), to: limit).reversed()) }
        var result = ""
        var used = 0
        for character in text {
            let width = width(character)
            if used + width > limit - 1 { break }
            result.append(character)
            used += width
        }
        return result + "…"
    }

    private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // direction marks
        default: false
        }
    }

    /// A character takes two columns if its first scalar is wide by Unicode's East Asian Width or an emoji.
    private static func width(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
        switch scalar.value {
        case 0x0300...0x036F, 0x200B...0x200D: return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
