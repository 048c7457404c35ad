import ArgumentParser
import Catalog
import GLB
import Library

/// What every command has that changes what is known about models.
struct ChangeOptions: ParsableArguments {
    @Flag(help: "Only show what would change.")
    var dryRun = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var library: LibraryOptions

    /// Makes the edits, in one transaction that `undo` takes back, and says what changed.
    func apply(_ edits: [Edit], to references: [String], _ query: QueryOptions) throws {
        let catalog = try library.open(for: .write).catalog
        let ids = try query.models(references, in: catalog)
        let summary = dryRun ? try catalog.preview(edits, on: ids) : try catalog.apply(edits, to: ids)
        ChangeReport(models: summary.models).show(as: output.format) {
            let verb = dryRun ? "would have: " : ""
            if !summary.models.isEmpty {
                Console.line("\(verb)\(summary.description): \(Figures.plural(summary.models.count, "model"))")
            }
            if summary.unchanged > 0 {
                Console.line(
                    "\(Figures.plural(summary.unchanged, "model")) \(summary.unchanged == 1 ? "was" : "were") so already"
                )
            }
            if ids.isEmpty { Console.line("no model matches") }
        }
    }
}

/// The models that changed, and how.
struct ChangeReport {
    let models: [ChangeSummary.ModelChange]

    /// Prints the changes; `summary` ends the text for people.
    func show(as format: OutputFormat, summary: () -> Void) {
        Listing(
            schema: "meshy-lib.change/1", member: "models", rows: models, id: { $0.id.description },
            fields: [
                .init(name: "id", text: { $0.id.description }), .init(name: "title", text: \.title),
                .init(name: "changes", text: { $0.differences.map(Self.words).joined(separator: "; ") }),
            ],
            json: { change, writer in
                writer.object { writer in
                    writer.member("id", change.id.description)
                    writer.member("title", change.title)
                    writer.array("changes") { writer in
                        for difference in change.differences {
                            writer.object { writer in
                                writer.member("field", difference.field)
                                writer.member("old", difference.old)
                                writer.member("new", difference.new)
                            }
                        }
                    }
                }
            }
        ).show(as: format) {
            for change in models {
                let words = change.differences.map(Self.words).joined(separator: ", ")
                Console.line("  \(change.id)  \(DisplayText.safe(change.title)): \(DisplayText.safe(words))")
            }
            summary()
        }
    }

    /// A change in a few words: `+horror`, `title 'a' → 'b'`, `trashed`.
    private static func words(_ difference: ChangeSummary.Difference) -> String {
        switch (difference.field, difference.old, difference.new) {
        case ("tag", nil, let new?): "+\(new)"
        case ("tag", let old?, nil): "-\(old)"
        case ("collection", nil, let new?): "into '\(new)'"
        case ("collection", let old?, nil): "out of '\(old)'"
        case ("trashed", nil, _): "into the trash"
        case ("trashed", _, nil): "out of the trash"
        case ("note", _, let new): new.map { $0.isEmpty ? "note removed" : "note '\($0)'" } ?? "note removed"
        case (let field, let old, let new): "\(field) '\(old ?? "")' → '\(new ?? "")'"
        }
    }
}
