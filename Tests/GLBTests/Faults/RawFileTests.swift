import TestSupport
import Testing

@testable import GLB

/// Files as the service wrote them: a health check that is not green on these is of no use.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)")) struct RawFileTests {
    private static let raw = (CorpusFile.all["meshy"] ?? []).filter { $0.entry["provenance"]?.string == "raw" }

    /// What is known to be wrong with all rigged files, and with no others.
    private static let ofRigs: Set<String> = ["MESHY_RIG_SCALE", "MESHY_EMISSIVE_ALBEDO", "MESHY_METALLIC_OMITTED"]

    @Test("there are some") func present() {
        #expect(Self.raw.count >= 10)
    }

    @Test("nothing is wrong with a textured file, and with a rigged one what all rigged ones have", arguments: raw)
    func green(file: CorpusFile) throws {
        var options = ValidationOptions()
        options.includesFaults = true
        let findings = try Validator.validate(path: file.path, options: options).findings
        #expect(!findings.hasErrors)
        let faults = findings.tallies.filter { $0.code.name.hasPrefix("MESHY_") }
        let isRigged = file.entry["pipeline"]?.string != "textured"
        for fault in faults where fault.severity != .information || Self.ofRigs.contains(fault.code.name) {
            #expect(isRigged && Self.ofRigs.contains(fault.code.name), "\(fault)")
        }
    }
}
