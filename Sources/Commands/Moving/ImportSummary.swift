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
        var isMoved = false
    }

    init(_ files: [Library.ImportedFile]) {
        rows = files.map { file in
            switch file.outcome {
            case .success(.added(let id)):
                Row(path: file.path, status: "added", id: id, note: file.note ?? "", isMoved: file.isMoved)
            case .success(.alreadyPresent(let id, let filled, let isTrashed)):
                Row(
                    path: file.path, status: file.isRepair ? "repaired" : "present", id: id,
                    note: [
                        file.isRepair ? "the library's own file was damaged or missing, and is whole again" : nil,
                        filled.isEmpty ? nil : "filled in \(filled.joined(separator: ", "))",
                        file.note, isTrashed ? "in the trash; 'meshy-lib restore \(id)' brings it back" : nil,
                    ].compactMap { $0 }.joined(separator: "; "), isMoved: file.isMoved)
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
        guard !rows.isEmpty else { return Console.line("no .glb file was found there; nothing was added") }
        for row in rows where row.status != "failed" && !row.note.isEmpty {
            Console.line("\(DisplayText.safe(row.path)): \(DisplayText.safe(row.note))")
        }
        let failed = rows.filter { $0.status == "failed" }
        if !failed.isEmpty {
            Console.line(Style.bold("not imported:"))
            showFailures(failed)
        }
        let added = rows.count { $0.status == "added" }
        let present = rows.count { $0.status == "present" || $0.status == "repaired" }
        let repaired = rows.count { $0.status == "repaired" }
        let moved = rows.count { $0.isMoved }
        var parts = ["\(Figures.plural(added, "model")) added"]
        if present > 0 { parts.append("\(Figures.count(present)) here already") }
        if repaired > 0 { parts.append("of which \(Figures.count(repaired)) repaired") }
        if !failed.isEmpty { parts.append("\(Figures.count(failed.count)) not imported") }
        if moved > 0 { parts.append("\(Figures.plural(moved, "original")) deleted") }
        Console.line(parts.joined(separator: ", "))
    }

    /// Files that failed for the same reason stand together, and no more of them than a person reads.
    private func showFailures(_ failed: [Row]) {
        var groups: [(reason: String, paths: [String])] = []
        var places: [String: Int] = [:]
        for row in failed {
            if let place = places[row.note] {
                groups[place].paths.append(row.path)
            } else {
                places[row.note] = groups.count
                groups.append((row.note, [row.path]))
            }
        }
        for (reason, paths) in groups {
            guard paths.count > 1 else {
                Console.line("  \(DisplayText.safe(paths[0])): \(DisplayText.safe(reason))")
                continue
            }
            Console.line("  \(Figures.plural(paths.count, "file")): \(DisplayText.safe(reason))")
            for path in paths.prefix(Self.pathLimit) { Console.line("    \(DisplayText.safe(path))") }
            let more = paths.count - Self.pathLimit
            if more > 0 { Console.line("    and \(Figures.count(more)) more; --format json has all") }
        }
    }

    /// How many files are named of those that failed for the same reason.
    private static let pathLimit = 8
}
