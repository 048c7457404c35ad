import ArgumentParser
import Catalog
import Library

struct Tags: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tags", abstract: "List the tags and how many models each has.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        NamedCounts(member: "tags", rows: try options.open(for: .read).catalog.tags())
            .show(as: output.format, whenEmpty: "no tag yet; 'meshy-lib tag ID +boss' puts one on")
    }
}
