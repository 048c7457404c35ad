internal import Yams

/// Why a budget cannot be read, with the line.
package struct BudgetError: Error, Equatable, CustomStringConvertible, Sendable {
    /// The line, counted from 1; 0 for the file as a whole.
    package let line: Int
    /// What is wrong.
    package let message: String

    /// A sentence for people.
    package var description: String { line > 0 ? "line \(line): \(message)" : message }
}

extension Budget {
    /// The most bytes that a budget may have.
    package static let byteLimit = 1 << 20

    /// Reads a budget from YAML, as `docs/budgets.md` describes it.
    package init(parsing text: String) throws(BudgetError) {
        guard text.utf8.count <= Self.byteLimit else {
            throw BudgetError(line: 0, message: "a budget may have \(Self.byteLimit) bytes")
        }
        let root = Result { try Yams.compose(yaml: text) }
        let node: Node?
        switch root {
        case .success(let composed): node = composed
        case .failure(let error): throw BudgetError(error)
        }
        guard let node else { throw BudgetError(line: 0, message: "the budget is empty") }
        var reader = try MappingReader(node, "a budget")
        name = try reader.text("name")
        title = try reader.text("title")
        var limits: [Limit] = []
        for entry in try reader.list("limits") { limits.append(try Limit(entry)) }
        self.limits = limits
        try reader.finish()
    }
}

extension Budget.Limit {
    fileprivate init(_ node: Node) throws(BudgetError) {
        var reader = try MappingReader(node, "a limit")
        measure = try reader.choice("measure", of: Measure.allCases)
        bound = try reader.bound(of: measure)
        severity = try reader.choice("severity", of: Budget.Severity.allCases)
        kind = try reader.choice("kind", of: Budget.Kind.allCases)
        source = try reader.text("source")
        checked = try reader.day("checked")
        reason = try reader.text("reason")
        change = try reader.optionalText("change") ?? measure.advice
        try reader.finish()
    }
}

/// Reads the members of a mapping, and knows afterwards whether there were others.
private struct MappingReader {
    private let mapping: Node.Mapping
    private let what: String
    private let line: Int
    private var known: Set<String> = []

    init(_ node: Node, _ what: String) throws(BudgetError) {
        line = node.line
        guard let mapping = node.mapping else { throw BudgetError(line: line, message: "\(what) has members") }
        self.mapping = mapping
        self.what = what
    }

    mutating func optional(_ name: String) -> Node? {
        known.insert(name)
        return mapping[Node(name)]
    }

    private mutating func node(_ name: String) throws(BudgetError) -> Node {
        guard let node = optional(name) else {
            throw BudgetError(line: line, message: "\(what) needs the member '\(name)'")
        }
        return node
    }

    mutating func text(_ name: String) throws(BudgetError) -> String {
        let node = try node(name)
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw BudgetError(line: node.line, message: "'\(name)' is a text")
        }
        return text
    }

    mutating func optionalText(_ name: String) throws(BudgetError) -> String? {
        optional(name) == nil ? nil : try text(name)
    }

    mutating func list(_ name: String) throws(BudgetError) -> [Node] {
        let node = try node(name)
        // A list of which all entries are comments reads as nothing.
        if node.scalar?.string.isEmpty == true { return [] }
        guard let sequence = node.sequence else { throw BudgetError(line: node.line, message: "'\(name)' is a list") }
        return Array(sequence)
    }

    mutating func choice<Choice: RawRepresentable<String>>(
        _ name: String, of choices: [Choice]
    ) throws(BudgetError) -> Choice {
        let node = try node(name)
        guard let text = node.scalar?.string, let choice = Choice(rawValue: text) else {
            let names = choices.map(\.rawValue).joined(separator: ", ")
            throw BudgetError(line: node.line, message: "'\(name)' is one of \(names)")
        }
        return choice
    }

    mutating func day(_ name: String) throws(BudgetError) -> String {
        let node = try node(name)
        let text = node.scalar?.string ?? ""
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 && Int($0) != nil }) else {
            throw BudgetError(line: node.line, message: "'\(name)' is a day such as 2026-11-23")
        }
        return text
    }

    mutating func bound(of measure: Measure) throws(BudgetError) -> Budget.Bound {
        var bounds: [Budget.Bound] = []
        for (name, make) in [("at-most", Budget.Bound.atMost), ("at-least", Budget.Bound.atLeast)] {
            guard let node = optional(name) else { continue }
            guard measure.unit != .truth, let number = measure.unit.number(node.scalar?.string ?? "") else {
                throw BudgetError(
                    line: node.line, message: "'\(name)' of \(measure.rawValue) is \(measure.unit.example)")
            }
            bounds.append(make(number))
        }
        let truth = optional("must-be")
        if let truth, measure.unit == .truth, bounds.isEmpty {
            guard let value = truth.bool else {
                throw BudgetError(line: truth.line, message: "'must-be' is true or false")
            }
            return .mustBe(value)
        }
        guard let bound = bounds.first, bounds.count == 1, truth == nil else {
            let names = measure.unit == .truth ? "'must-be'" : "either 'at-most' or 'at-least'"
            throw BudgetError(line: line, message: "a limit of \(measure.rawValue) needs \(names)")
        }
        return bound
    }

    /// Throws if there is a member that nobody asked for: most likely it is misspelt.
    func finish() throws(BudgetError) {
        for (key, _) in mapping {
            let name = key.scalar?.string ?? ""
            guard known.contains(name) else {
                throw BudgetError(line: key.line, message: "\(what) has no member '\(name)'")
            }
        }
    }
}

extension Measure.Unit {
    /// A number as it is written in a budget; bytes and metres may have a unit.
    fileprivate func number(_ text: String) -> Double? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let suffix = text[digits.endIndex...].drop(while: \.isWhitespace)
        let factors: [String: Double] =
            switch self {
            case .bytes: ["": 1, "B": 1, "KB": 1e3, "MB": 1e6, "GB": 1e9, "KiB": 1024, "MiB": 1_048_576]
            case .metres: ["": 1, "m": 1, "cm": 0.01, "mm": 0.001]
            case .seconds: ["": 1, "s": 1]
            case .share: ["": 1, "%": 0.01]
            case .count, .pixels, .truth: ["": 1]
            }
        guard let value = Double(digits), value.isFinite, let factor = factors[String(suffix)] else { return nil }
        return value * factor
    }

    fileprivate var example: String {
        switch self {
        case .bytes: "a size such as 5 MB"
        case .metres: "a length such as 1.8 m"
        case .seconds: "a time such as 10 s"
        case .share: "a share such as 5 %"
        case .count, .pixels: "a number"
        case .truth: "no number; say 'must-be'"
        }
    }
}

extension Node {
    fileprivate var line: Int { mark?.line ?? 0 }
}

extension BudgetError {
    fileprivate init(_ error: any Error) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: mark.line, message: problem)
        default: self.init(line: 0, message: "this is no YAML: \(error)")
        }
    }
}
