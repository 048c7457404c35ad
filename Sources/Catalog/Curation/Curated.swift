import GRDB

/// What people can change about a model.
struct Curated: Equatable {
    var title: String
    var note: String
    var rating: Int
    var state: String
    var trashed: Int64?
    var tags: Set<String>
    /// By the name in lower case, since two collections may not differ in case alone.
    var collections: [String: String]

    init(_ id: ModelID, in db: Database) throws {
        let key = try Self.key(id, in: db)
        let select = try db.cachedStatement(
            sql: "SELECT title, note, rating, state, trashed, tags FROM model WHERE key = ?")
        guard let row = try Row.fetchOne(select, arguments: [key]) else {
            throw CatalogError.noSuchModel(id.description, suggestions: [])
        }
        (title, note, rating, state, trashed) = (row[0], row[1], row[2], row[3], row[4])
        tags = Set((row[5] as String).split(separator: "\n").map(String.init))
        let names = try db.cachedStatement(
            sql: """
                SELECT folded, name FROM collection_model JOIN collection ON collection.key = collection
                WHERE model = ?
                """)
        collections = [:]
        for row in try Row.fetchAll(names, arguments: [key]) { collections[row[0]] = row[1] }
    }

    static func key(_ id: ModelID, in db: Database) throws -> Int64 {
        let select = try db.cachedStatement(sql: "SELECT key FROM model WHERE id = ?")
        guard let key = try Int64.fetchOne(select, arguments: [id.description]) else {
            throw CatalogError.noSuchModel(id.description, suggestions: [])
        }
        return key
    }

    /// Makes an edit whose names are in the shape in which they are stored.
    mutating func make(_ edit: Edit, now: Timestamp) {
        switch edit {
        case .addTag(let name): tags.insert(name)
        case .removeTag(let name): tags.remove(name)
        case .rename(let title): self.title = title
        case .setNote(let note): self.note = note
        case .appendNote(let text): note = note.isEmpty ? text : note + "\n\n" + text
        case .rate(let rating): self.rating = rating
        case .review(let state): self.state = state.rawValue
        case .addToCollection(let name): collections[name.lowercased()] = collections[name.lowercased()] ?? name
        case .removeFromCollection(let name): collections[name.lowercased()] = nil
        case .trash: trashed = trashed ?? now.milliseconds
        case .restore: trashed = nil
        }
    }

    func differences(to other: Curated) -> [ChangeSummary.Difference] {
        var result: [ChangeSummary.Difference] = []
        func compare(_ field: ChangeSummary.Difference.Field, _ old: String?, _ new: String?) {
            if old != new { result.append(ChangeSummary.Difference(field: field, old: old, new: new)) }
        }
        compare(.title, title, other.title)
        compare(.note, note, other.note)
        compare(.rating, "\(rating)", "\(other.rating)")
        compare(.state, state, other.state)
        compare(.trashed, trashed.map(String.init), other.trashed.map(String.init))
        for tag in tags.union(other.tags).sorted() {
            compare(.tag, tags.contains(tag) ? tag : nil, other.tags.contains(tag) ? tag : nil)
        }
        for key in Set(collections.keys).union(other.collections.keys).sorted() {
            let (old, new) = (collections[key], other.collections[key])
            // The spelling of a collection's name is the collection's, not the model's.
            if old == nil || new == nil { compare(.collection, old, new) }
        }
        return result
    }

    /// The recorded differences whose new value is still there, and those that something else has changed since.
    func separate(
        _ differences: [ChangeSummary.Difference]
    ) -> (same: [ChangeSummary.Difference], changed: [ChangeSummary.Difference]) {
        var (same, changed) = ([ChangeSummary.Difference](), [ChangeSummary.Difference]())
        for difference in differences {
            if holds(difference) { same.append(difference) } else { changed.append(difference) }
        }
        return (same, changed)
    }

    private func holds(_ difference: ChangeSummary.Difference) -> Bool {
        switch difference.field {
        case .title: difference.new == title
        case .note: difference.new == note
        case .rating: difference.new == "\(rating)"
        case .state: difference.new == state
        case .trashed: difference.new == trashed.map(String.init)
        case .tag: (difference.new ?? difference.old).map(tags.contains) == (difference.new != nil)
        case .collection:
            (difference.new ?? difference.old).map { collections[$0.lowercased()] != nil } == (difference.new != nil)
        }
    }
}

extension Edit {
    /// The edit with its names and texts in the shape in which they are stored; throws if nothing is left of a name.
    var cleaned: Edit {
        get throws {
            switch self {
            case .addTag(let name): .addTag(try Self.tag(name))
            case .removeTag(let name): .removeTag(try Self.tag(name))
            case .addToCollection(let name): .addToCollection(try Self.collection(name))
            case .removeFromCollection(let name): .removeFromCollection(try Self.collection(name))
            case .rename(let title): .rename(Name.text(title))
            case .setNote(let note): .setNote(Name.text(note))
            case .appendNote(let note): .appendNote(Name.text(note))
            case .rate(let rating): .rate(min(max(rating, 0), 5))
            case .review, .trash, .restore: self
            }
        }
    }

    private static func tag(_ name: String) throws -> String {
        let cleaned = Name.tag(name)
        guard !cleaned.isEmpty else { throw CatalogError.invalidName(name, reason: "there is nothing in it") }
        return cleaned
    }

    private static func collection(_ name: String) throws -> String {
        let cleaned = Name.collection(name)
        guard !cleaned.isEmpty else { throw CatalogError.invalidName(name, reason: "there is nothing in it") }
        return cleaned
    }
}
