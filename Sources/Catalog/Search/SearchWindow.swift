/// How much of a search is ranked and counted.
struct SearchWindow {
    /// The newest so many matches are ranked, and totals are counted so far.
    var matches = 500
    /// Where conditions let few models through, ranking and counting end after so many were looked at…
    var patience = 1000
    /// …provided that at least so many fulfil them.
    var minimum = 50
    /// In libraries of up to so many models everything is ranked and counted.
    var smallLibrary = 10_000

    /// The window for a library of so many models.
    func fitted(to models: Int) -> SearchWindow {
        models > smallLibrary
            ? self : SearchWindow(matches: .max, patience: .max, minimum: .max, smallLibrary: smallLibrary)
    }

    /// Whether to stop counting along an order, where nothing is ranked and the page asked for is full.
    func isCounted(matched: Int, examined: Int) -> Bool {
        matched >= matches || examined >= patience
    }

    /// Whether to stop, having looked at some models of which some match.
    func isClosed(matched: Int, examined: Int) -> Bool {
        matched >= matches || (examined >= patience && matched >= minimum)
    }
}
