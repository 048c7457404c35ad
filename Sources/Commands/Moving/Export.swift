import ArgumentParser
import Catalog
import GLB
import Library

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Copy models out of the library.",
        discussion: """
            Each model is written under a name made from --name, whose braces hold fields of the query language and \
            {ext}; '/' makes folders. Beside it stands a JSON file with its prompt, parameters, tags, lineage and \
            statistics, and index.csv lists them all, with what earlier exports left in the folder. Importing such a folder gives the same models again.

            A file of the same name and other content is never overwritten without --overwrite; the new one is numbered.
            """)

    @Argument(help: "Ids of models.")
    var ids: [String] = []

    @Option(name: .long, help: ArgumentHelp("The folder to write into.", valueName: "folder"), completion: .directory)
    var to: String?

    @Option(
        name: .long, help: ArgumentHelp("The ZIP archive to write.", valueName: "file"),
        completion: .file(extensions: ["zip"]))
    var zip: String?

    @Option(name: .long, help: ArgumentHelp("The pattern for names.", valueName: "pattern"))
    var name = "{title}-{id}.{ext}"

    @Flag(inversion: .prefixedNo, help: "Write the JSON files and index.csv.")
    var metadata = true

    @Flag(help: "Replace files that have other content.")
    var overwrite = false

    @Flag(help: "Only list the files that would be written.")
    var dryRun = false

    @OptionGroup var query: QueryOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        let library = try options.open(for: .read)
        var exportOptions = Library.ExportOptions()
        exportOptions.folder = to
        exportOptions.archive = zip
        exportOptions.sidecars = metadata
        exportOptions.index = metadata
        exportOptions.overwrites = overwrite
        exportOptions.isStopped = { Interrupt.isRequested }
        do {
            exportOptions.template = try NameTemplate(name, isField: NameTemplate.isField)
        } catch {
            throw CommandFailure(
                "--name, column \(error.column): \(error.description)",
                hint: "fields are \(Field.allCases.map(\.rawValue).joined(separator: ", ")) and ext", .usage)
        }
        guard to != nil || zip != nil else {
            throw CommandFailure(
                "nowhere to export to", hint: "name a folder with --to, or an archive with --zip", .usage)
        }
        let ids = try query.models(self.ids, in: library.catalog)
        exportOptions.isDry = dryRun

        Interrupt.catchSignals()
        var models: [Library.ExportedModel] = []
        let progress = Progress("exporting", total: ids.count, unit: "models")
        defer { progress.finish() }
        if !ids.isEmpty {
            try library.export(ids, options: exportOptions) { model in
                models.append(model)
                progress.update(done: models.count)
            }
        }
        progress.finish()
        try show(models)
    }

    private func show(_ models: [Library.ExportedModel]) throws {
        let place = [to, zip].compactMap { $0 }.joined(separator: " and ")
        let listing = Listing(
            schema: "meshy-lib.export/1", member: "models", rows: models, id: { $0.id.description },
            fields: [
                .init(name: "id", text: { $0.id.description }), .init(name: "file", text: { $0.file ?? "" }),
                .init(name: "failure", text: { $0.failure ?? "" }),
            ],
            json: { row, writer in
                writer.object { writer in
                    writer.member("id", row.id.description)
                    writer.member("file", row.file)
                    writer.member(ifPresent: "failure", row.failure)
                }
            })
        listing.show(as: output.format) {
            var total: Int64 = 0
            for model in models {
                if let file = model.file {
                    Console.line("  \(DisplayText.safe(file))")
                    total += model.model?.bytes ?? 0
                }
            }
            for model in models {
                if let failure = model.failure {
                    Console.line(
                        "not exported: \(model.id) \(DisplayText.safe(model.model?.displayTitle ?? "")): \(DisplayText.safe(failure))"
                    )
                }
            }
            guard !models.isEmpty else { return Console.line("nothing was exported") }
            let count = models.count { $0.file != nil }
            Console.line(
                (dryRun ? "not done, only shown: " : "")
                    + "\(Figures.plural(count, "model")), \(Figures.bytes(total)), exported to \(DisplayText.safe(place))"
            )
        }
        if Interrupt.isRequested {
            Console.note(zip == nil ? "stopped" : "stopped; the archive was not made")
            throw Ending(status: .tryAgain)
        }
        if models.contains(where: { $0.failure != nil }) { throw Ending(status: .findings) }
    }
}

extension Library.ExportedModel {
    fileprivate var file: String? { try? outcome.get() }

    fileprivate var failure: String? {
        if case .failure(let failure) = outcome { failure.description } else { nil }
    }
}
