import Budgets
import GLB

/// A file that was held against budgets.
struct CheckedFile {
    let file: InspectedFile
    let verdicts: [Verdict]

    /// Nil for a file that cannot be opened, of which nothing can be said.
    init?(_ file: InspectedFile, _ budgets: [Budget], metresPerUnit: Double) {
        guard let report = file.report else { return nil }
        self.file = file
        let measurements = Measurements(
            report, file.geometry, problems: file.problems, isReadable: file.failure == nil,
            metresPerUnit: metresPerUnit)
        verdicts = budgets.map { Verdict($0, measurements) }
    }

    /// Whether the file passes all of its budgets.
    var isPassed: Bool { verdicts.allSatisfy(\.isPassed) }
}

extension Verdict: JSONWritable {
    /// Writes the budget's name, whether it is kept, and each limit with what was measured.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("budget", budget.name)
            writer.member("passed", isPassed)
            writer.array("limits") { writer in
                for check in checks { writer.value(check) }
            }
        }
    }
}

extension Verdict.Check: JSONWritable {
    /// Writes the limit, the value (`null` if it is not known; of a question 1 for yes) and the outcome.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("measure", limit.measure.rawValue)
            writer.member("outcome", outcome.rawValue)
            writer.member("value", value)
            switch limit.bound {
            case .atMost(let bound): writer.member("atMost", bound)
            case .atLeast(let bound): writer.member("atLeast", bound)
            case .mustBe(let truth): writer.member("mustBe", truth)
            }
            writer.member("severity", limit.severity.rawValue)
            writer.member("kind", limit.kind.rawValue)
            writer.member("reason", limit.reason)
            writer.member("change", change)
            writer.member("source", limit.source)
            writer.member("checked", limit.checked)
        }
    }
}

extension Verdict.Check {
    /// What is limited, in words.
    var name: String { limit.measure.rawValue.replacing("-", with: " ") }

    /// What was measured, in words.
    var measured: String { value.map(limit.measure.unit.text) ?? (outcome == .passed ? "none" : "unknown") }

    /// What to do to pass.
    var change: String {
        outcome == .unknown ? "see with 'meshy-lib inspect --geometry' why it cannot be measured" : limit.change
    }

    /// What the limit allows, in words.
    var allowed: String {
        switch limit.bound {
        case .atMost(let value): "≤ \(limit.measure.unit.text(value))"
        case .atLeast(let value): "≥ \(limit.measure.unit.text(value))"
        case .mustBe(let truth): truth ? "yes" : "no"
        }
    }
}

extension Measure.Unit {
    /// A value as people read it.
    func text(_ value: Double) -> String {
        switch self {
        case .count, .pixels: Figures.count(Int(exactly: value.rounded()) ?? .max)
        case .bytes: Figures.bytes(Int(exactly: value.rounded()) ?? .max)
        case .seconds: Figures.duration(value)
        case .metres: Figures.metres(value)
        case .share: Figures.share(value)
        case .truth: value == 0 ? "no" : "yes"
        }
    }
}
