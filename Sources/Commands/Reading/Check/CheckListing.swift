import Budgets
import GLB

/// What came of holding files against budgets, in every format.
struct CheckListing {
    private let files: [CheckedFile]

    init(_ files: [CheckedFile]) { self.files = files }

    /// Prints the verdicts.
    func show(as format: CheckFormat) {
        switch format {
        case .table: listing.show(as: .table, table: showText)
        case .json: listing.show(as: .json, table: showText)
        case .jsonl: listing.show(as: .jsonl, table: showText)
        case .csv: showCSV()
        case .junit: JUnit(files).show()
        }
    }

    private var listing: Listing<CheckedFile> {
        Listing(
            schema: "meshy-lib.check/1", member: "files", rows: files, id: { $0.file.name }, fields: [],
            json: { file, writer in
                writer.object { writer in
                    writer.member("file", file.file.name)
                    file.file.target.writeIdentity(to: &writer)
                    writer.member("passed", file.isPassed)
                    writer.member("verdicts", file.verdicts)
                }
            })
    }

    /// One line a limit.
    private func showCSV() {
        let rows = files.flatMap { file in
            file.verdicts.flatMap { verdict in verdict.checks.map { (file, verdict, $0) } }
        }
        Listing(
            schema: "", member: "", rows: rows, id: { $0.0.file.name },
            fields: [
                .init(name: "file", text: { $0.0.file.name }), .init(name: "budget", text: { $0.1.budget.name }),
                .init(name: "measure", text: { $0.2.limit.measure.rawValue }),
                .init(name: "outcome", text: { $0.2.outcome.rawValue }),
                .init(name: "value", text: { $0.2.value.map { Figures.number($0) } ?? "" }),
                .init(name: "allowed", text: { $0.2.allowed }),
                .init(name: "severity", text: { $0.2.limit.severity.rawValue }),
                .init(name: "kind", text: { $0.2.limit.kind.rawValue }),
                .init(name: "source", text: { $0.2.limit.source }),
                .init(name: "change", text: { $0.2.outcome == .passed ? "" : $0.2.change }),
            ], json: { _, _ in }
        ).show(as: .csv) {}
    }

    // MARK: For people

    private func showText() {
        for (index, file) in files.enumerated() {
            for verdict in file.verdicts {
                if index > 0, files.count == 1 { Console.line() }
                show(verdict, of: file.file.name, inFull: files.count == 1)
            }
        }
        if files.count > 1 {
            let passed = files.count(where: \.isPassed)
            Console.line(Style.bold("\(Figures.count(passed)) of \(Figures.plural(files.count, "model")) passed"))
            showChanges()
        }
    }

    /// Of several models, what to change is told once for all that need it.
    private func showChanges() {
        var order: [String] = []
        var models: [String: Int] = [:]
        for check in files.flatMap(\.verdicts).flatMap(\.checks) where check.outcome != .passed {
            let words = "\(check.name) \(check.allowed): \(check.change)"
            if models[words] == nil { order.append(words) }
            models[words, default: 0] += 1
        }
        guard !order.isEmpty else { return }
        Console.line("to pass:")
        for words in order {
            Console.line("  \(DisplayText.safe(words)) (\(Figures.plural(models[words] ?? 0, "model")))")
        }
    }

    /// One model by itself is told with all limits; of several, only what is not kept.
    private func show(_ verdict: Verdict, of name: String, inFull: Bool) {
        let budget = verdict.budget
        let word =
            budget.limits.isEmpty
            ? "was held against nothing in" : verdict.isPassed ? Style.bold("passes") : Style.red("does not pass")
        Console.line("\(DisplayText.safe(name)) \(word) \(DisplayText.safe("\(budget.name): \(budget.title)"))")
        let checks = inFull ? verdict.checks : verdict.checks.filter { $0.outcome != .passed }
        guard !checks.isEmpty else { return }
        var table = Table([
            .init(title: "limit"), .init(title: "measured", alignment: .right),
            .init(title: "allowed", alignment: .right),
            .init(title: "kind", leftOut: 1), .init(title: "result"),
        ])
        for check in checks {
            table.add([check.name, check.measured, check.allowed, check.limit.kind.rawValue, check.result])
        }
        table.show(indent: 2)
        let open = verdict.checks.filter { $0.outcome != .passed }
        guard inFull, !open.isEmpty else { return }
        Console.line()
        for check in open {
            Console.line(Style.bold("  \(check.name)") + ": \(DisplayText.safe(check.limit.reason))")
            Console.line("    to pass: \(DisplayText.safe(check.change))")
            Console.line(Style.dim("    \(DisplayText.safe(check.limit.source)), \(check.limit.checked)"))
        }
    }
}

extension Verdict.Check {
    /// How it came out, in a word.
    fileprivate var result: String {
        switch outcome {
        case .passed: "ok"
        case .failed: excess
        case .warned: "\(excess) (a warning)"
        case .unknown: "not measured"
        }
    }

    private var excess: String {
        switch limit.bound {
        case .atMost: "over"
        case .atLeast: "under"
        case .mustBe: "not so"
        }
    }
}
