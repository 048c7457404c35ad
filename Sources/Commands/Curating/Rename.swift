import ArgumentParser
import Catalog

struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Give a model a title.")

    @Argument(help: "The model's id.")
    var id: String

    @Argument(help: "The new title.")
    var title: String

    @OptionGroup var change: ChangeOptions

    func run() throws {
        guard !title.allSatisfy(\.isWhitespace) else { throw CommandFailure("a title needs a letter", .usage) }
        try change.apply([.rename(title)], to: id)
    }
}
