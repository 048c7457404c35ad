import ArgumentParser
import Catalog
import Library

struct Tasks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks", abstract: "What was asked of the service, and how far it is.",
        discussion: "Without --all: what is not done yet. Nothing is asked of the service; 'resume' goes on with them.")

    @Flag(name: .long, help: "Finished ones too.")
    var all = false

    @Option(name: .long, help: ArgumentHelp("How many of the newest to show at most.", valueName: "number"))
    var limit = 50

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: LibraryOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is 1 or more") }
    }

    func run() throws {
        let catalog = try options.open(for: .read).catalog
        let tasks = try catalog.tasks(all ? .all : .open, limit: limit)
        TaskListing(tasks).listing.show(as: output.format) {
            if tasks.isEmpty {
                return Console.note(all ? "nothing was asked of the service yet" : "nothing is left to do")
            }
            TaskListing.table(tasks).show()
        }
    }
}
