/// Whether a model is within a budget, limit by limit.
package struct Verdict: Sendable {
    /// One limit and how the model does.
    package struct Check: Sendable {
        package let limit: Budget.Limit
        /// What was measured; nil if it is not known.
        package let value: Double?
        package let outcome: Outcome

        /// Whether the model does not pass because of it.
        package var isObstacle: Bool {
            switch outcome {
            case .passed, .warned: false
            case .failed, .unknown: true
            }
        }
    }

    /// How a model does at a limit.
    package enum Outcome: String, Sendable {
        /// It is within the limit.
        case passed
        /// It is not, and the limit is an error.
        case failed
        /// It is not, and the limit is a warning.
        case warned
        /// It could not be measured. Who knows what it is, so that is no pass, even if the limit is a warning.
        case unknown
    }

    package let budget: Budget
    package let checks: [Check]

    /// Holds a model against a budget.
    package init(_ budget: Budget, _ measurements: Measurements) {
        self.budget = budget
        checks = budget.limits.map { limit in
            guard let value = measurements[limit.measure] else {
                return Check(
                    limit: limit, value: nil, outcome: measurements.isMeaningless(limit.measure) ? .passed : .unknown)
            }
            let isAllowed = limit.bound.allows(value)
            // What is stated of data that nobody can read is enough to refuse it, and not to let it pass.
            if !isAllowed, limit.severity == .error { return Check(limit: limit, value: value, outcome: .failed) }
            guard measurements.isBacked(limit.measure) else {
                return Check(limit: limit, value: nil, outcome: .unknown)
            }
            return Check(limit: limit, value: value, outcome: isAllowed ? .passed : .warned)
        }
    }

    /// Whether no error stands against the model, and everything could be measured.
    package var isPassed: Bool { !checks.contains(where: \.isObstacle) }

    /// How many limits came out in a way.
    package func count(_ outcome: Outcome) -> Int { checks.count { $0.outcome == outcome } }
}
