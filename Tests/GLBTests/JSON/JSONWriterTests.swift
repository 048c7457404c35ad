import Testing

@testable import GLB

@Suite struct JSONWriterTests {
    private func text(pretty: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(pretty: pretty)
        body(&writer)
        return writer.text
    }

    @Test("members, elements and nothing stand where they belong") func structure() {
        let written = text { writer in
            writer.object { writer in
                writer.member("a", 1)
                writer.member(ifPresent: "b", Int?.none)
                writer.member("c", Int?.none)
                writer.array("d") { writer in
                    writer.value("x")
                    writer.object { _ in }
                    writer.array { _ in }
                }
                writer.object("e") { $0.member("f", [1.5, 2]) }
            }
        }
        #expect(written == #"{"a":1,"c":null,"d":["x",{},[]],"e":{"f":[1.5,2]}}"#)
    }

    @Test("pretty text has a line for each member") func pretty() {
        let written = text(pretty: true) { writer in
            writer.object { writer in
                writer.member("a", [1, 2])
                writer.object("b") { _ in }
            }
        }
        #expect(written == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}")
    }

    @Test("strings are escaped, and read back as they were") func strings() throws {
        let string = "\"\\/\n\r\t\u{0}\u{1F}\u{7F}é😀"
        let written = text { $0.value(string) }
        #expect(written == #""\"\\/\n\r\t\u0000\u001f\u007fé😀""#)
        #expect(try parse(written).root.string == string)
    }

    @Test("numbers are short, and null where JSON has none") func numbers() {
        #expect(text { $0.value([0.1, 1, -0.5, 1e300, .infinity, .nan]) } == "[0.1,1,-0.5,1e+300,null,null]")
        #expect(text { $0.value([Float(0.1), 3, .infinity]) } == "[0.1,3,null]")
        #expect(text { $0.value(Int64.min) } == "-9223372036854775808")
    }

    @Test("a value of a text is written without its white space") func values() throws {
        let value = try parse("{ \"a\" : [ 1.50 , \"\\u0041\\n\" ] ,\n \"b\" : { } }").root
        #expect(text { $0.value(value) } == #"{"a":[1.50,"\u0041\n"],"b":{}}"#)
    }
}
