import Foundation
import TestSupport
import Testing

@Suite("Making again, and comparing")
struct RegenerateTests {
    @Test("a recorded request is made again or varied, descends from the first, and differs where it should")
    func regenerate() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a robot", "--refine", "--yes", "--seed", "3"))
        let preview = try String(studio("search", "kind:text-to-3d.preview", "--format", "ids").output.prefix(8))
        try expectSuccess(studio("regenerate", preview, "--new-seed", "--count", "2", "--yes"))
        #expect(try studio("search", "parent:\(preview) kind:text-to-3d.preview", "--format", "ids").output.count == 18)
        let varied = try studio("regenerate", preview, "--prompt", "a golden mask", "--yes", "--format", "ids")
        try expectSuccess(varied)
        let child = String(varied.output.prefix(8))
        #expect(try studio("show", child).output.contains("a golden mask"))
        let diff = try studio("diff", preview, child)
        #expect(diff.status == 1)
        #expect(diff.output.contains("a golden mask"))
        #expect(try studio("diff", preview, preview).status == 0)
        let lineage = try studio("lineage", child).output
        #expect(lineage.hasPrefix(preview))
        #expect(lineage.contains("├─ "))
        #expect(lineage.split(separator: "\n").count == 5)
        #expect(lineage.contains("\(child)  regenerate"))
    }

    @Test("a preview that the service no longer keeps is made again before it is refined again")
    func expiredPreview() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a robot", "--refine", "--yes", "--seed", "3"))
        let refined = try String(studio("search", "kind:text-to-3d.refine", "--format", "ids").output.prefix(8))
        let alive = try studio("regenerate", refined, "--dry-run", "--format", "json").output
        #expect(alive.contains("\"credits\": 10"))
        // Three days of the service's time are three days of ours in the journal's deadlines.
        let before = try studio.charges().count
        try expectSuccess(studio("regenerate", refined, "--prompt", "a golem", "--yes"))
        #expect(try studio.charges().count == before + 2)
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

    @Test("receipts have the evidence, and only claims are disputed")
    func receipts() throws {
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

    @Test("the table of retirements is dated, sourced, and can be replaced")
    func retirements() throws {
        let studio = try Studio()
        #expect(try studio("retirements").errors.contains("compared with the service's pages on"))
        let table =
            #"{"version":1,"checked":"2027-01-01","source":"https://example.com","aliases":[],"models":[{"name":"meshy-7.1","use":"geometry","retires":"2026-01-01","replacement":"meshy-8"}],"parameters":[]}"#
        let path = try studio.meshyLib.scratch.write("table.json", Array(table.utf8))
        let refused = try studio(
            "generate", "a mask", "--ai-model", "meshy-7.1", "--yes", "--retirements", path)
        #expect(refused.status == 64)
        #expect(refused.errors.contains("meshy-8"))
    }
}
