import Foundation
import TestSupport
import Testing

@Suite("Several processes at once", .blocking)
struct SideBySideTests {
    let meshyLib: MeshyLib

    init() throws {
        meshyLib = try MeshyLib()
        try expectSuccess(meshyLib("init"))
    }

    private func start(_ arguments: [String]) throws -> ChildProcess {
        try ChildProcess(
            builtPrograms.appendingPathComponent("meshy-lib").path, arguments,
            environment: ["MESHY_LIBRARY": meshyLib.library])
    }

    @Test("imports of overlapping folders, tags and searches get on with each other")
    func sideBySide() throws {
        let sample = try Data(contentsOf: packageRoot.appendingPathComponent("Samples/potion-bottle.glb"))
        for number in 0..<40 {
            let data = try ImportTests.distinct(sample, number)
            try meshyLib.scratch.write("a/\(number).glb", data)
            try meshyLib.scratch.write("b/\(number + 20 < 40 ? number + 20 : number).glb", data)
        }
        try expectSuccess(meshyLib("import", "--later", "Samples"))
        let importers = try ["a", "b", "a"].map { try start(["import", "--later", meshyLib.scratch.file($0)]) }
        var searches = 0
        while importers.contains(where: \.isRunning) {
            try expectSuccess(meshyLib("search", "mask"))
            try expectSuccess(meshyLib("tag", "m0n5ter1", "+run\(searches)"))
            searches += 1
        }
        for importer in importers {
            #expect(importer.waitUntilExit() == 0)
        }
        #expect(try meshyLib("search", "--limit", "100", "--format", "ids").output.split(separator: "\n").count == 50)
        try expectSuccess(meshyLib("verify"))
        for number in 0..<searches {
            #expect(try meshyLib("search", "tag:run\(number)", "--format", "ids").output == "m0n5ter1\n")
        }
    }

    @Test("garbage is not collected while an import runs")
    func garbage() throws {
        let sample = try Data(contentsOf: packageRoot.appendingPathComponent("Samples/potion-bottle.glb"))
        for number in 0..<200 {
            try meshyLib.scratch.write("in/\(number).glb", try ImportTests.distinct(sample, number))
        }
        let importer = try start(["import", "--later", meshyLib.scratch.file("in")])
        var refused = false
        while importer.isRunning {
            let result = try meshyLib("gc", "--yes")
            #expect([0, 75].contains(result.status), "\(result.errors)")
            refused = refused || result.status == 75
        }
        #expect(refused || importer.waitUntilExit() == 75)
        try expectSuccess(meshyLib("import", "--later", meshyLib.scratch.file("in")))
        #expect(try meshyLib("stats", "--format", "json").output.contains(#""models": 200"#))
        try expectSuccess(meshyLib("verify"))
    }

    @Test("an interrupted import says so, ends orderly, and is completed by the next")
    func interrupted() throws {
        let sample = try Data(contentsOf: packageRoot.appendingPathComponent("Samples/potion-bottle.glb"))
        for number in 0..<400 {
            try meshyLib.scratch.write("in/\(number).glb", try ImportTests.distinct(sample, number))
        }
        let importer = try start(["import", "--later", meshyLib.scratch.file("in")])
        // As soon as the first file is in the store the signal handler is surely there.
        let objects = meshyLib.library + "/objects"
        while importer.isRunning, try FileManager.default.contentsOfDirectory(atPath: objects).isEmpty { usleep(1000) }
        importer.send(SIGINT)
        #expect([0, 75].contains(importer.waitUntilExit()))
        try expectSuccess(meshyLib("verify"))
        #expect(try meshyLib("gc", "--dry-run").output.contains("nothing to delete"))
        try expectSuccess(meshyLib("import", "--later", meshyLib.scratch.file("in")))
        #expect(try meshyLib("stats", "--format", "json").output.contains(#""models": 400"#))
    }
}
