import ArgumentParser
import Catalog
import GLB
import Library

struct CollectGarbage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gc",
        abstract: "Delete for ever what is in the trash, and files that no model has.",
        discussion: "Shows what it would delete and asks; nothing brings it back.")

    @Flag(help: "Only show what would be deleted.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @Option(name: .long, help: "How to print: table or json.")
    var format = DocumentFormat.table

    @OptionGroup var options: LibraryOptions

    func run() throws {
        let library = try options.open(for: .write)
        let plan = try library.collectGarbage(isDry: true)
        if dryRun || plan.models.isEmpty && plan.files.isEmpty { return show(plan, isDone: false) }
        if !yes {
            if format == .table { show(plan, isDone: false) }
            try Question.confirm("delete them for ever?", unless: "--yes")
        }
        show(try library.collectGarbage(isDry: false, confirmed: plan.models.map(\.id)), isDone: true)
    }

    private func show(_ garbage: Library.Garbage, isDone: Bool) {
        switch format {
        case .json:
            showDocument(schema: "meshy-lib.gc/1") { writer in
                writer.member("deleted", isDone)
                writer.array("models") { writer in
                    for model in garbage.models { writer.value(model.id.description) }
                }
                writer.member("files", garbage.files.map(\.path))
                writer.member("bytes", garbage.bytes)
            }
        case .table:
            if garbage.models.isEmpty, garbage.files.isEmpty { return Console.line("there is nothing to delete") }
            if !isDone {
                for model in garbage.models {
                    Console.line("  \(model.id)  \(DisplayText.safe(model.displayTitle))")
                }
            }
            Console.line(
                "\(Figures.plural(garbage.models.count, "model")), \(Figures.plural(garbage.files.count, "file")), "
                    + Figures.bytes(garbage.bytes) + (isDone ? " deleted" : ""))
        }
    }
}
