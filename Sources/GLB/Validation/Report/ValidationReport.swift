/// What validation found in a file.
public struct ValidationReport: Sendable {
    /// The path of the file; nil for bytes in memory.
    public let path: String?
    /// Whether the file is, or should be, a GLB or a JSON text.
    public let kind: Container.Kind
    /// What was found.
    public let findings: Findings
    /// The file as it was opened; nil if it is too broken to be opened.
    public let file: AssetFile?

    /// Whether there were more findings than are kept.
    public var isTruncated: Bool { findings.total > findings.kept.count }
}
