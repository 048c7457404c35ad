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
    /// The buffers and images that the document names.
    public let resources: [ValidatedResource]
    /// How many times elements of an accessor were not looked at because a file of this size must not cost more work;
    /// 0 for any file whose accessors do not overlap each other many times.
    public let skippedAccessorCount: Int

    init(
        path: String?, kind: Container.Kind, findings: Findings, file: AssetFile? = nil,
        resources: [ValidatedResource] = [], skippedAccessorCount: Int = 0
    ) {
        self.path = path
        self.kind = kind
        self.findings = findings
        self.file = file
        self.resources = resources
        self.skippedAccessorCount = skippedAccessorCount
    }

    /// Whether there were more findings than are kept.
    public var isTruncated: Bool { findings.total > findings.kept.count }

    /// The figures of the asset; nil if its document cannot be understood.
    public var info: AssetInfo? { file.map { AssetInfo(of: $0.document) } }

    /// How many findings of a severity there were.
    public func count(_ severity: Finding.Severity) -> Int { findings.counts[severity] }
}

extension ValidationReport: JSONWritable {
    /// The name and version of the shape that is written.
    public static let schema = "meshy-lib.validation/1"

    /// Writes `file`, `kind`, `valid` (no errors), `counts` by severity, `codes` with their counts, `truncated`, and
    /// `findings`, each with why it matters and how to mend it.
    public func write(to writer: inout JSONWriter) { write(to: &writer) { _ in } }

    /// Writes the same with more members at its end.
    public func write(to writer: inout JSONWriter, adding members: (inout JSONWriter) -> Void) {
        writer.object { writer in
            writer.member("schema", Self.schema)
            writer.member("file", path)
            writer.member("kind", kind.rawValue)
            writer.member("valid", !findings.hasErrors)
            writer.object("counts") { writer in
                for severity in Finding.Severity.allCases { writer.member(severity.rawValue, count(severity)) }
            }
            writer.object("codes") { writer in
                for tally in findings.tallies { writer.member(tally.code.name, tally.count) }
            }
            writer.member("truncated", isTruncated)
            writer.member("skippedAccessors", skippedAccessorCount)
            writer.array("findings") { writer in
                for finding in findings.kept { finding.writeWithExplanation(to: &writer) }
            }
            members(&writer)
        }
    }
}

extension Finding {
    /// Writes what a finding says, and what its code says in general.
    fileprivate func writeWithExplanation(to writer: inout JSONWriter) {
        writer.object { writer in
            writeMembers(to: &writer)
            writer.member("why", code.why)
            writer.member("mend", code.mend)
        }
    }
}
