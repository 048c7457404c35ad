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
            and what of it is here; only if all of it was seen, all of it is here, and nothing is missing that this \
            library paid for, does it end with code 0.
            """)

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The formats to fetch of what comes new, separated by commas, or 'all' (default: glb).",
            valueName: "formats"))
    var formats = "glb"

    @Option(name: .long, help: ArgumentHelp("Tag what comes new (repeatable).", valueName: "tag"))
    var tag: [String] = []

    @Option(name: .long, help: ArgumentHelp("Put what comes new into this collection.", valueName: "name"))
    var collection: String?

    @Option(name: .long, help: "How to print: table or json.")
    var format = DocumentFormat.table

    @OptionGroup var waiting: PatienceOptions
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
        runOptions.patience = .seconds(waiting.patience)
        let (board, chosen) = (TaskBoard(total: 0, patience: waiting.patience), runOptions)
        let report: SyncReport
        do {
            report = try service.withClient { client in
                let runner = try TaskRunner(library, client: client, options: chosen) { board.show($0) }
                let report = try await runner.sync(wish: wish)
                _ = try? await runner.settle()
                return report
            }
        } catch is Waiting.Interrupted {
            board.finish()
            throw Waiting.Interrupted(hint: "nothing is lost: 'meshy-lib sync' goes on from here")
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
            // Who named no format has no wish that could be unfulfilled.
            if formats != "glb" { showLacks(report) }
            if report.lostBefore > 0 {
                Console.line(
                    "\(Figures.plural(report.lostBefore, "result")) \(report.lostBefore == 1 ? "was" : "were") lost before; 'meshy-lib tasks --all' names them"
                )
            }
            if report.lost.contains(where: \.isGone) { TaskReport.sayWhatIsGone() }
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
                writer.member("lostBefore", report.lostBefore)
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

    private func showLacks(_ report: SyncReport) {
        for (format, lack) in report.lacks.sorted(by: { $0.key < $1.key }) {
            if lack.unmade > 0 {
                Console.line("no \(format) of \(Figures.plural(lack.unmade, "task")): the service made none")
            }
            if lack.unfetched > 0 {
                Console.line(
                    "no \(format) of \(Figures.plural(lack.unfetched, "task")): they were here before, without it, "
                        + "and --formats counts for what comes new")
            }
        }
    }
}
