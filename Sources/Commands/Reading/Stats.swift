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
        let catalog = try options.open(for: .read).catalog
        let statistics = try catalog.statistics(top: max(0, top))
        let spending = try catalog.spending()
        switch format {
        case .table: show(statistics, spending)
        case .json: write(statistics, spending)
        }
    }

    private func show(_ statistics: LibraryStatistics, _ spending: [Spending]) {
        Console.line(
            "\(Figures.plural(statistics.models, "model")), \(Figures.plural(statistics.objects, "file")), "
                + Figures.bytes(statistics.bytes)
                + (statistics.trashed > 0 ? "; \(Figures.count(statistics.trashed)) in the trash" : "")
                + (statistics.duplicates > 0
                    ? "; \(Figures.count(statistics.duplicates)) with the same geometry as another" : ""))
        if statistics.looseTextures > 0 {
            Console.line(
                "\(Figures.plural(statistics.looseTextures, "texture")) beside models, "
                    + "\(Figures.bytes(statistics.looseTextureBytes)) of these; 'meshy-lib show' says which are copies")
        }
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
        if !spending.isEmpty {
            Console.line()
            Self.table(spending).show()
        }
        for (title, models) in [("largest files", statistics.largest), ("most triangles", statistics.mostTriangles)]
        where !models.isEmpty {
            Console.line()
            Console.line(Style.bold(title))
            ModelListing.table(models).show()
        }
    }

    private func write(_ statistics: LibraryStatistics, _ spending: [Spending]) {
        showDocument(schema: "meshy-lib.stats/1") { writer in
            writer.member("models", statistics.models)
            writer.member("trashed", statistics.trashed)
            writer.member("objects", statistics.objects)
            writer.member("bytes", statistics.bytes)
            writer.object("looseTextures") { writer in
                writer.member("objects", statistics.looseTextures)
                writer.member("bytes", statistics.looseTextureBytes)
            }
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
            writer.array("credits") { writer in
                for line in spending {
                    writer.object { writer in
                        writer.member("month", line.month)
                        writer.member("kind", line.kind.rawValue)
                        writer.member("tasks", line.tasks)
                        writer.member("credits", line.credits)
                        writer.member("approved", line.approved)
                        writer.member("rejected", line.rejected)
                        writer.member("withoutModel", line.wasted)
                    }
                }
            }
            for (name, models) in [("largest", statistics.largest), ("mostTriangles", statistics.mostTriangles)] {
                writer.array(name) { writer in
                    for model in models { writer.object { writer in ModelListing.write(model, to: &writer) } }
                }
            }
        }
    }

    /// What was spent, by month and kind, and on what of it a reviewer decided how.
    private static func table(_ spending: [Spending]) -> Table {
        var table = Table([
            .init(title: "credits", alignment: .right), .init(title: "month"), .init(title: "kind"),
            .init(title: "tasks", alignment: .right, leftOut: 1),
            .init(title: "approved", alignment: .right), .init(title: "rejected", alignment: .right),
            .init(title: "no model", alignment: .right, leftOut: 2),
        ])
        for line in spending {
            table.add([
                Figures.count(line.credits), line.month, line.kind.rawValue, Figures.count(line.tasks),
                Figures.count(line.approved), Figures.count(line.rejected), Figures.count(line.wasted),
            ])
        }
        table.total = [
            Figures.count(spending.reduce(0) { $0 + $1.credits }), "", "",
            Figures.count(spending.reduce(0) { $0 + $1.tasks }),
            Figures.count(spending.reduce(0) { $0 + $1.approved }),
            Figures.count(spending.reduce(0) { $0 + $1.rejected }),
            Figures.count(spending.reduce(0) { $0 + $1.wasted }),
        ]
        return table
    }
}
