import Catalog
import Foundation
import GLB
import Pictures
import SystemPackage
import TestSupport
import Testing

@testable import Library

@Suite("Analyze")
struct AnalyzeTests {
    let test: TestLibrary

    init() throws { test = try TestLibrary() }

    private func ids(_ query: String) throws -> [ModelID] {
        try test.library.catalog.ids(matching: Query(parsing: query))
    }

    @Test("models are read once, and the library knows what they are like")
    func analyzes() throws {
        try test.importFiles(packageRoot.appendingPathComponent("Samples").path)
        #expect(try ids("is:watertight").isEmpty)
        var told: [Int] = []
        let summary = try test.library.analyze { told.append($0) }
        #expect(summary == Library.AnalysisSummary(read: 10))
        #expect(told.last == 10)
        #expect(try ids("is:watertight").count == 10)
        #expect(try ids("is:ok(roblox)").count == 10)
        #expect(try ids("is:ok(roblox-accessory)").count < 10)
        #expect(try ids("is:ok(web)").count == 10)
        #expect(try ids("is:ok(print-fdm)").count == 10)
        // A text to fill in is kept by none.
        #expect(try ids("is:ok(vr)").isEmpty)
        #expect(try ids("code:MESHY_SEAMS is:watertight").count == 10)
        #expect(try test.library.analyze { _ in } == Library.AnalysisSummary())
    }

    @Test("faults that only a look into pictures shows are counted") func pictures() throws {
        let opaque = PNG.encode([UInt8](repeating: 255, count: 4 * 16), width: 4, height: 4, format: .rgba)
        let text = Data(opaque).base64EncodedString()
        let json = #"""
            {"asset":{"version":"2.0"},"images":[{"bufferView":0,"mimeType":"image/png"}],
            "bufferViews":[{"buffer":0,"byteLength":\#(opaque.count)}],
            "buffers":[{"byteLength":\#(opaque.count),"uri":"data:application/octet-stream;base64,\#(text)"}]}
            """#
        let analysis = Analysis(of: try AssetFile(bytes: Array(json.utf8)), budgets: [])
        #expect(analysis.findings.contains { $0.code == "MESHY_OPAQUE_ALPHA" && $0.count == 1 })
    }

    @Test("what was stopped goes on later, and what cannot be read is not tried again")
    func stopsAndFails() throws {
        try test.importFiles(packageRoot.appendingPathComponent("Samples").path)
        #expect(try test.library.analyze(isStopped: { true }) { _ in }.read == 0)
        let model = try #require(try test.library.catalog.models(ids("")).first)
        let path = try test.library.path(of: model).string
        try FileManager.default.removeItem(atPath: path)
        let summary = try test.library.analyze { _ in }
        #expect(summary == Library.AnalysisSummary(read: 10, failed: 1))
        #expect(try test.library.catalog.model(model.id).analysis?.failure.isEmpty == false)
        #expect(try ids("is:watertight").count == 9)
        #expect(try test.library.analyze { _ in }.read == 0)
    }

    @Test("only the files that were named are read")
    func some() throws {
        try test.importFiles(packageRoot.appendingPathComponent("Samples").path)
        let models = try test.library.catalog.models(ids(""))
        #expect(try test.library.analyze(models.prefix(3).map(\.hash)) { _ in }.read == 3)
        #expect(try ids("is:watertight").count == 3)
    }
}
