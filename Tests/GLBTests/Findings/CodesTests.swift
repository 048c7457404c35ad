import Foundation
import TestSupport
import Testing

@testable import GLB

@Suite struct CodesTests {
    @Test("names and severities are the reference validator's", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
    func severities() throws {
        let path = Corpus.folder.deletingLastPathComponent().appending(path: "spec/khronos-issue-codes.json")
        let table = try JSONText(parsing: Array(try Data(contentsOf: path))).root
        let severities = Dictionary(
            table.elements.compactMap { entry in
                entry["code"]?.string.flatMap { code in entry["severity"]?.string.map { (code, $0.lowercased()) } }
            }, uniquingKeysWith: { first, _ in first })
        let source = packageFolder.appending(path: "Sources/GLB/Findings/Codes.swift")
        let codes = try String(contentsOf: source, encoding: .utf8).matches(
            of: /Self\("([A-Z0-9_]+)"(?:, \.([a-z]+))?\)/)
        #expect(codes.count > 30)
        for code in codes {
            #expect(severities[String(code.1)] == code.2.map(String.init) ?? "error", "\(code.1)")
        }
    }

    @Test("a finding is one line for people and one object for programs") func rendering() {
        let finding = Finding(.nodeLoop, at: .pointer("/nodes/1"), "the node is its own ancestor")
        #expect(finding.description == "error NODE_LOOP at /nodes/1: the node is its own ancestor")
        var writer = JSONWriter()
        writer.value([finding, Finding(.glbExtraData, at: .offset(7), "x")])
        #expect(
            writer.text == #"[{"code":"NODE_LOOP","severity":"error","pointer":"/nodes/1","#
                + #""message":"the node is its own ancestor"},"#
                + #"{"code":"GLB_EXTRA_DATA","severity":"warning","offset":7,"message":"x"}]"#)
    }

    @Test("collections of findings add up within the limit") func adding() {
        var first = Findings(limit: 3)
        var second = Findings(limit: 3)
        for index in 0..<2 { first.add(.nodeLoop, at: .pointer("/nodes/\(index)"), "") }
        for index in 0..<2 { second.add(.glbExtraData, at: .offset(index), "") }
        first.add(second)
        #expect(first.codes == ["NODE_LOOP", "NODE_LOOP", "GLB_EXTRA_DATA"])
        #expect(first.total == 4)
        #expect(first.hasErrors && !second.hasErrors)
    }
}
