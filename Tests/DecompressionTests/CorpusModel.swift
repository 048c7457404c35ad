import Decompression
import Foundation
import GLB
import TestSupport
import Testing

/// A model of the corpus of which the manifest tells geometric facts.
struct CorpusModel: Sendable, CustomTestStringConvertible {
    /// The part and the path in it.
    let name: String
    /// The manifest's entry.
    let entry: JSONValue

    var testDescription: String { name }
    var path: String { Corpus.folder.appending(path: name).path }
    var facts: JSONValue? { entry["facts"] }
    var isSkinned: Bool { facts?["boundsSkinnedRestPose"] != nil }

    func uses(_ name: String) -> Bool {
        entry["features"]?["extensionsUsed"]?.elements.contains { $0.string == name } ?? false
    }

    /// The model, with everything decoded.
    func open() throws -> AssetFile { try AssetFile(path: path).decompressed(by: Decompressor()) }

    /// The models with a surface that can be read. Without optimisation, those of more than 200,000 triangles would take minutes.
    static let all: [CorpusModel] = ["sample-assets", "meshy"].flatMap { part in
        let manifest = Corpus.folder.appending(path: part).appending(path: "MANIFEST.json")
        guard let data = try? Data(contentsOf: manifest), let root = try? JSONText(parsing: Array(data)).root else {
            return [CorpusModel]()
        }
        return (root["files"]?.elements.map { $0 } ?? []).compactMap { entry in
            guard let file = entry["file"]?.string, entry["facts"]?["surfaceArea"] != nil,
                let triangles = entry["facts"]?["trianglesInDefaultScene"]?.integer, triangles <= limit
            else { return nil }
            let model = CorpusModel(name: part + "/" + file, entry: entry)
            return compressions.allSatisfy { Decompressor.extensions.contains($0) || !model.uses($0) } ? model : nil
        }
    }

    /// Extensions that only a library can decode, which may be absent.
    private static let compressions = [
        "KHR_draco_mesh_compression", "EXT_meshopt_compression", "KHR_meshopt_compression",
    ]

    #if DEBUG
        private static let limit = 200_000
    #else
        private static let limit = Int.max
    #endif
}
