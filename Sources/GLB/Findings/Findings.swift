/// Findings in the order in which they were made: all are counted, the first ones are kept.
public struct Findings: Equatable, Sendable {
    /// The findings that were kept.
    public private(set) var kept: [Finding] = []
    /// How many of each severity there were, kept or not.
    public private(set) var counts: [Finding.Severity: Int] = [:]
    /// How many are kept.
    public let limit: Int

    /// No findings yet, of which the first `limit` will be kept.
    public init(limit: Int = 100) {
        self.limit = limit
    }

    /// How many there were.
    public var total: Int { counts.values.reduce(0, +) }

    /// Whether any of them is an error.
    public var hasErrors: Bool { (counts[.error] ?? 0) > 0 }

    /// Adds a finding; place and message are only made if it will be kept.
    public mutating func add(
        _ code: Finding.Code, at location: @autoclosure () -> Finding.Location, _ message: @autoclosure () -> String
    ) {
        counts[code.severity, default: 0] += 1
        guard kept.count < limit else { return }
        kept.append(Finding(code, at: location(), message()))
    }

    /// Adds a finding.
    public mutating func add(_ finding: Finding) {
        add(finding.code, at: finding.location, finding.message)
    }

    /// Adds all that another collection found, after what is here.
    public mutating func add(_ other: Findings) {
        counts.merge(other.counts, uniquingKeysWith: +)
        kept.append(contentsOf: other.kept.prefix(max(0, limit - kept.count)))
    }
}
