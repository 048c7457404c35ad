import Foundation
import TestSupport

@testable import GLB

/// A model of the corpus with what is known about it.
struct CorpusFile: Sendable {
    let path: String
    /// The manifest's entry.
    let entry: JSONValue
    /// The reference validator's report; nil if there is none or it gave up.
    let report: JSONValue?

    /// The models of each part of the corpus; none of a part whose manifest cannot be read.
    static let all = Dictionary(
        uniqueKeysWithValues: Corpus.parts.map { ($0, (try? files(in: $0)) ?? []) })

    private static func files(in part: String) throws -> [CorpusFile] {
        let folder = Corpus.folder.appending(path: part)
        let manifest = try read(folder.appending(path: "MANIFEST.json"))
        return try (manifest["files"]?.elements.map { $0 } ?? []).compactMap { entry in
            guard let name = entry["file"]?.string else { return nil }
            let report = try entry["report"]?.string.map { try read(folder.appending(path: $0)) }
            return CorpusFile(
                path: folder.appending(path: name).path, entry: entry,
                report: report?["issues"] == nil ? nil : report)
        }
    }

    private static func read(_ url: URL) throws -> JSONValue {
        try JSONText(parsing: Array(try Data(contentsOf: url))).root
    }

    /// How often each code occurs in the reference report.
    func has(anyOf codes: String...) -> Bool {
        codes.contains { entry["expectedCodes"]?[$0] != nil }
    }

    func uses(_ extension: String) -> Bool {
        entry["features"]?["extensionsUsed"]?.elements.contains { $0.string == `extension` } ?? false
    }

    func isTagged(_ tag: String) -> Bool {
        entry["features"]?["tags"]?.elements.contains { $0.string == tag } ?? false
    }
}
