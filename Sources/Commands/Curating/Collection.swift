import ArgumentParser
import Catalog
import Library

struct Collection: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collection", abstract: "Gather models under a name.",
        discussion: "Search shows what is in one with in:NAME.",
        subcommands: [CollectionList.self, CollectionAdd.self, CollectionRemove.self],
        defaultSubcommand: CollectionList.self)
}

struct CollectionList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the collections and how many models each has.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        NamedCounts(member: "collections", rows: try options.open(for: .read).catalog.collections())
            .show(as: output.format, whenEmpty: "no collection yet; 'meshy-lib collection add NAME ID' makes one")
    }
}

struct CollectionAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Put models into a collection; it is made if it is new.")

    @Argument(help: "The collection's name.")
    var name: String

    @Argument(help: "Ids of models.")
    var ids: [String] = []

    @OptionGroup var query: QueryOptions
    @OptionGroup var change: ChangeOptions

    func run() throws {
        try change.apply([.addToCollection(name)], to: ids, query)
    }
}

struct CollectionRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take models out of a collection.")

    @Argument(help: "The collection's name.")
    var name: String

    @Argument(help: "Ids of models.")
    var ids: [String] = []

    @OptionGroup var query: QueryOptions
    @OptionGroup var change: ChangeOptions

    func run() throws {
        _ = try change.library.open(for: .read).catalog.collection(named: name)
        try change.apply([.removeFromCollection(name)], to: ids, query)
    }
}
