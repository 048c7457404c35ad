import Catalog
import MeshyAPI
import SystemPackage
import TestSupport
import Testing

@testable import Library

@Suite("Regenerate")
struct RegenerateTests {
    let test: TestLibrary
    /// A day on which meshy-7 is deprecated and not retired.
    static let now = Timestamp(milliseconds: 1_795_400_000_000)
    static let day: Int64 = 86_400_000

    init() throws { test = try TestLibrary() }

    /// Goes through the journal with a request, and gives the model that it made.
    private func make(
        _ kind: TaskKind, _ request: String, remote: String, keptFor days: Int64, parent: ModelID? = nil,
        _ relation: Relation? = nil, number: Int
    ) throws -> ModelID {
        let catalog = test.library.catalog
        let request = try TaskRequest(kind, body: JSON(parsing: Array(request.utf8)))
        var wish = TaskWish()
        wish.parent = parent?.description ?? ""
        wish.relation = relation
        let plan = try #require(TaskPlan(request, wish: wish).tasks.first)
        let planned = try #require(try catalog.plan([plan], account: "a", owner: "me").first)
        _ = try catalog.beginSending(
            planned.id, request: request.canonicalText, fingerprint: request.fingerprint, credits: 20)
        _ = try catalog.accepted(planned.id, remote: remote, call: "call")
        let deadline = Timestamp(milliseconds: Self.now.milliseconds + days * Self.day)
        let task = try catalog.ended(planned.id, .succeeded, consumed: 20, answer: "{}", deadline: deadline)
        let path = try test.scratch.write("made/\(number).glb", TestLibrary.glb(number))
        let stored = try test.library.objects.store(FilePath(path), format: "glb", by: .copy)
        let file = ModelFile(
            hash: stored.hash, bytes: Int64(TestLibrary.glb(number).count), format: "glb", name: "m.glb")
        let state = try MeshyTask(["id": .string(remote), "status": "SUCCEEDED"])
        let model = try test.library.model(of: task, state, files: [file], retirements: .current)
        let id = try #require(catalog.add([model]).first).id
        _ = try catalog.stored(task.id, as: id)
        return id
    }

    private func regenerate(_ id: ModelID, _ change: (inout Variation) -> Void = { _ in }) throws -> Regeneration {
        var variation = Variation()
        change(&variation)
        return try test.library.regenerate(id, variation, now: Self.now)
    }

    private func preview(keptFor days: Int64 = 1) throws -> ModelID {
        try make(
            .textTo3DPreview, #"{"prompt":"a mask","ai_model":"meshy-7.1","seed":7}"#, remote: "preview-1",
            keptFor: days, number: 1)
    }

    private func refined(_ preview: ModelID, keptFor days: Int64 = 1) throws -> ModelID {
        try make(
            .textTo3DRefine, #"{"preview_task_id":"preview-1","enable_pbr":true}"#, remote: "refine-1", keptFor: days,
            parent: preview, .refine, number: 2)
    }

    @Test("the recorded request is sent again as it was, and descends from its model")
    func exact() throws {
        let id = try preview()
        let again = try regenerate(id)
        #expect(again.isExact)
        let plan = try #require(again.plans.first)
        #expect(plan.request.canonicalText == #"{"ai_model":"meshy-7.1","mode":"preview","prompt":"a mask","seed":7}"#)
        #expect(plan.wish.parent == id.description)
        #expect(plan.wish.relation == .regenerate)
        #expect(again.plans.count == 1 && plan.next.isEmpty)
    }

    @Test("a seed counts on; a new one is another")
    func seeds() throws {
        let id = try preview()
        let several = try regenerate(id) { $0.count = 3 }
        #expect(several.plans.map { $0.request[.seed] } == [7, 8, 9])
        let other = try regenerate(id) {
            $0.newSeed = true; $0.count = 2
        }
        let seeds = other.plans.compactMap { $0.request[.seed] }
        #expect(seeds.count == 2 && seeds[1] == (seeds[0] + 1) % (1 << 32))
    }

    @Test("a refined model works on its preview while the service keeps that")
    func refinedAlive() throws {
        let again = try regenerate(try refined(try preview()))
        let plan = try #require(again.plans.first)
        #expect(plan.request[.previewTaskID] == "preview-1")
        #expect(plan.next.isEmpty)
        #expect(again.sourceDeadline == Timestamp(milliseconds: Self.now.milliseconds + Self.day))
    }

    @Test("after that the preview is made again first, from its own request, and that is said")
    func refinedExpired() throws {
        let preview = try preview(keptFor: -1)
        let refined = try refined(preview, keptFor: -1)
        let again = try regenerate(refined)
        #expect(!again.isExact)
        let plan = try #require(again.plans.first)
        #expect(plan.request.kind == .textTo3DPreview)
        #expect(plan.request[.seed] == 7)
        #expect(plan.wish.parent == preview.description)
        let next = try #require(plan.next.first)
        #expect(next.request.kind == .textTo3DRefine)
        #expect(next.request[.previewTaskID] == nil)
        #expect(next.request[.enablePBR] == true)
        #expect(next.wish.parent == refined.description)
        #expect(again.remarks.contains { $0.contains("made again too") && $0.contains(preview.description) })
        #expect(again.plans.flatMap(\.estimates).reduce(0) { $0 + $1.credits } == 30)
    }

    @Test("a change goes to the nearest request that can take it")
    func changes() throws {
        let refined = try refined(try preview())
        let words = try #require(try regenerate(refined) { $0.prompt = "a lion" }.plans.first)
        #expect(words.request[.prompt] == "a lion")
        #expect(words.next.first?.request[.enablePBR] == true)
        let texture = try #require(try regenerate(refined) { $0.settings = ["texture_prompt=gold"] }.plans.first)
        #expect(texture.request.kind == .textTo3DRefine)
        #expect(texture.request[.texturePrompt] == "gold")
        let topology = try #require(try regenerate(refined) { $0.settings = ["topology=quad"] }.plans.first)
        #expect(topology.request.kind == .textTo3DPreview)
        #expect(throws: SettingError.self) { try regenerate(refined) { $0.settings = ["colour=red"] } }
        #expect(throws: SettingError.noValue("topology")) { try regenerate(refined) { $0.settings = ["topology"] } }
    }

    @Test("what takes a file gets the file when the task is gone")
    func sentAsFile() throws {
        let preview = try preview(keptFor: -1)
        let remeshed = try make(
            .remesh, #"{"input_task_id":"preview-1","target_polycount":500}"#, remote: "remesh-1", keptFor: -1,
            parent: preview, .remesh, number: 3)
        let again = try regenerate(remeshed)
        let request = try #require(again.plans.first).request
        let hash = try test.library.catalog.model(preview).model.hash
        #expect(request[.modelURL] == "object:\(hash).glb")
        #expect(request[.inputTaskID] == nil)
        #expect(request[.targetPolycount] == 500)
        #expect(again.remarks.contains { $0.contains("its file is sent instead") })
    }

    @Test("an animation of a rig that the service forgot needs the rig again, and that the file")
    func chain() throws {
        let preview = try preview(keptFor: -1)
        let rig = try make(
            .rigging, #"{"input_task_id":"preview-1"}"#, remote: "rig-1", keptFor: -1, parent: preview, .rig, number: 4)
        let clip = try make(
            .animation, #"{"rig_task_id":"rig-1","action_id":92}"#, remote: "clip-1", keptFor: -1, parent: rig,
            .animate,
            number: 5)
        let plan = try #require(try regenerate(clip).plans.first)
        #expect(plan.request.kind == .rigging)
        #expect(plan.request[.modelURL] != nil)
        #expect(plan.next.map(\.request.kind) == [.animation])
        #expect(plan.next.first?.request[.rigTaskID] == nil)
    }

    @Test("an old request becomes one of today, and each change is named")
    func translated() throws {
        let record = """
            {"task":{"id":"01a1f84a-95cd-7bdd-8164-d8399f767c45","type":"text-to-3d-preview","prompt":"an owl",
            "created_at":1760000000000},
            "request":{"mode":"preview","prompt":"an owl","ai_model":"meshy-5","negative_prompt":"ugly"}}
            """
        let model = try test.add(1, record: record)
        let again = try regenerate(model.id)
        let request = try #require(again.plans.first).request
        #expect(request[.aiModel] == "meshy-7.1")
        #expect(request[.negativePrompt] == nil)
        #expect(request[.shouldRemesh] == true)
        #expect(Set(again.changes.map(\.parameter)) == ["ai_model", "negative_prompt", "should_remesh"])
        #expect(!again.isExact)
        let chosen = try regenerate(model.id) { $0.settings = ["ai_model=meshy-6"] }
        #expect(chosen.plans.first?.request[.aiModel] == "meshy-6")
        #expect(!chosen.changes.contains { $0.parameter == "ai_model" })
    }

    @Test("what will be refused from a day on is said, with the day")
    func deprecated() throws {
        let id = try make(
            .textTo3DPreview, #"{"prompt":"a mask","ai_model":"meshy-7"}"#, remote: "p", keptFor: 1, number: 6)
        let again = try regenerate(id)
        #expect(again.isExact)
        #expect(again.refusedFrom?.description == "2026-12-31")
        #expect(again.notices.first?.replacement == "meshy-7.1")
    }

    @Test("of a model without a recorded request the words are used, and that is said")
    func words() throws {
        let record = """
            {"id":"01a1f84a-95cd-7bdd-8164-d8399f767c45","type":"text-to-3d-refine","prompt":"an owl","seed":3,
            "texture_prompt":"oak"}
            """
        let model = try test.add(1, record: record)
        let again = try regenerate(model.id)
        #expect(again.origin == .words)
        let plan = try #require(again.plans.first)
        #expect(plan.request[.prompt] == "an owl")
        #expect(plan.request[.seed] == 3)
        #expect(plan.wish.relation == nil)
        #expect(plan.next.first?.request[.texturePrompt] == "oak")
        #expect(!again.isExact && !again.remarks.isEmpty)
    }

    @Test("what is not known well enough is refused, with what is missing")
    func unknown() throws {
        let bare = try test.add(1)
        #expect(throws: RegenerationError.notRecorded(bare.id, kind: "import")) { try regenerate(bare.id) }
        let remesh = try test.add(2, record: #"{"id":"01a1f84a-0000-7bdd-8164-d8399f767c45","type":"remesh"}"#)
        #expect(throws: RegenerationError.notRecorded(remesh.id, kind: "remesh")) { try regenerate(remesh.id) }
        let task = "01a1f84a-1111-7bdd-8164-d8399f767c45"
        let record =
            #"{"task":{"id":"01a1f84a-2222-7bdd-8164-d8399f767c45","type":"remesh"},"request":{"input_task_id":"\#(task)","target_polycount":900}}"#
        let orphan = try test.add(3, record: record)
        #expect(throws: RegenerationError.sourceGone(orphan.id, task: task)) { try regenerate(orphan.id) }
    }
}
