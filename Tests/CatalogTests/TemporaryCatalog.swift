import Foundation
import Testing

@testable import Catalog

/// A catalogue in a folder of its own, which goes with it.
final class TemporaryCatalog {
    let folder: String
    let path: String
    let catalog: Catalog

    init(_ models: [NewModel] = []) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "catalog-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        path = folder + "/catalog.sqlite"
        catalog = try Catalog(path: path)
        if !models.isEmpty { _ = try catalog.add(models) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The titles of what a query finds, in order.
    func titles(_ query: String, limit: Int = 1000) throws -> [String] {
        try search(query, limit: limit).hits.map(\.model.title)
    }

    func search(_ query: String, limit: Int = 1000, offset: Int = 0) throws -> SearchResult {
        try catalog.search(Query(parsing: query), page: Page(limit: limit, offset: offset))
    }

    /// The id of the model with this title.
    func id(_ title: String) throws -> ModelID {
        try #require(try search("sort:title").hits.first { $0.model.title == title }).model.id
    }
}

extension NewModel {
    /// A model with a title and a main file of its own; `build` gives it the rest.
    static func titled(_ title: String, _ build: (inout NewModel) -> Void = { _ in }) -> NewModel {
        var model = NewModel()
        model.title = title
        model.files = [NewFile(ModelFile(hash: testHash(title), bytes: 1000, format: "glb"))]
        build(&model)
        return model
    }

    /// Gives the main file an inspection.
    mutating func inspect(names: [String] = [], _ build: (inout Inspection.Statistics) -> Void = { _ in }) {
        var statistics = Inspection.Statistics()
        build(&statistics)
        files[0].inspection = Inspection(version: 1, statistics: statistics, names: names)
    }
}

/// 64 hexadecimal digits that stand for a text.
func testHash(_ text: String) -> String {
    var generator = Seeded(seed: text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    return (0..<64).map { _ in String(Int.random(in: 0..<16, using: &generator), radix: 16) }.joined()
}

/// Random numbers that are the same for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// Runs `body` with a new seed, or that of the environment's `TEST_SEED`, and names the seed if an expectation fails.
func withSeed(_ body: (inout Seeded) throws -> Void) rethrows {
    let seed = ProcessInfo.processInfo.environment["TEST_SEED"].flatMap(UInt64.init) ?? .random(in: 0..<1_000_000_000)
    var generator = Seeded(seed: seed)
    try withKnownSeed(seed) { try body(&generator) }
}

private func withKnownSeed(_ seed: UInt64, _ body: () throws -> Void) rethrows {
    do {
        try body()
    } catch {
        Issue.record("TEST_SEED=\(seed) repeats this: \(error)")
        throw error
    }
}
