import Foundation
import TestSupport
import Testing

@Suite("Check", .blocking)
struct CheckTests {
    let meshyLib: MeshyLib

    init() throws { meshyLib = try MeshyLib() }

    private let owl = "Samples/wise-owl.glb"

    private func budget(_ limit: String) throws -> String {
        let text = """
            name: mine
            title: my own
            limits:
              - severity: error
                kind: hard
                source: https://example.com/art
                checked: 2026-11-23
                reason: because I say so
                change: ask Ann
                \(limit)
            """
        return try meshyLib.scratch.write("mine.yaml", text.utf8)
    }

    @Test("a model within its budget passes, and every limit is told with what was measured")
    func passes() throws {
        let result = try meshyLib("check", "--budget", "web", owl)
        try expectSuccess(result)
        #expect(result.output.contains("passes web"))
        for part in ["4,500", "≤ 100,000", "512", "≤ 2,048", "recommended"] {
            #expect(result.output.contains(part), "\(part) is missing in\n\(result.output)")
        }
    }

    @Test("a model over its budget is told why, what to change, and the source; the exit code is 1")
    func fails() throws {
        let result = try meshyLib("check", "--budget", try budget("measure: triangles\n    at-most: 4499"), owl)
        #expect(result.status == 1)
        for part in [
            "does not pass mine", "4,500", "≤ 4,499", "because I say so", "ask Ann", "https://example.com/art",
        ] {
            #expect(result.output.contains(part), "\(part) is missing in\n\(result.output)")
        }
        let enough = try meshyLib("check", "--budget", try budget("measure: triangles\n    at-most: 4500"), owl)
        try expectSuccess(enough)
    }

    @Test(
        "how a limit is not kept is said as the limit is meant",
        arguments: [
            ("triangles\n    at-most: 1", "over"), ("triangles\n    at-least: 9999", "under"),
            ("watertight\n    must-be: false", "not so"),
        ])
    func words(limit: String, word: String) throws {
        let result = try meshyLib("check", "--budget", try budget("measure: \(limit)"), owl)
        #expect(result.output.contains("hard  \(word)\n"), "\(result.output)")
    }

    @Test("errors are those that validate finds, in files, in the library and in searches")
    func errors() throws {
        var data = try Data(contentsOf: packageRoot.appending(path: owl))
        let range = try #require(data.range(of: Data(#""max":["#.utf8)))
        let digit = try #require(data[range.upperBound...].firstIndex { (0x31...0x39).contains($0) })
        data[digit] = data[digit] == 0x39 ? 0x31 : data[digit] + 1
        let file = try meshyLib.scratch.write("broken.glb", data)
        let path = try budget("measure: errors\n    at-most: 0")
        #expect(try meshyLib("validate", file).status == 2)
        #expect(try meshyLib("check", "--budget", path, file).status == 1)
        try expectSuccess(meshyLib("check", "--budget", path, owl))
        try expectSuccess(meshyLib("init"))
        try expectSuccess(meshyLib("import", file))
        #expect(try meshyLib("check", "--budget", "web", "--query", "errors:>0").status == 1)
        #expect(try meshyLib("search", "errors:>0 is:ok(web)", "--format", "ids").output.isEmpty)
    }

    @Test("sizes are those at the scale that was given")
    func scale() throws {
        let path = try budget("measure: longest-side\n    at-most: 20 cm")
        #expect(try meshyLib("check", "--budget", path, owl).status == 1)
        try expectSuccess(meshyLib("check", "--budget", path, "--scale", "0.05", owl))
    }

    @Test("JSON and JUnit can be read by others")
    func formats() throws {
        let mine = try budget("measure: watertight\n    must-be: false")
        let sword = "Samples/rune-sword.glb"
        let json = try meshyLib("check", "--format", "json", "--budget", "web", "--budget", mine, owl, sword)
        #expect(json.status == 1)
        let root = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(root["schema"] as? String == "meshy-lib.check/1")
        let files = try #require(root["files"] as? [[String: Any]])
        #expect(files.map { $0["passed"] as? Bool } == [false, false])
        let verdicts = try #require(files[0]["verdicts"] as? [[String: Any]])
        #expect(verdicts.map { $0["passed"] as? Bool } == [true, false])

        let junit = try meshyLib("check", "--format", "junit", "--budget", "web", "--budget", mine, owl)
        let script =
            "import sys, xml.etree.ElementTree as e; print(*[s.get('failures') for s in e.parse(sys.argv[1]).getroot()])"
        let read = try run("python3", ["-c", script, try meshyLib.scratch.write("junit.xml", junit.output.utf8)])
        #expect(read.output == "0 1\n", "\(read.errors)")
        #expect(junit.output.contains("ask Ann"))
        let csv = try meshyLib("check", "--format", "csv", "--budget", mine, owl)
        #expect(csv.output.contains(",ask Ann"))
        #expect(
            csv.output.split(separator: "\n").last?.hasPrefix("\(owl),mine,watertight,failed,1,no,error,hard,") == true)
    }

    @Test("models of the library are checked by id and by query")
    func library() throws {
        try expectSuccess(meshyLib("init"))
        try expectSuccess(meshyLib("import", "Samples"))
        let result = try meshyLib("check", "--budget", "roblox", "--query", "sort:title")
        try expectSuccess(result)
        #expect(result.output.contains("10 of 10 models passed"))
        try expectSuccess(meshyLib("check", "--budget", "roblox", "m0n5ter2"))
    }

    /// A triangle whose third index is of no vertex.
    private func unreadable() throws -> String {
        func little(_ number: Int) -> [UInt8] {
            (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        var json = Array(
            #"""
            {"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],
            "meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],
            "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"max":[1,1,0]},
                {"bufferView":1,"componentType":5125,"count":3,"type":"SCALAR"}],
            "bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":36,"byteLength":12}],
            "buffers":[{"byteLength":48}]}
            """#.utf8)
        json += [UInt8](repeating: 0x20, count: (4 - json.count % 4) % 4)
        let corners: [Float] = [0, 0, 0, 1, 0, 0, 0, 1, 0]
        let binary = corners.flatMap { little(Int($0.bitPattern)) } + [0, 1, 99].flatMap(little)
        let body = little(json.count) + Array("JSON".utf8) + json + little(binary.count) + Array("BIN\0".utf8) + binary
        let glb = Array("glTF".utf8) + little(2) + little(12 + body.count) + body
        return try meshyLib.scratch.write("unreadable.glb", glb)
    }

    @Test("what cannot be measured is told in every format and is no pass, not even of advice")
    func unmeasured() throws {
        let file = try unreadable()
        let text = try meshyLib("check", "--budget", "quick-look", file)
        #expect(text.status != 0)
        #expect(text.output.contains("does not pass quick-look"), "\(text.output)")
        #expect(text.output.contains("unknown  ≤ 100,000  recommended  not measured"), "\(text.output)")
        #expect(text.errors.contains("the index 99 is beyond the 3 vertices"), "\(text.errors)")

        let json = try meshyLib("check", "--budget", "quick-look", "--format", "json", file)
        let root = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let files = try #require(root["files"] as? [[String: Any]])
        #expect(files.map { $0["passed"] as? Bool } == [false])
        let limits = try #require((files[0]["verdicts"] as? [[String: Any]])?.first?["limits"] as? [[String: Any]])
        let triangles = try #require(limits.first { $0["measure"] as? String == "triangles" })
        #expect(triangles["outcome"] as? String == "unknown")
        #expect(triangles["value"] is NSNull)
        #expect(limits.filter { $0["outcome"] as? String == "passed" }.count == limits.count - 1)

        let junit = try meshyLib("check", "--budget", "quick-look", "--format", "junit", file)
        #expect(junit.output.contains(#"failures="1" errors="0" skipped="0""#), "\(junit.output)")
    }

    @Test("models that could not be measured are not found as within a budget") func unmeasuredInLibrary() throws {
        try expectSuccess(meshyLib("init"))
        try expectSuccess(meshyLib("import", try unreadable(), owl))
        let found = try meshyLib("search", "is:ok(quick-look)", "--format", "jsonl")
        #expect(found.output.split(separator: "\n").count == 1, "\(found.output)")
    }

    @Test("of several models, what to change is told once") func changes() throws {
        let mine = try budget("measure: triangles\n    at-most: 100")
        let result = try meshyLib("check", "--budget", mine, owl, "Samples/rune-sword.glb")
        #expect(result.status == 1)
        #expect(result.output.contains("0 of 2 models passed"))
        #expect(result.output.components(separatedBy: "ask Ann").count == 2)
        #expect(result.output.contains("triangles ≤ 100: ask Ann (2 models)"), "\(result.output)")
    }

    @Test("a template says in every format that it holds no limits", arguments: ["table", "json", "csv", "junit"])
    func templates(format: String) throws {
        for name in ["game-prop", "game-hero", "mobile-ar", "vr"] {
            let result = try meshyLib("check", "--budget", name, "--format", format, owl)
            try expectSuccess(result)
            #expect(result.errors.contains("warning: the budget '\(name)' has no limits"), "\(result.errors)")
        }
        #expect(try meshyLib("check", "--budget", "web", "--format", format, owl).errors.isEmpty)
    }

    @Test("every budget that people know is there, and the samples are checked against it")
    func shipped() throws {
        for name in [
            "web", "mobile-ar", "quick-look", "game-prop", "game-hero", "roblox", "vr", "print-fdm", "print-resin",
        ] {
            try expectSuccess(meshyLib("check", "--budget", name, owl))
        }
    }

    @Test("what is not there is said, and every budget of the program can be shown and read again")
    func names() throws {
        #expect(try meshyLib("check", owl).status == 64)
        #expect(try meshyLib("check", "--budget", "nope", owl).status == 64)
        #expect(try meshyLib("check", "--budget", "nowhere.yaml", owl).status == 66)
        #expect(try meshyLib("check", "--budget", try budget("measure: tris"), owl).status == 65)
        #expect(try meshyLib("check", "--budget", "web", "nowhere.glb").status == 66)
        let list = try meshyLib("check", "--list")
        try expectSuccess(list)
        for line in list.output.split(separator: "\n").dropFirst() {
            let name = try #require(line.split(separator: " ").first.map(String.init))
            let text = try meshyLib("check", "--show", name)
            try expectSuccess(text)
            let path = try meshyLib.scratch.write("again.yaml", text.output.utf8)
            #expect(
                try meshyLib("check", "--budget", path, owl).status == meshyLib("check", "--budget", name, owl).status)
        }
    }
}
