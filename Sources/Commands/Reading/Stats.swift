import ArgumentParser
import Catalog
import GLB
import Library

struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "The library in numbers.")

    @Option(name: .long, help: ArgumentHelp("How many of the largest models to list.", valueName: "number"))
    var top = 5

    @Option(name: .long, help: "How to print: table or json.")
    var format = DocumentFormat.table

    @OptionGroup var options: LibraryOptions

    func run() throws {
        let statistics = try options.open(for: .read).catalog.statistics(top: max(0, top))
        switch format {
        case .table: show(statistics)
        case .json: write(statistics)
        }
    }

    private func show(_ statistics: LibraryStatistics) {
        Console.line(
            "\(Figures.plural(statistics.models, "model")), \(Figures.plural(statistics.objects, "file")), "
                + Figures.bytes(statistics.bytes)
                + (statistics.trashed > 0 ? "; \(Figures.count(statistics.trashed)) in the trash" : "")
                + (statistics.duplicates > 0
                    ? "; \(Figures.count(statistics.duplicates)) with the same geometry as another" : ""))
        if statistics.analyzed > 0 {
            Console.line(
                "\(Figures.count(statistics.watertight)) watertight, "
                    + (statistics.valid.map { "\(Figures.count($0)) valid, " } ?? "")
                    + "\(Figures.count(statistics.withErrors)) with errors"
                    + (statistics.analyzed < statistics.models
                        ? "; \(Figures.count(statistics.models - statistics.analyzed)) not read yet ('meshy-lib inspect --all')"
                        : ""))
        }
        for (title, counts) in [
            ("kind", statistics.byKind), ("review", statistics.byState), ("tag", statistics.byTag),
            ("month", statistics.byMonth), ("passes", statistics.byBudget),
        ] where !counts.isEmpty {
            Console.line()
            var table = Table([.init(title: "models", alignment: .right), .init(title: title, shrinks: true)])
            for count in counts.prefix(12) { table.add([Figures.count(count.models), count.name]) }
            table.show()
            if counts.count > 12 { Console.line("and \(Figures.count(counts.count - 12)) more") }
        }
        for (title, models) in [("largest files", statistics.largest), ("most triangles", statistics.mostTriangles)]
        where !models.isEmpty {
            Console.line()
            Console.line(Style.bold(title))
            ModelListing.table(models).show()
        }
    }

    private func write(_ statistics: LibraryStatistics) {
        showDocument(schema: "meshy-lib.stats/1") { writer in
            writer.member("models", statistics.models)
            writer.member("trashed", statistics.trashed)
            writer.member("objects", statistics.objects)
            writer.member("bytes", statistics.bytes)
            writer.member("duplicates", statistics.duplicates)
            writer.member("analyzed", statistics.analyzed)
            writer.member("watertight", statistics.watertight)
            writer.member("valid", statistics.valid)
            writer.member("withErrors", statistics.withErrors)
            for (name, counts) in [
                ("byKind", statistics.byKind), ("byState", statistics.byState), ("byTag", statistics.byTag),
                ("byMonth", statistics.byMonth), ("byBudget", statistics.byBudget),
            ] {
                writer.object(name) { writer in
                    for count in counts { writer.member(count.name, count.models) }
                }
            }
            for (name, models) in [("largest", statistics.largest), ("mostTriangles", statistics.mostTriangles)] {
                writer.array(name) { writer in
                    for model in models { writer.object { writer in ModelListing.write(model, to: &writer) } }
                }
            }
        }
    }
}
