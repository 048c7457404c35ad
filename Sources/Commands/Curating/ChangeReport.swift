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
        try apply(edits, to: query.models(references, in: catalog), in: catalog)
    }

    /// As above, for one model.
    func apply(_ edits: [Edit], to reference: String) throws {
        let catalog = try library.open(for: .write).catalog
        try apply(edits, to: [catalog.resolve(reference)], in: catalog)
    }

    private func apply(_ edits: [Edit], to ids: [ModelID], in catalog: Catalog) throws {
        let summary = dryRun ? try catalog.preview(edits, on: ids) : try catalog.apply(edits, to: ids)
        ChangeReport(models: summary.models).show(as: output.format) {
            let verb = dryRun ? "not done, only shown: " : ""
            if !summary.models.isEmpty {
                Console.line(
                    "\(verb)\(DisplayText.safe(summary.description)): \(Figures.plural(summary.models.count, "model"))")
            }
            if summary.unchanged > 0 {
                Console.line(
                    "\(Figures.plural(summary.unchanged, "model")) \(summary.unchanged == 1 ? "was" : "were") so already"
                )
            }
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
                                writer.member("field", difference.field.rawValue)
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
        let (old, new) = (difference.old, difference.new)
        switch difference.field {
        case .tag: return (new == nil ? "-" : "+") + NameList.text([new ?? old ?? ""])
        case .collection: return new.map { "into '\($0)'" } ?? "out of '\(old ?? "")'"
        case .trashed: return new == nil ? "out of the trash" : "into the trash"
        case .note: return new.flatMap { $0.isEmpty ? nil : "note '\($0)'" } ?? "note removed"
        case .title, .rating, .state: return "\(difference.field) '\(old ?? "")' → '\(new ?? "")'"
        }
    }
}
