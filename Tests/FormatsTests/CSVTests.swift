import Formats
import TestSupport
import Testing

@Suite("CSV", .blocking)
struct CSVTests {
    @Test(
        "fields come back as they were, by Python's csv",
        arguments: [
            ["plain", "", "a,b", "say \"hi\"", "two\r\nlines", "\n", "\r"],
            [",\u{301}", "\"\u{301}", "a\"\u{FE0F},\u{20DD}", "❤,🏽", "=1+1", "-dash", "'"],
        ])
    func roundTrip(fields: [String]) throws {
        let scratch = try Scratch()
        let path = try scratch.write("a.csv", (CSV.line(fields) + "\r\n").utf8)
        let script = """
            import csv, sys
            rows = list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8')))
            assert len(rows) == 1, rows
            sys.stdout.write('|'.join(field.encode().hex() for field in rows[0]))
            """
        let result = try run("python3", ["-c", script, path])
        #expect(result.status == 0, "\(result.errors)")
        func hex(_ text: String) -> String {
            text.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
        #expect(result.output == fields.map(hex).joined(separator: "|"))
    }

    @Test(
        "what a spreadsheet would run gets an apostrophe, numbers do not",
        arguments: [
            ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-x", "'-x"), ("@a", "'@a"), ("\tx", "'\tx"), ("\r\n=x", "'\r\n=x"),
            ("=\u{301}1", "'=\u{301}1"), ("-1.5", "-1.5"), ("", ""), ("a=b", "a=b"),
        ])
    func guarded(text: String, expected: String) {
        #expect(CSV.guarded(text) == expected)
    }
}
