import GLB
import Testing
import TestSupport

@testable import MeshyAPI

@Suite("Tasks are read leniently and whole")
struct MeshyTaskTests {
    @Test("a finished preview") func preview() throws {
        let task = try MeshyTask(parsing: Examples.preview.bytes)
        #expect(task.kind == .textTo3DPreview)
        #expect(task.status == .succeeded)
        #expect(task.isFinal)
        #expect(task.progress == 100)
        #expect(task.createdAt == 1_795_167_000_013)
        #expect(task.finishedAt == 1_795_167_058_904)
        #expect(task.deadline == 1_795_426_258_904)
        #expect(task.prompt == "a carved wooden owl lantern")
        #expect(task.seed == 418_220_913)
        #expect(task.consumedCredits == 20)
        #expect(task.failure == nil)
        #expect(task.files.map(\.name) == ["model.glb", "model.obj", "preview.png"])
    }

    @Test("a queued task: zero, null, empty and absent are all nothing") func queued() throws {
        let task = try MeshyTask(parsing: Examples.queued.bytes)
        #expect(task.status == .pending)
        #expect(!task.isFinal)
        #expect(task.precedingTasks == 3)
        #expect(task.startedAt == nil)
        #expect(task.finishedAt == nil)
        #expect(task.deadline == nil)
        #expect(task.files.isEmpty)
    }

    @Test("the deadline is the one that the service names, if it does") func deadline() throws {
        #expect(try MeshyTask(parsing: Examples.refine.bytes).deadline == 1_795_426_337_450)
    }

    @Test("a failure with its cause") func failure() throws {
        let failure = try #require(try MeshyTask(parsing: Examples.failed.bytes).failure)
        #expect(failure.code == "image_too_complex")
        #expect(!failure.isWorthRepeating)
        #expect("\(failure)" == "The picture shows too many objects.")
        let old = try MeshyTask(["id": "a", "status": "FAILED", "task_error": ["message": "Internal server error."]])
        #expect(old.failure?.message == "Internal server error.")
        let bare = try MeshyTask(["id": "a", "status": "FAILED", "task_error": ["type": "server_error"]])
        #expect(bare.failure?.isWorthRepeating == true)
    }

    @Test(
        "the files of every family, by role and name",
        arguments: [
            (
                Examples.refine,
                [
                    "model.glb", "texture_0.png", "texture_0_metallic.png", "texture_0_normal.png",
                    "texture_0_roughness.png",
                ]
            ),
            (
                Examples.image,
                [
                    "model.glb", "pre_remeshed_model.glb", "texture_0.png", "preview.png", "preview_back.png",
                    "preview_front.png", "preview_left.png", "preview_right.png",
                ]
            ),
            (
                Examples.rig,
                [
                    "Animation_Running_armature.glb", "Animation_Running_withSkin.fbx",
                    "Animation_Running_withSkin.glb",
                    "Animation_Walking_armature.glb", "Animation_Walking_withSkin.fbx",
                    "Animation_Walking_withSkin.glb",
                    "Character_output.fbx", "Character_output.glb",
                ]
            ),
            (Examples.animation, ["Animation_withSkin.fbx", "Animation_withSkin.glb", "processed_fps.fbx"]),
            (Examples.picture, ["image.png"]), (Examples.printability, []), (Examples.failed, []),
        ])
    func files(text: TaskText, names: [String]) throws {
        let task = try MeshyTask(parsing: text.bytes)
        #expect(task.files.map(\.name) == names)
        #expect(Set(task.files.map(\.key)).count == names.count)
    }

    @Test("roles tell what a file is") func roles() throws {
        let files = try MeshyTask(parsing: Examples.rig.bytes).files
        #expect(files.first { $0.key == "result.rigged_character_glb_url" }?.role == .riggedModel)
        #expect(files.first { $0.key == "result.basic_animations.walking_glb_url" }?.role == .clip("walking"))
        let armature = files.first { $0.key == "result.basic_animations.walking_armature_glb_url" }
        #expect(armature?.role == .armatureClip("walking"))
        #expect(armature?.format == "glb")
    }

    @Test("textures as a single object, and channels nobody knows") func singleTexture() throws {
        let task = try MeshyTask([
            "id": "a", "status": "SUCCEEDED",
            "texture_urls": [
                "base_color": "https://a.example/t.jpg?s=1", "metallic_roughness": "https://a.example/mr.png",
            ],
        ])
        #expect(task.files.map(\.name) == ["texture_0.jpg", "texture_0_metallic_roughness.png"])
        #expect(task.files.map(\.key) == ["texture_urls.base_color", "texture_urls.metallic_roughness"])
    }

    @Test("files of a kind that came later are offered too; what the request handed in is not") func newFiles() throws {
        let task = try MeshyTask([
            "id": "a", "type": "image-to-hologram", "status": "SUCCEEDED",
            "hologram_url": "https://a.example/x.holo?s=1", "slice_urls": ["https://a.example/1.svg"],
            "image_url": "https://me.example/in.png", "texture_image_url": "https://me.example/t.png",
            "model_urls": ["lamp_stl": "https://a.example/lamp.stl", "fbx": ""],
            "result": ["spin_url": "https://a.example/spin.mp4", "note": "fine"],
        ])
        #expect(task.kind == nil)
        #expect(task.type == "image-to-hologram")
        #expect(task.files.map(\.name) == ["lamp_stl.stl", "spin.mp4", "hologram.holo", "slice_0.svg"])
    }

    @Test("names from the service cannot lead out of a folder") func hostileNames() throws {
        let task = try MeshyTask([
            "id": "a", "status": "SUCCEEDED",
            "model_urls": ["../../etc/passwd": "https://a.example/x", "g/l\u{0}b": "https://a.example/y"],
            "thumbnail_urls": ["../up": "https://a.example/u.p%2Fng"],
            "texture_urls": [["..\\..\\c": "https://a.example/t.png"]],
        ])
        #expect(task.files.count == 4)
        for file in task.files {
            #expect(file.name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }, "\(file.name)")
            #expect(!file.name.hasPrefix("."))
        }
    }

    @Test("unknown words and members are kept") func unknown() throws {
        let text = #"{"id":"a","status":"paused","progress":"41","brand_new":{"x":[1,2.5,null]},"type":"warp"}"#
        let task = try MeshyTask(parsing: Array(text.utf8))
        #expect(task.status == TaskStatus(rawValue: "PAUSED"))
        #expect(!task.status.isKnown)
        #expect(!task.isFinal)
        #expect(task.progress == 41)
        #expect(task.json["brand_new"]?["x"] == [1, .number(2.5), .null])
        let ended = try MeshyTask(["id": "a", "status": "PAUSED", "finished_at": 5])
        #expect(ended.isFinal)
    }

    @Test(
        "what is no task says why",
        arguments: ["", "[]", "null", "{}", #"{"id":""}"#, #"{"id":7}"#, "<html>", "{\"id\""])
    func noTask(text: String) {
        #expect(throws: TaskDecodingError.self) { try MeshyTask(parsing: Array(text.utf8)) }
    }

    @Test("printability") func printability() throws {
        let report = try #require(try MeshyTask(parsing: Examples.printability.bytes).printability)
        #expect(report.status == "error")
        #expect(report.isWatertight == false)
        #expect(report.nonManifoldEdges == 12)
        #expect(report.volume == 0.0041)
    }

    @Test("a task reads back from its own JSON", arguments: Examples.tasks)
    func roundTrip(text: TaskText) throws {
        let task = try MeshyTask(parsing: text.bytes)
        #expect(try MeshyTask(parsing: Array(task.json.canonicalText.utf8)) == task)
    }

    @Test("thousands of random changes are read, or refused with a reason; none crashes", arguments: Examples.tasks)
    func mutations(text: TaskText) throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        var read = 0
        for _ in 0..<1000 {
            let bytes = Mutation.of(text.bytes, &random)
            do throws(TaskDecodingError) {
                let task = try MeshyTask(parsing: bytes)
                read += 1
                #expect((0...100).contains(task.progress), "seed \(seed)")
                for file in task.files { #expect(!file.name.isEmpty && !file.name.contains("/"), "seed \(seed)") }
                _ = task.printability
                _ = task.deadline
            } catch {
                #expect(!"\(error)".isEmpty)
            }
        }
        #expect(read > 0, "seed \(seed)")
    }
}

/// Changes of JSON text such as no service should send.
enum Mutation {
    static func of(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        if Bool.random(using: &random), let json = try? JSON(parsing: bytes) {
            return Array(change(json, &random, depth: 0).canonicalText.utf8)
        }
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let index = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &random)
            case 1: bytes.removeSubrange(index...)
            case 2: bytes.remove(at: index)
            default: bytes.insert(contentsOf: bytes[index...].prefix(20), at: index)
            }
        }
        return bytes
    }

    private static func change(_ json: JSON, _ random: inout SeededGenerator, depth: Int) -> JSON {
        if depth > 0, Int.random(in: 0..<8, using: &random) == 0 {
            return strange.randomElement(using: &random) ?? .null
        }
        switch json {
        case .object(let members):
            return .object(
                Dictionary(
                    members.map { name, value in
                        let name = Int.random(in: 0..<40, using: &random) == 0 ? "\(name)_url" : name
                        return (name, change(value, &random, depth: depth + 1))
                    }, uniquingKeysWith: { $1 }))
        case .array(let elements): return .array(elements.map { change($0, &random, depth: depth + 1) })
        default: return json
        }
    }

    private static let strange: [JSON] = [
        .null, "", 0, -1, true, [], [:], "0", .number(1e308), .number(-0.5), .integer(.max), .integer(.min),
        "https://x.example/../../a.glb?x", "http://[::1]/", "\u{0}\u{7F}\u{202E}", [[[[]]]], ["url": ["url": "x"]],
    ]
}
