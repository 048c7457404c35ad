import Foundation
import TestSupport
import Testing

@Suite("Regenerate, lineage, diff, receipts", .blocking)
struct RegenerateTests {
    /// The ids of the models that a query finds.
    private func ids(_ studio: Studio, _ query: String) throws -> [String] {
        try studio("search", query, "--format", "ids").output.split(separator: "\n").map(String.init)
    }

    private func document(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("another seed and another prompt become models of their own that descend from the first")
    func varies() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a monster mask", "--refine", "--yes", "--seed", "5"))
        let preview = try #require(ids(studio, "kind:text-to-3d.preview").first)
        let refined = try #require(ids(studio, "kind:text-to-3d.refine").first)

        let seeded = try studio("regenerate", preview, "--count", "2", "--set", "seed=6", "--yes")
        try expectSuccess(seeded)
        #expect(try ids(studio, "kind:text-to-3d.preview parent:\(preview)").count == 2)

        let words = try studio("regenerate", refined, "--prompt", "a treasure chest", "--yes")
        try expectSuccess(words)
        #expect(words.errors.contains("text-to-3d.preview \(preview) is made again too"))
        #expect(words.errors.contains("30 credits"))
        let chest = try #require(ids(studio, "kind:text-to-3d.refine treasure").first)
        let parents = try #require(
            (document(studio("show", chest, "--format", "json").output)["models"] as? [[String: Any]])?.first?[
                "parents"]
                as? [[String: Any]])
        let relations = parents.compactMap { $0["relation"] as? String }
        #expect(relations == ["refine", "regenerate"])
        #expect(parents.last?["id"] as? String == refined)

        let tree = try studio("lineage", refined)
        try expectSuccess(tree)
        let lines = tree.output.split(separator: "\n").map(String.init)
        // The two previews and two textured models, and the two other seeds.
        #expect(lines.count == 6)
        #expect(lines[0].hasPrefix(preview))
        #expect(lines.contains { $0.contains(refined) && $0.hasSuffix("◀") && $0.contains("refine") })
        #expect(lines.contains { $0.contains(chest) && $0.contains("regenerate of \(refined)") })
        #expect(lines.contains { $0.contains("seed 7") })
        let family = try document(studio("lineage", chest, "--format", "json").output)
        #expect((family["models"] as? [Any])?.count == 6)
        let differences = try studio("diff", refined, chest)
        #expect(differences.status == 1)
        #expect(differences.output.contains("a treasure chest"))
        try expectSuccess(studio("verify"))
    }

    @Test("nothing is sent by a dry run, which says what would be")
    func dryRun() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a mask", "--yes", "--set", "negative_prompt=ugly", "--set", "seed=4"))
        let id = try #require(ids(studio, "mask").first)
        let dry = try studio("regenerate", id, "--count", "3", "--dry-run", "--format", "json")
        try expectSuccess(dry)
        #expect(dry.errors.contains("negative_prompt=ugly is left out"))
        let document = try document(dry.output)
        #expect(document["credits"] as? Int == 60)
        let bodies = (document["requests"] as? [[String: Any]])?.compactMap { $0["body"] as? [String: Any] } ?? []
        #expect(bodies.compactMap { $0["seed"] as? Int } == [4, 5, 6])
        #expect(try studio.charges().count == 1)
        let refused = try studio("regenerate", id)
        #expect(refused.status == 64)
        #expect(refused.errors.contains("--yes"))
    }

    @Test("a model that came as a file alone is refused, and the message says what is missing")
    func unknown() throws {
        let studio = try Studio()
        var json = Array(#"{"asset":{"version":"2.0"}}"#.utf8)
        while json.count % 4 != 0 { json.append(0x20) }
        func word(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
        let glb = Array("glTF".utf8) + word(2) + word(20 + json.count) + word(json.count) + Array("JSON".utf8) + json
        try expectSuccess(studio("import", studio.meshyLib.scratch.write("alone.glb", glb)))
        let id = try #require(ids(studio, "sort:title").first)
        let result = try studio("regenerate", id, "--yes")
        #expect(result.status == 66, "\(result.errors)")
        #expect(result.errors.contains("hint:"))
    }

    @Test("what differs between two models is named, and the exit code says whether something does")
    func diff() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a monster mask", "--yes", "--seed", "5"))
        try expectSuccess(studio("generate", "a treasure chest", "--yes", "--seed", "5"))
        let mask = try #require(ids(studio, "mask").first)
        let chest = try #require(ids(studio, "chest").first)
        let differs = try studio("diff", mask, chest)
        #expect(differs.status == 1)
        #expect(differs.output.contains("a treasure chest"))
        #expect(!differs.output.contains("seed"))
        #expect(try studio("diff", mask, chest, "--all").output.contains("seed"))
        let same = try studio("diff", mask, mask)
        try expectSuccess(same)
        #expect(same.errors.contains("nothing differs"))
        let files = try studio("diff", "Samples/potion-bottle.glb", "Samples/wise-owl.glb", "--format", "json")
        #expect(files.status == 1)
        let rows = try #require(document(files.output)["differences"] as? [[String: Any]])
        #expect(rows.allSatisfy { $0["of"] as? String == "result" && $0["different"] as? Bool == true })
        #expect(rows.contains { $0["name"] as? String == "bytes" })
        let words = try studio("diff", "Samples/potion-bottle.glb", "Samples/wise-owl.glb").output
        #expect(words.contains("4,500") && words.contains(" KB") && words.contains(" m "))
        let mixed = try document(studio("diff", mask, "Samples/wise-owl.glb", "--format", "json").output)
        #expect((mixed["differences"] as? [[String: Any]])?.contains { $0["of"] as? String == "request" } == false)
        #expect(try studio("diff", mask, "absent.glb").status == 66)
    }

    @Test("receipts hold what each task cost, and what can be claimed back")
    func receipts() throws {
        let studio = try Studio("--faults", "fail=moderation_blocked@create:2-2")
        try expectSuccess(studio("generate", "a mask", "--yes"))
        #expect(try studio("generate", "a chest", "--yes").status == 1)
        let rows = try #require(document(studio("receipts", "--format", "json").output)["receipts"] as? [[String: Any]])
        #expect(rows.compactMap { $0["charged"] as? Int } == [20, 20])
        #expect(rows.compactMap { $0["refunded"] as? Int } == [0, 20])
        #expect(rows.allSatisfy { ($0["call"] as? String)?.isEmpty == false && $0["taskId"] != nil })
        let mask = try #require(ids(studio, "mask").first)
        #expect(try studio("receipts", mask, "--format", "ids").output.split(separator: "\n").count == 1)
        let clean = try studio("receipts", "--dispute")
        try expectSuccess(clean)
        #expect(clean.output.isEmpty)
        #expect(clean.errors.contains("nothing to claim"))

        try studio.standIn.setFaults("cancel")
        #expect(try studio("generate", "an owl", "--yes").status == 1)
        let claim = try studio("receipts", "--dispute")
        try expectSuccess(claim)
        #expect(claim.output.contains("20 credits: the task was cancelled"))
        let owl = try #require(studio.tasks("--all").last)
        for member in ["taskId", "call"] { #expect(claim.output.contains(try #require(owl[member] as? String))) }
        #expect(!claim.output.contains(Studio.key))

        let stats = try document(studio("stats", "--format", "json").output)
        let credits = try #require((stats["credits"] as? [[String: Any]])?.first)
        #expect(credits["credits"] as? Int == 40)
        #expect(credits["tasks"] as? Int == 3)
        #expect(credits["withoutModel"] as? Int == 20)
        try expectSuccess(studio("review", "rejected", mask))
        let reviewed = try document(studio("stats", "--format", "json").output)
        #expect((reviewed["credits"] as? [[String: Any]])?.first?["rejected"] as? Int == 20)
    }

    @Test("an old request is translated, and what had to change is said")
    func oldRequest() throws {
        let studio = try Studio()
        let sample = try Data(contentsOf: packageRoot.appendingPathComponent("Samples/potion-bottle.glb"))
        try studio.meshyLib.scratch.write("old/mask.glb", try ImportTests.distinct(sample, 1))
        let record = """
            {"task_id": "018f0000-0000-7000-8000-000000000001", "type": "text-to-3d", "mode": "preview",
             "created_at": 1714000000000,
             "request": {"mode": "preview", "prompt": "a mask", "ai_model": "meshy-4", "art_style": "realistic"}}
            """
        try studio.meshyLib.scratch.write("old/mask.json", Array(record.utf8))
        try expectSuccess(studio("import", studio.meshyLib.scratch.file("old")))
        let id = try String(studio("search", "mask", "--format", "ids").output.prefix(8))
        #expect(try studio("show", id).output.contains("meshy-4"))
        let result = try studio("regenerate", id, "--yes")
        try expectSuccess(result)
        #expect(result.errors.contains("ai_model=meshy-4 becomes"))
        #expect(result.errors.contains("art_style=realistic is left out"))
        #expect(try studio("show", id, "--format", "json").output.contains("\"asItWas\": false"))
    }

    @Test("a result that the service removed before it was fetched can be claimed back")
    func removedResult() throws {
        let studio = try Studio("--faults", "404@model.glb:*")
        #expect(try studio("generate", "a mask", "--yes").status == 75)
        let calm = try studio("receipts", "--dispute")
        #expect(calm.errors.contains("nothing to claim"))
        try studio.standIn.advanceClock(by: "4d")
        _ = try studio("resume", "--yes")
        let claim = try studio("receipts", "--dispute")
        try expectSuccess(claim)
        #expect(claim.output.contains("20 credits: the service removed the result before it could be fetched"))
        #expect(claim.output.contains("SHA-256"))
        let table = try studio("receipts", "--format", "csv").output
        #expect(table.split(separator: "\n").count == 2)
        #expect(try studio("stats", "--format", "json").output.contains("\"withoutModel\": 20"))
    }

    @Test("the table of retirements can be replaced, and decides what is sent")
    func retirements() throws {
        let studio = try Studio()
        let builtIn = try studio("retirements", "--format", "json")
        try expectSuccess(builtIn)
        #expect(builtIn.output.contains("\"checked\""))
        #expect(try studio("retirements").errors.contains("compared with the service's pages on"))
        try expectSuccess(studio("generate", "a mask", "--yes", "--set", "ai_model=meshy-6"))
        let id = try #require(ids(studio, "mask").first)
        #expect(try studio("show", id).output.contains("as it was"))

        let table = """
            {"version": 1, "checked": "2026-11-23", "source": "https://example.org", "aliases": [],
             "models": [{"name": "meshy-6", "use": "geometry", "retires": "2026-11-01", "replacement": "meshy-7.1"}],
             "parameters": []}
            """
        let path = try studio.meshyLib.scratch.write("settings/meshy-lib/retirements.json", Array(table.utf8))
        let environment = ["XDG_CONFIG_HOME": studio.meshyLib.scratch.file("settings")]
        #expect(
            try studio("show", "--retirements", path, id).output.contains("ai_model=meshy-6 becomes ai_model=meshy-7.1")
        )
        // The platform's folder for settings is another one on macOS.
        #if os(Linux)
            #expect(try studio("regenerate", id, "--dry-run", environment: environment).output.contains("meshy-7.1"))
        #endif
        #expect(try studio("regenerate", id, "--dry-run").output.contains("meshy-6"))
        let refused = try studio("generate", "a mask", "--ai-model", "meshy-6", "--yes", "--retirements", path)
        #expect(refused.status == 64)
        #expect(refused.errors.contains("use meshy-7.1 instead"))
        let broken = try studio.meshyLib.scratch.write("broken.json", Array("{}".utf8))
        #expect(try studio("retirements", "--retirements", broken).status == 65)
    }
}
