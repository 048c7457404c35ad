/// How texts are brought into shape before they are stored.
enum Name {
    /// The longest tag or collection name, in characters.
    static let limit = 100

    /// A tag as it is stored: one line in lower case; empty if nothing is left of it.
    static func tag(_ text: String) -> String { collection(text).lowercased() }

    /// A collection's name as it is stored: one line without space around it; empty if nothing is left of it.
    static func collection(_ text: String) -> String {
        let words = text.split { character in
            character.isWhitespace || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
        }
        return String(words.joined(separator: " ").prefix(limit))
    }

    /// A text as it is stored. SQLite's texts end at the first NUL.
    static func text(_ text: String) -> String {
        text.utf8.contains(0) ? String(text.unicodeScalars.filter { $0.value != 0 }) : text
    }
}
