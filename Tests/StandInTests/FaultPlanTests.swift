import Testing

@testable import StandIn

@Suite struct FaultPlanTests {
    private func plan(_ text: String, seed: UInt64 = 1) throws -> FaultPlan { try FaultPlan(parsing: text, seed: seed) }

    @Test("each way to write a fault is understood")
    func grammar() throws {
        let plan = try plan(
            "drop-after-create:1,429:2, truncate@model.glb:1 slow=2s@retrieve+text-to-3d:* 503@create:10% fail=timeout:2-4 stall"
        )
        #expect(
            plan.rules.map(\.fault) == [
                .dropAfterCreate, .status(429), .truncate, .slow(2000), .status(503),
                .fail(try #require(TaskError.known["timeout"])), .stall,
            ])
        #expect(
            plan.rules.map(\.frequency) == [
                .occasions(1...1), .occasions(1...2), .occasions(1...1), .occasions(1...Int.max), .chance(0.1),
                .occasions(2...4), .occasions(1...1),
            ])
        #expect(plan.rules[3].place == ["retrieve", "text-to-3d"])
    }

    @Test(
        "every documented name is known",
        arguments: [
            "slow=1s", "advance=3d", "400", "429", "429=rate", "429=queue", "429=pending", "500", "599", "drop", "html",
            "html=200", "500-after-create", "drop-after-create", "stall", "cancel", "unknown-status",
            "unknown-status=X",
            "missing", "missing=glb+fbx", "slow-queue", "slow-queue=9", "truncate", "corrupt", "wrong-magic",
            "wrong-length",
            "wrong-length=-5", "expired", "redirect", "redirect=http://127.0.0.1:1/x", "cut", "error-event", "comments",
            "silent", "out-of-order", "duplicate", "fail",
        ])
    func names(text: String) throws {
        #expect(try plan(text).rules.count == 1)
        #expect(try plan(text + "@create:3").rules.first?.frequency == .occasions(1...3))
    }

    @Test("every documented failure of a task can be asked for", arguments: TaskError.known.keys.sorted())
    func failures(code: String) throws {
        #expect(try plan("fail=\(code)").rules.count == 1)
    }

    @Test(
        "a plan with a mistake names the part that is wrong",
        arguments: [
            "foo", "429:0", "429:x", "drop:4-2", "drop:101%", "slow", "slow=soon", "fail=luck", "399", "600", "html=20",
            "missing=doc", "@create", "400-after-create", "=3",
        ])
    func mistakes(text: String) {
        let error = #expect(throws: FaultPlanError.self) { try plan("drop:1," + text) }
        #expect(error?.description.hasPrefix(text) == true)
    }

    @Test("rules for one place follow each other in their order")
    func sequence() throws {
        var plan = try plan("500:1,429:2-3,drop:1")
        let faults = (0..<6).map { _ in plan.strike(at: .arrival, ["create"]) }
        #expect(faults == [[.status(500)], [.drop], [.status(429)], [.status(429)], [], []])
    }

    @Test("a mild fault comes along with another")
    func mild() throws {
        var plan = try plan("slow=1s:1,500:1")
        #expect(plan.strike(at: .arrival, ["list"]) == [.slow(1000), .status(500)])
    }

    @Test("a fault strikes only where it was sent, and at its own point")
    func places() throws {
        var plan = try plan("truncate@model.glb:1,500@create+rigging:*")
        #expect(plan.strike(at: .download, ["download", "preview.png"]).isEmpty)
        #expect(plan.strike(at: .arrival, ["download", "model.glb"]).isEmpty)
        #expect(plan.strike(at: .download, ["download", "model.glb"]) == [.truncate])
        #expect(plan.strike(at: .download, ["download", "model.glb"]).isEmpty)
        #expect(plan.strike(at: .arrival, ["create", "remesh"]).isEmpty)
        #expect(plan.strike(at: .arrival, ["create", "rigging"]) == [.status(500)])
    }

    @Test("chance follows the seed")
    func chance() throws {
        func strikes(seed: UInt64) throws -> [Bool] {
            var plan = try plan("drop:25%", seed: seed)
            return (0..<1000).map { _ in !plan.strike(at: .arrival, []).isEmpty }
        }
        #expect(try strikes(seed: 5) == strikes(seed: 5))
        #expect(try strikes(seed: 5) != strikes(seed: 6))
        #expect((200...300).contains(try strikes(seed: 5).count(where: \.self)))
    }
}
