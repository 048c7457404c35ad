import Foundation
import TestSupport
import Testing

/// What the service and the network do to people, and what becomes of it.
@Suite("Trouble with the service", .blocking)
struct TroubleTests {
    @Test(
        "an answer that was lost is found again on the account, and nothing is paid twice",
        arguments: [
            "drop-after-create", "500-after-create", "503-after-create",
        ])
    func lostAnswer(fault: String) throws {
        let studio = try Studio("--faults", "\(fault)@create")
        try expectSuccess(studio("generate", "a mask", "--refine", "--yes"))
        #expect(try studio.charges().count == 2)
        #expect(try studio.contents().count == 2)
    }

    @Test("equal requests side by side whose answers were lost are all found")
    func lostAnswers() throws {
        let studio = try Studio("--faults", "drop-after-create@create:2-4")
        try expectSuccess(studio("generate", "a mask", "--count", "6", "--yes"))
        #expect(try studio.charges().count == 6)
        #expect(try studio.tasks().isEmpty)
    }

    @Test("if two tasks fit a lost request, it asks instead of guessing")
    func twoFit() throws {
        // The list is out of order, so that the answer stays lost for now.
        let studio = try Studio("--faults", "drop-after-create@create,500@list:*")
        #expect(try studio("generate", "a mask", "--yes", "--patience", "0").status == 75)
        try studio.standIn.setFaults("")
        let made = try run(
            "curl",
            [
                "--silent", "--fail", studio.standIn.address + "/openapi/v2/text-to-3d", "--header",
                "Authorization: Bearer \(Studio.key)", "--header", "Content-Type: application/json", "--data",
                #"{"mode":"preview","prompt":"a mask"}"#,
            ])
        let remote = try #require(made.output.firstMatch(of: /"result":\s*"([0-9a-f-]+)"/)?.1)
        let resumed = try studio("resume", "--send-again", "--arrival", "1", "--yes")
        #expect(resumed.status == 75)
        #expect(resumed.errors.contains("2 tasks of the account fit"))
        #expect(try studio.charges().count == 2)
        let id = try #require(studio.tasks().first?["id"] as? String)
        try expectSuccess(studio("resume", "--adopt", "\(id)=\(remote)", "--yes"))
        #expect(try studio.charges().count == 2)
        #expect(try studio.tasks().isEmpty)
    }

    @Test("if no task fits, it is sent again only when told to")
    func noneFits() throws {
        let studio = try Studio("--faults", "503@create")
        let lost = try studio("generate", "a mask", "--yes")
        #expect(lost.status == 75)
        #expect(lost.errors.contains("the account shows no task for this request"))
        #expect(try studio("resume", "--yes", "--patience", "0").status == 75)
        #expect(try studio.charges().isEmpty)
        try expectSuccess(studio("resume", "--send-again", "--arrival", "1", "--yes"))
        #expect(try studio.charges().count == 1)
    }

    @Test(
        "the network's usual trouble ends well",
        arguments: [
            "cut@stream:*", "error-event@stream:*", "comments@stream:*", "out-of-order@stream:*", "silent@stream:1",
            "truncate@model.glb:1", "wrong-length@model.glb:1", "corrupt@model.glb:1", "expired@model.glb:1",
            "redirect@model.glb:1", "429@create:3", "500@retrieve:3", "html@retrieve:1", "429=queue@create:1",
        ])
    func usualTrouble(faults: String) throws {
        let studio = try Studio("--faults", faults)
        try expectSuccess(studio("generate", "a mask", "--yes"))
        #expect(try studio.charges().count == 1)
        #expect(try studio.contents().count == 1)
        try expectSuccess(studio("verify"))
    }

    @Test("a file that cannot be had is tried again by the next run, and is never called done")
    func partial() throws {
        let studio = try Studio("--faults", "404@model.mtl:*")
        let result = try studio("generate", "a mask", "--refine", "--formats", "glb,obj", "--yes")
        #expect(result.status == 75)
        #expect(result.errors.contains("model.mtl"))
        // What is here can be used already.
        #expect(try studio.contents().count == 2)
        let sync = try studio("sync", "--formats", "glb,obj")
        #expect(sync.status == 1)
        #expect(sync.output.contains("not here:"))
        #expect(!sync.output.contains("0 lost"))
        try studio.standIn.setFaults("")
        try expectSuccess(studio("resume", "--yes"))
        #expect(try studio.tasks().isEmpty)
        try expectSuccess(studio("sync"))
    }

    @Test("an outage is waited out, and the message says what will happen next")
    func outage() throws {
        let studio = try Studio("--time-scale", "50", "--faults", "503@retrieve:6,503@stream:6")
        let result = try studio("generate", "a mask", "--yes")
        try expectSuccess(result)
        #expect(result.errors.contains("the next try is in"))
        #expect(result.errors.contains("1 h 0 min at most (--patience)"))
        #expect(try studio.charges().count == 1)
    }

    @Test("a service that is not there loses nothing")
    func unreachable() throws {
        let studio = try Studio()
        try expectSuccess(studio("generate", "a mask", "--yes"))
        studio.standIn.kill()
        let result = try studio("resume")
        #expect(result.status == 0)
        let sync = try studio("sync")
        #expect([69, 75].contains(sync.status), "\(sync.status)")
        #expect(!sync.output.contains("0 lost\n"))
        #expect(try studio("balance").status == 69)
    }

    @Test("who cannot reach the service at all is told at once, also with work that waits")
    func unreachableWithWork() throws {
        let studio = try Studio("--faults", "404@model.glb:*")
        #expect(try studio("generate", "a mask", "--yes").status == 75)
        studio.standIn.kill()
        #expect(try studio("resume", "--yes").status == 69)
        #expect(try studio("generate", "a mask", "--yes").status == 69)
        #expect(try studio.tasks().count == 1)
    }

    @Test("results that went before they were here are called gone, not done")
    func gone() throws {
        let studio = try Studio("--faults", "404@model.glb:*")
        #expect(try studio("generate", "a mask", "--yes").status == 75)
        try studio.standIn.advanceClock(by: "4d")
        let result = try studio("resume", "--yes")
        #expect(result.status == 1)
        #expect(result.errors.contains("is gone"))
        #expect(try studio.tasks().isEmpty)
    }

    @Test("a queued task can be cancelled, and its credits come back")
    func cancel() throws {
        let studio = try Studio("--time-scale", "10", "--faults", "slow-queue=20@create:*")
        let process = try studio.start(["generate", "a mask", "--yes"])
        while try studio.charges().isEmpty, process.isRunning { usleep(20_000) }
        while try studio.tasks().first?["state"] as? String != "running" { usleep(20_000) }
        let id = try #require(studio.tasks().first?["id"] as? String)
        try expectSuccess(studio("cancel", id))
        process.waitUntilExit()
        #expect(try studio.tasks().isEmpty)
        let balance = try studio("balance")
        #expect(balance.output.contains("balance      1,000"), "\(balance.output)")
        #expect(balance.errors.contains("the books agree"))
    }

    @Test("the key stands in no file, no answer and no message")
    func key() throws {
        let studio = try Studio("--faults", "401@create:1,html@list:1,404@preview.png:1")
        var said = ""
        for arguments in [
            ["generate", "a mask", "--refine", "--yes"], ["generate", "a mask", "--yes"], ["sync"], ["balance"],
            ["tasks", "--all", "--format", "json"], ["config"], ["resume", "--yes"],
            ["generate", "the key is \(Studio.key)", "--yes"],
        ] {
            let result = try run(
                builtPrograms.appendingPathComponent("meshy-lib").path, arguments,
                environment: studio.environment.merging([
                    "MESHY_LIBRARY": studio.meshyLib.library, "HOME": studio.meshyLib.scratch.path,
                ]) { $1 })
            // The prompt that holds the key was the person's own, and is refused.
            said += result.output + result.errors
        }
        #expect(!said.contains(Studio.key))
        let files = try #require(FileManager.default.enumerator(atPath: studio.meshyLib.library))
        var looked = 0
        for case let name as String in files {
            guard let data = FileManager.default.contents(atPath: studio.meshyLib.library + "/" + name) else {
                continue
            }
            looked += 1
            #expect(data.range(of: Data(Studio.key.utf8)) == nil, "\(name)")
        }
        #expect(looked > 3)
    }

    @Test("the key's file is for the user alone, and others' are refused")
    func keyFile() throws {
        let studio = try Studio()
        let home = studio.meshyLib.scratch.path
        let set = try run(
            "sh",
            ["-c", "echo \(Studio.key) | '\(builtPrograms.appendingPathComponent("meshy-lib").path)' config set-key"],
            environment: ["HOME": home])
        try expectSuccess(set)
        let file = home + "/.config/meshy-lib/key"
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try expectSuccess(studio("balance", environment: ["MESHY_API_KEY": ""]))
        chmod(file, 0o644)
        let exposed = try studio("balance", environment: ["MESHY_API_KEY": ""])
        #expect(exposed.status == 77)
        #expect(exposed.errors.contains("chmod 600"))
        let clear = try studio("balance", "--api", "http://example.com")
        #expect(clear.status == 64)
        #expect(clear.errors.contains("in clear"))
    }
}
