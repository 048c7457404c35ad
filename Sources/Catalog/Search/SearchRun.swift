import GRDB
import GRDBSQLite

/// The models that one search found, by their keys.
struct FoundModels {
    var keys: [Int64] = []
    /// The scores of the first of them.
    var scores: [Float] = []
    var total = SearchResult.Total.exactly(0)
    var order = SearchResult.Order.newest
}

/// Carries out a search: words and conditions in, keys of models out.
struct SearchRun {
    private let db: Database
    private let builder: ConditionBuilder
    private let conditions: [Filter]
    private let condition: SQLFragment
    private let sort: Query.Sort?
    private(set) var text: TextQuery?

    init(_ query: Query, _ builder: ConditionBuilder) throws {
        db = builder.db
        self.builder = builder
        sort = query.sort
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
        let planner = SearchPlanner(db: db, builder: builder)
        switch try planner.plan(conditions, text: text, isSorted: sort != nil, needed: needed) {
        case .words: return try sort == nil ? matchesByRelevance(needed) : matchesByField(needed)
        case .source(let source):
            return try sort == nil && text?.expression != nil
                ? sourceByRelevance(source, needed) : inOrder(needed, source)
        case .walk: return try inOrder(needed, nil)
        }
    }

    private var order: SortOrder { sort.map(SortOrder.init) ?? .newest }

    // MARK: Plans

    /// From the words: the newest matches are ranked, the rest follows by age.
    private func matchesByRelevance(_ needed: Int) throws -> FoundModels {
        guard let text, let expression = text.expression else { return FoundModels() }
        let statement = fragment(
            """
            FROM model_text CROSS JOIN model m ON m.key = model_text.rowid \(SortOrder.joins)
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
            isClosed = isClosed || SearchWindow.isClosed(matched: ranking.count, examined: examined)
            return !isClosed || ranking.count + rest.count < needed
        }
        return ranking.result(followedBy: rest, isExhausted: isExhausted)
    }

    /// From a condition: all of its models that match are ranked.
    private func sourceByRelevance(_ source: Source, _ needed: Int) throws -> FoundModels {
        guard let text else { return FoundModels() }
        let statement = fragment(
            "FROM model m \(SortOrder.joins) WHERE m.key IN (\(source.keys.sql)) ORDER BY m.key DESC",
            arguments: source.keys.arguments)
        var ranking = Ranking(text.matcher)
        _ = try rows(of: statement) { row in
            if row.fulfilsConditions { try ranking.add(row) }
            return true
        }
        return ranking.result(followedBy: [], isExhausted: true)
    }

    /// From the words, sorted by a field.
    private func matchesByField(_ needed: Int) throws -> FoundModels {
        guard let text, let expression = text.expression else { return FoundModels() }
        let statement = fragment(
            """
            FROM model_text CROSS JOIN model m ON m.key = model_text.rowid \(SortOrder.joins)
            WHERE model_text MATCH ? AND iif(\(condition.sql), 1, 0) ORDER BY \(order.sorting)
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
        var statements: [SQLFragment] = []
        if let source {
            statements.append(
                fragment(
                    """
                    FROM model m \(SortOrder.joins)
                    WHERE m.key IN (\(source.keys.sql)) AND iif(\(condition.sql), 1, 0) ORDER BY \(order.sorting)
                    """, arguments: source.keys.arguments + condition.arguments, withTexts: text != nil))
        } else {
            statements.append(
                fragment(
                    "FROM \(order.walk) ORDER BY \(order.walking)",
                    withTexts: text != nil))
            if let rest = order.rest { statements.append(fragment("FROM \(rest)", withTexts: text != nil)) }
        }
        var matcher = text?.matcher
        var keys: [Int64] = []
        var examined = 0
        var isExhausted = true
        for statement in statements where isExhausted {
            isExhausted = try rows(of: statement) { row in
                examined += 1
                if try row.fulfilsConditions && (matcher == nil || matcher?.find(in: row.text) != nil) {
                    keys.append(row.key)
                }
                return keys.count <= needed
                    || !SearchWindow.isClosed(matched: max(keys.count, SearchWindow.minimum), examined: examined)
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

/// A row of a search, valid until the next one is read.
struct SearchRow {
    let statement: SQLiteStatement

    var key: Int64 { sqlite3_column_int64(statement, 0) }

    var fulfilsConditions: Bool { sqlite3_column_int64(statement, 1) != 0 }

    /// The bytes of a text, which SQLite keeps until the next row is read.
    func text(_ column: TextColumn) -> UnsafeBufferPointer<UInt8> {
        let index = CInt(2 + column.rawValue)
        let start = sqlite3_column_text(statement, index)
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index)))
    }
}

/// Gathers matches with what was found in them, and puts them in order.
private struct Ranking {
    private var matcher: TextMatcher
    private var matches: [(key: Int64, finding: TextMatcher.Finding)] = []

    init(_ matcher: TextMatcher) {
        self.matcher = matcher
    }

    var count: Int { matches.count }

    mutating func add(_ row: SearchRow) throws {
        guard let finding = try matcher.find(in: row.text) else { return }
        matches.append((row.key, finding))
    }

    mutating func matches(_ row: SearchRow) throws -> Bool {
        try matcher.find(in: row.text) != nil
    }

    /// The matches, the best first, of equals the newer one; then `rest`.
    func result(followedBy rest: [Int64], isExhausted: Bool) -> FoundModels {
        let average = matches.reduce(0) { $0 + $1.finding.length } / Float(max(1, matches.count))
        let scored = matches.map { (key: $0.key, score: matcher.score($0.finding, average: average)) }
            .sorted { ($0.score, $0.key) > ($1.score, $1.key) }
        let total = matches.count + rest.count
        return FoundModels(
            keys: scored.map(\.key) + rest, scores: scored.map(\.score),
            total: isExhausted ? .exactly(total) : .atLeast(total),
            order: isExhausted && rest.isEmpty ? .relevance : .relevanceOfNewest(matches.count))
    }
}

extension Filter {
    /// Whether it is about words alone.
    var isText: Bool {
        switch self {
        case .words: true
        case .all(let parts), .any(let parts): !parts.isEmpty && parts.allSatisfy(\.isText)
        case .not(let part): part.isText
        default: false
        }
    }

    /// Whether it says itself what to do with the trash.
    var mentionsTrash: Bool {
        switch self {
        case .flag(.trashed): true
        case .all(let parts), .any(let parts): parts.contains(where: \.mentionsTrash)
        case .not(let part): part.mentionsTrash
        default: false
        }
    }
}
