/// What to look for, and how much of it to keep.
public struct ValidationOptions: Sendable {
    /// How many findings are kept; all are counted.
    public var maxIssues = 100
    /// Names of codes that are neither kept nor counted.
    public var ignoredCodes: Set<String> = []
    /// Severities of codes by name, where they are to differ from the codes' own.
    public var severities: [String: Finding.Severity] = [:]
    /// Whether the numbers in the buffers and the headers of images are looked at too, or the document alone.
    public var includesData = true

    /// Whether faults that the specification allows, but generators of models are known for, are looked for too.
    public var includesFaults = false
    /// Decodes pictures, where rules need that; without it, those rules say nothing.
    public var pictures: (any PictureCodec)?

    /// All that the specification says is looked at; the first hundred findings are kept.
    public init() {}

    /// An empty collection of findings by these options.
    var emptyFindings: Findings {
        let isPlain = ignoredCodes.isEmpty && severities.isEmpty
        return Findings(
            limit: maxIssues, policy: isPlain ? nil : Findings.Policy(ignored: ignoredCodes, severities: severities))
    }
}
