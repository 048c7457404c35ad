/// A report in the shape of the reference validator's, for programs that read that.
///
/// Codes, severities and places are the same; the messages are in our own words.
public struct KhronosReport: JSONWritable, Sendable {
    private let report: ValidationReport
    private let validatorVersion: String

    /// The report as `validatorVersion` (a semantic version) of this program gives it.
    public init(_ report: ValidationReport, validatorVersion: String) {
        self.report = report
        self.validatorVersion = validatorVersion
    }

    /// Writes `uri`, `mimeType`, `validatorVersion`, `issues` and, if the document can be understood, `info`.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member(ifPresent: "uri", report.path.map(uriReference(toPath:)))
            writer.member(ifPresent: "mimeType", mimeType)
            writer.member("validatorVersion", validatorVersion)
            writer.object("issues") { writer in
                writer.member("numErrors", report.count(.error))
                writer.member("numWarnings", report.count(.warning))
                writer.member("numInfos", report.count(.information))
                writer.member("numHints", report.count(.hint))
                writer.array("messages") { writer in
                    for finding in report.findings.kept { write(finding, to: &writer) }
                }
                writer.member("truncated", report.isTruncated)
            }
            if let document = report.file?.document, let info = report.info {
                writer.object("info") { writer in write(document, info, to: &writer) }
            }
        }
    }

    /// What the file is; nil if it is neither a GLB nor JSON.
    private var mimeType: String? {
        if report.kind == .glb { return "model/gltf-binary" }
        let isNoJSON = report.file == nil && report.findings.tallies.contains { $0.code == .invalidJSON }
        return isNoJSON ? nil : "model/gltf+json"
    }

    private func write(_ finding: Finding, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", finding.code.name)
            writer.member("message", finding.message)
            writer.member("severity", finding.severity.number)
            switch finding.location {
            case .pointer(let pointer): writer.member("pointer", pointer)
            case .offset(let offset): writer.member("offset", offset)
            }
        }
    }

    private func write(_ document: Document, _ info: AssetInfo, to writer: inout JSONWriter) {
        writer.member("version", document.asset.version)
        // The report's schema demands a version, and names that differ.
        let minVersion = document.asset.minVersion.flatMap { AssetRules.Version($0) == nil ? nil : $0 }
        writer.member(ifPresent: "minVersion", minVersion)
        writer.member(ifPresent: "generator", document.asset.generator)
        writer.member(ifPresent: "extensionsUsed", document.extensionsUsed.unique.nonempty)
        writer.member(ifPresent: "extensionsRequired", document.extensionsRequired.unique.nonempty)
        writer.member(ifPresent: "resources", report.resources.nonempty)
        writer.member("animationCount", info.animationCount)
        writer.member("materialCount", info.materialCount)
        writer.member("hasMorphTargets", info.hasMorphTargets)
        writer.member("hasSkins", info.hasSkins)
        writer.member("hasTextures", info.hasTextures)
        writer.member("hasDefaultScene", info.hasDefaultScene)
        writer.member("drawCallCount", info.drawCallCount)
        writer.member("totalVertexCount", info.totalVertexCount)
        writer.member("totalTriangleCount", info.totalTriangleCount)
        writer.member("maxUVs", info.maxUVs)
        writer.member("maxInfluences", info.maxInfluences)
        writer.member("maxAttributes", info.maxAttributes)
    }
}

extension Finding.Severity {
    /// The number that stands for the severity in a report.
    fileprivate var number: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .information: 2
        case .hint: 3
        }
    }
}

extension Array {
    /// The array, or nil if it is empty.
    fileprivate var nonempty: Self? { isEmpty ? nil : self }
}

extension [String] {
    /// The strings without those that stand earlier in the array.
    fileprivate var unique: Self {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
