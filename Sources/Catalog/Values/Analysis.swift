/// What reading all of a file found: its surfaces, the rules that it breaks, and the budgets that it passes.
public struct Analysis: Hashable, Sendable {
    /// Which analyser wrote it; a higher one replaces a lower one's.
    public var version: Int
    /// Why something could not be read; empty if nothing stood in the way.
    public var failure = ""
    /// What the surfaces are like; nil if they could not be read.
    public var surface: Surface?
    /// Whether the file obeys the specification; nil if that was not checked.
    public var isValid: Bool?
    /// The codes of what was found to be wrong.
    public var findings: [FindingCount] = []
    /// The names of the program's budgets that the model passes.
    public var passedBudgets: [String] = []

    /// An analysis that found nothing yet.
    public init(version: Int) { self.version = version }

    /// What the surfaces that the scene draws are like, in metres.
    public struct Surface: Hashable, Sendable {
        /// Whether each edge has two triangles.
        public var isWatertight = false
        /// Connected parts.
        public var parts = 0
        /// Rims of holes.
        public var holes = 0
        /// Edges of more than two triangles.
        public var nonManifoldEdges = 0
        /// Edges of two triangles that show different sides.
        public var inconsistentEdges = 0
        /// Triangles without an area.
        public var degenerateTriangles = 0
        /// Triangles between the same places as another.
        public var duplicateTriangles = 0
        /// The size of the box around them; the catalogue keeps it where the file itself does not state one.
        public var size: Inspection.Size?
        /// The sum of the triangles' areas.
        public var area = 0.0
        /// What the surfaces enclose; nil unless they are closed and consistently wound.
        public var volume: Double?

        /// A surface with nothing on it.
        public init() {}
    }
}

/// How often a code was found in a file.
public struct FindingCount: Hashable, Sendable {
    /// The code, such as `ACCESSOR_MIN_MISMATCH`.
    public var code: String
    /// How bad it is.
    public var severity: Severity
    /// How many places have it, 1 or more.
    public var count: Int

    /// Counts a code.
    public init(code: String, severity: Severity, count: Int) {
        (self.code, self.severity, self.count) = (code, severity, count)
    }

    /// How bad a finding is.
    public enum Severity: String, CaseIterable, Hashable, Sendable {
        /// It breaks the specification.
        case error
        /// It will most likely make trouble.
        case warning
        /// It is good to know.
        case information
        /// It could be done better.
        case hint
    }
}
