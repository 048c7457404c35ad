import GRDB

/// Carries out a search: words and conditions in, keys of models out.
struct SearchRun {
    private let db: Database
    private let builder: ConditionBuilder
    private let conditions: [Filter]
    private let condition: SQLFragment
    private let sort: Query.Sort?
    private let window: SearchWindow
    private(set) var text: TextQuery?

    init(_ query: Query, _ builder: ConditionBuilder, _ window: SearchWindow) throws {
        db = builder.db
        self.builder = builder
        sort = query.sort
        self.window = window
        let parts: [Filter] =
            switch query.filter {
            case nil: []
            case .all(let parts)?: parts
            case let filter?: [filter]
            }
        let texts = parts.filter(\.isText)
        conditions = parts.filter { !$0.isText }
        text = texts.isEmpty ? nil : try TextQuery(texts, words: builder.words)
        var all = try conditions.map(builder.condition)
        if !parts.contains(where: { $0.mentionsTrash }) { all.insert(SQLFragment("m.trashed IS NULL"), at: 0) }
        condition = .all(all)
    }

    /// The first `needed` models and the total.
    func models(first needed: Int) throws -> FoundModels {
        if text?.matcher.root.isNothing == true { return FoundModels() }
        let planner = SearchPlanner(db: db, builder: builder, window: window)
        switch try planner.plan(conditions, text: text, isSorted: sort != nil, needed: needed) {
        case .words(let text, let expression):
            return try sort == nil
                ? matchesByRelevance(text, expression, needed) : matchesByField(text, expression)
        case .source(let source):
            if let text, text.expression != nil, sort == nil { return try sourceByRelevance(source, text) }
            return try inOrder(needed, source)
        case .walk: return try inOrder(needed, nil)
        }
    }

    private var order: SortOrder { sort.map(SortOrder.init) ?? .newest }

    // MARK: Plans

    /// From the words: the newest matches are ranked, the rest follows by age.
    private func matchesByRelevance(_ text: TextQuery, _ expression: String, _ needed: Int) throws -> FoundModels {
        let statement = fragment(
            """
            FROM model_text CROSS JOIN model m ON m.key = model_text.rowid
            WHERE model_text MATCH ? ORDER BY model_text.rowid DESC
            """, expression)
        var ranking = Ranking(text.matcher)
        var rest: [Int64] = []
        var isClosed = false
        var examined = 0
        let isExhausted = try rows(of: statement) { row in
            examined += 1
            if row.fulfilsConditions {
                if !isClosed {
                    try ranking.add(row)
                } else if try !text.needsCheck || ranking.matches(row) {
                    rest.append(row.key)
                }
            }
            isClosed = isClosed || window.isClosed(matched: ranking.count, examined: examined)
            return !isClosed || ranking.count + rest.count < needed
        }
        return ranking.result(followedBy: rest, isExhausted: isExhausted)
    }

    /// From a condition: all of its models that match are ranked.
    private func sourceByRelevance(_ source: Source, _ text: TextQuery) throws -> FoundModels {
        let statement = fragment(
            "FROM model m WHERE m.key IN (\(source.keys.sql)) ORDER BY m.key DESC",
            arguments: source.keys.arguments)
        var ranking = Ranking(text.matcher)
        _ = try rows(of: statement) { row in
            if row.fulfilsConditions { try ranking.add(row) }
            return true
        }
        return ranking.result(followedBy: [], isExhausted: true)
    }

    /// From the words, sorted by a field.
    private func matchesByField(_ text: TextQuery, _ expression: String) throws -> FoundModels {
        let statement = fragment(
            """
            FROM model_text CROSS JOIN model m ON m.key = model_text.rowid
            WHERE model_text MATCH ? AND iif(\(condition.sql), 1, 0) ORDER BY \(order.terms)
            """, arguments: [expression.databaseValue] + condition.arguments, withTexts: text.needsCheck)
        var matcher = text.matcher
        var keys: [Int64] = []
        _ = try rows(of: statement) { row in
            if try !text.needsCheck || matcher.find(in: row.text) != nil { keys.append(row.key) }
            return true
        }
        return FoundModels(keys: keys, total: .exactly(keys.count), order: .field)
    }

    /// In the order wanted: through the index that has it, or from a condition and sorted.
    private func inOrder(_ needed: Int, _ source: Source?) throws -> FoundModels {
        let statements =
            if let source {
                [
                    fragment(
                        """
                        FROM model m WHERE m.key IN (\(source.keys.sql)) AND iif(\(condition.sql), 1, 0)
                        ORDER BY \(order.terms)
                        """, arguments: source.keys.arguments + condition.arguments, withTexts: text != nil)
                ]
            } else {
                order.walks.map { fragment("FROM \($0)", withTexts: text != nil) }
            }
        var matcher = text?.matcher
        var keys: [Int64] = []
        var examined = 0
        let isExhausted = try statements.allSatisfy { statement in
            try rows(of: statement) { row in
                examined += 1
                if try row.fulfilsConditions && (matcher == nil || matcher?.find(in: row.text) != nil) {
                    keys.append(row.key)
                }
                return keys.count <= needed || !window.isCounted(matched: keys.count, examined: examined)
            }
        }
        return FoundModels(
            keys: keys, total: isExhausted ? .exactly(keys.count) : .atLeast(keys.count),
            order: sort == nil ? .newest : .field)
    }

    // MARK: Rows

    /// Selects what ``SearchRow`` reads.
    private func fragment(_ from: String, _ arguments: any DatabaseValueConvertible...) -> SQLFragment {
        fragment(from, arguments: arguments.map(\.databaseValue))
    }

    private func fragment(_ from: String, arguments: [DatabaseValue] = [], withTexts: Bool = true) -> SQLFragment {
        let columns = "m.key, iif(\(condition.sql), 1, 0)" + (withTexts ? ", \(TextColumn.selection)" : "")
        return SQLFragment("SELECT \(columns) \(from)", arguments: condition.arguments + arguments)
    }

    /// Calls `body` with each row until it returns false; true if there was no more.
    private func rows(of fragment: SQLFragment, _ body: (SearchRow) throws -> Bool) throws -> Bool {
        let statement = try db.cachedStatement(sql: fragment.sql)
        let cursor = try Row.fetchCursor(statement, arguments: fragment.statementArguments)
        while try cursor.next() != nil {
            guard try body(SearchRow(statement: statement.sqliteStatement)) else { return false }
        }
        return true
    }
}
