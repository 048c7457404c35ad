/// Whether a model is within a budget, limit by limit.
package struct Verdict: Sendable {
    /// One limit and how the model does.
    package struct Check: Sendable {
        package let limit: Budget.Limit
        /// What was measured; nil if it is not known.
        package let value: Double?
        package let outcome: Outcome
    }

    /// How a model does at a limit.
    package enum Outcome: String, Sendable {
        /// It is within the limit.
        case passed
        /// It is not, and the limit is an error.
        case failed
        /// It is not, and the limit is a warning.
        case warned
        /// It cannot be told, which is no pass if the limit is an error.
        case unknown
    }

    package let budget: Budget
    package let checks: [Check]

    /// Holds a model against a budget.
    package init(_ budget: Budget, _ measurements: Measurements) {
        self.budget = budget
        checks = budget.limits.map { limit in
            let value = measurements[limit.measure]
            let outcome: Outcome =
                switch value {
                case nil: measurements.isMeaningless(limit.measure) ? .passed : .unknown
                case let value? where limit.bound.allows(value): .passed
                case _?: limit.severity == .error ? .failed : .warned
                }
            return Check(limit: limit, value: value, outcome: outcome)
        }
    }

    /// Whether no error stands against the model.
    package var isPassed: Bool {
        checks.allSatisfy { check in
            switch check.outcome {
            case .passed, .warned: true
            case .failed: false
            case .unknown: check.limit.severity == .warning
            }
        }
    }

    /// How many limits came out in a way.
    package func count(_ outcome: Outcome) -> Int { checks.count { $0.outcome == outcome } }
}
