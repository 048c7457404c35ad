import Foundation
import TestSupport
import Testing

@Suite("Generating", .blocking)
struct GenerateTests {
    @Test("a prompt becomes a preview and a textured model, with pictures, lineage and a bill")
    func quickstart() throws {
        let studio = try Studio()
        let result = try studio(
            "generate", "a monster mask", "--refine", "--yes", "--tag", "boss", "--set", "negative_prompt=low poly",
            "--set", "art_style=realistic", "--set", "should_remesh=true")
        try expectSuccess(result)
        #expect(result.errors.contains("30 credits (20 for text-to-3d.preview, 10 for text-to-3d.refine)"))
        #expect(result.errors.contains("art_style is accepted but has no effect"))
        let found = try studio("search", "mask", "tag:boss", "--format", "csv").output
        #expect(found.split(separator: "\n").count == 3)
        let refined = try studio("search", "kind:text-to-3d.refine", "--format", "ids").output.prefix(8)
        let card = try studio("show", String(refined)).output
        for word in ["a monster mask", "meshy-7", "thumbnail", "texture"] {
            #expect(card.contains(word), "\(word) in\n\(card)")
        }
        #expect(try studio.charges().count == 2)
        try expectSuccess(studio("verify"))
        let balance = try studio("balance")
        try expectSuccess(balance)
        #expect(balance.output.contains("balance      970"))
        #expect(balance.output.contains("spent        30"))
        #expect(balance.errors.contains("the books agree"))
    }

    @Test("nothing is spent without a yes")
    func asks() throws {
        let studio = try Studio()
        let refused = try studio("generate", "a mask")
        #expect(refused.status == 64)
        #expect(refused.errors.contains("--yes"))
        let dry = try studio("generate", "a mask", "--refine", "--dry-run", "--format", "json")
        try expectSuccess(dry)
        #expect(dry.output.contains("\"credits\": 30"))
        let capped = try studio("generate", "a mask", "--refine", "--yes", "--max-credits", "29")
        #expect(capped.status == 77)
        #expect(try studio.charges().isEmpty)
        #expect(try studio.tasks("--all").isEmpty)
    }

    @Test(
        "what the service would refuse is refused before it is sent",
        arguments: [
            ["--set", "topology=hexagons"], ["--set", "tpology=quad"], ["--set", "ai_model=meshy-4"],
            ["--set", "target_polycount=1"],
        ])
    func refusesEarly(options: [String]) throws {
        let studio = try Studio()
        let result = try run(
            builtPrograms.appendingPathComponent("meshy-lib").path, ["generate", "a mask", "--yes"] + options,
            environment: studio.environment.merging(["MESHY_LIBRARY": studio.meshyLib.library]) { $1 })
        #expect(result.status == 64, "\(result.errors)")
        #expect(try studio.charges().isEmpty)
    }

    @Test("a failed task says why, gives the credits back, and stops no other")
    func failure() throws {
        let studio = try Studio("--faults", "fail=moderation_blocked@create:2-2")
        let result = try studio("generate", "a mask", "--count", "3", "--yes", "--parallel", "1")
        #expect(result.status == 1)
        #expect(result.errors.contains("failed at the service, which gives the credits back"))
        #expect(try studio.contents().count == 2)
        let balance = try studio("balance")
        #expect(balance.output.contains("spent        40"))
        #expect(balance.output.contains("refunded     20"))
        #expect(balance.errors.contains("the books agree"))
    }

    @Test("a refine whose preview failed is not sent")
    func failedPreview() throws {
        let studio = try Studio("--faults", "fail@text-to-3d-preview")
        let result = try studio("generate", "a mask", "--refine", "--yes")
        #expect(result.status == 1)
        #expect(result.errors.contains("which it builds on, is failed"))
        #expect(try studio.charges().count == 1)
    }

    @Test("a batch is asked for once, however often the command is repeated")
    func batch() throws {
        let studio = try Studio("--credits", "5000")
        let table = """
            prompt,title,tags,seed,count
            a monster mask,Mask,boss mask,1,2
            "a helmet, dented",Helmet,armour,2,
            a chest,,,nonsense,
            a lantern,,,3,
            """
        let path = try studio.meshyLib.scratch.write("prompts.csv", Array(table.utf8))
        let first = try studio("generate", "--from", path, "--yes")
        #expect(first.status == 1)
        #expect(first.errors.contains("prompts.csv:4: seed"))
        #expect(try studio.charges().count == 4)
        #expect(try studio("search", "title:Helmet", "tag:armour", "--format", "ids").output.count == 9)
        #expect(try studio("generate", "--from", path, "--yes").status == 1)
        #expect(try studio.charges().count == 4)
        try studio.meshyLib.scratch.write("prompts.csv", Array((table + "\na wizard hat,,,4,\n").utf8))
        #expect(try studio("generate", "--from", path, "--yes").status == 1)
        #expect(try studio.charges().count == 5)
    }

    @Test("a batch names the lines whose models are gone, and asks for them again only when it is told to")
    func batchWithLosses() throws {
        let studio = try Studio("--faults", "404@model.glb:*")
        let path = try studio.meshyLib.scratch.write("prompts.txt", Array("a mask\na helmet\n".utf8))
        #expect(try studio("generate", "--from", path, "--yes").status == 75)
        try studio.standIn.advanceClock(by: "4d")
        #expect(try studio("resume", "--yes").status == 1)
        try studio.standIn.setFaults("")
        let told = try studio("generate", "--from", path, "--yes")
        #expect(told.status == 1)
        #expect(told.errors.contains("2 of them have no model (2 gone); --again"), "\(told.errors)")
        #expect(try studio.charges().count == 2)
        try expectSuccess(studio("generate", "--from", path, "--again", "--yes"))
        #expect(try studio.charges().count == 4)
        try expectSuccess(studio("generate", "--from", path, "--again", "--yes"))
        #expect(try studio.charges().count == 4)
        #expect(try studio("search", "tris:>0", "--format", "ids").output.count == 18)
    }

    @Test("a batch asks for a refine that failed, and not for its preview")
    func batchWithoutRefine() throws {
        let studio = try Studio("--faults", "fail@text-to-3d-refine")
        let path = try studio.meshyLib.scratch.write("prompts.txt", Array("a mask\n".utf8))
        #expect(try studio("generate", "--from", path, "--refine", "--yes").status == 1)
        try expectSuccess(studio("generate", "--from", path, "--refine", "--yes"))
        try expectSuccess(studio("generate", "--from", path, "--refine", "--yes"))
        #expect(try studio.charges().count { $0.contains("\"preview\"") } == 1)
        #expect(try studio.charges().count { $0.contains("\"refine\"") } == 2)
        let preview = try studio("search", "kind:text-to-3d.preview", "--format", "ids").output.prefix(8)
        let refined = try studio("search", "kind:text-to-3d.refine", "--format", "ids").output.prefix(8)
        #expect(try studio("lineage", String(refined)).output.contains(preview))
    }

    @Test("a format that was asked for and does not come is told")
    func formatNotMade() throws {
        let studio = try Studio()
        let result = try studio("generate", "a mask", "--formats", "obj,fbx", "--yes")
        #expect(result.status == 1)
        #expect(result.errors.contains("fbx was asked for; the service made none"), "\(result.errors)")
        let task = try #require(studio.tasks("--all").first)
        #expect(task["state"] as? String == "stored")
        #expect((task["error"] as? String)?.contains("fbx was asked for") == true)
        let sync = try studio("sync", "--formats", "fbx,glb")
        try expectSuccess(sync)
        #expect(sync.output.contains("no fbx of 1 task: the service made none"), "\(sync.output)")
        #expect(sync.output.contains("no glb of 1 task: they were here before"))
        #expect(try !studio("sync").output.contains("no glb"))
    }

    @Test("work that the service would refuse for the kind of its source is not sent")
    func wrongSource() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a robot", "--refine", "--yes"))
        let preview = try String(studio("search", "kind:text-to-3d.preview", "--format", "ids").output.prefix(8))
        let refined = try String(studio("search", "kind:text-to-3d.refine", "--format", "ids").output.prefix(8))
        for command in [["refine", refined], ["animate", preview, "--clip", "1"]] {
            let result = try run(
                builtPrograms.appendingPathComponent("meshy-lib").path, command + ["--yes"],
                environment: studio.environment.merging(["MESHY_LIBRARY": studio.meshyLib.library]) { $1 })
            #expect(result.status == 65)
            #expect(result.errors.contains("is made only from"), "\(result.errors)")
        }
        #expect(try studio.tasks("--all").count == 2)
    }

    @Test("a remesh of an open model is warned of before it is paid, one of a closed model is not")
    func losses() throws {
        let studio = try Studio()
        let open = try studio.meshyLib.scratch.write("open.glb", Self.openMesh)
        try expectSuccess(studio("import", open, "Samples/potion-bottle.glb"))
        let id = try String(studio("search", "-is:watertight", "--format", "ids").output.prefix(8))
        let warned = try studio("remesh", id, "--dry-run")
        try expectSuccess(warned)
        #expect(warned.errors.contains("is open (1 hole)"), "\(warned.errors)")
        #expect(warned.errors.contains("print repair"))
        let closed = try String(studio("search", "is:watertight", "--format", "ids").output.prefix(8))
        #expect(try !studio("remesh", closed, "--dry-run").errors.contains("hole"))
        #expect(try studio.charges().isEmpty)
    }

    /// One triangle.
    private static var openMesh: [UInt8] {
        func little(_ bits: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) } }
        let binary = ([0, 0, 0, 1, 0, 0, 0, 1, 0] as [Float]).flatMap { little($0.bitPattern) }
        var json =
            #"{"asset":{"version":"2.0"},"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],"meshes":[{"primitives":[{"attributes":"#
            + #"{"POSITION":0}}]}],"accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"#
            + #""max":[1,1,0]}],"bufferViews":[{"buffer":0,"byteLength":36}],"buffers":[{"byteLength":36}]}"#
        while json.utf8.count % 4 != 0 { json += " " }
        let body =
            little(UInt32(json.utf8.count)) + Array("JSON".utf8) + Array(json.utf8) + little(UInt32(binary.count))
            + Array("BIN\0".utf8) + binary
        return Array("glTF".utf8) + little(2) + little(UInt32(12 + body.count)) + body
    }

    @Test("all that can be made of a model is made of it, and descends from it")
    func derivations() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a robot", "--refine", "--yes", "--seed", "3"))
        let refined = try String(studio("search", "kind:text-to-3d.refine", "--format", "ids").output.prefix(8))
        try expectSuccess(studio("retexture", refined, "--style", "mossy stone", "--yes"))
        try expectSuccess(studio("remesh", refined, "--polycount", "150", "--yes"))
        try expectSuccess(studio("rig", refined, "--height", "1.8", "--yes"))
        let rigged = try String(studio("search", "kind:rigging", "--format", "ids").output.prefix(8))
        try expectSuccess(studio("animate", rigged, "--clip", "92", "--yes"))
        for kind in ["retexture", "remesh", "rigging"] {
            #expect(
                try studio("search", "kind:\(kind) parent:\(refined)", "--format", "ids").output.count == 9, "\(kind)")
        }
        #expect(try studio("search", "kind:animation parent:\(rigged)", "--format", "ids").output.count == 9)
        // A model whose task is long gone is handed over as a file.
        try studio.standIn.advanceClock(by: "4d")
        try expectSuccess(studio("import", "Samples/potion-bottle.glb"))
        let bottle = try String(studio("search", "potion", "--format", "ids").output.prefix(8))
        try expectSuccess(studio("retexture", bottle, "--style", "green glass", "--yes"))
        #expect(try studio("search", "kind:retexture parent:\(bottle)", "--format", "ids").output.count == 9)
        try expectSuccess(studio("verify"))
    }

    @Test("a picture becomes a model and stays with it")
    func image() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a mask", "--yes"))
        // A thumbnail of the first model is the second one's picture.
        let json = try studio(
            "show", "--format", "json", studio("search", "mask", "--format", "ids").output.prefix(8).description)
        let hash = try #require(json.output.firstMatch(of: /"role": "thumbnail",[^}]*"sha256": "([0-9a-f]{64})"/)?.1)
        let picture = "\(studio.meshyLib.library)/objects/\(hash.prefix(2))/\(hash).png"
        try expectSuccess(studio("image", picture, "--yes", "--title", "From a picture"))
        let id = try String(studio("search", "title:picture", "--format", "ids").output.prefix(8))
        #expect(try studio("show", id).output.contains("source"))
        let request = try #require(studio.tasks("--all").last?["request"] as? [String: Any])
        #expect(request["image_url"] as? String == "object:\(hash).png")
        let text = try studio.meshyLib.scratch.write("words.png", Array("no picture".utf8))
        #expect(try studio("image", text, "--yes").status == 65)
    }

    @Test("what the library has for the words is shown before anything is paid, unless nobody wants to see it")
    func ownedFirst() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a monster mask", "--yes"))
        let shown = try studio.onTerminal("n\n", "generate", "monster mask")
        #expect(shown.status == 0)
        #expect(shown.output.contains("the library has 1 model for these words already"), "\(shown.output)")
        #expect(shown.output.contains("nothing was done"))
        let unwanted = try studio.onTerminal("n\n", "generate", "monster mask", "--no-reuse")
        #expect(!unwanted.output.contains("the library has"))
        #expect(try studio.charges().count == 1)
        let other = try studio.onTerminal("y\n", "generate", "a green dragon")
        #expect(!other.output.contains("the library has"))
        #expect(try studio.charges().count == 2)
    }

    @Test("a cap that is reached says what is left, and what goes on with it")
    func capLeaves() throws {
        let studio = try Studio()
        let capped = try studio("generate", "a mask", "--count", "3", "--max-credits", "40", "--yes")
        #expect(capped.status == 77)
        #expect(capped.errors.contains("1 task is not done; nothing is lost: 'meshy-lib resume' goes on from here"))
        #expect(try studio.charges().count == 2)
        #expect(capped.output.split(separator: "\n").count == 3, "\(capped.output)")
        #expect(try !studio("stats").output.contains("not read yet"))
        // What was paid by the run before does not count towards this one's limit.
        try expectSuccess(studio("resume", "--max-credits", "20", "--yes"))
        #expect(try studio.charges().count == 3)
    }

    @Test("a batch that a cap stopped asks again for what is left, below the same cap")
    func capHoldsForTheRest() throws {
        let studio = try Studio()
        let prompts = try studio.meshyLib.scratch.write("prompts.txt", "one\ntwo\nthree\nfour\nfive\n".utf8)
        #expect(try studio("generate", "--from", prompts, "--max-credits", "40", "--yes").status == 77)
        #expect(try studio.charges().count == 2)
        #expect(try studio("generate", "--from", prompts, "--max-credits", "40").status != 0)
        #expect(try studio.charges().count == 2)
        let rest = try studio("generate", "--from", prompts, "--max-credits", "40", "--yes")
        #expect(rest.status == 77)
        #expect(rest.errors.contains("3 requests not sent yet: 60 credits"), "\(rest.errors)")
        #expect(try studio.charges().count == 4)
    }

    @Test("a cap of the library refuses what has no room below it, and says beforehand what will not fit")
    func capBeforehand() throws {
        let studio = try Studio()
        try expectSuccess(studio("config", "cap", "library", "50"))
        let some = try studio("generate", "a lion", "--count", "3", "--yes")
        #expect(some.status == 77)
        #expect(some.errors.contains("60 credits would go beyond the cap of 50"), "\(some.errors)")
        #expect(some.errors.contains("what does not fit stays planned"))
        #expect(try studio.charges().count == 2)
        #expect(try studio.tasks().count == 1)
        #expect(try studio("generate", "a lion", "--count", "2", "--yes").status == 77)
        #expect(try studio.tasks().count == 1)
    }

    @Test("a cap holds over processes side by side, to the credit")
    func cap() throws {
        let studio = try Studio("--credits", "5000")
        try expectSuccess(studio("config", "cap", "day", "130"))
        let spenders = try (0..<8).map { number in
            try studio.start(["generate", "a mask \(number)", "--count", "3", "--yes"])
        }
        for spender in spenders { spender.waitUntilExit() }
        // 24 wishes of 20 credits each; six fit.
        #expect(try studio.charges().count == 6)
        // Those that found no room at all have planned nothing.
        #expect(try studio.tasks().count <= 18)
        let more = try studio("generate", "one more", "--yes")
        #expect(more.status == 77)
        #expect(more.errors.contains("cap of 130 a day"))
    }
}
