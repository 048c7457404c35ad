import ArgumentParser
import Catalog
import GLB
import Library
import MeshyAPI

struct Sync: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync", abstract: "Bring everything that is still on the account into the library.",
        discussion: """
            The service keeps results for three days. This reads every list of the account, fetches what the library does \
            not have, what goes first first, and compares every file with its hash. It ends with what is on the account \
            and what of it is here; only if all of it was seen and all of it is here does it end with code 0.
            """)

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The formats to fetch, separated by commas, or 'all' (default: glb).", valueName: "formats"))
    var formats = "glb"

    @Option(name: .long, help: ArgumentHelp("Tag what comes new (repeatable).", valueName: "tag"))
    var tag: [String] = []

    @Option(name: .long, help: ArgumentHelp("Put what comes new into this collection.", valueName: "name"))
    var collection: String?

    @Option(name: .long, help: "How to print: table or json.")
    var format = DocumentFormat.table

    @OptionGroup var retirements: RetirementOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        let library = try options.open(for: .write)
        var wishOptions = WishOptions()
        wishOptions.formats = formats
        wishOptions.tag = tag
        wishOptions.collection = collection
        wishOptions.title = nil
        let wish = try wishOptions.wish()
        var runOptions = RunOptions()
        runOptions.retirements = try retirements.table()
        let (board, chosen) = (TaskBoard(total: 0), runOptions)
        let report: SyncReport = try service.withClient { client in
            let runner = try TaskRunner(library, client: client, options: chosen) { board.show($0) }
            let report = try await runner.sync(wish: wish)
            _ = try? await runner.settle()
            return report
        }
        board.finish()
        try library.analyzeShowingProgress(library.catalog.models(report.fetched).map(\.hash))
        show(report)
        if !report.isComplete { throw Ending(status: report.gaps.isEmpty ? .findings : .tryAgain) }
    }

    private func show(_ report: SyncReport) {
        switch format {
        case .table:
            for lost in report.lost {
                let until = lost.deadline.map { ", until \($0)" } ?? ""
                Console.line(
                    "\(Style.red("not here:")) \(lost.kind) \(lost.remote)\(until): \(DisplayText.safe(lost.reason))")
            }
            for gap in report.gaps {
                Console.line(
                    "\(Style.red("not seen:")) the list of \(gap.collection.rawValue): \(DisplayText.safe(gap.reason))")
            }
            if !report.fetched.isEmpty { Console.line("\(Figures.plural(report.fetched.count, "model")) came new") }
            if report.underWay > 0 {
                Console.line("\(Figures.plural(report.underWay, "task")) still under way at the service")
            }
            Console.line(
                "\(Figures.count(report.onAccount)) on the account, \(Figures.count(report.here)) here and hash-checked, "
                    + (report.gaps.isEmpty
                        ? "\(Figures.count(report.lost.count)) lost"
                        : "\(Figures.count(report.lost.count)) lost so far; not all lists could be read"))
        case .json:
            showDocument(schema: "meshy-lib.sync/1") { writer in
                writer.member("onAccount", report.onAccount)
                writer.member("here", report.here)
                writer.member("fetched", report.fetched.map(\.description))
                writer.member("underWay", report.underWay)
                writer.member("withoutResult", report.withoutResult)
                writer.member("complete", report.isComplete)
                writer.array("lost") { writer in
                    for lost in report.lost {
                        writer.object { writer in
                            writer.member("taskId", lost.remote)
                            writer.member("kind", lost.kind)
                            writer.member("reason", lost.reason)
                            writer.member(ifPresent: "deadline", lost.deadline?.description)
                        }
                    }
                }
                writer.array("gaps") { writer in
                    for gap in report.gaps {
                        writer.object { writer in
                            writer.member("collection", gap.collection.rawValue)
                            writer.member("reason", gap.reason)
                        }
                    }
                }
            }
        }
    }
}
