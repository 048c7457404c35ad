/// Decides which page of a list to read next, and when the list is complete.
///
/// Pages are cut by number, so that everything shifts when tasks come or go meanwhile. New tasks only repeat what was
/// read; a task that goes hides another one, the first of the next page. Hence the walk is repeated until one finds
/// every task of the walk before it again, and none that was missed.
struct ListWalk: Equatable, Sendable {
    enum Step: Equatable {
        case read(page: Int)
        case complete
        /// Tasks kept disappearing, or the service repeats its pages: nobody can say that the list is complete.
        case unsure
    }

    private(set) var ids: Set<String> = []
    private var seen: Set<String> = []
    private var seenBefore: Set<String> = []
    private var page = 1
    private var walk = 1
    private var isOnePage = true
    private var foundMissed = false
    private var pagesWithoutNews = 0
    /// Tasks made after this moment are no sign that an earlier walk missed one.
    private var horizon: Int64?

    /// The most that the service gives at once.
    static let pageSize = 50
    private static let mostWalks = 5
    private static let mostPages = 10_000

    var first: Step { .read(page: 1) }

    /// Takes a page: the ids and the times of making of its tasks; gives what to do next.
    mutating func take(_ tasks: [(id: String, createdAt: Int64?)]) -> Step {
        if tasks.isEmpty { return endOfWalk() }
        if walk == 1, page == 1 { horizon = tasks.compactMap(\.createdAt).max() }
        isOnePage = page == 1 && tasks.count < Self.pageSize
        seen.formUnion(tasks.map(\.id))
        let news = tasks.filter { ids.insert($0.id).inserted }
        if walk > 1 {
            foundMissed =
                foundMissed
                || news.contains { task in
                    guard let horizon, let createdAt = task.createdAt else { return true }
                    return createdAt <= horizon
                }
        }
        // In the first walk a page brings news, but for shifts; a service that does not know `page_num` never ends.
        pagesWithoutNews = news.isEmpty && walk == 1 ? pagesWithoutNews + 1 : 0
        guard pagesWithoutNews < 3, page < Self.mostPages else { return .unsure }
        page += 1
        return .read(page: page)
    }

    private mutating func endOfWalk() -> Step {
        // A list that did not fill its first page was read in one piece: nothing can have shifted.
        if walk == 1 ? isOnePage : !foundMissed && seenBefore.isSubset(of: seen) { return .complete }
        guard walk < Self.mostWalks else { return .unsure }
        (walk, page, foundMissed, seenBefore, seen) = (walk + 1, 1, false, seen, [])
        return .read(page: 1)
    }
}
