import ArgumentParser
import Catalog
import GLB
import Library

struct Receipts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipts", abstract: "What every task has cost, with the evidence.",
        discussion: """
            One line a task that credits were set aside for: when it was sent, the service's id of it and its number of \
            the call, what was charged and given back. --dispute lists only what can be claimed back: charges for tasks \
            that failed, vanished, or gave no answer, charges beyond the price list, and credits that went for no reason \
            known here.
            """)

    @Argument(help: "Ids of tasks or models (default: all tasks).")
    var ids: [String] = []

    @Flag(name: .long, help: "Only what can be claimed back, as a text for the service's support.")
    var dispute = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        let catalog = try options.open(for: .read).catalog
        let tasks = try ids.isEmpty ? catalog.tasks(.all) : Self.tasks(ids, in: catalog)
        let entries = Dictionary(grouping: try catalog.entries(), by: \.task)
        var receipts = tasks.compactMap { task in entries[task.id].map { Receipt(task: task, entries: $0) } }
        if dispute { receipts = receipts.filter { $0.claim != nil } }
        let unexplained = try catalog.accounts().map { ($0, try catalog.ledger(account: $0).unexplained) }
            .filter { $0.1 > 0 }
        Listing(
            schema: "meshy-lib.receipts/1", member: "receipts", rows: receipts, id: { $0.task.id.description },
            fields: Receipt.fields, json: Receipt.write,
            details: { writer in
                writer.member("charged", receipts.reduce(0) { $0 + $1.charged })
                writer.member("refunded", receipts.reduce(0) { $0 + $1.refunded })
                writer.member("unexplained", unexplained.reduce(0) { $0 + $1.1 })
            }
        ).show(as: output.format) {
            if dispute { showDispute(receipts, unexplained) } else { showTable(receipts) }
        }
    }

    /// The tasks that references mean: their own, or those of models.
    private static func tasks(_ references: [String], in catalog: Catalog) throws -> [JournalTask] {
        var seen: Set<ModelID> = []
        return try references.flatMap { reference in
            if let model = try? catalog.resolve(reference), case let made = try catalog.tasks(.of(model: model)),
                !made.isEmpty
            {
                return made
            }
            return [try catalog.task(reference)]
        }.filter { seen.insert($0.id).inserted }
    }

    private func showTable(_ receipts: [Receipt]) {
        guard !receipts.isEmpty else { return Console.note("no credits were set aside for anything yet") }
        var table = Table([
            .init(title: "id"), .init(title: "kind", leftOut: 3), .init(title: "sent", leftOut: 2),
            .init(title: "charged", alignment: .right), .init(title: "refunded", alignment: .right),
            .init(title: "state"), .init(title: "task", shrinks: true), .init(title: "call", shrinks: true, leftOut: 1),
        ])
        for receipt in receipts {
            let task = receipt.task
            table.add([
                task.id.description, task.kind.rawValue, task.sent?.day ?? "–", Figures.count(receipt.charged),
                Figures.count(receipt.refunded), task.state.rawValue, task.remote ?? "–", task.call,
            ])
        }
        table.total = [
            "", "", "", Figures.count(receipts.reduce(0) { $0 + $1.charged }),
            Figures.count(receipts.reduce(0) { $0 + $1.refunded }), "", "", "",
        ]
        table.show()
    }

    private func showDispute(_ receipts: [Receipt], _ unexplained: [(String, Int)]) {
        guard !receipts.isEmpty || !unexplained.isEmpty else {
            return Console.note("there is nothing to claim: every charge has its result, every failure its refund")
        }
        Console.line(
            "Please look into these charges of the account at \(Self.list(receipts.map(\.task.account) + unexplained.map(\.0)))."
        )
        for receipt in receipts {
            let task = receipt.task
            Console.line()
            Console.line("\(Figures.plural(receipt.claimed, "credit")): \(receipt.claim ?? "")")
            for (name, value) in [
                ("kind", task.kind.rawValue), ("task", task.remote ?? "unknown"), ("request", task.call),
                ("sent", task.sent?.description ?? ""), ("accepted", task.accepted?.description ?? ""),
                ("ended", task.ended?.description ?? ""), ("said", task.error), ("SHA-256", task.fingerprint),
            ] where !value.isEmpty {
                Console.line("  \(name)\(String(repeating: " ", count: 10 - name.count))\(DisplayText.safe(value))")
            }
        }
        for (account, credits) in unexplained {
            Console.line()
            Console.line(
                "\(Figures.plural(credits, "credit")) of \(account) went that no task of this library accounts for")
        }
    }
}

extension Receipts {
    private static func list(_ accounts: [String]) -> String { Set(accounts).sorted().joined(separator: ", ") }
}

/// What one task has cost, by the books.
struct Receipt {
    let task: JournalTask
    /// What was set aside, charged (corrections included), and given back.
    let reserved, charged, refunded: Int
    /// What was charged beyond what the price list says.
    private let surplus: Int
    /// What the service itself says that a failed task has cost.
    private let keptByService: Int

    init(task: JournalTask, entries: [LedgerEntry]) {
        self.task = task
        func sum(_ counts: (LedgerEntry) -> Bool) -> Int { entries.reduce(0) { $0 + (counts($1) ? $1.credits : 0) } }
        reserved = sum { $0.reason == "reserve" }
        charged = sum { $0.target == "spent" } - sum { $0.origin == "spent" && $0.reason == "correction" }
        refunded = sum { $0.reason == "refund" }
        surplus = sum { $0.reason == "correction" && $0.target == "spent" }
        let answer = task.answer.flatMap { try? JSONText(parsing: Array($0.utf8)) }
        keptByService = task.state == .failed ? answer?.root["consumed_credits"]?.integer ?? 0 : 0
    }

    /// What was charged and not given back.
    var spent: Int { charged - refunded }

    /// How many credits can be claimed back.
    var claimed: Int { grounds?.credits ?? 0 }

    /// Why they can be; nil if there are none.
    var claim: String? { grounds?.reason }

    private var grounds: (credits: Int, reason: String)? {
        // The books give a failed task's credits back; the service may not have.
        if keptByService > 0 {
            return (keptByService, "the task failed, and the service says that its credits are gone")
        }
        guard spent > 0 else { return nil }
        switch task.state {
        case .failed: return (spent, "the task failed, and its credits did not come back")
        case .canceled: return (spent, "the task was cancelled, and its credits did not come back")
        case .gone where task.model == nil: return (spent, "the service removed the result before it could be fetched")
        case .abandoned where task.remote == nil: return (spent, "the service never answered, and may have charged")
        default: return surplus > 0 ? (surplus, "the task was charged more than the price list says") : nil
        }
    }

    static let fields: [Listing<Receipt>.Field] = [
        .init(name: "id", text: { $0.task.id.description }), .init(name: "kind", text: { $0.task.kind.rawValue }),
        .init(name: "state", text: { $0.task.state.rawValue }), .init(name: "task", text: { $0.task.remote ?? "" }),
        .init(name: "call", text: { $0.task.call }), .init(name: "sent", text: { $0.task.sent?.description ?? "" }),
        .init(name: "ended", text: { $0.task.ended?.description ?? "" }),
        .init(name: "reserved", text: { String($0.reserved) }), .init(name: "charged", text: { String($0.charged) }),
        .init(name: "refunded", text: { String($0.refunded) }), .init(name: "claim", text: { $0.claim ?? "" }),
        .init(name: "claimed", text: { String($0.claimed) }),
        .init(name: "fingerprint", text: { $0.task.fingerprint }),
    ]

    static func write(_ receipt: Receipt, _ writer: inout JSONWriter) {
        let task = receipt.task
        writer.object { writer in
            writer.member("id", task.id.description)
            writer.member("kind", task.kind.rawValue)
            writer.member("state", task.state.rawValue)
            writer.member(ifPresent: "taskId", task.remote)
            writer.member(ifPresent: "call", task.call.isEmpty ? nil : task.call)
            writer.member("account", task.account)
            writer.member(ifPresent: "sent", task.sent?.description)
            writer.member(ifPresent: "accepted", task.accepted?.description)
            writer.member(ifPresent: "ended", task.ended?.description)
            writer.member("reserved", receipt.reserved)
            writer.member("charged", receipt.charged)
            writer.member("refunded", receipt.refunded)
            writer.member(ifPresent: "model", task.model?.description)
            writer.member(ifPresent: "claim", receipt.claim)
            writer.member("claimed", receipt.claimed)
            writer.member("fingerprint", task.fingerprint)
        }
    }
}
