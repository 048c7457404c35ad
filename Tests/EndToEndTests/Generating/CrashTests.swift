import Foundation
import TestSupport
import Testing

/// Processes that die, and what the next one makes of what they left.
@Suite("Killed while generating", .blocking)
struct CrashTests {
    /// The moments between two steps of the journal, as `MESHY_LIB_CRASH_AT` names them.
    static let moments = [
        "planned", "sending", "answered", "accepted", "finished", "succeeded", "downloaded", "published", "fetched",
        "added", "stored",
    ]

    private static let wish = ["generate", "a monster mask", "--refine", "--seed", "11", "--yes"]

    /// Goes on until nothing is left to do.
    private func finish(_ studio: Studio) throws {
        try expectSuccess(studio("resume", "--send-again", "--arrival", "1", "--yes"))
    }

    @Test("at every step of the journal: nothing is paid twice, and nothing is missing", arguments: moments)
    func atEveryStep(moment: String) throws {
        let undisturbed = try Studio()
        try expectSuccess(undisturbed("generate", "a monster mask", "--refine", "--seed", "11", "--yes"))

        let studio = try Studio()
        let killed = try studio(
            "generate", "a monster mask", "--refine", "--seed", "11", "--yes",
            environment: ["MESHY_LIB_CRASH_AT": moment])
        #expect(killed.status == -9, "\(killed.errors)")
        try finish(studio)
        #expect(try studio.contents() == undisturbed.contents())
        #expect(try studio.charges() == undisturbed.charges())
        #expect(try studio.tasks().isEmpty)
        try expectSuccess(studio("verify"))
        #expect(try studio("gc", "--dry-run").output.contains("nothing to delete"))
        let balance = try studio("balance")
        #expect(balance.output.contains("spent        30"), "\(balance.output)\(balance.errors)")
        #expect(balance.errors.contains("the books agree"))
    }

    @Test("at two hundred random moments: nothing is paid twice, and nothing is missing")
    func atRandomMoments() throws {
        let prompts = ["prompt,seed"] + (0..<60).map { "a monster mask number \($0),\($0)" }
        let seed = ProcessInfo.processInfo.environment["TEST_SEED"].flatMap(UInt64.init) ?? .random(in: 0..<1_000_000)
        var generator = SeededGenerator(seed: seed)
        let studio = try Studio("--credits", "10000", "--time-scale", "400")
        let path = try studio.meshyLib.scratch.write("prompts.csv", Array(prompts.joined(separator: "\n").utf8))
        var kills = 0
        var rounds = 0
        while kills < 200, rounds < 400 {
            rounds += 1
            let isFirst = rounds % 2 == 1
            let process = try studio.start(
                isFirst
                    ? ["generate", "--from", path, "--refine", "--yes"]
                    : ["resume", "--send-again", "--arrival", "1", "--yes"])
            usleep(UInt32.random(in: 5_000...250_000, using: &generator))
            if process.isRunning {
                process.send(SIGKILL)
                kills += 1
            }
            process.waitUntilExit()
            if kills < 200, try studio.tasks().isEmpty, rounds > 20 { break }
        }
        // The batch again plans what was never written down; the rest goes on.
        for _ in 0..<5 {
            let result = try studio("generate", "--from", path, "--refine", "--yes")
            let rest = try studio("resume", "--send-again", "--arrival", "1", "--yes")
            if result.status == 0, rest.status == 0 { break }
        }
        let charges = try studio.charges()
        #expect(charges.count == 120, "TEST_SEED=\(seed) repeats this; \(kills) kills")
        #expect(Set(charges.filter { $0.contains("preview\"") }).count == 60)
        let left = try studio.tasks()
        #expect(left.isEmpty, "TEST_SEED=\(seed): \(left)")
        #expect(try studio.contents().count == 120)
        try expectSuccess(studio("verify"))
        let balance = try studio("balance")
        #expect(balance.errors.contains("the books agree"), "\(balance.output)\(balance.errors)")
        let sync = try studio("sync")
        try expectSuccess(sync)
        #expect(sync.output.contains("120 on the account, 120 here and hash-checked, 0 lost"))
    }

    @Test("Ctrl-C ends orderly, says what will happen, and the next run goes on")
    func interrupted() throws {
        let studio = try Studio("--time-scale", "1")
        let errors = try studio.meshyLib.scratch.write("errors", [])
        let process = try studio.start(
            ["generate", "a mask", "--count", "4", "--yes"], errors: .file(errors))
        while try studio.charges().isEmpty, process.isRunning { usleep(20_000) }
        process.send(SIGINT)
        #expect(process.waitUntilExit() == 75)
        #expect(try String(contentsOfFile: errors, encoding: .utf8).contains("'meshy-lib resume' goes on from here"))
        try studio.standIn.advanceClock(by: "5m")
        try finish(studio)
        #expect(try studio.contents().count == 4)
        #expect(try studio.charges().count == 4)
    }

    @Test("two processes at once do not take each other's tasks")
    func sideBySide() throws {
        let studio = try Studio("--time-scale", "50")
        let first = try studio.start(["generate", "a mask", "--count", "3", "--refine", "--yes"])
        let second = try studio.start(["generate", "a helmet", "--count", "3", "--refine", "--yes"])
        while first.isRunning || second.isRunning {
            let resumed = try studio("resume", "--yes")
            #expect([0, 75].contains(resumed.status), "\(resumed.errors)")
            usleep(50_000)
        }
        #expect(first.waitUntilExit() == 0)
        #expect(second.waitUntilExit() == 0)
        #expect(try studio.charges().count == 12)
        #expect(try studio.contents().count == 12)
    }
}
