import Foundation
import TestSupport
import Testing

@Suite("Search and show", .blocking)
struct SearchTests {
    let meshyLib: MeshyLib

    init() throws {
        meshyLib = try MeshyLib()
        try expectSuccess(meshyLib("init"))
        try expectSuccess(meshyLib("import", "Samples"))
    }

    private func titles(_ query: String...) throws -> [String] {
        let result = try run(
            builtPrograms.appendingPathComponent("meshy-lib").path, ["search"] + query + ["--format", "jsonl"],
            environment: ["MESHY_LIBRARY": meshyLib.library])
        try expectSuccess(result)
        return try result.output.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(object?["title"] as? String)
        }
    }

    @Test("words, fields and what is inside the files are one search")
    func finds() throws {
        #expect(try titles("monster", "mask").count == 2)
        #expect(try titles("mask", "-untextured") == ["Monster mask"])
        #expect(try titles("mask has:textures") == ["Monster mask"])
        #expect(try titles("Meshy_AI_Friendly_Robot_biped") == ["Friendly robot, waving"])
        #expect(try titles("is:rigged") == ["Friendly robot, waving"])
        #expect(try titles("potion OR sword sort:title") == ["Potion bottle", "Rune sword"])
        #expect(try titles("tris:>=5k sort:title") == ["Cozy cottage", "Treasure chest"])
        #expect(try titles("-tag:magic", "tag:prop") == ["Treasure chest"])
        #expect(try titles("parent:m0n5ter1") == ["Monster mask"])
        #expect(try titles("created:2026-11-18 kind:text-to-3d.preview") == ["Monster mask, untextured"])
    }

    @Test("fragments and small typos still find, and say so", arguments: ["msk", "onster", "mosnter", "maks"])
    func typos(word: String) throws {
        let result = try meshyLib("search", word)
        try expectSuccess(result)
        #expect(result.output.contains("Monster mask"))
        #expect(result.errors.contains("nothing matches '\(word)'"))
    }

    @Test("every format holds the same models")
    func formats() throws {
        let ids = try meshyLib("search", "sort:title", "--format", "ids").output.split(separator: "\n").map(String.init)
        #expect(ids.count == 10)
        let json = try #require(
            try JSONSerialization.jsonObject(
                with: Data(meshyLib("search", "sort:title", "--format", "json").output.utf8))
                as? [String: Any])
        #expect(json["schema"] as? String == "meshy-lib.search/1")
        #expect(json["total"] as? Int == 10)
        #expect((json["models"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ids)
        let csv = try meshyLib("search", "sort:title", "--format", "csv").output.split(separator: "\n")
        #expect(csv.dropFirst().map { String($0.prefix(8)) } == ids)
        let table = try meshyLib("search", "sort:title").output.split(separator: "\n")
        #expect(table.dropFirst().prefix(10).map { String($0.prefix(8)) } == ids)
    }

    @Test("pages do not overlap")
    func pages() throws {
        var seen: [String] = []
        for offset in stride(from: 0, to: 12, by: 4) {
            let page = try meshyLib("search", "sort:title", "--limit", "4", "--offset", "\(offset)", "--format", "ids")
            seen += page.output.split(separator: "\n").map(String.init)
        }
        #expect(seen.count == 10 && Set(seen).count == 10)
    }

    @Test("a wrong query is shown with its place and what may have been meant")
    func wrongQuery() throws {
        let result = try meshyLib("search", "mask tirs:<20k")
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("  mask tirs:<20k\n       ^^^^"))
        #expect(result.errors.contains("'tris:'"))
    }

    @Test(
        "no query can break the database or the program",
        arguments: [
            "\"", "'; DROP TABLE model; --", "a*b*", "NEAR(a b)", "a AND OR NOT", "((((", "-", "*", "tag:", "\u{0}",
            "❤", "\\",
            "title:\"x", "tris:..", "tris:99999999999999999999", "created:9999-99-99", "sort:", "a:b:c", "^a", "{a b}",
            "%_%",
        ])
    func hostile(query: String) throws {
        let result = try meshyLib("search", query)
        #expect([0, 64].contains(result.status), "\(result.errors)")
        #expect(try titles("sort:title").count == 10)
    }

    @Test("a saved search is used by its name")
    func saved() throws {
        try expectSuccess(meshyLib("search", "tag:mask has:textures", "--save", "masks"))
        #expect(try titles("@masks") == ["Monster mask"])
        let again = try meshyLib("search", "tag:horror", "--save", "masks")
        #expect(again.errors.contains("in place of 'tag:mask has:textures'"))
        #expect(try meshyLib("searches", "--format", "csv").output.contains("masks,tag:horror,"))
        #expect(try meshyLib("searches", "remove", "mask").errors.contains("did you mean 'masks'?"))
        try expectSuccess(meshyLib("searches", "remove", "@masks"))
        #expect(try meshyLib("search", "@masks").status == 66)
    }

    @Test("what is found nowhere is answered with a way on")
    func nothing() throws {
        #expect(try meshyLib("serach", "mask").errors.contains("did you mean 'meshy-lib search'?"))
        #expect(try meshyLib("search", "is:ok(wob)").errors.contains("did you mean 'ok(web)'?"))
        #expect(try meshyLib("search", "--limit", "0").errors == "10 models\n")
        for command in ["show", "inspect", "validate"] {
            let result = try meshyLib(command, "--query", "tag:nothing")
            try expectSuccess(result)
            #expect(result.output.isEmpty && result.errors.contains("no model matches"))
            #expect(try meshyLib(command, "--query", " ").status == 64)
        }
        let other = meshyLib.scratch.file("other")
        try expectSuccess(meshyLib("init", "--library", other))
        #expect(try meshyLib("search", "mask", "--library", other).errors.contains("meshy-lib import"))
    }

    @Test("models are named by their ids and titles wherever their files are looked at")
    func identity() throws {
        #expect(try meshyLib("inspect", "--query", "is:rigged", "--format", "ids").output.count == 9)
        let table = try meshyLib("inspect", "--query", "tag:mask OR is:rigged").output
        #expect(table.contains("m0n5ter2 Monster mask") && !table.contains("objects/"))
        for command in ["inspect", "validate"] {
            for format in ["json", "jsonl"] {
                let output = try meshyLib(command, "m0n5ter2", "--format", format).output
                let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
                #expect(object?["id"] as? String == "m0n5ter2" && object?["title"] as? String == "Monster mask")
            }
        }
    }

    @Test("an empty query is no query for a command that changes models")
    func emptyQuery() throws {
        let result = try meshyLib("trash", "--query", " ")
        #expect(result.status == 64)
        #expect(try titles("sort:title").count == 10)
    }

    @Test("results that cannot be written are an error; a reader that leaves early is none")
    func output() throws {
        let full = try run(
            "bash", ["-c", "\(builtPrograms.path)/meshy-lib stats >/dev/full"],
            environment: ["MESHY_LIBRARY": meshyLib.library])
        #expect(full.status == 74)
        #expect(full.errors.contains("cannot be written"))
        let left = try run(
            "bash", ["-c", "set -o pipefail; \(builtPrograms.path)/meshy-lib search --format json | true"],
            environment: ["MESHY_LIBRARY": meshyLib.library])
        #expect(left.status == 0)
    }

    @Test("without a library, the way to one is named")
    func noLibrary() throws {
        let result = try meshyLib("search", "x", environment: ["MESHY_LIBRARY": meshyLib.scratch.file("nowhere")])
        #expect(result.status == 66)
        #expect(result.errors.contains("meshy-lib init"))
        // What cannot be looked into may well be a library.
        let loop = meshyLib.scratch.file("loop")
        try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: "loop")
        let unreadable = try meshyLib("search", "x", environment: ["MESHY_LIBRARY": loop])
        #expect(unreadable.status == 74)
        #expect(!unreadable.errors.contains("there is no library"))
    }

    @Test("show says the prompt, the lineage and where the file lies")
    func show() throws {
        let result = try meshyLib("show", "m0n5ter2")
        try expectSuccess(result)
        for part in ["a monster mask", "refine of", "m0n5ter1", "/objects/", "approved"] {
            #expect(result.output.contains(part))
        }
        #expect(try meshyLib("show", "zzzzzzzz").status == 66)
        #expect(try meshyLib("show").status == 64)
    }
}
