import GLB

/// What validation found in one file, for a person: the worst first, findings of one code together.
struct ValidationText {
    private let file: ValidatedFile
    private var findings: Findings { file.report.findings }

    /// How many places of one code are named before the rest is only counted.
    static let placeLimit = 8

    init(_ file: ValidatedFile) { self.file = file }

    /// Prints the report.
    func show() {
        Console.line("\(Style.bold(DisplayText.safe(file.name)))  \(verdict)")
        let dropped = findings.total - findings.kept.count
        if dropped > 0 { Console.line("  \(Figures.count(dropped)) of them are only counted; --max-issues keeps more") }
        let kept = Dictionary(grouping: findings.kept, by: \.code.name)
        for severity in Finding.Severity.allCases {
            for tally in findings.tallies where tally.severity == severity { show(tally, kept[tally.code.name] ?? []) }
        }
        let skipped = file.report.skippedAccessorCount
        if skipped > 0 {
            Console.line(
                "  \(Figures.plural(skipped, "accessor")) not looked at to the end: they overlap each other too often")
        }
    }

    private var verdict: String {
        let counts = [
            ("error", "errors"), ("warning", "warnings"), ("piece of information", "pieces of information"),
            ("hint", "hints"),
        ]
        let found = zip(Finding.Severity.allCases, counts).compactMap { severity, words in
            let count = findings.counts[severity]
            return count == 0 ? nil : severity.style(Figures.plural(count, words.0, words.1))
        }
        guard !findings.hasErrors else { return found.joined(separator: ", ") }
        return (["valid"] + found).joined(separator: ", ")
    }

    private func show(_ tally: Findings.CodeCount, _ kept: [Finding]) {
        let code = tally.code
        let count = tally.count > 1 ? " × \(Figures.count(tally.count))" : ""
        Console.line()
        Console.line("\(tally.severity.style(tally.severity.rawValue)) \(Style.bold(code.name))\(count)")
        Console.line("  \(code.what)")
        for finding in kept.prefix(Self.placeLimit) {
            Console.line("    \(DisplayText.safe(finding.location.words)): \(DisplayText.safe(finding.message))")
        }
        let more = tally.count - min(kept.count, Self.placeLimit)
        if more > 0, !kept.isEmpty { Console.line("    and \(Figures.count(more)) more") }
        Console.line("  \(Style.dim("why "))  \(code.why)")
        Console.line("  \(Style.dim("mend"))  \(code.mend)")
    }
}

extension Finding.Location {
    /// The place in words.
    var words: String {
        switch self {
        case .pointer(let pointer): pointer.isEmpty ? "/" : pointer
        case .offset(let offset): "byte \(offset)"
        }
    }
}

extension Finding.Severity {
    /// How the severity looks on a terminal.
    var style: Style {
        switch self {
        case .error: .red
        case .warning: .yellow
        case .information, .hint: .dim
        }
    }
}
