import ArgumentParser
import Catalog
import GLB
import Library

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Read every file of the library again and compare it with its hash.",
        discussion: "Ends with code 1 if a file is damaged or missing.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        let library = try options.open(for: .write)
        Interrupt.catchSignals()
        var damages: [Library.Damage] = []
        var (files, bytes) = (0, Int64(0))
        let progress = Progress(
            "verifying", total: try library.catalog.statistics(top: 0).objects, unit: "files")
        defer { progress.finish() }
        try library.verify(isStopped: { Interrupt.isRequested }) { object, damage in
            files += 1
            bytes += object.bytes
            if let damage { damages.append(damage) }
            progress.update(done: files)
        }
        progress.finish()
        show(damages, files: files, bytes: bytes)
        if Interrupt.isRequested { throw Ending(status: .tryAgain) }
        if !damages.isEmpty { throw Ending(status: .findings) }
    }

    private func show(_ damages: [Library.Damage], files: Int, bytes: Int64) {
        Listing(
            schema: "meshy-lib.verify/1", member: "damaged", rows: damages, id: \.object.hash,
            fields: [
                .init(name: "sha256", text: \.object.hash), .init(name: "path", text: \.path),
                .init(name: "damage", text: \.words),
                .init(name: "models", text: { $0.models.map(\.id.description).joined(separator: " ") }),
            ],
            json: { damage, writer in
                writer.object { writer in
                    writer.member("sha256", damage.object.hash)
                    writer.member("path", damage.path)
                    writer.member("damage", damage.words)
                    writer.member("models", damage.models.map(\.id.description))
                }
            },
            details: { writer in
                writer.member("files", files)
                writer.member("bytes", bytes)
                writer.member("complete", !Interrupt.isRequested)
            }
        ).show(as: output.format) {
            for damage in damages {
                Console.line("\(Style.red("damaged:")) \(DisplayText.safe(damage.path)): \(damage.words)")
                for model in damage.models {
                    Console.line("  \(model.id)  \(DisplayText.safe(model.displayTitle))")
                }
            }
            Console.line(
                "\(Figures.plural(files, "file")), \(Figures.bytes(bytes)) checked: "
                    + (damages.isEmpty ? "all are as they were stored" : "\(Figures.count(damages.count)) damaged"))
            if !damages.isEmpty {
                Console.note("import the originals again: a damaged file is replaced, and its models stay as they are")
            }
            if Interrupt.isRequested { Console.note("stopped before the end") }
        }
    }
}

extension Library.Damage {
    fileprivate var words: String {
        switch kind {
        case .missing: "the file is missing"
        case .changed(let hash): "the bytes have changed; their SHA-256 is now \(hash)"
        case .unreadable(let reason): reason
        }
    }
}
