import GRDB

/// Saved searches in the database.
struct SavedSearches {
    private let db: Database

    /// How many saved searches one query may use, those within others included.
    static let expansionLimit = 64

    init(_ database: Database) {
        db = database
    }

    func all() throws -> [SavedSearch] {
        try Row.fetchAll(db, sql: "SELECT name, query, created FROM saved_search ORDER BY name").map { row in
            SavedSearch(name: row[0], query: row[1], created: Timestamp(milliseconds: row[2]))
        }
    }

    /// The condition with every `@name` replaced by what it stands for. The order of a saved search is not used.
    func expanded(_ filter: Filter) throws -> Filter {
        var expansions = 0
        return try expanded(filter, within: [], &expansions)
    }

    private func expanded(_ filter: Filter, within names: [String], _ expansions: inout Int) throws -> Filter {
        switch filter {
        case .all(let parts):
            return Filter.all(of: try parts.map { try expanded($0, within: names, &expansions) }) ?? .all([])
        case .any(let parts):
            return Filter.any(of: try parts.map { try expanded($0, within: names, &expansions) }) ?? .any([])
        case .not(let part): return .not(try expanded(part, within: names, &expansions))
        case .saved(let name):
            guard !names.contains(name) else { throw CatalogError.circularSavedSearch(name) }
            // Searches that name each other twice would double at every step.
            expansions += 1
            guard expansions <= Self.expansionLimit else {
                throw CatalogError.tooManySavedSearches(Self.expansionLimit)
            }
            // A search without conditions means all models.
            return try query(name).filter.map { try expanded($0, within: names + [name], &expansions) } ?? .all([])
        default: return filter
        }
    }

    private func query(_ name: String) throws -> Query {
        let text = try String.fetchOne(db, sql: "SELECT query FROM saved_search WHERE name = ?", arguments: [name])
        guard let text else { throw try unknown(name) }
        do throws(QueryError) {
            return try Query(parsing: text)
        } catch {
            throw CatalogError.invalidSavedSearch(name, error)
        }
    }

    func unknown(_ name: String) throws -> CatalogError {
        .noSuchSavedSearch(name, suggestion: Spelling.nearest(to: name, in: try all().map(\.name)))
    }
}

extension Catalog {
    /// All saved searches by name.
    public func savedSearches() throws(CatalogError) -> [SavedSearch] {
        try read { db in try SavedSearches(db).all() }
    }

    /// Gives a query a name, to be used as `@name` in other queries; a search of that name is replaced.
    ///
    /// A name has letters, digits, `-` and `_`. Throws if the query refers, through others, to itself.
    ///
    /// - Returns: the search that was replaced; nil if there was none, or if it was the same.
    @discardableResult
    public func saveSearch(_ query: Query, as name: String) throws(CatalogError) -> SavedSearch? {
        try write { db in
            guard !name.isEmpty, name.count <= Name.limit,
                name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
            else {
                throw CatalogError.invalidName(name, reason: "a saved search is called by letters, digits, '-' and '_'")
            }
            let old = try SavedSearches(db).all().first { $0.name == name && $0.query != query.description }
            try db.execute(
                sql: "INSERT OR REPLACE INTO saved_search (name, query, created) VALUES (?, ?, ?)",
                arguments: [name, query.description, Timestamp.now.milliseconds])
            _ = try SavedSearches(db).expanded(.saved(name))
            return old
        }
    }

    /// Forgets saved searches, all or none.
    public func deleteSavedSearches(_ names: [String]) throws(CatalogError) {
        try write { db in
            for name in names {
                try db.execute(sql: "DELETE FROM saved_search WHERE name = ?", arguments: [name])
                if db.changesCount == 0 { throw try SavedSearches(db).unknown(name) }
            }
        }
    }
}
