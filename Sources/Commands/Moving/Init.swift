import ArgumentParser
import Library

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make an empty library.",
        discussion: "It is one folder; see docs/library-layout.md for what is in it.")

    @OptionGroup var options: LibraryOptions

    func run() throws {
        let library = try Library.create(at: options.folder)
        Console.note("made a library in \(library.folder)")
        Console.note("next: meshy-lib import FOLDER")
    }
}
