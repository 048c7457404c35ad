import HTTPTypes
import Testing

@testable import StandIn

@Suite struct TaskLifeTests {
    private static let body = #"{"mode":"preview","prompt":"a monster mask","seed":5}"#

    @Test("a task waits, works and succeeds, and its times say when")
    func life() async throws {
        try await Bench().visit { visitor in
            let id = try await visitor.make(Visitor.textTo3D, Self.body)
            let path = "\(Visitor.textTo3D)/\(id)"
            let queued = try await visitor.get(path)
            #expect(queued.json["status"]?.string == "PENDING")
            #expect((1...3).contains(queued.json["preceding_tasks"]?.integer ?? 0))
            #expect(queued.json["started_at"]?.integer == 0)
            #expect(queued.json["finished_at"]?.integer == 0)
            #expect(queued.json["task_error"] == .null)
            #expect(queued.json["model_urls"] == .object([:]))
            #expect(queued.headers[.retryAfter] == "5")

            visitor.clock.turn(30)
            let running = try await visitor.get(path)
            #expect(running.json["status"]?.string == "IN_PROGRESS")
            #expect((1...99).contains(running.json["progress"]?.integer ?? 0))
            #expect(running.json["texture_urls"] == .array([]))

            visitor.clock.turn(40)
            let done = try await visitor.get(path)
            #expect(done.json["status"]?.string == "SUCCEEDED")
            #expect(done.json["progress"]?.integer == 100)
            #expect(done.json["task_error"] == .object(["message": .string("")]))
            #expect(done.json["type"]?.string == "text-to-3d-preview")
            #expect(done.json["seed"]?.integer == 5)
            #expect(done.headers[.retryAfter] == nil)
            let (created, started, finished) = (
                try #require(done.json["created_at"]?.integer), try #require(done.json["started_at"]?.integer),
                try #require(done.json["finished_at"]?.integer)
            )
            #expect(created < started && (50_000...60_000).contains(finished - started))
        }
    }

    @Test("progress never goes back and does not reach 100 before the end")
    func progress() async throws {
        try await Bench().visit { visitor in
            let id = try await visitor.make(Visitor.textTo3D, Self.body)
            var last = 0
            for _ in 0..<140 {
                visitor.clock.turn(0.5)
                let task = try await visitor.get("\(Visitor.textTo3D)/\(id)").json
                let progress = try #require(task["progress"]?.integer)
                #expect(progress >= last)
                #expect((progress == 100) == (task["status"]?.string == "SUCCEEDED"))
                last = progress
            }
            #expect(last == 100)
        }
    }

    @Test("a task is found only in its own collection")
    func collections() async throws {
        try await Bench().visit { visitor in
            let id = try await visitor.make(Visitor.textTo3D, Self.body)
            #expect(try await visitor.get("\(Family.imageTo3D.path)/\(id)").message == "Task not found")
        }
    }

    @Test("after three days task and files are gone, and nothing can be made of them")
    func retention() async throws {
        try await Bench { $0.linkLife = 30 * 86_400_000 }.visit { visitor in
            let task = try await visitor.refined()
            let id = try #require(task["id"]?.string)
            let (finished, expires) = (try #require(task["finished_at"]?.integer), task["expires_at"]?.integer)
            #expect(expires == finished + 259_200_000)
            let file = try #require(task["model_urls"]?["glb"]?.string)
            visitor.clock.turn(259_000)
            #expect(try await visitor.download(file).status == 200)
            visitor.clock.turn(300)
            #expect(try await visitor.get("\(Visitor.textTo3D)/\(id)").status == 404)
            #expect(try await visitor.download(file).status == 404)
            #expect(try await visitor.post(Family.remesh.path, #"{"input_task_id":"\#(id)"}"#).status == 404)
            #expect(try await visitor.get(Visitor.textTo3D).json == .array([]))
        }
    }

    @Test("a refine needs a finished preview of this account")
    func parents() async throws {
        try await Bench().visit { visitor in
            let unknown = #"{"mode":"refine","preview_task_id":"01a1f84a-95cd-7bdd-8164-d8399f767c45"}"#
            #expect(try await visitor.post(Visitor.textTo3D, unknown).status == 404)
            let id = try await visitor.make(Visitor.textTo3D, Self.body)
            let refine = #"{"mode":"refine","preview_task_id":"\#(id)"}"#
            #expect(try await visitor.post(Visitor.textTo3D, refine).status == 400)
            visitor.clock.turn(100)
            let child = try await visitor.finish(Visitor.textTo3D, refine)
            #expect(child["type"]?.string == "text-to-3d-refine")
            #expect(child["prompt"]?.string == "a monster mask")
            let childID = try #require(child["id"]?.string)
            let again = #"{"mode":"refine","preview_task_id":"\#(childID)"}"#
            #expect(try await visitor.post(Visitor.textTo3D, again).message?.contains("not a preview") == true)
            let lite = #"{"mode":"refine","preview_task_id":"\#(id)","ai_model":"meshy-6-lite"}"#
            #expect(try await visitor.post(Visitor.textTo3D, lite).status == 400)
        }
    }

    @Test(
        "a failed task has its error, gives the credits back once, and is an answer of 200",
        arguments: TaskError.known.keys.sorted())
    func failure(code: String) async throws {
        try await Bench(faults: "fail=\(code)").visit { visitor in
            let id = try await visitor.make(Visitor.textTo3D, Self.body)
            #expect(try await visitor.balance() == 980)
            visitor.clock.turn(100)
            for _ in 0..<2 {
                let answer = try await visitor.get("\(Visitor.textTo3D)/\(id)")
                #expect(answer.status == 200)
                #expect(answer.json["status"]?.string == "FAILED")
                #expect(answer.json["consumed_credits"]?.integer == 0)
                #expect(answer.json["task_error"]?["type"]?.string == TaskError.known[code]?.type)
                #expect(answer.json["task_error"]?["code"]?.string == TaskError.known[code]?.code)
                #expect(answer.json["model_urls"] == .object([:]))
                #expect(try await visitor.balance() == 1000)
            }
            let entries = try await visitor.get("/_stand-in/ledger").json["entries"]?.elements ?? []
            #expect(entries.map { $0["kind"]?.string } == ["grant", "charge", "refund"])
        }
    }

    @Test("other ends: canceled, stalled, and a status that nobody knows on the way")
    func ends() async throws {
        try await Bench(faults: "cancel,stall,unknown-status=ODD").visit { visitor in
            let canceled = try await visitor.finish(Visitor.textTo3D, Self.body)
            #expect(canceled["status"]?.string == "CANCELED")
            let stalled = try await visitor.finish(Visitor.textTo3D, Self.body)
            #expect(stalled["status"]?.string == "IN_PROGRESS")
            visitor.clock.turn(7200)
            #expect(
                try await visitor.get("\(Visitor.textTo3D)/\(stalled["id"]?.string ?? "")").json["status"]?.string
                    == "IN_PROGRESS")

            let id = try await visitor.make(Visitor.textTo3D, Self.body)
            var statuses: [String] = []
            for _ in 0..<100 {
                visitor.clock.turn(1)
                let status = try await visitor.get("\(Visitor.textTo3D)/\(id)").json["status"]?.string ?? ""
                if statuses.last != status { statuses.append(status) }
            }
            #expect(statuses == ["PENDING", "IN_PROGRESS", "ODD", "IN_PROGRESS", "SUCCEEDED"])
        }
    }

    @Test("in a slow queue the number of tasks before it falls one by one")
    func slowQueue() async throws {
        try await Bench(faults: "slow-queue=4").visit { visitor in
            let id = try await visitor.make(Visitor.textTo3D, Self.body)
            var numbers: [Int] = []
            for _ in 0..<5 {
                let task = try await visitor.get("\(Visitor.textTo3D)/\(id)").json
                if task["status"]?.string == "PENDING" { numbers.append(task["preceding_tasks"]?.integer ?? -1) }
                visitor.clock.turn(20)
            }
            #expect(numbers == [4, 3, 2, 1])
        }
    }

    @Test("deleting pays a queued task back, refuses a running one, and destroys a finished one for ever")
    func deletion() async throws {
        try await Bench().visit { visitor in
            let queued = try await visitor.make(Visitor.textTo3D, Self.body)
            #expect(try await visitor.call(.delete, "\(Visitor.textTo3D)/\(queued)").status == 200)
            #expect(try await visitor.balance() == 1000)

            let running = try await visitor.make(Visitor.textTo3D, Self.body)
            visitor.clock.turn(30)
            let refused = try await visitor.call(.delete, "\(Visitor.textTo3D)/\(running)")
            #expect(refused.status == 409)
            #expect(refused.message == "Task is in progress")
            visitor.clock.turn(60)
            let file = try #require(
                try await visitor.get("\(Visitor.textTo3D)/\(running)").json["model_urls"]?["glb"]?.string)
            // An identifier of any family is taken by any collection.
            let deleted = try await visitor.call(.delete, "\(Family.remesh.path)/\(running)")
            #expect(deleted.status == 200)
            #expect(deleted.body.isEmpty)
            #expect(try await visitor.balance() == 980)
            #expect(try await visitor.get("\(Visitor.textTo3D)/\(running)").status == 404)
            #expect(try await visitor.call(.delete, "\(Visitor.textTo3D)/\(running)").status == 404)
            #expect(try await visitor.download(file).status == 404)
        }
    }

    @Test("an analysis of the same model is known at once")
    func analysis() async throws {
        try await Bench().visit { visitor in
            let id = try #require(try await visitor.preview()["id"]?.string)
            let body = #"{"input_task_id":"\#(id)"}"#
            let first = try await visitor.finish(Family.analyzePrint.path, body)
            #expect(first["printability"]?["status"]?.string == "healthy")
            #expect(first["printability"]?["evaluated_at"]?.integer == first["finished_at"]?.integer)
            let second = try await visitor.make(Family.analyzePrint.path, body)
            #expect(
                try await visitor.get("\(Family.analyzePrint.path)/\(second)").json["status"]?.string == "SUCCEEDED")
        }
    }
}
