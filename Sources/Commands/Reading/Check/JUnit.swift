import Budgets

/// Verdicts as build servers read test results: a suite for each file and budget, a case for each limit.
struct JUnit {
    private let files: [CheckedFile]

    init(_ files: [CheckedFile]) { self.files = files }

    /// Prints the document.
    func show() {
        Console.line(#"<?xml version="1.0" encoding="UTF-8"?>"#)
        Console.line("<testsuites>")
        for file in files {
            for verdict in file.verdicts { show(verdict, of: file.file.name) }
        }
        Console.line("</testsuites>")
    }

    private func show(_ verdict: Verdict, of name: String) {
        let checks = verdict.checks
        let failures = checks.count(where: \.isObstacle)
        let skipped = checks.count { $0.outcome != .passed && !$0.isObstacle }
        Console.line(
            #"  <testsuite name="\#(Self.escaped("\(verdict.budget.name): \(name)"))" tests="\#(checks.count)" "#
                + #"failures="\#(failures)" errors="0" skipped="\#(skipped)">"#)
        for check in checks {
            let attributes =
                #"name="\#(check.limit.measure.rawValue)" classname="\#(Self.escaped("\(verdict.budget.name).\(name)"))""#
            let message = Self.escaped("\(check.measured), allowed \(check.allowed): \(check.limit.reason)")
            let text = Self.escaped("\(check.change) (\(check.limit.source), \(check.limit.checked))")
            switch check.outcome {
            case .passed: Console.line("    <testcase \(attributes)/>")
            case _ where check.isObstacle:
                Console.line(
                    #"    <testcase \#(attributes)><failure message="\#(message)">\#(text)</failure></testcase>"#)
            default:
                Console.line(
                    #"    <testcase \#(attributes)><skipped message="\#(message)">\#(text)</skipped></testcase>"#)
            }
        }
        Console.line("  </testsuite>")
    }

    /// Text that XML 1.0 can have: marks are written as references, and what it has no way to write is replaced.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
