import ArgumentParser
import Catalog

struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Decide about models: draft, approved or rejected.",
        discussion: "Example: meshy-lib review approved 7k2m 9qxd. Search finds them with state:approved.")

    @Argument(help: "The decision.", completion: .list(ReviewState.allCases.map(\.rawValue)))
    var decision: String

    @Argument(help: "Ids of models.")
    var ids: [String] = []

    @OptionGroup var query: QueryOptions
    @OptionGroup var change: ChangeOptions

    func run() throws {
        guard let state = ReviewState(rawValue: decision) else {
            throw CommandFailure(
                "'\(DisplayText.safe(decision))' is none of \(ReviewState.allCases.map(\.rawValue).joined(separator: ", "))",
                hint: "the decision comes first: meshy-lib review approved ID", .usage)
        }
        try change.apply([.review(state)], to: ids, query)
    }
}
