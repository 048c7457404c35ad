import TestSupport
import Testing

@testable import GLB

@Suite struct JSONTextTests {
    @Test(
        "what RFC 8259 allows is read",
        arguments: [
            "0", "-0", "1e5", "1.5E-3", "-12.25e+2", "true", " null\n", "\"\"", "[]", "{}", "[[],{}]", #"{"":0}"#,
            #"{"a":[1,2,{"b":null}],"c":"d"}"#, #""\u00e9\n\"\\\/\b\f\r\t""#, #""\ud83d\ude00""#, "\"é€😀\"",
            "\r\n\t [ 1 , 2 ] ", "\"\u{7F}\"", #"["\ud800"]"#,
        ])
    func reads(text: String) throws {
        _ = try parse(text)
    }

    @Test(
        "what RFC 8259 forbids is refused at the byte that is wrong",
        arguments: [
            ("", 0), (" ", 1), ("{", 1), ("[", 1), ("[1", 2), ("[1,", 3), ("[1,]", 3), ("[,1]", 1), ("{\"a\"", 4),
            ("{\"a\":", 5), ("{\"a\":1,}", 7), ("{a:1}", 1), ("{1:1}", 1), ("[1 2]", 3), ("{\"a\" 1}", 5), ("]", 0),
            ("[}", 1), ("{]", 1), ("tru", 3), ("trux", 3), ("nul", 3), ("True", 0), ("NaN", 0), ("01", 2), ("-", 1),
            ("-a", 1), ("1.", 2), (".5", 0), ("1e", 2), ("1e+", 3), ("+1", 0), ("0x10", 1), ("\"abc", 4),
            ("\"\\", 2), ("\"\\x\"", 1), ("\"\\u12\"", 1), ("\"\\u123g\"", 1), ("\"a\nb\"", 2), ("1 1", 2),
            ("{} {}", 3), ("[1]]", 3), ("'a'", 0), ("// c\n1", 0),
        ])
    func refuses(text: String, offset: Int) throws {
        let error = try #require(throws: JSONError.self) { try parse(text) }
        #expect(error.offset == offset, "\(error)")
    }

    @Test(
        "bytes that are not UTF-8 are refused",
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
        ] as [[UInt8]])
    func refusesInvalidUTF8(bytes: [UInt8]) throws {
        let text = Array("\"12345678".utf8) + bytes + Array("\"".utf8)
        let error = try #require(throws: JSONError.self) { try JSONText(parsing: text) }
        #expect(error.reason == .invalidUTF8)
        #expect(error.offset == 9)
    }

    @Test("an error tells line and column") func lineAndColumn() throws {
        let error = try #require(throws: JSONError.self) { try parse("{\n  \"a\": 1,\n  \"b\": x\n}") }
        #expect(error.line == 3)
        #expect(error.column == 8)
    }

    @Test("no prefix of a text is a text") func prefixes() throws {
        let text = Array(#"{"a":[1,-2.5e3,"x\u00e9y",true],"b":{"c":null}}"#.utf8)
        for length in 0..<text.count {
            #expect(throws: JSONError.self) { try JSONText(parsing: Array(text.prefix(length))) }
        }
    }

    @Test("nesting ends at the limit, in objects and arrays") func depth() throws {
        var limits = JSONText.Limits()
        limits.depth = 10
        for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
            let inner = open == "[" ? "" : "0"
            func nested(_ depth: Int) -> [UInt8] {
                Array((String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)).utf8)
            }
            _ = try JSONText(parsing: nested(10), limits: limits)
            let error = try #require(throws: JSONError.self) { try JSONText(parsing: nested(11), limits: limits) }
            #expect(error.reason == .tooDeep(limit: 10))
        }
        #expect(throws: JSONError.self) { try parse(String(repeating: "[", count: 1_000_000)) }
    }

    @Test("the number of values and of bytes is limited") func limits() throws {
        var limits = JSONText.Limits()
        limits.nodes = 5
        _ = try JSONText(parsing: Array("[1,2,3]".utf8), limits: limits)
        var error = try #require(throws: JSONError.self) {
            try JSONText(parsing: Array("[1,2,3,4,5]".utf8), limits: limits)
        }
        #expect(error.reason == .tooManyValues(limit: 5))
        limits.bytes = 4
        error = try #require(throws: JSONError.self) { try JSONText(parsing: Array("12345".utf8), limits: limits) }
        #expect(error.reason == .tooLong(limit: 4))
    }

    @Test("repeated names are found, also among many and under another spelling") func duplicates() throws {
        func pointers(_ text: String) throws -> [String] {
            let text = try parse(text)
            return text.duplicateKeys.map { text.pointer(to: $0) }
        }
        #expect(try pointers(#"{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}"#) == [])
        #expect(try pointers(#"{"a":1,"b":2,"a":3}"#) == ["/a"])
        #expect(try pointers(#"{"x":{"a":1,"\u0061":3}}"#) == ["/x/a"])
        let many = (0..<1000).map { #""key\#($0)":\#($0)"# }
        #expect(try pointers("{" + many.joined(separator: ",") + "}") == [])
        #expect(try pointers("{" + (many + [#""key500":0"#]).joined(separator: ",") + "}") == ["/key500"])
        #expect(try pointers("{" + (many + [#""\u006bey7":0"#]).joined(separator: ",") + "}") == ["/key7"])
        #expect(
            try parse("{" + [String](repeating: #""a":0"#, count: 500).joined(separator: ",") + "}")
                .duplicateKeys.count == 100)
    }

    @Test("damaged texts are read or refused, but never crash") func mutations() throws {
        let seed = UInt64.random(in: .min ... .max)
        var generator = SeededGenerator(seed: seed)
        let good = Array(#"{"asset":{"version":"2.0"},"é":[1,-2.5e3,"x\u00e9\n",true,null,{}],"b":[[],[0.1]]}"#.utf8)
        for _ in 0..<5000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
                case 1: bytes.insert(bytes[Int.random(in: bytes.indices, using: &generator)], at: index)
                default: bytes.remove(at: index)
                }
            }
            guard let text = try? JSONText(parsing: bytes) else { continue }
            // Whatever is accepted is written as a text that is accepted again.
            var writer = JSONWriter()
            writer.value(text.root)
            #expect(throws: Never.self, "seed \(seed)") { try JSONText(parsing: writer.bytes) }
        }
    }
}
