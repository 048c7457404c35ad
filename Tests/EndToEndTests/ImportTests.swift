import Foundation
import TestSupport
import Testing

@Suite("Import", .blocking)
struct ImportTests {
    let meshyLib: MeshyLib

    init() throws {
        meshyLib = try MeshyLib()
        try expectSuccess(meshyLib("init"))
    }

    private var samples: [String] {
        get throws {
            let folder = packageRoot.appendingPathComponent("Samples").path
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".glb") }.sorted()
                .map { "\(folder)/\($0)" }
        }
    }

    private func objects() throws -> [String] {
        let folder = meshyLib.library + "/objects"
        return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".glb") }.sorted()
    }

    @Test("the same files twice, and under other names, add no copy and are no error")
    func twice() throws {
        let files = try samples
        try expectSuccess(meshyLib("import", "--later", "Samples"))
        let copy = meshyLib.scratch.file("copy.glb")
        try FileManager.default.copyItem(atPath: files[0], toPath: copy)
        let again = try meshyLib("import", "--later", "Samples", copy)
        try expectSuccess(again)
        #expect(again.output.contains("0 models added, \(files.count + 1) here already"))
        #expect(try objects().count == files.count)
    }

    @Test("a bad file does not stop the others and is named with its reason")
    func badFiles() throws {
        let good = try Data(contentsOf: URL(fileURLWithPath: samples[0]))
        let scratch = meshyLib.scratch
        try scratch.write("in/good.glb", good)
        try scratch.write("in/cut.glb", good.prefix(good.count / 2))
        try scratch.write("in/pointer.glb", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n".utf8)
        try scratch.write("in/page.glb", "<!DOCTYPE html><html><body>404</body></html>".utf8)
        try scratch.write("in/empty.glb", [])
        try scratch.write("in/deep/er/also good.GLB", good + [])
        try scratch.write("in/loose.gltf", #"{"asset":{"version":"2.0"}}"#.utf8)
        let result = try meshyLib("import", scratch.file("in"), scratch.file("absent.glb"), "--format", "json")
        #expect(result.status == 1)
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let files = try #require(document["files"] as? [[String: Any]])
        let status = Dictionary(
            uniqueKeysWithValues: files.map {
                (URL(fileURLWithPath: $0["file"] as? String ?? "").lastPathComponent, $0["status"] as? String ?? "")
            })
        #expect(
            status == [
                "good.glb": "added", "also good.GLB": "present", "cut.glb": "failed", "pointer.glb": "failed",
                "page.glb": "failed", "empty.glb": "failed", "loose.gltf": "failed", "absent.glb": "failed",
            ] || status["good.glb"] == "present" && status["also good.GLB"] == "added")
        let notes = files.compactMap { $0["note"] as? String }.joined(separator: "\n")
        for word in ["Git LFS", "web page", "empty", "other files"] { #expect(notes.contains(word)) }
        #expect(try objects().count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: meshyLib.library + "/incoming").isEmpty)
    }

    @Test("moving deletes the original once the library has it; linking shares its bytes")
    func transfers() throws {
        let scratch = meshyLib.scratch
        let data = try samples.prefix(2).map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        let moved = try scratch.write("moved.glb", data[0])
        let linked = try scratch.write("linked.glb", data[1])
        try expectSuccess(meshyLib("import", "--move", moved))
        try expectSuccess(meshyLib("import", "--link", linked))
        #expect(!FileManager.default.fileExists(atPath: moved))
        try scratch.write("moved.glb", data[0])
        #expect(try meshyLib("import", "--move", moved).output.hasSuffix("1 here already, 1 original deleted\n"))
        let links = try objects().map { name in
            try FileManager.default.attributesOfItem(atPath: "\(meshyLib.library)/objects/\(name)")[.referenceCount]
                as? Int
        }
        #expect(links.compactMap { $0 }.sorted() == [1, 2])
    }

    @Test("many files of one fault are told together, with the way out")
    func loose() throws {
        for number in 0..<20 { try meshyLib.scratch.write("loose/\(number).gltf", Array("{}".utf8)) }
        let result = try meshyLib("import", meshyLib.scratch.file("loose"))
        #expect(result.status == 1)
        #expect(result.output.contains("20 files:") && result.output.contains("meshy-lib validate --fix"))
        #expect(result.output.split(separator: "\n").count < 15)
        #expect(try meshyLib("import", "Sources/Budgets").output.contains("no .glb file"))
    }

    @Test("the library's own files are never moved into it")
    func ownFiles() throws {
        try expectSuccess(meshyLib("import", "--later", "Samples"))
        let before = try objects()
        for place in ["objects", "objects/\(before[0])", "incoming"] {
            let result = try meshyLib("import", "--move", meshyLib.library + "/" + place)
            #expect(result.status == 1)
            #expect(result.output.contains("in the library itself"))
        }
        #expect(try objects() == before)
        try expectSuccess(meshyLib("verify"))
    }

    @Test("the service's own records give prompt, task and lineage")
    func serviceRecords() throws {
        let data = try samples.prefix(2).map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        let scratch = meshyLib.scratch
        try scratch.write("meshy_output/20261120_owl_01a1f84a/preview.glb", data[0])
        try scratch.write("meshy_output/20261120_owl_01a1f84a/refined.glb", data[1])
        try scratch.write(
            "meshy_output/20261120_owl_01a1f84a/metadata.json",
            """
            {"project_name": "Owl", "folder": "x", "root_task_id": "01a1f84a-95cd-7bdd-8164-d8399f767c45", "tasks": [
              {"task_id": "01a1f84a-95cd-7bdd-8164-d8399f767c45", "task_type": "text-to-3d", "stage": "preview",
               "prompt": "a carved wooden owl lantern", "status": "SUCCEEDED", "files": ["preview.glb"],
               "created_at": "2026-11-20T10:00:00.000Z"},
              {"task_id": "01a1f84c-08e5-7b0f-8b91-ce375bc8fbbc", "task_type": "text-to-3d", "stage": "refine",
               "status": "SUCCEEDED", "files": ["refined.glb"], "created_at": "2026-11-20T10:02:00Z"}]}
            """.utf8)
        try expectSuccess(meshyLib("import", scratch.file("meshy_output")))
        let refined = try meshyLib("show", "01a1f84c", "--format", "json")
        try expectSuccess(refined)
        for part in [
            #""kind": "text-to-3d.refine""#, #""prompt": "a carved wooden owl lantern""#, #""title": "Owl""#,
            #""relation": "refine""#, #""reference": "01a1f84a-95cd-7bdd-8164-d8399f767c45""#,
            #""created": "2026-11-20T10:02:00Z""#,
        ] {
            #expect(refined.output.contains(part))
        }
        #expect(
            try meshyLib("search", "parent:01a1f84a-95cd-7bdd-8164-d8399f767c45", "--format", "ids").output.split(
                separator: "\n"
            ).count == 1)
    }

    @Test("the official client's record of a task speaks of every file that it lists, and a history of its folders")
    func clientRecords() throws {
        let data = try samples.prefix(3).map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        let scratch = meshyLib.scratch
        try scratch.write("rig/rigged_character.glb", data[0])
        try scratch.write("rig/walking_glb.glb", data[1])
        try scratch.write(
            "rig/meta.json",
            """
            {"task": {"id": "01a1f853-bd8d-73ff-b17f-d374c6a53877", "type": "rig", "created_at": 1795167600000},
             "prompt": "a brave knight",
             "files": [{"path": "rigged_character.glb", "sha256": "00"}, {"path": "out/walking_glb.glb", "sha256": "00"}]}
            """.utf8)
        try scratch.write("meshy_output/20261120_101112_owl_01a1f84a/preview.glb", data[2])
        try scratch.write(
            "meshy_output/history.json",
            """
            {"version": 1, "projects": [
              {"folder": "meshy_output/20261119_090000_cat_01a1f700", "prompt": "a cat", "task_type": "text-to-3d"},
              {"folder": "meshy_output/20261120_101112_owl_01a1f84a", "prompt": "a carved owl", "task_type": "text-to-3d",
               "root_task_id": "01a1f84a-95cd-7bdd-8164-d8399f767c45", "created_at": "2026-11-20T10:11:12Z",
               "task_count": 1}]}
            """.utf8)
        try expectSuccess(meshyLib("import", scratch.file("rig"), scratch.file("meshy_output")))
        #expect(try meshyLib("search", "knight", "kind:rigging", "--format", "ids").output.count == 18)
        let owl = try meshyLib("show", "01a1f84a", "--format", "json").output
        #expect(owl.contains(#""prompt": "a carved owl""#), "\(owl)")
        #expect(owl.contains(#""kind": "text-to-3d.preview""#))
        #expect(owl.contains(#""created": "2026-11-20T10:11:12Z""#))
        let rig = try meshyLib("show", "01a1f853", "--format", "json").output
        #expect(rig.contains(#""kind": "rigging""#))
    }

    @Test("a process killed at any moment loses nothing: the next run completes the library", arguments: 0..<12)
    func killed(attempt: Int) throws {
        let scratch = meshyLib.scratch
        let data = try Data(contentsOf: URL(fileURLWithPath: samples[0]))
        let count = 60
        for number in 0..<count {
            // Bytes after the GLB's end make each file another; readers ignore them.
            try scratch.write("in/\(number).glb", Self.distinct(data, number))
        }
        let process = try ChildProcess(
            builtPrograms.appendingPathComponent("meshy-lib").path,
            ["import", "--later", "--library", meshyLib.library, scratch.file("in")])
        Thread.sleep(forTimeInterval: 0.01 * Double(attempt) * Double.random(in: 0.5...1.5))
        process.send(SIGKILL)
        process.waitUntilExit()

        // Whatever the catalogue knows is there, whole.
        try expectSuccess(meshyLib("verify"))
        try expectSuccess(meshyLib("import", "--later", scratch.file("in")))
        #expect(
            try meshyLib("search", "--limit", "1000", "--format", "ids").output.split(separator: "\n").count == count)
        #expect(try objects().count == count)
        try expectSuccess(meshyLib("verify"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: meshyLib.library + "/incoming").isEmpty)
        let garbage = try meshyLib("gc", "--dry-run")
        #expect(garbage.output.contains("nothing to delete"))
    }

    /// The same model with another `asset.generator`, padded so that the JSON chunk keeps its length.
    static func distinct(_ glb: Data, _ number: Int) throws -> Data {
        var copy = glb
        let mark = Data("meshy-lib sample-maker".utf8)
        let range = try #require(copy.range(of: mark))
        let text = "meshy-lib sampl\(String(1_000_000 + number))"
        copy.replaceSubrange(range, with: Data(text.utf8).prefix(mark.count))
        return copy
    }

    @Test("what comes in is measured and can be searched by it, at once or later")
    func measured() throws {
        try expectSuccess(meshyLib("import", "Samples", "--later"))
        #expect(try meshyLib("search", "is:watertight", "--format", "ids").output.isEmpty)
        let all = try meshyLib("inspect", "--all")
        try expectSuccess(all)
        #expect(all.output == "10 models read\n")
        let found = try meshyLib("search", "is:watertight is:ok(roblox) errors:0", "--format", "ids")
        #expect(found.output.split(separator: "\n").count == 10)
        let card = try meshyLib("show", "m0n5ter2").output
        #expect(card.contains("watertight, 1 part, 8.70 m²") && card.contains("roblox"), "\(card)")
        #expect(try meshyLib("stats").output.contains("10 watertight"))
        #expect(try meshyLib("inspect", "--all", "Samples").status == 64)

        let other = try MeshyLib()
        try expectSuccess(other("init"))
        try expectSuccess(other("import", "Samples"))
        #expect(try other("inspect", "--all").output == "0 models read\n")
        #expect(try other("search", "is:watertight", "--format", "ids").output.split(separator: "\n").count == 10)
    }
}
