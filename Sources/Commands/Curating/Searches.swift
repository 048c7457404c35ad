import ArgumentParser
import Catalog
import GLB
import Library

struct Searches: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "searches", abstract: "Keep the searches that were saved.",
        discussion: "'meshy-lib search mask --save masks' saves one; any query uses it as @masks.",
        subcommands: [SearchesList.self, SearchesRemove.self], defaultSubcommand: SearchesList.self)
}

struct SearchesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the saved searches.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        let searches = try options.open(for: .read).catalog.savedSearches()
        Listing(
            schema: "meshy-lib.searches/1", member: "searches", rows: searches, id: \.name,
            fields: [
                .init(name: "name", text: \.name), .init(name: "query", text: \.query),
                .init(name: "created", text: \.created.description),
            ],
            json: { search, writer in
                writer.object { writer in
                    writer.member("name", search.name)
                    writer.member("query", search.query)
                    writer.member("created", search.created.description)
                }
            }
        ).show(as: output.format) {
            guard !searches.isEmpty else {
                return Console.note("no search is saved; 'meshy-lib search mask --save masks' saves one")
            }
            var table = Table([.init(title: "name"), .init(title: "query", shrinks: true), .init(title: "saved")])
            for search in searches { table.add(["@" + search.name, search.query, search.created.day]) }
            table.show()
        }
    }
}

struct SearchesRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Forget saved searches; the models stay.")

    @Argument(help: "Names of saved searches, with @ or without.")
    var names: [String]

    @OptionGroup var options: LibraryOptions

    func run() throws {
        let names = names.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
        try options.open(for: .write).catalog.deleteSavedSearches(names)
        Console.line("\(Figures.plural(names.count, "search", "searches")) removed")
    }
}
