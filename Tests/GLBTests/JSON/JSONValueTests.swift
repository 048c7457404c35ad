import TestSupport
import Testing

@testable import GLB

@Suite struct JSONValueTests {
    @Test("members and elements are found") func lookUp() throws {
        let root = try parse(#"{"a":[{"b":"x"},2,true,null],"c":{"d":-1},"a\/b":7}"#).root
        #expect(root["a"]?[0]?["b"]?.string == "x")
        #expect(root["a"]?[1]?.integer == 2)
        #expect(root["a"]?[2]?.bool == true)
        #expect(root["a"]?[3]?.isNull == true)
        #expect(root["a"]?[4] == nil)
        #expect(root["a"]?[-1] == nil)
        #expect(root["c"]?["d"]?.integer == -1)
        #expect(root["a/b"]?.integer == 7)
        #expect(root["x"] == nil)
        #expect(root[0] == nil)
        #expect(root["a"]?["b"] == nil)
        #expect(root.count == 3)
        #expect(root["a"]?.count == 4)
        #expect(root.members.map(\.name) == ["a", "c", "a/b"])
        #expect(root["a"]?.elements.map(\.kind) == [.object, .number, .boolean, .null])
        #expect(String(decoding: root["c"]?.rawBytes ?? [], as: UTF8.self) == #"{"d":-1}"#)
    }

    @Test("of members with the same name the last one counts") func lastMember() throws {
        #expect(try parse(#"{"a":1,"\u0061":2}"#).root["a"]?.integer == 2)
    }

    @Test(
        "strings are decoded",
        arguments: [
            (#""\u00e9\u20ac""#, "é€"), (#""\ud83d\ude00""#, "😀"),
            (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"),
            (#""\ud800""#, "\u{FFFD}"), (#""\ud800\u0041""#, "\u{FFFD}A"), (#""\udc00x""#, "\u{FFFD}x"),
            (#""\u0000""#, "\0"), ("\"é€😀\"", "é€😀"),
        ])
    func strings(text: String, expected: String) throws {
        #expect(try parse(text).root.string == expected)
    }

    @Test(
        "whole numbers are exact or absent",
        arguments: [
            ("0", 0), ("-0", 0), ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
            ("9223372036854775808", nil), ("-9223372036854775809", nil), ("18446744073709551616", nil),
            ("100000000000000000000", nil), ("1.0", 1), ("1e3", 1000), ("-2.50e1", -25), ("1.5", nil), ("1e19", nil),
            ("9007199254740992.0", 9_007_199_254_740_992), ("1e400", nil), ("0e999999999", 0),
        ] as [(String, Int?)])
    func integers(text: String, expected: Int?) throws {
        #expect(try parse(text).root.integer == expected)
    }

    @Test(
        "numbers are rounded correctly",
        arguments: [
            "0.1", "1e22", "1e23", "123456789012345678", "9007199254740993", "0.30000000000000004", "5e-324",
            "4.9e-324",
            "2.2250738585072011e-308", "1.7976931348623157e308", "-0.0", "3.141592653589793238462643383279502884197",
            "0.000000000000000000000000000000000000000000000001e48", "100000000000000000000000000000000000e-35",
        ])
    func doubles(text: String) throws {
        #expect(try parse(text).root.double?.bitPattern == Double(text)?.bitPattern)
    }

    @Test("numbers that overflow have no value") func overflow() throws {
        #expect(try parse("1e309").root.double == nil)
        #expect(try parse("-1e999999999999999999999").root.double == nil)
        #expect(try parse("1e-999999999999999999999").root.double == 0)
    }

    @Test("every double that is written is read back") func roundTrip() throws {
        let seed = UInt64.random(in: .min ... .max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<5000 {
            let number = Double(bitPattern: generator.next())
            guard number.isFinite else { continue }
            var writer = JSONWriter()
            writer.value(number)
            #expect(try JSONText(parsing: writer.bytes).root.double == number, "seed \(seed)")
        }
    }

    @Test("pointers lead from the root, with ~ and / escaped") func pointers() throws {
        let text = try parse(#"{"a":[1,{"b/c":[{}, 5]}],"m~n":{"":0}}"#)
        func pointer(_ value: JSONValue?) -> String? { value.map { text.pointer(to: $0.place) } }
        #expect(pointer(text.root) == "")
        #expect(pointer(text.root["a"]) == "/a")
        #expect(pointer(text.root["a"]?[0]) == "/a/0")
        #expect(pointer(text.root["a"]?[1]?["b/c"]?[1]) == "/a/1/b~1c/1")
        #expect(pointer(text.root["m~n"]) == "/m~0n")
        #expect(pointer(text.root["m~n"]?[""]) == "/m~0n/")
    }

    @Test("a finder of pointers gives the same in any order") func pointersInAnyOrder() throws {
        let text = try parse(#"{"a":[1,[2,3],{"x":4}],"b":{"c":[5]}}"#)
        let places = text.storage.nodes.indices.map { JSONPlace($0) }.filter {
            text.storage.nodes[Int($0.index)].kind != .key
        }
        let expected = places.map { text.pointer(to: $0) }
        var pointers = JSONPointers()
        for order in [Array(places.indices), places.indices.reversed()] {
            for index in order { #expect(pointers.pointer(to: places[index], in: text) == expected[index]) }
        }
    }

    @Test("lines and columns are counted from one") func lines() throws {
        let text = try parse("{\n  \"a\":\n    7}")
        let place = try #require(text.root["a"]?.place)
        #expect(text.lineAndColumn(of: place) == (3, 5))
        #expect(text.lineAndColumn(of: .root) == (1, 1))
    }
}
