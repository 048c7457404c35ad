/// The models that one search found, by their keys.
struct FoundModels {
    var keys: [Int64] = []
    /// The scores of the first of them.
    var scores: [Float] = []
    var total = SearchResult.Total.exactly(0)
    var order = SearchResult.Order.newest
}

/// Gathers matches with what was found in them, and puts them in order.
struct Ranking {
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
