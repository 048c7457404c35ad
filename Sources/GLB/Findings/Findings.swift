/// Findings in the order in which they were made: all are counted, the first of the worst are kept.
///
/// Thousands of hints do not hide the place of an error that comes after them.
public struct Findings: Sendable {
    /// The findings that were kept.
    public private(set) var kept: [Finding] = []
    /// How many of each severity there were, kept or not.
    public private(set) var counts = Counts()
    /// How many of each code there were, kept or not, in the order in which the codes were found first.
    public private(set) var tallies: [CodeCount] = []
    /// How many are kept.
    public let limit: Int
    /// How many of each severity are kept.
    private var keptCounts = Counts()
    /// Up to this limit, what is worse takes the place of what is less bad; beyond, it would take too long.
    private static let orderedLimit = 10_000
    /// What somebody wants to be different from what the codes say.
    private let policy: Policy?

    /// No findings yet, of which `limit` will be kept.
    public init(limit: Int = 100) {
        self.init(limit: limit, policy: nil)
    }

    init(limit: Int, policy: Policy?) {
        self.limit = limit
        self.policy = policy
    }

    /// How many there were.
    public var total: Int { Finding.Severity.allCases.reduce(0) { $0.saturatingSum(counts[$1]) } }

    /// Whether any of them is an error.
    public var hasErrors: Bool { counts[.error] > 0 }

    /// Adds a finding; place and message are only made if it will be kept.
    public mutating func add(
        _ code: Finding.Code, at location: @autoclosure () -> Finding.Location, _ message: @autoclosure () -> String
    ) {
        guard let severity = severity(of: code) else { return }
        count(code, severity, times: 1)
        guard makeRoom(for: severity) else { return }
        kept.append(Finding(code, severity: severity, at: location(), message()))
    }

    /// How many more findings of a code would be kept.
    func room(for code: Finding.Code) -> Int {
        guard let severity = severity(of: code) else { return 0 }
        guard limit <= Self.orderedLimit else { return max(0, limit - kept.count) }
        let before = Finding.Severity.allCases.reduce(0) { $1.isLessBad(than: severity) ? $0 : $0 + keptCounts[$1] }
        return max(0, limit - before)
    }

    /// Makes room for a finding and counts it as kept; false if all that is kept is as bad.
    private mutating func makeRoom(for severity: Finding.Severity) -> Bool {
        if kept.count >= limit {
            guard limit <= Self.orderedLimit,
                let least = Finding.Severity.allCases.last(where: { keptCounts[$0] > 0 }),
                least.isLessBad(than: severity),
                let place = kept.lastIndex(where: { $0.severity == least })
            else { return false }
            kept.remove(at: place)
            keptCounts[least] -= 1
        }
        keptCounts[severity] += 1
        return true
    }

    /// Counts findings of a code that are not kept.
    mutating func count(_ code: Finding.Code, times: Int) {
        guard times > 0, let severity = severity(of: code) else { return }
        count(code, severity, times: times)
    }

    private mutating func count(_ code: Finding.Code, _ severity: Finding.Severity, times: Int) {
        counts[severity] = counts[severity].saturatingSum(times)
        // Findings of one code mostly come together, and there are few codes.
        if let index = tallies.lastIndex(where: { $0.code == code }) {
            tallies[index].count = tallies[index].count.saturatingSum(times)
        } else {
            tallies.append(CodeCount(code: code, severity: severity, count: times))
        }
    }

    /// How bad findings of a code are here; nil if they are not collected.
    private func severity(of code: Finding.Code) -> Finding.Severity? {
        policy == nil ? code.severity : policy?.severity(of: code)
    }

    /// Adds a finding.
    public mutating func add(_ finding: Finding) {
        add(finding.code, at: finding.location, finding.message)
    }

    /// Adds all that another collection found, after what is here.
    public mutating func add(_ other: Findings) {
        for tally in other.tallies { count(tally.code, tally.severity, times: tally.count) }
        for finding in other.kept where makeRoom(for: finding.severity) { kept.append(finding) }
    }

    /// How often a code was found.
    public struct CodeCount: Equatable, Sendable {
        /// The code.
        public let code: Finding.Code
        /// How bad its findings are here.
        public let severity: Finding.Severity
        /// How many findings there were, kept or not.
        public internal(set) var count: Int
    }

    /// Severities that differ from the codes' own.
    ///
    /// A class, so that collections without one need not know what a dictionary is.
    final class Policy: Sendable {
        private let ignored: Set<String>
        private let severities: [String: Finding.Severity]

        /// Codes by name that are not collected at all, and severities of others.
        init(ignored: Set<String>, severities: [String: Finding.Severity]) {
            self.ignored = ignored
            self.severities = severities
        }

        /// How bad findings of a code are; nil if they are not collected.
        func severity(of code: Finding.Code) -> Finding.Severity? {
            ignored.contains(code.name) ? nil : severities[code.name] ?? code.severity
        }
    }

    /// A number for each severity.
    ///
    /// Not a dictionary: making the type of one at run time takes as long as reading a model.
    public struct Counts: Equatable, Sendable {
        private var errors = 0
        private var warnings = 0
        private var informations = 0
        private var hints = 0

        /// How many findings are of this severity.
        public internal(set) subscript(severity: Finding.Severity) -> Int {
            get {
                switch severity {
                case .error: errors
                case .warning: warnings
                case .information: informations
                case .hint: hints
                }
            }
            set {
                switch severity {
                case .error: errors = newValue
                case .warning: warnings = newValue
                case .information: informations = newValue
                case .hint: hints = newValue
                }
            }
        }
    }
}

extension Finding.Severity {
    fileprivate func isLessBad(than other: Finding.Severity) -> Bool { rank > other.rank }

    private var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .information: 2
        case .hint: 3
        }
    }
}

extension Findings: Equatable {
    /// Whether the same findings were kept and as many counted.
    public static func == (left: Findings, right: Findings) -> Bool {
        left.kept == right.kept && left.counts == right.counts && left.limit == right.limit
    }
}
