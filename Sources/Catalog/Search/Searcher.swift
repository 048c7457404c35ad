import GRDB

/// Answers searches within one read transaction.
struct Searcher {
    private let db: Database
    private let words: WordIndex
    private let builder: ConditionBuilder
    private let window: SearchWindow

    init(_ database: Database, now: Timestamp, window: SearchWindow = SearchWindow()) throws {
        db = database
        words = try WordIndex(database)
        builder = ConditionBuilder(db: database, words: words, now: now)
        self.window = window.fitted(to: words.models)
    }

    func search(_ query: Query, page: Page) throws -> SearchResult {
        let end = page.offset.addingReportingOverflow(page.limit)
        let (found, text, interpretation) = try find(query, first: end.overflow ? .max : end.partialValue)
        let slice = found.keys.indices.dropFirst(page.offset).prefix(page.limit)
        var matcher = text?.matcher
        let hits = try slice.map { index in
            let model = try model(found.keys[index])
            let names = { try self.names(found.keys[index]) }
            return SearchHit(
                model: model, score: Double(index < found.scores.count ? found.scores[index] : 0),
                title: try matcher?.title(of: model) ?? Excerpt(field: "title", text: model.title, matches: []),
                excerpt: try matcher?.excerpt(of: model, names: names))
        }
        return SearchResult(
            hits: hits, total: found.total, order: found.order, interpretation: interpretation,
            hint: found.keys.isEmpty ? try NameHint(db).hint(for: query.filter) : nil)
    }

    func ids(matching query: Query) throws -> [ModelID] {
        let found = try find(query, first: .max).found
        let select = try db.cachedStatement(sql: "SELECT id FROM model WHERE key = ?")
        return try found.keys.compactMap { try String.fetchOne(select, arguments: [$0]).map(ModelID.init(stored:)) }
    }

    /// Finds models; when there are none, those with the words that may have been meant.
    private func find(
        _ query: Query, first needed: Int
    ) throws -> (found: FoundModels, text: TextQuery?, interpretation: SearchResult.Interpretation?) {
        var query = query
        query.filter = try query.filter.map { try SavedSearches(db).expanded($0) }
        let run = try SearchRun(query, builder, window)
        let found = try run.models(first: needed)
        guard found.keys.isEmpty, let filter = query.filter,
            let guess = try WordGuess(db, words: words).corrected(filter)
        else { return (found, run.text, nil) }

        let second = try SearchRun(Query(guess.filter, sort: query.sort), builder, window)
        let foundSecond = try second.models(first: needed)
        return foundSecond.keys.isEmpty ? (found, run.text, nil) : (foundSecond, second.text, guess.interpretation)
    }

    private func model(_ key: Int64) throws -> Model {
        let statement = try db.cachedStatement(sql: ModelRow.select + " WHERE m.key = ?")
        // A cursor's row is read in place, where one that was fetched is copied first.
        let rows = try Row.fetchCursor(statement, arguments: [key])
        return try withExtendedLifetime(rows) {
            guard let row = try rows.next() else {
                throw CatalogError.damaged("the index of texts knows a model that is not there")
            }
            return try ModelRow.model(row)
        }
    }

    private func names(_ key: Int64) throws -> String {
        try String.fetchOne(db.cachedStatement(sql: "SELECT names FROM model WHERE key = ?"), arguments: [key]) ?? ""
    }
}

extension Catalog {
    /// The models that a query describes, a page of them.
    ///
    /// With words and without `sort:`, matches are ranked by BM25, in which a word of the title counts ten
    /// times and one of the prompt five times as much as one of the notes or names. In libraries of more than 10,000 models the
    /// newest 500 matches are ranked and older ones follow by age. When words
    /// are found nowhere, those that they may be a fragment or a misspelling of are searched instead, and the result's
    /// `interpretation` says so.
    public func search(_ query: Query, page: Page = Page()) throws(CatalogError) -> SearchResult {
        try read { db in try Searcher(db, now: .now).search(query, page: page) }
    }

    /// The ids of all models that a query describes, in its order.
    public func ids(matching query: Query) throws(CatalogError) -> [ModelID] {
        try read { db in try Searcher(db, now: .now).ids(matching: query) }
    }
}
