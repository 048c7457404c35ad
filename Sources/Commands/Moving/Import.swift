import ArgumentParser
import Catalog
import Library

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring GLB files into the library.",
        discussion: """
            Folders are searched for .glb files. What is known about a file is taken from the JSON file beside it, from \
            the file itself, and from its name. A file that is in the library already is not added again.

            Files are copied unless --move or --link is given. Once all are in, their surfaces are measured and the \
            program's budgets checked, which needs every byte of them; --later leaves that to 'inspect --all'. Ctrl-C stops \
            after the files at hand; the same command goes on where it stopped.
            """)

    @Argument(help: "Files and folders.", completion: .file(extensions: ["glb"]))
    var paths: [String]

    @Flag(
        exclusivity: .exclusive,
        help: ArgumentHelp(
            "Copy the files (default), move them, or share their bytes with the library by hard links, on one disk."))
    var transfer = Transfer.copy

    @Option(name: .long, help: ArgumentHelp("Tag every model (repeatable).", valueName: "tag"))
    var tag: [String] = []

    @Option(name: .long, help: ArgumentHelp("Put every model into this collection.", valueName: "name"))
    var collection: String?

    @Flag(help: "Leave the measuring of surfaces to 'inspect --all'.")
    var later = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: LibraryOptions

    enum Transfer: String, EnumerableFlag {
        case copy, move, link
    }

    func run() throws {
        let library = try options.open(for: .write)
        Interrupt.catchSignals()
        var importOptions = Library.ImportOptions()
        importOptions.transfer = ObjectStore.Transfer(rawValue: transfer.rawValue) ?? .copy
        importOptions.tags = tag
        importOptions.collections = collection.map { [$0] } ?? []
        importOptions.isStopped = { Interrupt.isRequested }

        var files: [Library.ImportedFile] = []
        let progress = Progress("importing", total: nil, unit: "files")
        defer { progress.finish() }
        try library.importFiles(paths, options: importOptions) { file, done, total in
            files.append(file)
            progress.update(done: done, total: total)
        }
        progress.finish()
        if !later, !Interrupt.isRequested { try library.analyzeShowingProgress(files.compactMap(\.hash)) }
        try ImportSummary(files).show(as: output.format)
    }
}
