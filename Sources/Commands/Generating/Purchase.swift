import Catalog
import GLB
import Library
import MeshyAPI

/// Requests on their way from a command's options to the models that come of them: shown, asked for, journalled, worked
/// through, reported.
struct Purchase {
    let plans: [TaskPlan]
    let spending: SpendingOptions
    let output: OutputFormat
    /// Open tasks of the same batch, which cost nothing new.
    var resumed: [ModelID] = []

    /// Does all of it.
    func run(in library: Library) throws {
        let retirements = try spending.retirements.table()
        try check(library, retirements)
        if spending.dryRun { return try showRequests() }
        let spending = spending
        let plans = plans
        let credits = plans.flatMap(\.estimates).reduce(0) { $0 + $1.credits }
        if let most = spending.maxCredits {
            let atMost = plans.flatMap(\.estimates).reduce(0) { $0 + $1.atMost }
            guard atMost <= most || plans.count > 1 else {
                throw CommandFailure(
                    "this costs up to \(Figures.count(atMost)) credits, and --max-credits allows \(Figures.count(most))",
                    .notAllowed)
            }
        }
        try checkCaps(library)
        try askForCredits(credits)
        try askForPlanned(library)
        let board = TaskBoard(
            total: plans.reduce(0) { $0 + $1.tasks.count } + resumed.count, patience: spending.waiting.patience)
        let resumed = resumed
        let (ended, cause): ([JournalTask], (any Error)?) = try spending.service.withClient { client in
            var options = RunOptions()
            options.width = spending.parallel
            options.patience = .seconds(spending.waiting.patience)
            options.retirements = retirements
            var runner = try TaskRunner(library, client: client, options: options) { board.show($0) }
            // The books begin with the balance before the first charge.
            _ = try await runner.settle()
            var tasks = try runner.plan(plans.flatMap(\.tasks))
            if !resumed.isEmpty { tasks += try runner.claim(.ids(resumed)).taken }
            if let most = spending.maxCredits {
                options.caps = [SpendingCap(.tasks(tasks.filter(\.isUnpaid).map(\.id)), most)]
                runner.options = options
            }
            let outcome = try await runner.outcome(of: tasks)
            _ = try? await runner.settle()
            return outcome
        }
        board.finish()
        try TaskReport(ended, library: library).show(as: output, endedBy: cause)
    }

    /// Refuses what no cap of the library has room for, and says beforehand what will be left over.
    private func checkCaps(_ library: Library) throws {
        let costs = plans.flatMap(\.estimates).map(\.atMost)
        guard let least = costs.min(), least > 0 else { return }
        let all = costs.reduce(0, +)
        for (cap, used) in try library.catalog.caps() where used + all > cap.limit {
            let sentence = cap.sentence(used: used, wanted: all)
            guard plans.count > 1, used + least <= cap.limit else { throw CatalogError.capReached(sentence) }
            Console.warning("\(sentence); what does not fit stays planned, for 'meshy-lib resume' later")
        }
    }

    /// Refuses before anything is written down what the service would refuse; warns of what it passes over.
    private func check(_ library: Library, _ retirements: RetirementTable) throws {
        var warnings: [String] = []
        func check(_ plan: TaskPlan, follows: Bool) throws {
            var request = try library.complete(plan.request)
            if follows || plan.preceding != nil { request.work(on: "00000000-0000-7000-8000-000000000000") }
            let problems = request.problems(on: .today, retirements: retirements)
            let errors = problems.filter { $0.severity == .error }
            guard errors.isEmpty else {
                throw CommandFailure(
                    errors.map(\.description).joined(separator: "; "),
                    hint: "'meshy-lib parameters \(request.kind.rawValue)' lists what it takes", .usage)
            }
            warnings += problems.map(\.description)
            warnings += request.notices(on: .today, retirements: retirements).filter { $0.effect != .retired }
                .map(\.description)
            for next in plan.next { try check(next, follows: true) }
        }
        for plan in plans {
            try check(plan, follows: false)
            warnings += plan.losses(in: library.catalog)
        }
        var said: Set<String> = []
        for warning in warnings where said.insert(warning).inserted { Console.warning(DisplayText.safe(warning)) }
    }

    private func askForCredits(_ credits: Int) throws {
        let tasks = plans.reduce(0) { $0 + $1.tasks.count }
        guard credits > 0 || tasks > 0 else { return }
        let sum = "\(Figures.plural(tasks, "task")), \(Figures.plural(credits, "credit"))"
        if spending.yes {
            Console.note(plans.count == 1 ? "this costs \(bill)" : sum)
            return
        }
        if plans.count == 1 { Console.note("this costs \(bill)") }
        try Question.confirm("\(sum): go on?", unless: "--yes")
    }

    /// Asks for what an earlier run planned and did not send: it spends credits only now.
    private func askForPlanned(_ library: Library) throws {
        guard !resumed.isEmpty else { return }
        try spending.askForPlanned(try library.catalog.tasks(.ids(resumed)))
    }

    /// What the one request costs, part by part.
    private var bill: String {
        let estimates = plans.first?.estimates ?? []
        guard estimates.count > 1 else { return estimates.first?.description ?? "nothing" }
        let sum = estimates.reduce(0) { $0 + $1.credits }
        let parts = zip(plans.flatMap(\.tasks), estimates).map { "\($1.credits) for \($0.kind.rawValue)" }
        return "\(Figures.plural(sum, "credit")) (\(parts.joined(separator: ", ")))"
    }

    private func showRequests() throws {
        func requests(_ plan: TaskPlan) -> [TaskRequest] { [plan.request] + plan.next.flatMap(requests) }
        let all = plans.flatMap(requests)
        let credits = all.reduce(0) { $0 + $1.estimatedCredits.credits }
        switch output {
        case .table:
            for request in all {
                Console.line("POST \(request.kind.collection.path)   \(request.estimatedCredits)")
                Console.line("  \(DisplayText.safe(request.canonicalText))")
            }
            if all.contains(where: { $0.canonicalText.contains("\"object:") }) {
                Console.note("where 'object:…' stands, the bytes of that file of the library are sent")
            }
            if plans.contains(where: { $0.preceding != nil || !$0.next.isEmpty }) {
                Console.note("a refine is sent with the id of its preview (preview_task_id), once that is there")
            }
            Console.note("nothing was sent; it would cost \(Figures.plural(credits, "credit"))")
        default:
            showDocument(schema: "meshy-lib.requests/1") { writer in
                writer.member("credits", credits)
                writer.array("requests") { writer in
                    for request in all {
                        writer.object { writer in
                            writer.member("path", request.kind.collection.path)
                            writer.member("kind", request.kind.rawValue)
                            writer.member("credits", request.estimatedCredits.credits)
                            writer.member("body", request.body)
                        }
                    }
                }
            }
        }
    }
}
