import Foundation
import GRDB
import TestSupport
import Testing

@testable import Catalog

/// One catalogue as each version of the schema left it, in `Fixtures/`, with the content that `FixtureLibrary` describes.
///
/// `RECORD_FIXTURES=1 swift test --filter UpgradeTests` writes the file of the newest version, and no other: what an old
/// version wrote can never be written again.
struct UpgradeTests {
    @Test("libraries of every version open with all they had", arguments: ["v1", "v2"])
    func upgrade(version: String) throws {
        let dump = Self.folder.appending(path: "\(version).sql")
        if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil, version == Self.newest {
            try Self.record(dump)
        }
        let scratch = try TemporaryCatalog()
        let path = scratch.folder + "/old.sqlite"
        try DatabaseQueue(path: path).writeWithoutTransaction { db in
            try db.execute(sql: String(contentsOf: dump, encoding: .utf8))
        }
        // A reader brings it up to date first.
        let reader = try Catalog(path: path, access: .read)
        try FixtureLibrary.check(reader)
        if version != "v1" {
            try FixtureLibrary.checkJournal(reader)
            try FixtureLibrary.checkAnalysis(reader)
        }
        try FixtureLibrary.checkUndo(Catalog(path: path))
        try Catalog(path: path).checkWords()
    }

    @Test("the newest fixture has the newest schema")
    func fixtureIsCurrent() throws {
        let scratch = try TemporaryCatalog()
        let path = scratch.folder + "/fixture.sqlite"
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: String(contentsOf: Self.folder.appending(path: "\(Self.newest).sql"), encoding: .utf8))
        }
        let schema = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
        let old = try queue.read { try String.fetchAll($0, sql: schema) }
        #expect(try scratch.catalog.read { try String.fetchAll($0, sql: schema) } == old)
    }

    private static let newest = "v2"
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    private static func record(_ dump: URL) throws {
        let library = try TemporaryCatalog()
        try FixtureLibrary.fill(library.catalog)
        let text = try run("sqlite3", [library.path, ".dump"]).output
        // The command leaves out what marks the file as a catalogue.
        let mark = "PRAGMA application_id=\(Schema.applicationID);\n"
        try Data((mark + text).utf8).write(to: dump)
    }
}

/// A library with something in every table.
enum FixtureLibrary {
    static func fill(_ catalog: Catalog) throws {
        var mask = NewModel.titled("Monster mask") { model in
            model.id = ModelID("7k2m9qxd")
            model.kind = .textTo3DRefine
            model.prompt = "a scary monster mask, façade"
            model.negativePrompt = "blurry"
            model.taskID = "018f3a7c-aaaa-7000-8000-000000000001"
            model.rating = 2
            model.created = Timestamp("2026-10-05T08:00:00Z")
            model.imported = Timestamp("2026-10-06T08:00:00Z")
            model.tags = ["boss"]
            model.collections = ["Dungeon"]
            model.parents = [NewParent("018f3a7c-aaaa-7000-8000-00000000ffff", .refine)]
            model.parameters = #"{"art_style":"realistic"}"#
        }
        mask.inspect(names: ["Mesh1"]) { numbers in
            (numbers.triangles, numbers.textures, numbers.isValid) = (12_000, 3, true)
            numbers.size = Inspection.Size(x: 1, y: 2, z: 3)
        }
        let child = NewModel.titled("Rigged mask") { model in
            model.id = ModelID("8m3n0ryf")
            model.kind = .rigging
            model.parents = [NewParent("7k2m9qxd", .rig)]
            model.imported = Timestamp("2026-10-07T08:00:00Z")
        }
        _ = try catalog.add([mask, child])
        let ids = try [#require(ModelID("7k2m9qxd")), #require(ModelID("8m3n0ryf"))]
        _ = try catalog.apply([.rate(4), .addTag("favourite mask")], to: ids)
        _ = try catalog.apply([.trash], to: [ids[1]])
        try catalog.saveSearch(Query(parsing: "tag:boss"), as: "bosses")
        try catalog.markVerified([testHash("Monster mask")])
        try fillJournal(catalog)
        var analysis = Analysis(version: 1)
        analysis.isValid = false
        analysis.findings = [FindingCount(code: "NODE_EMPTY", severity: .error, count: 2)]
        analysis.passedBudgets = ["web"]
        analysis.surface = Analysis.Surface()
        analysis.surface?.isWatertight = true
        try catalog.record([(testHash("Monster mask"), analysis)])
    }

    private static func fillJournal(_ catalog: Catalog) throws {
        _ = try catalog.settle(balance: 1000, account: JournalTests.account, position: 0)
        var planned = JournalTests.planned()
        planned.id = try #require(ModelID("2bcd3fgh"))
        let task = try #require(catalog.plan([planned], account: JournalTests.account, owner: "me").first)
        _ = try catalog.beginSending(task.id, request: task.request, fingerprint: task.fingerprint, credits: 20)
        _ = try catalog.accepted(task.id, remote: "018f3a7c-aaaa-7000-8000-000000000002", call: "call")
        let file = JournalFile(
            place: "model_urls.glb", file: ModelFile(hash: "", bytes: 0, format: "glb", name: "model.glb"))
        _ = try catalog.ended(task.id, .succeeded, consumed: 20, answer: "{}", files: [file])
        try catalog.set("cap-day", to: "200")
    }

    static func checkJournal(_ catalog: Catalog) throws {
        let task = try catalog.task("2bcd")
        #expect(task.state == .succeeded)
        #expect(task.remote == "018f3a7c-aaaa-7000-8000-000000000002")
        #expect(try catalog.files(of: task.id).map(\.file.name) == ["model.glb"])
        #expect(try catalog.ledger(account: JournalTests.account).spent == 20)
        #expect(try catalog.setting("cap-day") == "200")
    }

    static func checkAnalysis(_ catalog: Catalog) throws {
        for query in ["is:watertight", "errors:2", "code:NODE_EMPTY", "is:ok(web)", "-is:valid mask"] {
            #expect(try catalog.search(Query(parsing: query)).hits.map(\.model.title) == ["Monster mask"], "\(query)")
        }
    }

    static func check(_ catalog: Catalog) throws {
        let id = try catalog.resolve("7k2m")
        let detail = try catalog.model(id)
        #expect(detail.model.title == "Monster mask")
        #expect(detail.model.tags == ["boss", "favourite mask"])
        #expect(detail.model.collections == ["Dungeon"])
        #expect(detail.model.rating == 4)
        #expect(detail.model.statistics?.triangles == 12_000)
        #expect(detail.inspection?.names == ["Mesh1"])
        #expect(detail.parameters == #"{"art_style":"realistic"}"#)
        #expect(detail.parents.map(\.reference) == ["018f3a7c-aaaa-7000-8000-00000000ffff"])
        #expect(detail.children.map(\.title) == ["Rigged mask"])
        for query in [
            "facade", "@bosses", "negative:blurry", "tris:>=12k", "monst*", "mosnter", "task:018f3a7c", "has:lineage",
            "created:2026-10-05",
        ] {
            #expect(try catalog.search(Query(parsing: query)).hits.map(\.model.id) == [id], "\(query)")
        }
        #expect(try catalog.search(Query(parsing: "is:trashed")).hits.map(\.model.title) == ["Rigged mask"])
        #expect(try catalog.objects().filter { $0.verified != nil }.map(\.hash) == [testHash("Monster mask")])
    }

    static func checkUndo(_ catalog: Catalog) throws {
        #expect(try catalog.undo()?.description == "trashed")
        #expect(try catalog.undo()?.description == "rated 4, tagged 'favourite mask'")
        #expect(try catalog.undo() == nil)
        #expect(try catalog.model(catalog.resolve("7k2m")).model.rating == 2)
        #expect(try catalog.model(catalog.resolve("8m3n")).model.trashed == nil)
    }
}
