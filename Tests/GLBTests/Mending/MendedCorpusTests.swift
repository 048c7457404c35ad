import Foundation
import TestSupport
import Testing

@testable import GLB

/// Repairing real files makes nothing worse and changes nothing of what they show.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)")) struct MendedCorpusTests {
    /// What packing into one file can add.
    private static let packingCodes: Set<String> = ["URI_GLB", "DATA_URI_GLB", "VALUE_NOT_IN_LIST"]

    @Test(
        "no finding is new, and the scene is the same", arguments: ["sample-assets", "meshy", "khronos-validator"],
        [false, true])
    func corpus(part: String, includesFaults: Bool) throws {
        var options = ValidationOptions()
        options.includesFaults = includesFaults
        var mended = 0
        for file in CorpusFile.all[part] ?? [] where file.entry["bytes"]?.integer ?? 0 < 500_000 {
            guard let asset = try? AssetFile(path: file.path), let result = try? Mender.mend(asset, options: options)
            else { continue }
            mended += 1
            let before = try Validator.validate(asset).findings
            let after = try Validator.validate(bytes: result.bytes).findings
            for tally in after.tallies where !Self.packingCodes.contains(tally.code.name) {
                let earlier = before.tallies.first { $0.code == tally.code }?.count ?? 0
                #expect(tally.count <= earlier, "\(tally.code.name) of \(file.path)")
            }
            // Faults of generators are mended so that it can be seen.
            guard !includesFaults else { continue }
            let copy = try AssetFile(bytes: result.bytes)
            let (old, new) = (Report(of: asset), Report(of: copy))
            #expect(old.scene.counts == new.scene.counts, "\(file.path)")
            // Bounds may have been wrong before.
            guard !result.mends.contains(where: { MendRule.bounds.codes.contains($0.code) }) else { continue }
            #expect(old.scene.bounds.box == new.scene.bounds.box, "\(file.path)")
        }
        #expect(mended > (part == "meshy" ? 0 : 100))
    }
}
