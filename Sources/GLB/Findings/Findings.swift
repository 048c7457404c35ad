/// Findings in the order in which they were made: all are counted, the first ones are kept.
public struct Findings: Equatable, Sendable {
    /// The findings that were kept.
    public private(set) var kept: [Finding] = []
    /// How many of each severity there were, kept or not.
    public private(set) var counts = Counts()
    /// How many are kept.
    public let limit: Int

    /// No findings yet, of which the first `limit` will be kept.
    public init(limit: Int = 100) {
        self.limit = limit
    }

    /// How many there were.
    public var total: Int { Finding.Severity.allCases.reduce(0) { $0 + counts[$1] } }

    /// Whether any of them is an error.
    public var hasErrors: Bool { counts[.error] > 0 }

    /// Adds a finding; place and message are only made if it will be kept.
    public mutating func add(
        _ code: Finding.Code, at location: @autoclosure () -> Finding.Location, _ message: @autoclosure () -> String
    ) {
        counts[code.severity] += 1
        guard kept.count < limit else { return }
        kept.append(Finding(code, at: location(), message()))
    }

    /// Adds a finding.
    public mutating func add(_ finding: Finding) {
        add(finding.code, at: finding.location, finding.message)
    }

    /// Adds all that another collection found, after what is here.
    public mutating func add(_ other: Findings) {
        for severity in Finding.Severity.allCases { counts[severity] += other.counts[severity] }
        kept.append(contentsOf: other.kept.prefix(max(0, limit - kept.count)))
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
