import HTTPTypes
import Foundation
import Testing
import TestSupport

@testable import StandIn

@Suite struct StateTests {
    @Test("a state that is read again is the one that was left, and goes on from there")
    func restart() async throws {
        let scratch = try Scratch()
        let path = scratch.file("state")
        let left = try await Bench(state: path).visit { visitor in
            _ = try await visitor.preview()
            _ = try await visitor.make(Visitor.textTo3D, #"{"mode":"preview","prompt":"a sword"}"#)
            _ = try await visitor.call(.post, "/_stand-in/clock?advance=20s")
            return (
                try await visitor.get("/_stand-in/ledger").json["entries"], try await visitor.get(Visitor.textTo3D).json
            )
        }
        try await Bench(state: path) { $0.credits = 5 }.visit { visitor in
            visitor.clock.turn(120)
            let ledger = try await visitor.get("/_stand-in/ledger").json
            #expect(ledger["entries"] == left.0)
            #expect(ledger["balance"]?.integer == 960)
            let tasks = try await visitor.get(Visitor.textTo3D).json.elements
            #expect(tasks.map { $0["id"] } == left.1.elements.map { $0["id"] })
            #expect(tasks.first?["created_at"] == left.1.elements.first?["created_at"])
        }
    }

    @Test("a task that failed while nobody was looking is paid back once, however often the state is read")
    func refund() async throws {
        let path = try Scratch()
        try await Bench(faults: "fail", state: path.file("state")).visit { visitor in
            _ = try await visitor.make(Visitor.textTo3D, #"{"mode":"preview","prompt":"a sword"}"#)
            _ = try await visitor.call(.post, "/_stand-in/clock?advance=1h")
            #expect(try await visitor.balance() == 1000)
        }
        for _ in 0..<2 {
            try await Bench(state: path.file("state")).visit { visitor in
                let ledger = try await visitor.get("/_stand-in/ledger").json
                #expect(ledger["balance"]?.integer == 1000)
                #expect(ledger["entries"]?.elements.count == 3)
            }
        }
    }

    @Test("what a crash left of a line is cut off; what is no state file is refused")
    func tornLine() async throws {
        let scratch = try Scratch()
        let path = scratch.file("state")
        try await Bench(state: path).visit { visitor in _ = try await visitor.preview() }
        let whole = try Data(contentsOf: URL(filePath: path))
        for cut in [1, 20, 200] {
            try whole.dropLast(cut).write(to: URL(filePath: path))
            try await Bench(state: path).visit { visitor in
                let untouched = try await visitor.balance()
                #expect(untouched == 1000)
                _ = try await visitor.make(Visitor.textTo3D, #"{"mode":"preview","prompt":"x"}"#)
            }
            let balance = try await Bench(state: path).visit { visitor in try await visitor.balance() }
            #expect(balance == 980)
        }
        try Data("hello\n".utf8).write(to: URL(filePath: path))
        #expect(throws: StateLogError.self) { try Bench(state: path) }
        #expect(throws: StateLogError.self) { try Bench(state: scratch.file("no/such/folder")) }
    }

    @Test("the ledger balances after any run of creates, deletes, failures and waits")
    func balance() throws {
        var random = SeededGenerator(seed: 11)
        var settings = Settings(seed: 3)
        settings.timeScale = 1
        settings.credits = 300
        settings.faults = try FaultPlan(parsing: "fail:20%,cancel:5%,slow-queue=3:30%", seed: 4)
        var state = ServiceState(settings, wall: 0)
        var (wall, history): (Milliseconds, [Change]) = (0, [])
        var ids: [TaskID] = []
        let body = try JSON(parsing: #"{"mode":"preview","prompt":"x"}"#.utf8)
        for _ in 0..<2000 {
            wall += Int.random(in: 0..<20_000, using: &random)
            if Bool.random(using: &random) {
                if let task = try? state.create(.textTo3D, body, by: .paying, wall: wall) { ids.append(task.id) }
            } else if let id = ids.randomElement(using: &random) {
                try? state.delete(id, by: .paying, wall: wall)
            }
            state.settle(wall: wall)
            history += state.takeChanges()
            #expect(state.balance(of: .paying) >= 0)
        }
        #expect(state.ledger.reduce(0) { $0 + $1.credits } == state.balance(of: .paying))
        for (id, entries) in Dictionary(grouping: state.ledger.filter { $0.task != nil }, by: \.task) {
            #expect(entries.count { $0.kind == .charge } == 1, "\(String(describing: id))")
            #expect(entries.count { $0.kind == .refund } <= 1)
        }
        let again = ServiceState(settings, history: history, wall: wall)
        #expect(again.balance(of: .paying) == state.balance(of: .paying))
        #expect(again.allTasks(at: wall).map(\.id) == state.allTasks(at: wall).map(\.id))
    }
}
