/// What a model may cost at the place where it will be used: limits on measures, each with its source.
package struct Budget: Sendable {
    /// One limit.
    package struct Limit: Sendable {
        package let measure: Measure
        package let bound: Bound
        package let severity: Severity
        package let kind: Kind
        /// Where the number is published.
        package let source: String
        /// The day on which somebody last looked there, as `2026-11-23`.
        package let checked: String
        /// Why there is such a limit.
        package let reason: String
        /// What to do about a model that is not within it.
        package let change: String
    }

    /// What a limit allows.
    package enum Bound: Equatable, Sendable {
        case atMost(Double)
        case atLeast(Double)
        case mustBe(Bool)

        /// Whether a value is allowed. Values that differ from the limit by less than the figures of a file can say are
        /// the limit.
        func allows(_ value: Double) -> Bool {
            switch self {
            case .atMost(let limit): value <= limit + 1e-6 * limit.magnitude
            case .atLeast(let limit): value >= limit - 1e-6 * limit.magnitude
            case .mustBe(let truth): (value != 0) == truth
            }
        }
    }

    /// What it means for a model not to be within a limit.
    package enum Severity: String, CaseIterable, Sendable {
        /// It does not pass.
        case error
        /// It passes, and somebody should look.
        case warning
    }

    /// What kind of limit the source calls it.
    package enum Kind: String, CaseIterable, Sendable {
        /// More is refused or does not work.
        case hard
        /// More is advised against.
        case recommended
    }

    package let name: String
    /// What the budget is for, half a sentence.
    package let title: String
    /// None in a template, whose limits have yet to be filled in.
    package let limits: [Limit]

    /// Whether surfaces must be measured to check it.
    package var needsGeometry: Bool { limits.contains { $0.measure.needsGeometry } }

    /// Whether the file must be validated to check it.
    package var needsValidation: Bool { limits.contains { $0.measure.needsValidation } }

    /// Whether triangles must be read to check it, measured or not.
    package var needsTriangles: Bool { limits.contains { $0.measure.needsTriangles } }
}
