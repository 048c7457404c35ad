import Foundation
import TestSupport
import Testing

@Suite("Curation", .blocking)
struct CurationTests {
    let meshyLib: MeshyLib

    init() throws {
        meshyLib = try MeshyLib()
        try expectSuccess(meshyLib("init"))
        try expectSuccess(meshyLib("import", "Samples"))
    }

    /// Everything the library says about its models.
    private func state() throws -> String {
        try meshyLib("search", "sort:title", "--format", "json").output
    }

    @Test("tags go on and off many models at once, and are counted")
    func tags() throws {
        try expectSuccess(meshyLib("tag", "m0n5ter1", "m0n5ter2", "+boss", "+needs work", "-horror"))
        #expect(try meshyLib("search", "tag:boss", "--format", "ids").output.split(separator: "\n").count == 2)
        #expect(
            try meshyLib("search", #"tag:"needs work""#, "--format", "ids").output.split(separator: "\n").count == 2)
        let tags = try meshyLib("tags", "--format", "csv").output
        #expect(tags.contains("boss,2\n") && !tags.contains("horror"))
        // A tag of two words is not taken for two tags.
        #expect(try meshyLib("search", "tag:boss").output.contains(#"boss mask "needs work""#))
    }

    @Test("a collection that is not there is no collection that a model is out of already")
    func collections() throws {
        try expectSuccess(meshyLib("collection", "add", "Scene 1", "m0n5ter1"))
        let result = try meshyLib("collection", "remove", "Scene1", "m0n5ter1")
        #expect(result.status == 66 && result.errors.contains("did you mean 'scene 1'?"))
        try expectSuccess(meshyLib("collection", "remove", "scene 1", "m0n5ter1"))
    }

    @Test("a tag command that names no tag, or no model, is refused and changes nothing")
    func refusals() throws {
        let before = try state()
        for arguments in [
            ["tag", "m0n5ter1"], ["tag", "+boss"], ["tag", "m0n5ter1", "+"], ["tag", "m0n5ter1", "--boss"],
        ] {
            let result = try run(
                builtPrograms.appendingPathComponent("meshy-lib").path, arguments,
                environment: ["MESHY_LIBRARY": meshyLib.library])
            #expect(result.status == 64, "\(arguments): \(result.output)\(result.errors)")
            #expect(result.errors.contains("hint:"))
        }
        #expect(try meshyLib("rate", "7", "m0n5ter1").status == 64)
        #expect(try meshyLib("review", "great", "m0n5ter1").status == 64)
        // One id of several that is wrong stops all: it is one transaction.
        #expect(try meshyLib("rate", "1", "m0n5ter1", "zzzzzzzz").status == 66)
        #expect(try state() == before)
    }

    @Test("a dry run says what would change and changes nothing")
    func dryRun() throws {
        let before = try state()
        let result = try meshyLib("tag", "--query", "mask", "+boss", "--dry-run")
        try expectSuccess(result)
        #expect(result.output.contains("+boss") && result.output.contains("only shown"))
        #expect(try state() == before)
    }

    @Test("every change is undone exactly, one after the other")
    func undo() throws {
        var states = [try state()]
        let changes: [[String]] = [
            ["tag", "--query", "mask OR potion", "+boss", "-mask"], ["rename", "m0n5ter1", "Grey mask"],
            ["note", "m0n5ter2", "--set", "first"], ["note", "m0n5ter2", "--add", "second"],
            ["rate", "1", "--query", "rating:>=4"], ["review", "rejected", "--query", "tris:<4k"],
            ["collection", "add", "Scene", "m0n5ter1", "m0n5ter2"], ["collection", "remove", "Scene", "m0n5ter1"],
            ["trash", "--query", "tag:magic"], ["restore", "--query", "is:trashed"],
        ]
        for change in changes {
            try expectSuccess(
                run(
                    builtPrograms.appendingPathComponent("meshy-lib").path, change,
                    environment: ["MESHY_LIBRARY": meshyLib.library]))
            states.append(try state())
        }
        #expect(Set(states.dropLast(1)).count == changes.count, "every change but the last must show")
        for expected in states.dropLast().reversed() {
            try expectSuccess(meshyLib("undo"))
            #expect(try state() == expected)
        }
        #expect(try meshyLib("undo").output.contains("nothing to undo"))
    }

    @Test("the trash hides models; garbage collection deletes them and their files, when told to")
    func trash() throws {
        try expectSuccess(meshyLib("trash", "m0n5ter1"))
        #expect(try meshyLib("search", "mask", "--format", "ids").output == "m0n5ter2\n")
        #expect(try meshyLib("search", "is:trashed", "--format", "ids").output == "m0n5ter1\n")
        let asked = try meshyLib("gc")
        #expect(asked.status == 64)
        #expect(asked.errors.contains("--yes"))
        try expectSuccess(meshyLib("gc", "--yes"))
        #expect(try meshyLib("search", "is:trashed", "--format", "ids").output.isEmpty)
        #expect(try meshyLib("stats", "--format", "json").output.contains(#""objects": 9"#))
        try expectSuccess(meshyLib("verify"))
        let files = try FileManager.default.subpathsOfDirectory(atPath: meshyLib.library + "/objects")
        #expect(files.filter { $0.hasSuffix(".glb") }.count == 9)
    }

    @Test("a flipped bit and a missing file are reported with their models, and mended by importing again")
    func verify() throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: meshyLib.library + "/objects")
            .filter { $0.hasSuffix(".glb") }.sorted().map { "\(meshyLib.library)/objects/\($0)" }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: files[0])
        let handle = try #require(FileHandle(forUpdatingAtPath: files[0]))
        try handle.seek(toOffset: 5000)
        let byte = try #require(try handle.read(upToCount: 1)?.first)
        try handle.seek(toOffset: 5000)
        try handle.write(contentsOf: Data([byte ^ 4]))
        try handle.close()
        try FileManager.default.removeItem(atPath: files[1])

        let result = try meshyLib("verify")
        #expect(result.status == 1)
        #expect(result.output.contains("the bytes have changed") && result.output.contains("the file is missing"))
        #expect(result.output.contains("10 files") && result.output.contains("2 damaged"))
        try expectSuccess(meshyLib("import", "Samples"))
        try expectSuccess(meshyLib("verify"))
    }

    @Test("a library whose files' disk is absent is not taken for an empty one")
    func absentObjects() throws {
        try FileManager.default.moveItem(atPath: meshyLib.library + "/objects", toPath: meshyLib.library + "/elsewhere")
        for command in ["verify", "gc", "search"] {
            let result = try meshyLib(command)
            #expect(result.status == 66)
            #expect(result.errors.contains("objects"))
        }
    }
}
