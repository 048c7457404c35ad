import Foundation
import Testing

@testable import Catalog

/// A small library in which every field and switch tells some models from others.
private func museum() throws -> TemporaryCatalog {
    let day = Timestamp.millisecondsPerDay
    let now = Timestamp.now.milliseconds
    func date(_ text: String) -> Timestamp? { Timestamp(text) }
    return try TemporaryCatalog([
        .titled("Monster mask") { model in
            model.kind = .textTo3DRefine
            model.prompt = "a scary monster mask, low poly"
            model.negativePrompt = "blurry, extra horns"
            model.artStyle = "cartoon"
            model.aiModel = "meshy-6"
            model.rating = 5
            model.state = .approved
            model.note = "for the dungeon's boss"
            model.tags = ["Boss", "big boss"]
            model.collections = ["Dungeon"]
            model.taskID = "018f3a7c-aaaa-7000-8000-000000000001"
            model.created = date("2023-10-05T08:00:00Z")
            model.inspect(names: ["char1", "Armature"]) { numbers in
                numbers.triangles = 12_000
                numbers.vertices = 6000
                numbers.meshes = 1
                numbers.materials = 1
                numbers.textures = 3
                numbers.textureSize = 2048
                numbers.animations = 2
                numbers.skins = 1
                numbers.isWatertight = true
                numbers.isValid = true
                numbers.generator = "Khronos glTF Blender I/O v4.0.43"
            }
            model.files.append(NewFile(ModelFile(role: .thumbnail, hash: testHash("thumb"), bytes: 5, format: "png")))
        },
        .titled("Potion") { model in
            model.kind = .textTo3DPreview
            model.prompt = "glowing potion bottle with a mask of gold"
            model.rating = 3
            model.state = .rejected
            model.tags = ["draft"]
            model.created = date("2023-11-20T10:00:00Z")
            model.files[0].file.bytes = 6_000_000
            model.inspect { numbers in
                numbers.triangles = 30_000
                numbers.vertices = 15_000
                numbers.meshes = 2
                numbers.isValid = false
                numbers.generator = "libmeshy"
            }
        },
        .titled("Café chair") { model in
            model.kind = .imageTo3D
            model.prompt = "Übergroße façade"
            model.texturePrompt = "rusty iron"
            model.created = Timestamp(milliseconds: now - 2 * day)
            model.imported = Timestamp(milliseconds: now - 2 * day)
            model.parents = [NewParent("018f3a7c-aaaa-7000-8000-000000000001", .regenerate)]
            model.inspect { numbers in
                numbers.triangles = 500
                numbers.textures = 1
                numbers.textureSize = 1024
            }
        },
        .titled("Untold") { model in
            model.files = []
            model.imported = date("2020-01-01")
        },
        .titled("Trashed mask"),
    ]).settingUp { library in
        _ = try library.catalog.apply([.trash], to: [library.id("Trashed mask")])
    }
}

extension TemporaryCatalog {
    fileprivate func settingUp(_ body: (TemporaryCatalog) throws -> Void) rethrows -> TemporaryCatalog {
        try body(self)
        return self
    }
}

struct SearchTests {
    @Test("every field and switch", arguments: Self.expectations)
    func finds(query: String, titles: Set<String>) throws {
        let library = try museum()
        let result = try library.search(query)
        #expect(Set(result.hits.map(\.model.title)) == titles, "\(query)")
        #expect(result.total == .exactly(titles.count))
        #expect(result.interpretation == nil)
        // The answer to the opposite question is everything else.
        let all: Set = ["Monster mask", "Potion", "Café chair", "Untold"]
        guard !query.contains("is:trashed"), !query.isEmpty, !query.contains("sort:") else { return }
        #expect(try Set(library.titles("-(\(query))")) == all.subtracting(titles), "-(\(query))")
    }

    private static let monster: Set = ["Monster mask"]
    private static let potion: Set = ["Potion"]
    private static let chair: Set = ["Café chair"]
    private static let untold: Set = ["Untold"]
    private static let all: Set = ["Monster mask", "Potion", "Café chair", "Untold"]

    static let expectations: [(String, Set<String>)] = [
        ("", all), ("mask", ["Monster mask", "Potion"]), ("MASK", ["Monster mask", "Potion"]), ("mon*", monster),
        ("\"monster mask\"", monster), ("\"mask monster\"", []), ("low-poly", monster), ("\"low po\"*", monster),
        ("cafe", chair), ("ubergroße", chair), ("facade", chair), ("FAÇADE", chair),
        ("rusty", chair),
        ("dungeon", monster), ("armature", monster), ("blurry", []), ("boss", monster), ("mask -gold", monster),
        ("mask -potion", monster), ("potion OR chair", ["Potion", "Café chair"]),
        ("(mask OR chair) -potion", ["Monster mask", "Café chair"]),
        ("mask OR -potion", ["Monster mask", "Potion", "Café chair", "Untold"]), ("-mask", ["Café chair", "Untold"]),
        ("-mask -chair", untold), ("-(mask OR chair)", untold), ("monster gold", []), ("title:mask", monster),
        ("prompt:mask", ["Monster mask", "Potion"]),
        ("prompt:iron", chair), ("negative:blurry", monster), ("negative:blur*", monster), ("negative:mask", []),
        ("note:dungeon", monster),
        ("note:mask", []), ("tag:boss", monster), ("tag:BOSS", monster), ("tag:\"big boss\"", monster),
        ("tag:b*", monster), ("tag:dr*", potion),
        ("tag:nothing", []), ("in:dungeon", monster), ("in:DUN*", monster), ("in:none", []),
        ("kind:text-to-3d", ["Monster mask", "Potion"]),
        ("kind:image-to-3d", chair), ("kind:import", untold), ("model:MESHY-6", monster), ("model:meshy*", monster),
        ("style:cartoon", monster),
        ("rating:5", monster), ("rating:>=3", ["Monster mask", "Potion"]), ("rating:0", ["Café chair", "Untold"]),
        ("state:approved", monster),
        ("state:draft", ["Café chair", "Untold"]), ("tris:12000", monster),
        ("tris:<=12k", ["Monster mask", "Café chair"]),
        ("tris:<12k", chair), ("tris:>12k", potion), ("tris:501..12000", monster), ("tris:20k..", potion),
        ("tris:..600", chair),
        ("verts:>6k", potion), ("meshes:2", potion), ("materials:1", monster),
        ("textures:>=1", ["Monster mask", "Café chair"]), ("textures:0", potion),
        ("texture-size:2k", monster), ("texture-size:>=1k", ["Monster mask", "Café chair"]), ("animations:2", monster),
        ("size:>5MB", potion),
        ("size:<=1000", ["Monster mask", "Café chair"]), ("created:2023-10", monster), ("created:2023-10-05", monster),
        ("created:<2023-10-05", untold),
        ("created:<=2023-10-05", ["Monster mask", "Untold"]), ("created:2023-10..2023-11-19", monster),
        ("created:2020", untold),
        ("imported:2020", untold), ("generator:libmeshy", potion), ("generator:khronos*", monster),
        ("task:018f3a7c", monster), ("task:ffff", []), ("parent:018f3a7c-aaaa-7000-8000-000000000001", chair),
        ("is:favourite", monster), ("is:textured", ["Monster mask", "Café chair"]),
        ("is:rigged", monster), ("is:animated", monster), ("is:watertight", monster), ("is:valid", monster),
        ("is:preview", potion), ("is:refined", monster),
        ("is:failed", untold), ("is:duplicate", []), ("is:trashed", ["Trashed mask"]),
        ("is:trashed mask", ["Trashed mask"]), ("has:prompt", ["Monster mask", "Potion", "Café chair"]),
        ("has:thumbnail", monster), ("has:textures", ["Monster mask", "Café chair"]), ("has:animations", monster),
        ("has:lineage", ["Monster mask", "Café chair"]), ("has:note", monster),
        ("mask tris:<20k has:textures -tag:draft", monster),
        ("mask (tag:boss OR rating:3)", ["Monster mask", "Potion"]),
        ("(mask rating:5) OR (chair tris:<1k)", ["Monster mask", "Café chair"]), ("-(mask rating:5) mask", potion),
        ("mask OR tag:nothing", ["Monster mask", "Potion"]),
    ]

    @Test("the last days are counted from now")
    func age() throws {
        let library = try museum()
        #expect(try library.titles("created:3d tris:500") == ["Café chair"])
        #expect(try library.titles("created:1d tris:500") == [])
        #expect(try library.titles("-created:1d tris:500") == ["Café chair"])
    }

    @Test(
        "orders by field, models that lack it last",
        arguments: [
            ("sort:-tris", ["Potion", "Monster mask", "Café chair", "Untold"]),
            ("sort:tris", ["Café chair", "Monster mask", "Potion", "Untold"]),
            ("sort:-size", ["Potion", "Café chair", "Monster mask", "Untold"]),
            ("sort:title", ["Café chair", "Monster mask", "Potion", "Untold"]),
            ("sort:created -kind:image-to-3d", ["Untold", "Monster mask", "Potion"]),
            ("sort:-rating", ["Monster mask", "Potion", "Untold", "Café chair"]),
            ("mask sort:-tris", ["Potion", "Monster mask"]), ("mask sort:tris", ["Monster mask", "Potion"]),
            ("-mask sort:-tris", ["Café chair", "Untold"]),
            ("has:textures sort:texture-size", ["Café chair", "Monster mask"]),
        ])
    func order(query: String, titles: [String]) throws {
        #expect(try museum().titles(query) == titles)
    }

    @Test("a word in the title comes before one in the prompt")
    func relevance() throws {
        let library = try museum()
        let result = try library.search("mask")
        #expect(result.hits.map(\.model.title) == ["Monster mask", "Potion"])
        #expect(result.order == .relevance)
        #expect(result.hits[0].score > result.hits[1].score)
    }

    @Test("matches are marked in the title and in the best passage")
    func excerpts() throws {
        let hits = try museum().search("mask gold").hits
        #expect(hits.map { $0.title.marked("[", "]") } == ["Potion"])
        #expect(hits.first?.excerpt?.marked("[", "]") == "glowing potion bottle with a [mask] of [gold]")
        #expect(hits.first?.excerpt?.field == "prompt")
        let folded = try museum().search("facade").hits
        #expect(folded.first?.excerpt?.marked("<", ">") == "Übergroße <façade>")
        let titled = try museum().search("title:\"monster mask\"").hits
        #expect(
            titled.first?.title.marked("[", "]") == "[Monster mask]"
                || titled.first?.title.marked("[", "]") == "[Monster] [mask]")
        #expect(titled.first?.excerpt == nil)
        let named = try museum().search("armature").hits
        #expect(named.first?.excerpt?.marked("[", "]") == "char1\n[Armature]")
    }

    @Test("pages are parts of one order")
    func pages() throws {
        let library = try museum()
        for query in ["", "sort:-tris", "mask OR chair"] {
            let all = try library.titles(query)
            let paged = try all.indices.flatMap {
                try library.search(query, limit: 1, offset: $0).hits.map(\.model.title)
            }
            #expect(paged == all)
            #expect(try library.search(query, limit: 5, offset: 100).hits.isEmpty)
        }
        #expect(try library.search("", limit: .max, offset: .max).hits.isEmpty)
    }

    @Test("ids come in the order of the query")
    func ids() throws {
        let library = try museum()
        for query in ["", "sort:-tris", "mask", "-mask", "is:trashed", "rating:5"] {
            #expect(
                try library.catalog.ids(matching: Query(parsing: query)) == library.search(query).hits.map(\.model.id))
        }
    }

    @Test("names that nothing has are pointed out")
    func hints() throws {
        let library = try museum()
        #expect(try library.search("tag:bos").hint == "there is no tag 'bos'; did you mean 'boss'?")
        #expect(
            try library.search("in:dungoen mask").hint == "there is no collection 'dungoen'; did you mean 'dungeon'?")
        #expect(try library.search("tag:boss rating:1").hint == nil)
    }

    @Test(
        "what looks like a slip of the language is pointed out",
        arguments: [
            ("zzqqy or xxqqy", "'OR' between conditions is written in capitals"),
            ("tris>20k", "a field has a colon: 'tris:>20k'"),
            ("size:>5 MB", "a value has no space before its unit: 'size:>5MB'"),
        ])
    func slips(query: String, hint: String) throws {
        #expect(try museum().search(query).hint == hint)
    }

    @Test("a budget that is not known is an error where the known ones are given")
    func budgets() throws {
        #expect(try Query(parsing: "is:ok(web)", budgets: ["web", "vr"]).filter == .passes("web"))
        #expect(try Query(parsing: "is:ok(wob)").filter == .passes("wob"))
        let error = #expect(throws: QueryError.self) { try Query(parsing: "mask is:ok(wob)", budgets: ["web", "vr"]) }
        #expect(error?.suggestion == "ok(web)" && error?.column == 9)
        #expect(throws: QueryError.self) { try Query(parsing: "is:rigid") }
    }

    @Test("misspelt words and fragments are found, and it is said", arguments: Self.misspelt)
    func guesses(query: String, sentence: String, titles: Set<String>) throws {
        let result = try museum().search(query)
        #expect(result.interpretation?.description == sentence)
        #expect(Set(result.hits.map(\.model.title)) == titles)
    }

    static let misspelt: [(String, String, Set<String>)] = [
        ("msk", "nothing matches 'msk'; showing 'mask'", ["Monster mask", "Potion"]),
        ("mosnter", "nothing matches 'mosnter'; showing 'monster'", ["Monster mask"]),
        ("onster", "nothing matches 'onster'; showing 'monster'", ["Monster mask"]),
        (
            "mnster msk", "nothing matches 'mnster'; showing 'monster'; nothing matches 'msk'; showing 'mask'",
            ["Monster mask"]
        ),
        ("ptoion rating:3", "nothing matches 'ptoion'; showing 'potion'", ["Potion"]),
        ("title:chiar", "nothing matches 'chiar'; showing 'chair'", ["Café chair"]),
        ("low-ploy", "nothing matches 'ploy'; showing 'poly'", ["Monster mask"]),
        (
            "potoin OR chiar", "nothing matches 'potoin'; showing 'potion'; nothing matches 'chiar'; showing 'chair'",
            ["Potion", "Café chair"]
        ),
    ]

    @Test(
        "what is quoted, excluded or far from every word is not guessed at",
        arguments: ["\"msk\"", "mask -monster -gold -xyz", "zzzzzz", "monster gold"])
    func noGuess(query: String) throws {
        let result = try museum().search(query)
        #expect(result.interpretation == nil)
        #expect(result.hits.isEmpty)
    }

    @Test(
        "nothing that is typed reaches SQL",
        arguments: [
            "\"'; DROP TABLE model; --\"", "tag:\"'); DROP TABLE model; --\"", "tag:a'b", "id:'--", "task:\"x\"",
            "title:\"\\\" OR 1\"", "generator:'*", "in:\"\\\\\"",
            "\"a NEAR(b)\"", "\"{title} : x\"", "\"x\\\" OR \\\"y\"", "NEAR", "AND1", "tag:%", "tag:_*",
            "style:\u{10FFFF}*", "\"monster\\\" mask\"", "parent:'", "漢字",
        ])
    func injection(query: String) throws {
        let library = try museum()
        _ = try? library.search(query)
        #expect(try library.titles("").count == 4)
        #expect(try library.titles("monster").count == 1)
    }
}
