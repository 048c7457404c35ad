import ArgumentParser
import Catalog
import GLB
import Library
import MeshyAPI

struct Balance: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance", abstract: "The account's credits, compared with the library's books.")

    @Option(name: .long, help: "How to print: table or json.")
    var format = DocumentFormat.table

    @OptionGroup var service: ServiceOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        let library = try options.open(for: .write)
        let account = try service.configuration().baseURL.description
        let (balance, missing): (Int, Int?) = try service.withClient { client in
            try await TaskRunner(library, client: client).settle()
        }
        let ledger = try library.catalog.ledger(account: account)
        switch format {
        case .table:
            Console.line("balance      \(Figures.count(balance))")
            Console.line("reserved     \(Figures.count(ledger.reserved))")
            Console.line("spent        \(Figures.count(ledger.spent))")
            Console.line("refunded     \(Figures.count(ledger.refunded))")
            // Credits that came, by a top-up or a plan, are no loss to be explained.
            Console.line("unexplained  \(Figures.count(max(0, ledger.unexplained)))")
            if ledger.unexplained < 0 { Console.line("came in      \(Figures.count(-ledger.unexplained))") }
            switch missing {
            case nil: Console.note("tasks are under way; the books are compared when they have ended")
            case 0 where ledger.unexplained > 0:
                Console.note(
                    "since they were last compared the books agree with the service; before, "
                        + "\(Figures.plural(ledger.unexplained, "credit")) went that this library knows nothing of: "
                        + "another program's spending, or a charge to ask about ('meshy-lib receipts --dispute')")
            case 0: Console.note("the books agree with the service")
            case let missing?:
                Console.warning(
                    missing > 0
                        ? "\(Figures.plural(missing, "credit")) went that this library knows nothing of"
                        : "\(Figures.plural(-missing, "credit")) came in that this library knows nothing of")
            }
        case .json:
            showDocument(schema: "meshy-lib.balance/1") { writer in
                writer.member("account", account)
                writer.member("balance", balance)
                writer.member("reserved", ledger.reserved)
                writer.member("spent", ledger.spent)
                writer.member("refunded", ledger.refunded)
                writer.member("unexplained", ledger.unexplained)
                writer.member("settled", missing != nil)
                writer.member(ifPresent: "missing", missing)
            }
        }
    }
}

struct Cancel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Cancel tasks that the service has not begun, and get their credits back.",
        discussion: "Requests that were not sent are simply dropped. What the service works on already goes on.")

    @Argument(help: "Ids of tasks.")
    var ids: [String]

    @OptionGroup var service: ServiceOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        let library = try options.open(for: .write)
        let tasks = try ids.map { try library.catalog.task($0) }
        var refused = false
        for task in tasks where task.state == .planned {
            _ = try library.catalog.abandon(task.id)
            Console.note("\(task.id) was not sent; it is dropped")
        }
        let sent = tasks.filter { $0.state == .running }
        if !sent.isEmpty {
            let outcomes: [(ModelID, TaskRunner.Cancellation)] = try service.withClient { client in
                let runner = try TaskRunner(library, client: client)
                var outcomes: [(ModelID, TaskRunner.Cancellation)] = []
                for task in sent { outcomes.append((task.id, try await runner.cancel(task))) }
                return outcomes
            }
            for (id, outcome) in outcomes {
                switch outcome {
                case .cancelled: Console.note("\(id) was cancelled; its credits are back")
                case .goesOn:
                    refused = true
                    Console.note("\(id) is being worked on and goes on; 'meshy-lib resume' fetches it")
                case .isOver:
                    refused = true
                    Console.note("\(id) has ended already; 'meshy-lib resume' fetches what it made")
                }
            }
        }
        for task in tasks where task.state != .planned && task.state != .running {
            refused = true
            Console.note("\(task.id) is \(task.state.rawValue); there is nothing to cancel")
        }
        if refused { throw Ending(status: .findings) }
    }
}

struct Clips: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clips", abstract: "The clips of the service's animation library.")

    @Argument(help: ArgumentHelp("Only those with these words in their names.", valueName: "words"))
    var words: [String] = []

    @OptionGroup var output: OutputOptions
    @OptionGroup var service: ServiceOptions

    func run() throws {
        let words = words.map { $0.lowercased() }
        let clips = try service.withClient { try await $0.animationLibrary() }.filter { clip in
            let text = "\(clip.name) \(clip.category ?? "") \(clip.subcategory ?? "")".lowercased()
            return words.allSatisfy(text.contains)
        }
        Listing(
            schema: "meshy-lib.clips/1", member: "clips", rows: clips, id: { String($0.id) },
            fields: [
                .init(name: "id", text: { String($0.id) }), .init(name: "name", text: \.name),
                .init(name: "category", text: { $0.category ?? "" }),
                .init(name: "subcategory", text: { $0.subcategory ?? "" }),
            ],
            json: { clip, writer in
                writer.object { writer in
                    writer.member("id", clip.id)
                    writer.member("name", clip.name)
                    writer.member(ifPresent: "category", clip.category)
                    writer.member(ifPresent: "subcategory", clip.subcategory)
                }
            }
        ).show(as: output.format) {
            var table = Table([
                .init(title: "clip", alignment: .right), .init(title: "name", shrinks: true),
                .init(title: "category", leftOut: 1),
            ])
            for clip in clips { table.add([String(clip.id), clip.name, clip.category ?? ""]) }
            table.show()
        }
    }
}
