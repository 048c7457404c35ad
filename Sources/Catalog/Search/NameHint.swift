import GRDB

/// Says what may have been meant by a condition that nothing fulfils: a name that is not in the library, or words that
/// were most likely meant as something else than words.
struct NameHint {
    private let db: Database

    init(_ database: Database) {
        db = database
    }

    /// One sentence on the first condition that was most likely meant otherwise; nil if there is none.
    func hint(for filter: Filter?) throws -> String? {
        switch filter {
        case .all(let parts), .any(let parts):
            for (index, part) in parts.enumerated() {
                if index > 0, let hint = Self.hint(for: part, after: parts[index - 1]) { return hint }
                if let hint = try hint(for: part) { return hint }
            }
            return nil
        case .words(let words, in: nil) where !words.isQuoted: return Self.hint(for: words.text)
        case .name(.tag, let name, isPrefix: false):
            return try hint("tag", name, Name.tag(name), names: "SELECT name FROM tag")
        case .name(.in, let name, isPrefix: false):
            return try hint("collection", name, Name.tag(name), names: "SELECT folded FROM collection")
        default: return nil
        }
    }

    /// A bare word that looks like a condition on a field without its colon.
    private static func hint(for word: String) -> String? {
        guard let sign = word.firstIndex(where: { "<>=".contains($0) }),
            let field = Field(rawValue: word[..<sign].lowercased())
        else { return nil }
        return "a field has a colon: '\(field.rawValue):\(word[sign...])'"
    }

    /// A bare word that looks like something else beside the condition before it.
    private static func hint(for part: Filter, after previous: Filter) -> String? {
        guard case .words(let words, in: nil) = part, !words.isQuoted else { return nil }
        switch (previous, words.text.lowercased()) {
        case (_, "or"), (_, "and"), (_, "not"):
            return "'\(words.text.uppercased())' between conditions is written in capitals"
        case (.number(.size, _), "b"), (.number(.size, _), "kb"), (.number(.size, _), "mb"), (.number(.size, _), "gb"),
            (.number(_, _), "k"), (.number(_, _), "m"):
            return "a value has no space before its unit: '\(previous)\(words.text)'"
        default: return nil
        }
    }

    private func hint(_ what: String, _ typed: String, _ name: String, names sql: String) throws -> String? {
        let names = try String.fetchAll(db, sql: sql)
        guard !names.contains(name) else { return nil }
        let nearest = Spelling.nearest(to: name, in: names)
        return "there is no \(what) '\(typed)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }
}
