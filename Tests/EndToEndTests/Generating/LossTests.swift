import Foundation
import TestSupport
import Testing

/// What could be paid twice or lost between two commands, each of which is right by itself.
@Suite("Between two commands")
struct LossTests {
    @Test("a lost request whose task 'sync' finds first is not paid again, and keeps its tags")
    func syncBeforeResume() throws {
        let studio = try Studio("--faults", "drop-after-create@create,500@list:*")
        #expect(try studio("generate", "a mask", "--tag", "boss", "--yes", "--patience", "0").status == 75)
        try studio.standIn.setFaults("")
        let sync = try studio("sync")
        try expectSuccess(sync)
        #expect(sync.output.contains("1 on the account, 1 here and hash-checked, 0 lost"))
        let resumed = try studio("resume", "--send-again", "--arrival", "1", "--yes")
        try expectSuccess(resumed)
        #expect(try studio.charges().count == 1)
        #expect(try studio.tasks().isEmpty)
        #expect(try studio("search", "tag:boss", "--format", "ids").output.count == 9)
        let balance = try studio("balance")
        #expect(balance.output.contains("spent        20"), "\(balance.output)")
        #expect(balance.errors.contains("the books agree"))
    }

    @Test("where several tasks fit a lost request, 'sync' rescues all of them, and a person still says which it was")
    func syncOfSeveral() throws {
        let studio = try Studio("--faults", "drop-after-create@create,500@list:*")
        #expect(try studio("generate", "a mask", "--tag", "boss", "--yes", "--patience", "0").status == 75)
        try studio.standIn.setFaults("")
        // Another machine has asked for the same words.
        let other = ["MESHY_LIBRARY": studio.meshyLib.scratch.file("other")]
        try expectSuccess(studio("init", environment: other))
        try expectSuccess(studio("generate", "a mask", "--yes", environment: other))
        let sync = try studio("sync")
        #expect(sync.output.contains("2 on the account, 2 here and hash-checked, 0 lost"), "\(sync.output)")
        #expect(try studio("resume", "--send-again", "--arrival", "1", "--yes").status == 75)
        #expect(try studio.charges().count == 2)
        let lost = try #require(studio.tasks().first)
        let id = try #require(lost["id"] as? String)
        let said = try #require(lost["error"] as? String)
        #expect(said.contains("2 tasks of the account fit"), "\(said)")
        let remote = try #require(said.firstMatch(of: /[0-9a-f-]{36}/)?.0)

        let wrong = try studio("resume", "--adopt", "\(id)=01a1f84a-95cd-7bdd-8164-d8399f767c45", "--yes")
        #expect(wrong.status == 66, "\(wrong.errors)")
        #expect(wrong.errors.contains("no task '01a1f84a"))
        #expect(try studio.tasks().first?["state"] as? String == "unknown")

        try expectSuccess(studio("resume", "--adopt", "\(id)=\(remote)", "--yes"))
        #expect(try studio.charges().count == 2)
        #expect(try studio.tasks().isEmpty)
        #expect(try studio("search", "tag:boss", "--format", "ids").output.count == 9)
        #expect(try studio("balance").errors.contains("the books agree"))
    }

    @Test("'leave it' leaves it: only what a person chose is sent again")
    func leftAlone() throws {
        let studio = try Studio("--faults", "503@create:2")
        let lost = try studio("generate", "a mask", "--count", "2", "--seed", "1", "--yes")
        #expect(lost.status == 75)
        let ids = try studio.tasks().compactMap { $0["id"] as? String }
        #expect(ids.count == 2)
        let shown = try studio.onTerminal("l\ns\n", "resume", "--arrival", "1")
        #expect(shown.output.contains("send it again for up to 20 credits"), "\(shown.output)")
        #expect(try studio.charges().count == 1)
        #expect(try studio.tasks().map { $0["id"] as? String } == [ids[0]])
    }

    @Test("a task that the service denied for a while is taken up again by 'sync'")
    func deniedForAWhile() throws {
        let studio = try Studio("--faults", "404@retrieve:*,404@stream:*")
        let denied = try studio("generate", "a mask", "--yes")
        #expect(denied.status == 1)
        #expect(denied.errors.contains("'meshy-lib sync' takes up again"))
        try studio.standIn.setFaults("")
        try expectSuccess(studio("sync"))
        #expect(try studio.contents().count == 1)
        #expect(try studio.charges().count == 1)
        #expect(try studio("balance").errors.contains("the books agree"))
    }

    @Test("a file that was fetched before a crash becomes a model, though the service has removed the task since")
    func fetchedAndGone() throws {
        let studio = try Studio()
        let killed = try studio("generate", "a mask", "--yes", environment: ["MESHY_LIB_CRASH_AT": "fetched"])
        #expect(killed.status == -9)
        try studio.standIn.advanceClock(by: "4d")
        let resumed = try studio("resume", "--yes")
        #expect(resumed.status == 1, "\(resumed.errors)")
        #expect(try studio("search", "mask", "--format", "ids").output.count == 9)
        #expect(try studio("gc", "--dry-run").output.contains("nothing to delete"))
        try expectSuccess(studio("verify"))
    }

    @Test("a task that is called done without any result is not called stored")
    func nothingMade() throws {
        let studio = try Studio("--faults", "missing=glb+obj+stl+fbx+usdz@create")
        let result = try studio("generate", "a mask", "--yes")
        #expect(result.status == 75, "\(result.output)\(result.errors)")
        #expect(result.errors.contains("names no result"))
        #expect(try studio("sync").status == 1)
        try studio.standIn.advanceClock(by: "4d")
        #expect(try studio("resume", "--yes").status == 1)
        #expect(try studio.tasks().isEmpty)
    }

    @Test("an address at which there are no lists is no empty account")
    func noLists() throws {
        let studio = try Studio()
        let result = try studio("sync", "--api", studio.standIn.address + "/wrong")
        #expect(result.status == 75)
        #expect(result.output.contains("not seen: the list of text-to-3d"))
    }

    @Test("a task that ends while it is being cancelled is fetched, not deleted")
    func endsWhileCancelled() throws {
        let studio = try Studio("--time-scale", "10", "--faults", "slow-queue=20@create:*")
        let process = try studio.start(["generate", "a mask", "--yes"])
        while try studio.tasks().first?["state"] as? String != "running", process.isRunning { usleep(20_000) }
        process.send(SIGINT)
        process.waitUntilExit()
        let id = try #require(studio.tasks().first?["id"] as? String)
        // By the time that the broken call would be sent again, the task is done.
        try studio.standIn.setFaults("advance=1h@delete:1,503@delete:1")
        let result = try studio("cancel", id)
        #expect(result.status == 1)
        #expect(result.errors.contains("has ended already"), "\(result.errors)")
        try expectSuccess(studio("resume", "--yes"))
        #expect(try studio.contents().count == 1)
    }
}
