import Foundation
import Testing

@testable import Catalog

@Suite("The journal of paid requests")
struct JournalTests {
    static let account = "https://api.example"

    static func planned(_ prompt: String = "a mask", credits: Int = 20) -> PlannedTask {
        PlannedTask(
            kind: .textTo3DPreview, request: #"{"prompt":"\#(prompt)"}"#, fingerprint: testHash(prompt),
            credits: credits)
    }

    private static func file(_ place: String) -> JournalFile {
        JournalFile(
            place: place, file: ModelFile(hash: "", bytes: 0, format: "glb", name: "model.glb", source: "https://files")
        )
    }

    @Test("a task goes from step to step, and the credits with it")
    func steps() throws {
        let catalog = try TemporaryCatalog().catalog
        var task = try #require(catalog.plan([Self.planned()], account: Self.account, owner: "me").first)
        #expect(task.state == .planned)
        #expect(try catalog.ledger(account: Self.account).reserved == 0)
        task = try catalog.beginSending(task.id, request: task.request, fingerprint: task.fingerprint, credits: 20)
        #expect(try catalog.ledger(account: Self.account).reserved == 20)
        task = try catalog.accepted(task.id, remote: "remote-1", call: "call-1")
        #expect(task.state == .running)
        #expect(try catalog.ledger(account: Self.account).spent == 20)
        task = try catalog.ended(
            task.id, .succeeded, consumed: 25, answer: "{}", deadline: .now, files: [Self.file("model_urls.glb")])
        #expect(try catalog.ledger(account: Self.account).spent == 25)
        var file = try #require(catalog.files(of: task.id).first)
        #expect(!file.isHere)
        file.file.hash = testHash("file")
        try catalog.fetched(task.id, file)
        #expect(try catalog.objectsOfOpenTasks() == [testHash("file")])
        task = try catalog.stored(task.id, as: nil)
        #expect(task.state == .stored)
        #expect(task.owner.isEmpty)
        #expect(try catalog.objectsOfOpenTasks().isEmpty)
        #expect(try catalog.entries(of: task.id).map(\.reason) == ["reserve", "charge", "correction"])
    }

    @Test(
        "a step that does not follow is refused, and changes nothing",
        arguments: [
            TaskState.planned, .running, .stored,
        ])
    func wrongStep(state: TaskState) throws {
        let catalog = try TemporaryCatalog().catalog
        var task = try #require(catalog.plan([Self.planned()], account: Self.account, owner: "me").first)
        if state != .planned {
            _ = try catalog.beginSending(task.id, request: task.request, fingerprint: "", credits: 20)
            _ = try catalog.accepted(task.id, remote: "remote", call: "")
        }
        if state == .stored {
            _ = try catalog.ended(task.id, .succeeded, consumed: nil, answer: nil)
            _ = try catalog.stored(task.id, as: nil)
        }
        let before = try catalog.entries()
        #expect(throws: CatalogError.self) {
            if state == .planned { _ = try catalog.accepted(task.id, remote: "other", call: "") }
            if state == .running { _ = try catalog.stored(task.id, as: nil) }
            if state == .stored { _ = try catalog.abandon(task.id) }
        }
        task = try #require(catalog.tasks(.ids([task.id])).first)
        #expect(task.state == state)
        #expect(try catalog.entries() == before)
    }

    @Test("a refusal releases, a failure refunds, an abandoned request whose fate is unknown stays spent")
    func credits() throws {
        let catalog = try TemporaryCatalog().catalog
        let tasks = try catalog.plan(
            [Self.planned("a"), Self.planned("b"), Self.planned("c")], account: Self.account, owner: "me")
        for task in tasks { _ = try catalog.beginSending(task.id, request: "{}", fingerprint: "", credits: 20) }
        _ = try catalog.notAccepted(tasks[0].id, error: "400", again: false)
        _ = try catalog.accepted(tasks[1].id, remote: "b", call: "")
        _ = try catalog.ended(tasks[1].id, .failed, consumed: 0, answer: "{}")
        _ = try catalog.answerLost(tasks[2].id, error: "cut")
        _ = try catalog.abandon(tasks[2].id)
        let ledger = try catalog.ledger(account: Self.account)
        #expect(ledger.reserved == 0)
        #expect(ledger.spent == 20)
        #expect(ledger.refunded == 20)
        #expect(ledger.balance == -20)
    }

    @Test("the books are compared only when nothing is under way, and what is missing is written down")
    func settling() throws {
        let catalog = try TemporaryCatalog().catalog
        func settle(_ balance: Int) throws -> Int? {
            try catalog.settle(
                balance: balance, account: Self.account, position: catalog.ledgerPosition(account: Self.account))
        }
        #expect(try settle(1000) == 0)
        let task = try #require(catalog.plan([Self.planned()], account: Self.account, owner: "me").first)
        _ = try catalog.beginSending(task.id, request: "{}", fingerprint: "", credits: 20)
        #expect(try settle(1000) == nil)
        _ = try catalog.accepted(task.id, remote: "a", call: "")
        #expect(try settle(980) == nil)
        _ = try catalog.ended(task.id, .succeeded, consumed: nil, answer: nil)
        #expect(try settle(980) == 0)
        #expect(try settle(970) == 10)
        #expect(try settle(970) == 0)
        #expect(try settle(975) == -5)
        #expect(try catalog.ledger(account: Self.account).unexplained == 5)
        let position = try catalog.ledgerPosition(account: Self.account)
        let other = try #require(catalog.plan([Self.planned()], account: Self.account, owner: "me").first)
        _ = try catalog.beginSending(other.id, request: "{}", fingerprint: "", credits: 20)
        #expect(try catalog.settle(balance: 975, account: Self.account, position: position) == nil)
    }

    @Test("every credit is in one place, whatever happens", arguments: 0..<20)
    func doubleEntry(seed: UInt64) throws {
        let catalog = try TemporaryCatalog().catalog
        var generator = Seeded(seed: seed)
        _ = try catalog.settle(balance: 1000, account: Self.account, position: 0)
        let tasks = try catalog.plan((0..<12).map { Self.planned("\($0)") }, account: Self.account, owner: "me")
        for _ in 0..<100 {
            let task = try #require(tasks.randomElement(using: &generator))
            let id = task.id
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: _ = try? catalog.beginSending(id, request: "{}", fingerprint: "", credits: 20)
            case 1: _ = try? catalog.accepted(id, remote: "r\(id)", call: "")
            case 2: _ = try? catalog.notAccepted(id, error: "no", again: Bool.random(using: &generator))
            case 3: _ = try? catalog.answerLost(id, error: "cut")
            case 4:
                _ = try? catalog.ended(id, .succeeded, consumed: Int.random(in: 0...30, using: &generator), answer: nil)
            case 5: _ = try? catalog.ended(id, .failed, consumed: 0, answer: nil)
            case 6: _ = try? catalog.stored(id, as: nil)
            default: if Int.random(in: 0..<9, using: &generator) == 0 { _ = try? catalog.abandon(id) }
            }
            let ledger = try catalog.ledger(account: Self.account)
            #expect(ledger.balance + ledger.reserved + ledger.spent + ledger.unexplained == 1000)
            #expect(ledger.reserved >= 0)
            #expect(ledger.spent >= 0)
        }
    }

    @Test("two hundred spenders side by side stay below every cap, to the credit")
    func cap() async throws {
        let scratch = try TemporaryCatalog()
        let catalog = scratch.catalog
        let path = scratch.path
        try catalog.set("cap-day", to: "410")
        let tasks = try catalog.plan((0..<200).map { Self.planned("\($0)") }, account: Self.account, owner: "me")
        let accepted = await withTaskGroup(of: Bool.self) { group in
            for task in tasks {
                group.addTask {
                    // A connection of its own, as another process has.
                    guard let other = try? Catalog(path: path) else { return false }
                    return (try? other.beginSending(task.id, request: "{}", fingerprint: "", credits: 20)) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(accepted == 20)
        #expect(try catalog.ledger(account: Self.account).reserved == 400)
        #expect(
            throws: CatalogError.capReached(
                "11 credits would go beyond the cap of 410 a day: 400 are spent or reserved already")
        ) {
            _ = try catalog.beginSending(
                try #require(catalog.tasks(.states([.planned])).first).id, request: "{}", fingerprint: "", credits: 11)
        }
        let last = try #require(catalog.tasks(.states([.planned])).first)
        _ = try catalog.beginSending(last.id, request: "{}", fingerprint: "", credits: 10)
        // A refund makes room again.
        let running = try #require(catalog.tasks(.states([.sending])).first)
        _ = try catalog.accepted(running.id, remote: "r", call: "")
        _ = try catalog.ended(running.id, .failed, consumed: 0, answer: nil)
        let next = try #require(catalog.tasks(.states([.planned])).first)
        _ = try catalog.beginSending(next.id, request: "{}", fingerprint: "", credits: 20)
    }

    @Test("a task of a living process is left alone; a dead one's is taken over")
    func claiming() throws {
        let catalog = try TemporaryCatalog().catalog
        _ = try catalog.plan([Self.planned("a")], account: Self.account, owner: "living")
        _ = try catalog.plan([Self.planned("b"), Self.planned("c")], account: Self.account, owner: "dead")
        let (taken, left) = try catalog.claimTasks(.open, for: "me") { $0 == "living" }
        #expect(taken.map(\.prompt) == ["b", "c"])
        #expect(taken.allSatisfy { $0.owner == "me" })
        #expect(left.map(\.prompt) == ["a"])
    }

    @Test("a task of the account is adopted once, and what it cost before the books began is not missing")
    func adopting() throws {
        let catalog = try TemporaryCatalog().catalog
        var task = AdoptedTask(
            kind: .textTo3DPreview, remote: "r1", request: #"{"prompt":"x"}"#, fingerprint: "", answer: "{}")
        task.credits = 20
        task.created = Timestamp("2026-01-01T00:00:00Z")
        #expect(try catalog.adopt([task], account: Self.account, owner: "me").count == 1)
        #expect(try catalog.adopt([task], account: Self.account, owner: "me").isEmpty)
        #expect(try catalog.ledger(account: Self.account).spent == 20)
        #expect(try catalog.ledger(account: Self.account).balance == 0)
        #expect(try catalog.unknownTasks(["r1", "r2"], account: Self.account) == ["r2"])
    }

    @Test("a task that was adopted while its request waited for an answer is handed over to it, and charged once")
    func handedOver() throws {
        let catalog = try TemporaryCatalog().catalog
        _ = try catalog.settle(
            balance: 1000, account: Self.account, position: catalog.ledgerPosition(account: Self.account))
        let asked = try #require(catalog.plan([Self.planned()], account: Self.account, owner: "me").first)
        _ = try catalog.beginSending(asked.id, request: asked.request, fingerprint: "", credits: 20)
        var found = AdoptedTask(
            kind: .textTo3DPreview, remote: "r1", request: asked.request, fingerprint: "", answer: "{}")
        found.credits = 20
        found.created = .now
        let adopted = try #require(catalog.adopt([found], account: Self.account, owner: "other").first)
        #expect(try catalog.unknownTasks(["r1"], account: Self.account).isEmpty)
        #expect(try catalog.unclaimedTasks(["r1"], account: Self.account) == ["r1"])

        let running = try catalog.accepted(asked.id, remote: "r1", call: "call")
        #expect(running.state == .running && running.remote == "r1")
        #expect(try catalog.tasks(.ids([adopted.id])).first?.state == .abandoned)
        let ledger = try catalog.ledger(account: Self.account)
        #expect(ledger.spent == 20 && ledger.balance == 980 && ledger.reserved == 0)
        #expect(try catalog.unclaimedTasks(["r1"], account: Self.account).isEmpty)

        // What a request made is no other request's.
        let second = try #require(catalog.plan([Self.planned()], account: Self.account, owner: "me").first)
        _ = try catalog.beginSending(second.id, request: second.request, fingerprint: "", credits: 20)
        #expect(throws: CatalogError.taskIsTaken("r1", by: asked.id)) {
            try catalog.accepted(second.id, remote: "r1", call: "")
        }
        #expect(try catalog.tasks(.ids([second.id])).first?.state == .sending)
        #expect(try catalog.ledger(account: Self.account).reserved == 20)
    }

    @Test("the cap of a day counts by the time that is given, not by this machine's clock")
    func dayOfTheService() throws {
        let catalog = try TemporaryCatalog().catalog
        try catalog.set("cap-day", to: "30")
        let tasks = try catalog.plan(
            (0..<3).map { Self.planned("\($0)") }, account: Self.account, owner: "me")
        func send(_ index: Int, _ time: String) throws {
            _ = try catalog.beginSending(
                tasks[index].id, request: tasks[index].request, fingerprint: "", credits: 20,
                at: #require(Timestamp(time)))
        }
        try send(0, "2030-05-01T10:00:00Z")
        #expect(throws: CatalogError.self) { try send(1, "2030-05-01T23:59:59Z") }
        try send(1, "2030-05-02T00:00:00Z")
        #expect(throws: CatalogError.self) { try send(2, "2030-05-02T12:00:00Z") }
    }
}

extension JournalTask {
    fileprivate var prompt: String { request.firstMatch(of: /"prompt":"([^"]*)"/).map { String($0.1) } ?? "" }
}
