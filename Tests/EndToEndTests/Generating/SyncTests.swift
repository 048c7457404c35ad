import Foundation
import TestSupport
import Testing

@Suite("Rescue from the account", .blocking)
struct SyncTests {
    @Test("everything on the account comes into an empty library, once")
    func rescue() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a robot", "--refine", "--yes"))
        let refined = try String(studio("search", "kind:text-to-3d.refine", "--format", "ids").output.prefix(8))
        try expectSuccess(studio("rig", refined, "--yes"))
        let other = scratchLibrary(studio)
        try expectSuccess(studio("init", environment: other))
        let first = try studio("sync", "--tag", "rescued", environment: other)
        try expectSuccess(first)
        #expect(first.output.contains("3 models came new"))
        #expect(first.output.contains("3 on the account, 3 here and hash-checked, 0 lost"))
        let second = try studio("sync", environment: other)
        try expectSuccess(second)
        #expect(!second.output.contains("came new"))
        #expect(try studio("search", "robot", "tag:rescued", "--format", "ids", environment: other).output.count == 18)
        try expectSuccess(studio("verify", environment: other))
        let balance = try studio("balance", environment: other)
        #expect(balance.errors.contains("the books agree"))
    }

    @Test(
        "completeness is never claimed when a page or a download failed",
        arguments: [
            ("500@list+rigging:*", 75), ("404@model.glb:*", 1), ("truncate@model.glb:*", 1),
        ])
    func incomplete(fault: String, status: Int32) throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a mask", "--count", "2", "--yes"))
        let other = scratchLibrary(studio)
        try expectSuccess(studio("init", environment: other))
        try studio.standIn.setFaults(fault)
        let result = try studio("sync", "--format", "json", environment: other)
        #expect(result.status == status, "\(result.output)\(result.errors)")
        #expect(result.output.contains("\"complete\": false"))
        try studio.standIn.setFaults("")
        try expectSuccess(studio("sync", environment: other))
    }

    @Test("a table of retirements that was given says what 'latest' meant")
    func retirements() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a mask", "--yes"))
        let other = scratchLibrary(studio)
        try expectSuccess(studio("init", environment: other))
        let table = """
            {"version": 1, "checked": "2026-11-27", "source": "https://example.com", "models": [],
             "aliases": [{"name": "latest", "use": "geometry", "since": "2026-01-01", "model": "meshy-7.9"}]}
            """
        let path = try studio.meshyLib.scratch.write("table.json", Array(table.utf8))
        try expectSuccess(studio("sync", "--retirements", path, environment: other))
        #expect(try studio("search", "model:meshy-7.9", "--format", "ids", environment: other).output.count == 9)
    }

    @Test("what was paid for and is on no list any more is lost, and told")
    func vanished() throws {
        let studio = try Studio("--faults", "404@model.glb:*")
        #expect(try studio("generate", "a mask", "--count", "2", "--yes").status == 75)
        try studio.standIn.advanceClock(by: "4d")
        let result = try studio("sync")
        #expect(result.status == 1, "\(result.output)")
        #expect(result.output.contains("0 on the account, 0 here and hash-checked, 2 lost"), "\(result.output)")
        #expect(try studio.tasks().isEmpty)
        let later = try studio("sync")
        try expectSuccess(later)
        #expect(later.output.contains("2 results were lost before"))
    }

    @Test("a stopped sync says that nothing is lost")
    func interrupted() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a mask", "--yes"))
        try studio.standIn.setFaults("slow=3s@list:*")
        let path = try studio.meshyLib.scratch.write("errors", [])
        let process = try studio.start(["sync"], errors: .file(path))
        while try !studio.standIn.ledger().contains("list"), process.isRunning { usleep(20_000) }
        process.send(SIGTERM)
        #expect(process.waitUntilExit() == 75)
        let said = try String(contentsOfFile: path, encoding: .utf8)
        #expect(said.contains("nothing is lost: 'meshy-lib sync' goes on"), "\(said)")
    }

    @Test("a damaged file is not counted as here")
    func damaged() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a mask", "--yes"))
        let hash = try #require(studio.contents().first)
        let path = "\(studio.meshyLib.library)/objects/\(hash.prefix(2))/\(hash).glb"
        chmod(path, 0o644)
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seek(toOffset: 100)
        try handle.write(contentsOf: Data([0xFF]))
        try handle.close()
        let result = try studio("sync")
        #expect(result.status == 1)
        #expect(result.output.contains("its bytes have changed on this disk"))
    }

    private func scratchLibrary(_ studio: Studio) -> [String: String] {
        ["MESHY_LIBRARY": studio.meshyLib.scratch.file("other")]
    }
}
