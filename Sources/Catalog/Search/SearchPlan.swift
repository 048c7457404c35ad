import GRDB

/// How a search goes about finding models.
///
/// The choice is between walking from the words to the conditions, from the most selective condition to everything else,
/// and along the order that is wanted until enough is found. Each is quick where the others are slow; the numbers of
/// models that words and conditions have decide. docs/decisions/0009-search-plan.md has the measurements.
enum SearchPlan {
    /// Ask the full text index for an expression, look at each match.
    case words(TextQuery, expression: String)
    /// List the models of one condition, look at each, sort them.
    case source(Source)
    /// Look at all models in order, stop when there are enough.
    case walk
}

/// Finds the cheapest plan. Costs are in microseconds, measured on a million models, and only their ratios matter.
struct SearchPlanner {
    private enum Cost {
        /// One match of the full text index, looked up and its words weighed.
        static let match = 1.0
        /// One model looked up.
        static let lookup = 1.0
        /// One model's texts cut into words.
        static let texts = 2.5
    }

    /// Sources with more models than this are not counted to the end.
    static let countLimit = 10_000

    let db: Database
    let builder: ConditionBuilder
    let window: SearchWindow

    func plan(_ conditions: [Filter], text: TextQuery?, isSorted: Bool, needed: Int) throws -> SearchPlan {
        let words = text.flatMap { text in text.expression.map { SearchPlan.words(text, expression: $0) } }
        let models = Double(max(1, builder.words.models))
        let matches = words != nil ? Double(text?.estimate ?? 0) : models
        let perModel = Cost.lookup + (text == nil ? 0 : Cost.texts)
        let allMatches = words != nil ? matches * Cost.match : .infinity
        // Ranking looks at a bounded number of matches, so words alone are never slow, nor are rare ones with conditions.
        let cheap = Double(window.patience) * Cost.match
        if let words, !isSorted, conditions.isEmpty || allMatches <= cheap { return words }

        // A source is of use only if its models cost less than the words'.
        let limit = min(Self.countLimit, Int(min(allMatches, models) / perModel) + 1)
        var best: (source: Source, count: Int)?
        // The share of models that fulfil all conditions, if they have nothing to do with each other.
        var share = 1.0
        for condition in conditions {
            guard let source = try Source(condition, builder) else {
                share *= 0.5
                continue
            }
            if let count = try source.count(upTo: limit, in: db) {
                share *= Double(count + 1) / models
                if count < best?.count ?? .max { best = (source, count) }
            } else {
                share *= 0.3
            }
        }

        let fromSource = best.map { Double($0.count) * perModel } ?? .infinity
        // Enough matches end the search early, however many there are.
        let enough = Double(max(needed, window.minimum)) / share
        let fromWords =
            isSorted || words == nil ? allMatches : min(allMatches, max(enough, Double(window.patience)) * Cost.match)
        let along =
            words != nil && !isSorted
            ? .infinity : min(models, Double(needed) / share * models / max(1, matches)) * perModel
        if fromSource <= min(fromWords, along), let best { return .source(best.source) }
        if fromWords <= along, let words { return words }
        return .walk
    }
}
