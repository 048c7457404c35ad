import Foundation
import TestSupport
import Testing

/// Files of prompts as people's editors and spreadsheets write them: nobody pays for a line that was misread.
@Suite("Files of prompts")
struct BatchFileTests {
    /// What a batch would send, a request a line.
    private func planned(_ name: String, _ text: String, _ arguments: String...) throws -> (CommandResult, [String]) {
        let meshyLib = try MeshyLib()
        try expectSuccess(meshyLib("init"))
        let path = try meshyLib.scratch.write(name, Array(text.utf8))
        let result = try run(
            builtPrograms.appendingPathComponent("meshy-lib").path,
            ["generate", "--from", path, "--dry-run"] + arguments,
            environment: ["MESHY_LIBRARY": meshyLib.library, "HOME": meshyLib.scratch.path])
        let bodies = result.output.split(separator: "\n").filter { $0.hasPrefix("  ") }.map { String($0.dropFirst(2)) }
        return (result, bodies)
    }

    @Test("each line is a prompt, whatever ends the lines", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        let two = [#"{"mode":"preview","prompt":"a mask"}"#, #"{"mode":"preview","prompt":"a helmet"}"#]
        let text = ["# my list", "a mask", "", "a helmet", ""].joined(separator: end)
        #expect(try planned("a.txt", "\u{FEFF}" + text).1 == two)
        let objects = [#"{"prompt":"a mask"}"#, #"{"prompt":"a helmet"}"#].joined(separator: end)
        #expect(try planned("a.jsonl", "\u{FEFF}" + objects).1 == two)
        let table = ["prompt,title", "a mask,M", "a helmet,H"].joined(separator: end)
        #expect(try planned("a.csv", "\u{FEFF}" + table).1 == two)
    }

    @Test("a line whose count or refine cannot be read is left out and named, and stops no other")
    func unreadable() throws {
        let table = """
            prompt,count,refine
            a mask,many,
            a helmet,5000,
            a chest,,perhaps
            a lantern,2,no
            """
        let (result, bodies) = try planned("a.csv", table, "--refine")
        #expect(result.status == 1)
        #expect(result.errors.contains("1 of 4 lines can be used"), "\(result.errors)")
        #expect(bodies == Array(repeating: #"{"mode":"preview","prompt":"a lantern"}"#, count: 2))
        for place in ["a.csv:2: count", "a.csv:3: count", "a.csv:4: refine"] {
            #expect(result.errors.contains(place), "\(result.errors)")
        }
    }

    @Test("--count holds for the lines that say nothing else, and a seed that cannot count on is refused")
    func count() throws {
        let (_, bodies) = try planned("a.csv", "prompt,count\na mask,\na helmet,1\n", "--count", "2", "--seed", "7")
        #expect(
            bodies == [
                #"{"mode":"preview","prompt":"a mask","seed":7}"#, #"{"mode":"preview","prompt":"a mask","seed":8}"#,
                #"{"mode":"preview","prompt":"a helmet","seed":7}"#,
            ])
        let meshyLib = try MeshyLib()
        try expectSuccess(meshyLib("init"))
        let result = try meshyLib("generate", "a mask", "--seed", "9223372036854775807", "--count", "2", "--dry-run")
        #expect(result.status == 64)
        #expect(result.errors.contains("--seed"))
    }

    @Test("a seed that a line or --set gives counts on, too: nobody pays for the same model thrice")
    func seeds() throws {
        let seeds = [7, 8, 9].map { #"{"mode":"preview","prompt":"a mask","seed":\#($0)}"# }
        #expect(try planned("a.csv", "prompt,count,seed\na mask,3,7\n").1 == seeds)
        #expect(try planned("a.txt", "a mask\n", "--count", "3", "--set", "seed=7").1 == seeds)
    }

    @Test("what is odd is named in the order of the lines, what is asked for twice as well")
    func oddLines() throws {
        let objects = """
            {"prompt": "a mask"}
            {"prompt": 5}
            {"prompt": "a chest", "seed": "x"}
            {"prompt": ["a", "b"]}
            {"prompt": "a mask"}
            """
        let (result, bodies) = try planned("a.jsonl", objects)
        #expect(result.status == 1)
        #expect(bodies == Array(repeating: #"{"mode":"preview","prompt":"a mask"}"#, count: 2))
        let named = result.errors.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /a\.jsonl:(\d+)/).flatMap { Int($0.1) }
        }
        #expect(named == [2, 3, 4, 5], "\(result.errors)")
        #expect(result.errors.contains("a.jsonl:5: asks for the same as line 1"))
        #expect(result.errors.contains("2 of 5 lines can be used"))
    }

    @Test("a quotation mark that is not closed does not make one prompt of the rest of the file")
    func unclosed() throws {
        let (result, bodies) = try planned("a.csv", "prompt,title\na mask,M\n\"a green lamp,L\na chest,C\n")
        #expect(result.status == 1)
        #expect(bodies == [#"{"mode":"preview","prompt":"a mask"}"#])
        #expect(result.errors.contains("a.csv:3: a quotation mark is not closed"), "\(result.errors)")
    }

    @Test("a file that is not there is called so")
    func absent() throws {
        let meshyLib = try MeshyLib()
        try expectSuccess(meshyLib("init"))
        let result = try meshyLib("generate", "--from", meshyLib.scratch.file("none.txt"), "--dry-run")
        #expect(result.status == 66)
        #expect(result.errors.contains("there is no file"))
    }

    @Test("a table of retirements that was given judges the lines of a batch, too")
    func retirements() throws {
        let meshyLib = try MeshyLib()
        try expectSuccess(meshyLib("init"))
        let table = """
            {"version": 1, "checked": "2026-11-27", "source": "https://example.com", "models": [
              {"name": "meshy-6", "use": "geometry", "retires": "2026-01-01", "replacement": "meshy-7.1"}]}
            """
        let retirements = try meshyLib.scratch.write("table.json", Array(table.utf8))
        let path = try meshyLib.scratch.write("a.csv", Array("prompt,ai_model\na mask,meshy-6\na helmet,\n".utf8))
        let judged = try meshyLib("generate", "--from", path, "--dry-run", "--retirements", retirements)
        #expect(judged.status == 1, "\(judged.errors)")
        #expect(judged.errors.contains("a.csv:2: ai_model"), "\(judged.errors)")
        #expect(judged.output.contains("a helmet"))
        #expect(!judged.output.contains("a mask"))
    }
}
