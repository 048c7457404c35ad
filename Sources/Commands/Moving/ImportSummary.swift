import Catalog
import GLB
import Library

/// What an import did, file by file.
struct ImportSummary {
    private let rows: [Row]

    private struct Row {
        let path: String
        let status: String
        let id: ModelID?
        let note: String
    }

    init(_ files: [Library.ImportedFile]) {
        rows = files.map { file in
            switch file.outcome {
            case .success(.added(let id)):
                Row(path: file.path, status: "added", id: id, note: file.note ?? "")
            case .success(.alreadyPresent(let id, let filled, let isTrashed)):
                Row(
                    path: file.path, status: "present", id: id,
                    note: [
                        filled.isEmpty ? nil : "filled in \(filled.joined(separator: ", "))",
                        file.note, isTrashed ? "in the trash; 'meshy-lib restore \(id)' brings it back" : nil,
                    ].compactMap { $0 }.joined(separator: "; "))
            case .failure(let failure):
                Row(path: file.path, status: "failed", id: nil, note: failure.description)
            }
        }
    }

    /// Prints what happened, and ends the process with findings if a file failed.
    func show(as format: OutputFormat) throws {
        let listing = Listing(
            schema: "meshy-lib.import/1", member: "files", rows: rows, id: { $0.id?.description ?? "" },
            fields: [
                .init(name: "file", text: \.path), .init(name: "status", text: \.status),
                .init(name: "id", text: { $0.id?.description ?? "" }), .init(name: "note", text: \.note),
            ],
            json: { row, writer in
                writer.object { writer in
                    writer.member("file", row.path)
                    writer.member("status", row.status)
                    writer.member("id", row.id?.description)
                    writer.member(ifPresent: "note", row.note.isEmpty ? nil : row.note)
                }
            })
        listing.show(as: format, table: showForPeople)
        if Interrupt.isRequested {
            Console.note("stopped; the same command goes on where it stopped")
            throw Ending(status: .tryAgain)
        }
        if rows.contains(where: { $0.status == "failed" }) { throw Ending(status: .findings) }
    }

    private func showForPeople() {
        for row in rows where row.status != "failed" && !row.note.isEmpty {
            Console.line("\(DisplayText.safe(row.path)): \(DisplayText.safe(row.note))")
        }
        let failed = rows.filter { $0.status == "failed" }
        if !failed.isEmpty {
            Console.line(Style.bold("not imported:"))
            for row in failed { Console.line("  \(DisplayText.safe(row.path)): \(DisplayText.safe(row.note))") }
        }
        let added = rows.count { $0.status == "added" }
        let present = rows.count { $0.status == "present" }
        var parts = ["\(Figures.plural(added, "model")) added"]
        if present > 0 { parts.append("\(Figures.count(present)) here already") }
        if !failed.isEmpty { parts.append("\(Figures.count(failed.count)) not imported") }
        Console.line(parts.joined(separator: ", "))
    }
}
