import GRDB

/// How a search goes about finding models.
///
/// The choice is between walking from the words to the conditions, from the most selective condition to everything else,
/// and along the order that is wanted until enough is found. Each is quick where the others are slow; the numbers of
/// models that words and conditions have decide. docs/decisions/search-plan.md has the measurements.
enum SearchPlan {
    /// Ask the full text index, look at each match.
    case words
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

    /// Sources with more models than this are not worth counting.
    static let countLimit = 10_000

    let db: Database
    let builder: ConditionBuilder

    func plan(_ conditions: [Filter], text: TextQuery?, isSorted: Bool, needed: Int) throws -> SearchPlan {
        let models = Double(max(1, builder.words.models))
        let matches = text?.expression == nil ? models : Double(text?.estimate ?? 0)
        let wordsCost = text?.expression == nil ? Double.infinity : matches * Cost.match
        // Ranking looks at a bounded number of matches, so words alone are never slow.
        if text?.expression != nil, !isSorted, conditions.isEmpty || wordsCost < 2000 { return .words }

        let limit = min(Self.countLimit, Int(min(wordsCost, models) / Cost.lookup) + 1)
        var best: (source: Source, count: Int)?
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

        let perModel = Cost.lookup + (text == nil ? 0 : Cost.texts)
        let sourceCost = best.map { Double($0.count) * perModel } ?? .infinity
        // Enough matches end the search early, however many there are.
        let early = Double(max(needed, SearchWindow.minimum)) / share * Cost.match
        let fromWords = isSorted ? wordsCost : min(wordsCost, max(early, Double(SearchWindow.patience)))
        let walkCost =
            text?.expression != nil && !isSorted
            ? Double.infinity : min(models, Double(needed) / share * models / max(1, matches)) * perModel
        if sourceCost <= min(fromWords, walkCost), let best { return .source(best.source) }
        return fromWords <= walkCost ? .words : .walk
    }
}

/// How much of a search is ranked and counted.
enum SearchWindow {
    /// The newest so many matches are ranked, and totals are counted so far.
    static let matches = 1000
    /// Where conditions let few matches through, ranking and counting end after so many models were looked at…
    static let patience = 5000
    /// …provided that at least so many fulfil them.
    static let minimum = 100

    /// Whether to stop, having looked at some models of which some match.
    static func isClosed(matched: Int, examined: Int) -> Bool {
        matched >= matches || (examined >= patience && matched >= minimum)
    }
}
