import Foundation
import TestSupport
import Testing

@testable import GLB

@Suite struct CodeTableTests {
    @Test(
        "the table has every code of the reference validator, with its severity",
        .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
    func completeness() throws {
        let path = Corpus.folder.deletingLastPathComponent().appending(path: "spec/khronos-issue-codes.json")
        let entries = try JSONText(parsing: Array(try Data(contentsOf: path))).root.elements
        var expected: [String: String] = [:]
        for entry in entries {
            expected[try #require(entry["code"]?.string)] = try #require(entry["severity"]?.string).lowercased()
        }
        let found = Dictionary(
            Finding.Code.table.filter { !$0.name.hasPrefix("MESHY_") }.map { ($0.name, $0.severity.rawValue) },
            uniquingKeysWith: { $1 })
        #expect(found == expected)
    }

    @Test("each code is in the table once and found by its name") func names() {
        #expect(Set(Finding.Code.table).count == Finding.Code.table.count)
        for code in Finding.Code.table { #expect(Finding.Code(named: code.name) == code) }
        #expect(Finding.Code(named: "NO_SUCH_CODE") == nil)
    }

    @Test("each code says in whole sentences what, why and how to mend", arguments: Finding.Code.table)
    func sentences(code: Finding.Code) {
        for sentence in [code.what, code.why, code.mend] {
            #expect(sentence.hasSuffix("."), "\(code.name): \(sentence)")
            #expect(sentence.first?.isUppercase ?? false || sentence.first == "\"", "\(code.name): \(sentence)")
            #expect(sentence.count < 160, "\(code.name): \(sentence)")
        }
    }

    /// `RECORD_DOCS=1 swift test --filter CodeTableTests` writes the table anew.
    @Test("the documentation has the table") func documentation() throws {
        let path = packageFolder.appending(path: "docs/validation.md")
        let text = try String(contentsOf: path, encoding: .utf8)
        let heading = "## Codes\n"
        let start = try #require(text.range(of: heading)?.lowerBound)
        let expected = heading + "\n" + Self.table
        if ProcessInfo.processInfo.environment["RECORD_DOCS"] != nil {
            try (text[..<start] + expected).write(to: path, atomically: true, encoding: .utf8)
        }
        #expect(String(text[start...]) == expected)
    }

    /// The table as `docs/validation.md` has it.
    private static var table: String {
        let sections: [(String, [Finding.Code])] = [
            ("Container and files", Finding.Code.container), ("JSON and types", Finding.Code.schema),
            ("Objects by themselves", Finding.Code.semantics), ("Extensions", Finding.Code.extensions),
            ("Objects and each other", Finding.Code.links), ("Primitives", Finding.Code.primitives),
            ("Numbers in the buffers", Finding.Code.data), ("Buffers and images", Finding.Code.resources),
            ("Faults of generators", Finding.Code.faults),
        ]
        return sections.map { title, codes in
            "### \(title)\n\n| code | severity | what | why | mend |\n| --- | --- | --- | --- | --- |\n"
                + codes.map { "| `\($0.name)` | \($0.severity) | \($0.what) | \($0.why) | \($0.mend) |\n" }.joined()
        }.joined(separator: "\n")
    }
}
