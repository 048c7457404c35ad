import ArgumentParser
import Catalog
import Library
import MeshyAPI

struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Go on with everything that is not done.",
        discussion: """
            Tasks whose program was stopped or killed go on where they were: planned requests are sent, running tasks \
            followed, finished ones fetched. Where the service's answer was lost, the account's tasks are looked \
            through; the one that fits is taken, and nothing is paid twice.

            Where none fits, or several do, a terminal asks. Elsewhere say it: --send-again sends a request of which the \
            account shows no trace; --adopt ID=TASK says which task it was; --abandon ID gives it up.
            """)

    @Argument(help: "Ids of tasks (default: all that are not done).")
    var ids: [String] = []

    @Flag(name: .long, help: "Send requests again of which the account shows no trace; this spends credits.")
    var sendAgain = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How long after it was sent a request may still show up; only then is it sent again.",
            valueName: "seconds"))
    var arrival = 30

    @Option(name: .long, help: ArgumentHelp("Say which task of the account a request became.", valueName: "id=task"))
    var adopt: [String] = []

    @Option(name: .long, help: ArgumentHelp("Give a task up.", valueName: "id"))
    var abandon: [String] = []

    @OptionGroup var spending: SpendingOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let library = try spending.options.open(for: .write)
        for reference in abandon {
            let task = try library.catalog.abandon(library.catalog.task(reference).id)
            Console.note("\(task.id) \(task.kind.rawValue) was abandoned")
        }
        let adoptions = Dictionary(try adopt.map(Self.adoption), uniquingKeysWith: { $1 })
        let selection: Catalog.TaskSelection =
            ids.isEmpty ? .open : .ids(try ids.map { try library.catalog.task($0).id })
        let tasks = try library.catalog.tasks(selection).filter(\.state.isOpen)
        guard !tasks.isEmpty else { return Console.note("nothing is left to do") }
        if spending.dryRun {
            return TaskListing(tasks).listing.show(as: output.format) { TaskListing.table(tasks).show() }
        }
        try spending.askForPlanned(tasks)
        // Both passes are one command, with one cap; what runs already was paid for by an earlier one.
        let unpaid = tasks.filter(\.isUnpaid).map(\.id)
        var (ended, cause) = try work(selection, adoptions, library, sendsAgain: sendAgain, unpaid)
        let lost = ended.filter { $0.state == .unknown }
        if cause == nil, !lost.isEmpty, World.current.inputIsTerminal {
            let chosen = try ask(about: lost, in: library)
            if !chosen.isEmpty {
                cause = try work(.ids(try chain(chosen, in: ended)), [:], library, sendsAgain: true, unpaid).cause
            }
            let now = Dictionary(
                uniqueKeysWithValues: try library.catalog.tasks(.ids(ended.map(\.id))).map { ($0.id, $0) })
            ended = ended.compactMap { now[$0.id] }
        }
        try TaskReport(ended, library: library).show(as: output.format, endedBy: cause)
    }

    private func work(
        _ selection: Catalog.TaskSelection, _ adoptions: [String: String], _ library: Library, sendsAgain: Bool,
        _ unpaid: [ModelID]
    ) throws -> (tasks: [JournalTask], cause: (any Error)?) {
        let (spending, arrival) = (spending, arrival)
        let retirements = try spending.retirements.table()
        let board = TaskBoard(
            total: try library.catalog.tasks(selection).count(where: \.state.isOpen),
            patience: spending.waiting.patience)
        defer { board.finish() }
        return try spending.service.withClient { client in
            var options = RunOptions()
            options.width = spending.parallel
            options.patience = .seconds(spending.waiting.patience)
            options.sendsAgain = sendsAgain
            options.arrival = .seconds(arrival)
            options.retirements = retirements
            var runner = try TaskRunner(library, client: client, options: options) { board.show($0) }
            try await runner.expectService()
            let (tasks, left) = try runner.claim(selection)
            if let most = spending.maxCredits {
                options.caps = [SpendingCap(.tasks(unpaid), most)]
                runner.options = options
            }
            if !left.isEmpty {
                Console.note(
                    "\(Figures.plural(left.count, "task")) left alone: another process works on it, or it belongs to "
                        + "another account")
            }
            for (reference, remote) in adoptions {
                let id = try library.catalog.task(reference).id
                guard let task = tasks.first(where: { $0.id == id }) else {
                    throw CommandFailure(
                        "\(id) is not a task that this command works on",
                        hint: "'meshy-lib tasks' lists those whose answer was lost", .usage)
                }
                _ = try await runner.adopt(remote, for: task)
            }
            let current = try library.catalog.tasks(.ids(tasks.map(\.id)))
            let outcome = try await runner.outcome(of: current)
            _ = try? await runner.settle()
            return outcome
        }
    }

    /// Asks what to do with requests of which nobody knows what became.
    ///
    /// - Returns: those that are to be sent again, and no others.
    private func ask(about tasks: [JournalTask], in library: Library) throws -> [ModelID] {
        var chosen: [ModelID] = []
        for task in tasks {
            Console.note("\(task.id) \(DisplayText.safe(task.subject)): \(DisplayText.safe(task.error))")
            let question =
                "send it again for up to \(Figures.plural(task.credits, "credit")) (s), give it up (g), or leave it (l)?"
            switch Question.choose(question, among: ["s", "g"]) {
            case "s": chosen.append(task.id)
            case "g": _ = try library.catalog.abandon(task.id)
            default: break
            }
        }
        return chosen
    }

    /// Tasks and those that build on them.
    private func chain(_ ids: [ModelID], in tasks: [JournalTask]) throws -> [ModelID] {
        var chain = ids
        for task in tasks where task.preceding.map(chain.contains) == true { chain.append(task.id) }
        return chain
    }

    private static func adoption(_ text: String) throws -> (String, String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw CommandFailure("'\(DisplayText.safe(text))' must be of the form ID=TASK", .usage)
        }
        return (parts[0], parts[1])
    }
}
