import Catalog
import TestSupport
import Testing

@testable import Commands

@Suite("Receipts")
struct ReceiptTests {
    private let scratch: Scratch
    private let catalog: Catalog

    init() throws {
        scratch = try Scratch()
        catalog = try Catalog(path: scratch.file("catalog.sqlite"))
    }

    /// The receipt of a task of 20 credits that was accepted and then ended in some way.
    private func receipt(_ end: (JournalTask) throws -> JournalTask) throws -> Receipt {
        let planned = PlannedTask(kind: .textTo3DPreview, request: "{}", fingerprint: "f", credits: 20)
        var task = try #require(catalog.plan([planned], account: "https://api.example", owner: "me").first)
        task = try catalog.beginSending(task.id, request: "{}", fingerprint: "f", credits: 20)
        task = try end(task)
        return Receipt(task: task, entries: try catalog.entries(of: task.id))
    }

    private func accepted(_ task: JournalTask) throws -> JournalTask {
        try catalog.accepted(task.id, remote: "remote-\(task.id)", call: "call")
    }

    @Test("a task that gave what was paid for has nothing to claim")
    func good() throws {
        let receipt = try receipt { task in
            let task = try accepted(task)
            _ = try catalog.ended(task.id, .succeeded, consumed: 20, answer: "{}")
            return try catalog.stored(task.id, as: nil)
        }
        #expect([receipt.reserved, receipt.charged, receipt.refunded] == [20, 20, 0])
        #expect(receipt.claim == nil)
        #expect(receipt.claimed == 0)
    }

    @Test("a failure that was paid back has nothing to claim, one that the service kept has")
    func failure() throws {
        let repaid = try receipt {
            try catalog.ended(accepted($0).id, .failed, consumed: 0, answer: #"{"consumed_credits":0}"#, error: "no")
        }
        #expect([repaid.charged, repaid.refunded] == [20, 20])
        #expect(repaid.claim == nil)
        let kept = try receipt {
            try catalog.ended(accepted($0).id, .failed, consumed: 20, answer: #"{"consumed_credits":20}"#, error: "no")
        }
        #expect(kept.claimed == 20)
        #expect(kept.claim?.contains("failed") == true)
    }

    @Test("results that vanished, answers that never came and surcharges can be claimed")
    func losses() throws {
        let gone = try receipt { try catalog.ended(accepted($0).id, .gone, consumed: nil, answer: nil) }
        #expect(gone.claimed == 20)
        #expect(gone.claim?.contains("removed the result") == true)
        let silent = try receipt { task in
            _ = try catalog.answerLost(task.id, error: "cut off")
            return try catalog.abandon(task.id)
        }
        #expect(silent.claimed == 20)
        #expect(silent.claim?.contains("never answered") == true)
        let dear = try receipt { task in
            let task = try accepted(task)
            _ = try catalog.ended(task.id, .succeeded, consumed: 25, answer: "{}")
            return try catalog.stored(task.id, as: nil)
        }
        #expect(dear.charged == 25)
        #expect(dear.claimed == 5)
    }

    @Test("what was never charged cannot be claimed")
    func refused() throws {
        let receipt = try receipt { try catalog.notAccepted($0.id, error: "no", again: false) }
        #expect([receipt.reserved, receipt.charged] == [20, 0])
        #expect(receipt.claim == nil)
    }
}
