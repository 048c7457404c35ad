import ArgumentParser
import Catalog

struct Trash: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trash", abstract: "Put models into the trash.",
        discussion:
            "They are found no more, save with is:trashed. 'restore' brings them back; 'gc' deletes them for ever.")

    @Argument(help: "Ids of models.")
    var ids: [String] = []

    @OptionGroup var query: QueryOptions
    @OptionGroup var change: ChangeOptions

    func run() throws {
        try change.apply([.trash], to: ids, query)
    }
}

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Take models out of the trash.",
        discussion: "Example, for all of them: meshy-lib restore --query is:trashed")

    @Argument(help: "Ids of models.")
    var ids: [String] = []

    @OptionGroup var query: QueryOptions
    @OptionGroup var change: ChangeOptions

    func run() throws {
        try change.apply([.restore], to: ids, query)
    }
}
