import ArgumentParser
import Catalog

struct Note: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write a note on models, in your own words.",
        discussion: "Notes are searched like prompts. 'meshy-lib show' shows them.")

    @Argument(help: "Ids of models.")
    var ids: [String] = []

    @Option(name: .long, help: ArgumentHelp("Replace the note.", valueName: "text"))
    var set: String?

    @Option(name: .long, help: ArgumentHelp("Add a paragraph to the note.", valueName: "text"))
    var add: String?

    @Flag(help: "Remove the note.")
    var clear = false

    @OptionGroup var query: QueryOptions
    @OptionGroup var change: ChangeOptions

    func run() throws {
        let edits: [Edit] = [set.map(Edit.setNote), add.map(Edit.appendNote), clear ? .setNote("") : nil].compactMap {
            $0
        }
        guard edits.count == 1 else {
            throw CommandFailure("one of --set, --add and --clear is needed", .usage)
        }
        try change.apply(edits, to: ids, query)
    }
}
