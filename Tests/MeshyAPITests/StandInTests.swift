import SystemPackage
import Testing
import TestSupport

@testable import MeshyAPI

@Suite("The client against the stand-in, from request to file", .timeLimit(.minutes(10)), .serialized)
struct ClientAgainstStandInTests {
    private func with<Value: Sendable>(
        _ standIn: StandInProcess, _ body: (MeshyClient) async throws -> Value
    ) async throws -> Value {
        var configuration = ClientConfiguration(
            baseURL: try BaseURL(standIn.address), key: try APIKey("msy-stand-in"), userAgent: "meshy-lib/0.0-test")
        configuration.retries.base = .milliseconds(20)
        configuration.idleTimeout = .seconds(5)
        return try await MeshyClient.with(configuration, body)
    }

    private func create(_ request: TaskRequest, _ client: MeshyClient) async throws -> TaskReference {
        let outcome = await client.create(request)
        guard case .accepted(let task) = outcome else {
            Issue.record("\(request.kind.rawValue): \(outcome)")
            throw CancellationError()
        }
        return task.reference
    }

    private func finish(_ reference: TaskReference, _ client: MeshyClient) async throws -> MeshyTask {
        var options = FollowOptions()
        options.firstWait = .milliseconds(50)
        let outcome = try await client.follow(reference, options: options)
        guard case .finished(let task) = outcome else {
            Issue.record("\(reference): \(outcome)")
            throw CancellationError()
        }
        return task
    }

    /// Makes a task, follows it, downloads all its files, and compares what it cost with what was estimated.
    private func complete(
        _ kind: TaskKind, _ client: MeshyClient, _ change: (inout TaskRequest) -> Void
    ) async throws -> (task: MeshyTask, credits: Int) {
        var request = TaskRequest(kind)
        change(&request)
        let reference = try await create(request, client)
        let task = try await finish(reference, client)
        #expect(task.status == .succeeded, "\(kind.rawValue): \(String(describing: task.failure))")
        #expect(task.kind == kind)
        #expect(task.consumedCredits == request.estimatedCredits.credits, "\(kind.rawValue)")
        for file in task.files {
            let bytes = try await withTarget { target in
                let downloaded = try await client.download(file, of: reference, to: target)
                #expect(downloaded.bytes > 0)
            }
            #expect(FileSignature(head: bytes, size: Int64(bytes.count)).fault(as: file.format) == nil)
        }
        return (task, request.estimatedCredits.credits)
    }

    @Test("every family, one upon the other, costs what was estimated") func families() async throws {
        let standIn = try StandInProcess()
        try await with(standIn) { client in
            let before = try await client.balance()
            var spent = 0
            func step(_ kind: TaskKind, _ change: (inout TaskRequest) -> Void) async throws -> MeshyTask {
                let (task, credits) = try await complete(kind, client, change)
                spent += credits
                return task
            }

            let preview = try await step(.textTo3DPreview) {
                $0[.prompt] = "a robot"
                $0[.targetFormats] = [.glb, .obj, .stl]
            }
            #expect(
                Set(preview.files.map(\.name)).isSuperset(of: ["model.glb", "model.obj", "model.stl", "preview.png"]))
            let refine = try await step(.textTo3DRefine) {
                $0[.previewTaskID] = preview.id
                $0[.enablePBR] = true
                $0[.targetFormats] = [.glb]
            }
            #expect(refine.files.contains { $0.name == "texture_0.png" })
            _ = try await step(.retexture) {
                $0[.inputTaskID] = refine.id
                $0[.textStylePrompt] = "mossy stone"
                $0[.enableOriginalUV] = true
                $0[.targetFormats] = [.glb]
            }
            let remesh = try await step(.remesh) {
                $0[.inputTaskID] = refine.id
                $0[.targetPolycount] = 2000
            }
            _ = try await step(.convert) {
                $0[.inputTaskID] = remesh.id
                $0[.targetFormats] = [.stl, .threeMF]
            }
            _ = try await step(.resize) {
                $0[.inputTaskID] = remesh.id
                $0[.resizeHeight] = 0.12
            }
            _ = try await step(.uvUnwrap) { $0[.inputTaskID] = remesh.id }
            let rig = try await step(.rigging) { $0[.inputTaskID] = refine.id }
            #expect(rig.files.contains { $0.role == .riggedModel })
            #expect(rig.files.contains { $0.role == .armatureClip("running") })
            _ = try await step(.animation) {
                $0[.rigTaskID] = rig.id
                $0[.actionID] = 92
            }
            let motion = try await step(.textToMotion) {
                $0[.prompt] = "wave"
                $0[.duration] = 2.5
                $0[.motionMode] = .swift
            }
            #expect(motion.files.map(\.format) == ["bvh"])
            let picture = try await step(.textToImage) {
                $0[.aiModel] = "nano-banana"
                $0[.prompt] = "an owl"
            }
            #expect(picture.files.map(\.role) == [.image(0)])
            _ = try await step(.imageToImage) {
                $0[.aiModel] = "gpt-image-2"
                $0[.prompt] = "at night"
                $0[.inputTaskID] = picture.id
            }
            let scratch = try Scratch()
            let photograph = try scratch.write("owl.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0])
            var attached = TaskRequest(.imageTo3D)
            try attached.attach(FilePath(photograph), as: .imageURL)
            let image = attached[.imageURL]
            _ = try await step(.imageTo3D) {
                $0[.imageURL] = image
                $0[.multiViewThumbnails] = true
                $0[.targetFormats] = [.glb]
            }
            _ = try await step(.multiImageTo3D) {
                $0[.imageURLs] = ["https://files.example/front.png", "https://files.example/back.png"]
                $0[.shouldRemesh] = true
                $0[.targetFormats] = [.glb]
            }
            let report = try await step(.printAnalyze) { $0[.inputTaskID] = refine.id }
            #expect(report.printability != nil)
            _ = try await step(.printRepair) { $0[.inputTaskID] = refine.id }
            _ = try await step(.printMultiColor) { $0[.inputTaskID] = refine.id }

            #expect(try await client.balance() == before - spent)
            #expect(try await !client.animationLibrary().isEmpty)
            for collection in TaskCollection.allCases {
                let listing = try await client.allTasks(in: collection)
                #expect(listing.isComplete)
                #expect(!listing.tasks.isEmpty, "\(collection)")
            }
            #expect(try standIn.ledger().contains("download-with-key") == false)
        }
    }

    @Test("what one answer lost is found in the list, once", arguments: ["drop-after-create", "500-after-create"])
    func answerLost(fault: String) async throws {
        let standIn = try StandInProcess("--faults", "\(fault)@text-to-3d:1")
        try await with(standIn) { client in
            let before = try await client.balance()
            let outcome = await client.create(preview)
            guard case .answerLost = outcome else {
                Issue.record("\(outcome)")
                return
            }
            let listing = try await client.allTasks(in: .textTo3D)
            #expect(listing.tasks.count == 1)
            #expect(listing.tasks.first?.prompt == "an owl")
            #expect(try await client.balance() == before - 20)
        }
    }

    @Test("refusals of the stand-in are told apart, and cost nothing") func refusals() async throws {
        let standIn = try StandInProcess("--credits", "10", "--queue", "1")
        try await with(standIn) { client in
            guard case .refused(let poor) = await client.create(preview) else {
                Issue.record("not refused")
                return
            }
            #expect(poor.reason == .insufficientCredits)
            var refine = TaskRequest(.textTo3DRefine)
            refine[.previewTaskID] = Examples.id
            guard case .refused(let unknown) = await client.create(refine) else {
                Issue.record("not refused")
                return
            }
            #expect(unknown.reason == .notFound)
            #expect(try await client.balance() == 10)
            let gone = try await client.follow(reference)
            #expect(gone == .gone(last: nil))
        }
        var configuration = ClientConfiguration(
            baseURL: try BaseURL(standIn.address), key: try APIKey("msy-wrong"), userAgent: "test")
        configuration.retries.attempts = 1
        let error = try await MeshyClient.with(configuration) { client in
            await #expect(throws: MeshyAPIError.self) { try await client.balance() }
        }
        #expect(error?.reason == .keyRefused)
    }

    @Test("too many requests and full queues are waited out or named") func limits() async throws {
        let standIn = try StandInProcess("--faults", "429=rate@create:2,429=queue@create:1")
        try await with(standIn) { client in
            guard case .refused(let full) = await client.create(preview) else {
                Issue.record("not refused")
                return
            }
            #expect(full.reason == .queueFull)
            _ = try await create(preview, client)
        }
    }

    @Test(
        "streams with every fault still lead to the end",
        arguments: [
            "cut:*", "error-event:*", "comments:*", "out-of-order:*", "duplicate:*", "503@stream:*", "drop@stream:*",
            "html@stream:*",
        ])
    func streams(faults: String) async throws {
        let standIn = try StandInProcess("--faults", faults)
        try await with(standIn) { client in
            let reference = try await create(preview, client)
            #expect(try await finish(reference, client).status == .succeeded)
        }
    }

    @Test("tasks end in every way", arguments: [("fail", TaskStatus.failed), ("cancel", .canceled)])
    func endings(fault: String, status: TaskStatus) async throws {
        let standIn = try StandInProcess("--faults", "\(fault):1")
        try await with(standIn) { client in
            let before = try await client.balance()
            let task = try await finish(try await create(preview, client), client)
            #expect(task.status == status)
            if status == .failed {
                #expect(task.failure?.message.isEmpty == false)
                #expect(task.consumedCredits == 0)
                #expect(try await client.balance() == before)
            }
        }
    }

    @Test(
        "downloads with every fault end whole",
        arguments: [
            "truncate@model.glb:2", "corrupt@model.glb:2", "wrong-magic@model.glb:1", "wrong-length=1000@model.glb:2",
            "wrong-length=-1000@model.glb:1", "expired@model.glb:1", "redirect@model.glb:2", "drop@model.glb:2",
            "503@model.glb:3", "html@model.glb:1",
        ])
    func downloads(faults: String) async throws {
        let standIn = try StandInProcess("--faults", faults)
        try await with(standIn) { client in
            let reference = try await create(preview, client)
            let task = try await finish(reference, client)
            let file = try #require(task.files.first { $0.name == "model.glb" })
            var hashes: Set<String> = []
            for _ in 0..<2 {
                let bytes = try await withTarget { target in
                    hashes.insert(try await client.download(file, of: reference, to: target).hash)
                }
                #expect(FileSignature(head: bytes, size: Int64(bytes.count)).fault(as: "glb") == nil)
            }
            #expect(hashes.count == 1, "two downloads differ")
        }
    }

    @Test("after three days a task is gone, and so are its files") func expiry() async throws {
        let standIn = try StandInProcess()
        try await with(standIn) { client in
            let reference = try await create(preview, client)
            let task = try await finish(reference, client)
            let file = try #require(task.files.first)
            try standIn.advanceClock(by: "4d")
            let error = await #expect(throws: MeshyAPIError.self) { try await client.task(reference) }
            #expect(error?.reason == .notFound)
            #expect(try await client.follow(reference) == .gone(last: nil))
            _ = try await withTarget { target in
                let error = await #expect(throws: MeshyAPIError.self) {
                    try await client.download(file, of: reference, to: target)
                }
                #expect(error?.reason == .notFound || error?.reason == .linkExpired)
            }
            #expect(try await client.delete(reference) == .wasGone)
        }
    }

    @Test("long lists are read whole while tasks are made meanwhile") func lists() async throws {
        let standIn = try StandInProcess("--credits", "100000", "--rate", "1000", "--queue", "1000")
        var configuration = ClientConfiguration(
            baseURL: try BaseURL(standIn.address), key: try APIKey("msy-stand-in"), userAgent: "test")
        configuration.requestsPerSecond = 1000
        try await MeshyClient.with(configuration) { client in
            var made: Set<String> = []
            for _ in 0..<120 { made.insert(try await create(preview, client).id) }
            async let more: Void = {
                for _ in 0..<20 { _ = try await create(preview, client) }
            }()
            let listing = try await client.allTasks(in: .textTo3D)
            try await more
            #expect(listing.isComplete)
            #expect(Set(listing.tasks.map(\.id)).isSuperset(of: made))
        }
    }
}
