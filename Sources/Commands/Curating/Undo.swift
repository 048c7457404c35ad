import ArgumentParser
import Catalog
import Library

struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back the last change to tags, titles, notes, ratings, reviews, collections or the trash.",
        discussion: "Again takes back the one before it.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        guard let undone = try options.open(for: .write).catalog.undo() else {
            return ChangeReport(models: []).show(as: output.format) { Console.line("there is nothing to undo") }
        }
        ChangeReport(models: undone.models).show(as: output.format) {
            Console.line(
                "undone: \(DisplayText.safe(undone.description)), \(Figures.plural(undone.models.count, "model"))")
        }
        for conflict in undone.conflicts {
            let fields = conflict.differences.map(\.field.rawValue).joined(separator: ", ")
            Console.warning("\(conflict.id) \(DisplayText.safe(conflict.title)): \(fields) left alone, changed since")
        }
    }
}
