import GRDB

/// Says which name may have been meant by one that is not in the library.
struct NameHint {
    private let db: Database

    init(_ database: Database) {
        db = database
    }

    /// One sentence on the first name in a condition that nothing has; nil if all are known.
    func hint(for filter: Filter?) throws -> String? {
        switch filter {
        case .all(let parts), .any(let parts):
            for part in parts {
                if let hint = try hint(for: part) { return hint }
            }
            return nil
        case .name(.tag, let name, isPrefix: false):
            return try hint("tag", name, Name.tag(name), names: "SELECT name FROM tag")
        case .name(.in, let name, isPrefix: false):
            return try hint("collection", name, Name.tag(name), names: "SELECT folded FROM collection")
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
