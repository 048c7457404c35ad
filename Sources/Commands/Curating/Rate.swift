import ArgumentParser
import Catalog

struct Rate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rate", abstract: "Give models stars, 1 to 5; 0 takes them away.",
        discussion: "Example: meshy-lib rate 5 7k2m 9qxd. Five stars make a favourite (is:favourite).")

    @Argument(help: "The number of stars.")
    var stars: String

    @Argument(help: "Ids of models.")
    var ids: [String] = []

    @OptionGroup var query: QueryOptions
    @OptionGroup var change: ChangeOptions

    func run() throws {
        guard let number = Int(stars), (0...5).contains(number) else {
            throw CommandFailure(
                "'\(DisplayText.safe(stars))' is not a number of stars from 0 to 5",
                hint: "the stars come first: meshy-lib rate 4 ID", .usage)
        }
        try change.apply([.rate(number)], to: ids, query)
    }
}
