extension Query {
    /// Reads the query language. An empty text means every model that is not in the trash.
    ///
    /// Throws with the column of what is wrong. Text longer than 4096 bytes, more than 128 terms, and parentheses deeper than
    /// 32 are refused.
    ///
    /// - Parameter budgets: the names that `is:ok(…)` knows; nil takes every name.
    public init(parsing text: String, budgets: [String]? = nil) throws(QueryError) {
        var parser = QueryParser(tokens: try QueryLexer.tokens(of: text), end: text.count, budgets: budgets)
        self = try parser.query()
    }
}

/// Builds a query's tree from its tokens by recursive descent.
///
///     query = or
///     or    = and { "OR" and }
///     and   = not { ["AND"] not }
///     not   = "-" not | term
///     term  = "(" or ")" | "@" name | field ":" value | word | phrase
struct QueryParser {
    private let tokens: [QueryToken]
    private let end: Int
    private let budgets: [String]?
    private var position = 0
    private var depth = 0
    private var terms = 0
    private var sort: Query.Sort?

    init(tokens: [QueryToken], end: Int, budgets: [String]?) {
        self.tokens = tokens
        self.end = end
        self.budgets = budgets
    }

    mutating func query() throws(QueryError) -> Query {
        let filter = tokens.isEmpty ? nil : try or()
        if let token = peek {
            throw error("this parenthesis closes nothing", at: token)
        }
        return Query(filter, sort: sort)
    }

    // MARK: Grammar

    /// Nil when there was nothing but an order.
    private mutating func or() throws(QueryError) -> Filter? {
        var alternatives = [try and()]
        while let token = peek, token.kind == .or {
            position += 1
            guard alternatives.last != .some(nil), let next = try and() else {
                throw error("'OR' needs a condition on both sides", at: token)
            }
            alternatives.append(next)
        }
        return Filter.any(of: alternatives.compactMap(\.self))
    }

    private mutating func and() throws(QueryError) -> Filter? {
        var conditions: [Filter] = []
        var count = 0
        while let token = peek, token.kind != .or, token.kind != .close {
            if token.kind == .and {
                guard count > 0, let next = tokens.dropFirst(position + 1).first, next.kind != .or,
                    next.kind != .close, next.kind != .and
                else { throw error("'AND' needs a condition on both sides", at: token) }
                position += 1
            }
            count += 1
            if let condition = try not() { conditions.append(condition) }
        }
        guard count > 0 else {
            guard let token = peek else { throw missing("a condition is missing at the end") }
            throw error("a condition is missing before this", at: token)
        }
        return Filter.all(of: conditions)
    }

    private mutating func not() throws(QueryError) -> Filter? {
        guard let token = peek, token.kind == .minus else { return try term() }
        position += 1
        guard let next = peek, next.range.lowerBound == token.range.upperBound || token.range.count > 1 else {
            throw error("a condition is missing after '-'", at: token)
        }
        try descend(at: token)
        defer { depth -= 1 }
        guard let condition = try not() else {
            throw error("an order cannot be negated; 'sort:-tris' is the largest first", at: next)
        }
        return .not(condition)
    }

    private mutating func term() throws(QueryError) -> Filter? {
        guard let token = peek else { throw missing("a condition is missing at the end") }
        position += 1
        terms += 1
        guard terms <= QueryLimit.terms else {
            throw error("a query may have \(QueryLimit.terms) terms", at: token)
        }
        switch token.kind {
        case .open: return try group(from: token)
        case .word(let text, let isPrefix):
            return .words(try Words(text, isQuoted: false, isPrefix: isPrefix, at: token), in: nil)
        case .quoted(let text, let isPrefix):
            return .words(try Words(text, isQuoted: true, isPrefix: isPrefix, at: token), in: nil)
        case .saved(let name):
            guard !name.isEmpty else { throw error("the name of a saved search is missing after '@'", at: token) }
            return .saved(name)
        case .field(let name): return try condition(field: name.lowercased(), at: token)
        case .close, .minus, .or, .and: throw error("a condition is missing before this", at: token)
        }
    }

    private mutating func group(from token: QueryToken) throws(QueryError) -> Filter? {
        try descend(at: token)
        defer { depth -= 1 }
        if let next = peek, next.kind == .close { throw error("there is nothing between these parentheses", at: token) }
        let outer = sort
        let filter = try or()
        guard let close = peek, close.kind == .close else {
            throw error("this parenthesis is never closed", at: token)
        }
        position += 1
        guard sort == outer, let filter else {
            throw error("an order cannot stand between parentheses", at: token)
        }
        return filter
    }

    private mutating func condition(field name: String, at token: QueryToken) throws(QueryError) -> Filter? {
        guard let value = peek, value.range.lowerBound == token.range.upperBound,
            let text = FieldValue(value)
        else {
            throw QueryError(
                message: "a value is missing after '\(name):'", column: token.range.upperBound + 1, length: 0)
        }
        position += 1
        switch name {
        case "is":
            if let budget = try text.budget(among: budgets) { return .passes(budget) }
            return .flag(try text.oneOf(Flag.allCases, what: "switch", others: ["\(BareText.budgetWord)(…)"]))
        case "has": return .has(try text.oneOf(Feature.allCases, what: "thing to have"))
        case "sort":
            guard sort == nil else { throw error("there can be only one order", at: token) }
            guard depth == 0 else { throw error("an order cannot stand between parentheses or be negated", at: token) }
            sort = try text.sort()
            return nil
        default:
            guard let field = Field(rawValue: name) else { throw unknownField(name, at: token) }
            return try text.condition(on: field)
        }
    }

    // MARK: Errors

    private var peek: QueryToken? { position < tokens.count ? tokens[position] : nil }

    private mutating func descend(at token: QueryToken) throws(QueryError) {
        depth += 1
        guard depth <= QueryLimit.depth else {
            throw error("conditions may be nested \(QueryLimit.depth) deep", at: token)
        }
    }

    private func error(_ message: String, at token: QueryToken) -> QueryError {
        QueryError(message: message, column: token.range.lowerBound + 1, length: token.range.count)
    }

    private func missing(_ message: String) -> QueryError {
        QueryError(message: message, column: end + 1, length: 0)
    }

    private func unknownField(_ name: String, at token: QueryToken) -> QueryError {
        let names = Field.allCases.map(\.rawValue) + ["is", "has", "sort"]
        let nearest = Self.otherNames[name] ?? Spelling.nearest(to: name, in: names)
        var error = error(
            "there is no field '\(name)'" + (nearest == nil ? "; text with a colon needs quotation marks" : ""),
            at: token)
        error.suggestion = nearest.map { $0 + ":" }
        return error
    }

    /// What people call the fields elsewhere; used to suggest, never to search.
    private static let otherNames = [
        "triangles": "tris", "polys": "tris", "polygons": "tris", "faces": "tris", "vertices": "verts", "name": "title",
        "text": "prompt", "notes": "note", "tags": "tag", "label": "tag", "collection": "in", "folder": "in",
        "type": "kind", "stars": "rating", "rated": "rating", "review": "state", "status": "state", "bytes": "size",
        "filesize": "size", "date": "created", "made": "created", "added": "imported", "resolution": "texture-size",
        "exporter": "generator", "order": "sort", "ai": "model",
    ]
}

extension Filter {
    /// The conjunction of conditions, without one inside another; nil of none.
    static func all(of conditions: [Filter]) -> Filter? {
        let parts = conditions.flatMap { condition in
            if case .all(let inner) = condition { inner } else { [condition] }
        }
        return parts.count > 1 ? .all(parts) : parts.first
    }

    /// The disjunction of conditions, without one inside another; nil of none.
    static func any(of conditions: [Filter]) -> Filter? {
        let parts = conditions.flatMap { condition in
            if case .any(let inner) = condition { inner } else { [condition] }
        }
        return parts.count > 1 ? .any(parts) : parts.first
    }
}
