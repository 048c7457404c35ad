import Testing
import TestSupport

@testable import MeshyAPI

@Suite("Following a task always ends")
struct FollowMachineTests {
    static func task(_ status: String, progress: Int = 0, files: Bool = false) throws -> MeshyTask {
        try MeshyTask([
            "id": "a", "status": .string(status), "progress": .integer(progress),
            "model_urls": files ? ["glb": "https://a.example/model.glb"] : [:],
        ])
    }

    static func error(_ reason: MeshyAPIError.Reason) -> MeshyAPIError { MeshyAPIError(reason, call: "GET /x") }

    @Test("listens first, unless it should not") func first() {
        #expect(FollowMachine(FollowOptions()).first == .listen)
        var options = FollowOptions()
        options.usesStream = false
        #expect(FollowMachine(options).first == .ask)
    }

    @Test("the stream's last event ends it", arguments: ["FAILED", "CANCELED", "SUCCEEDED"])
    func lastEvent(status: String) throws {
        var machine = FollowMachine(FollowOptions())
        #expect(machine.heard(try Self.task("PENDING"), at: .zero) == nil)
        let last = try Self.task(status, files: true)
        #expect(machine.heard(last, at: .seconds(1)) == .end(.finished(last)))
    }

    @Test("a success without files is asked for in full") func shortForm() throws {
        var machine = FollowMachine(FollowOptions())
        #expect(machine.heard(try Self.task("SUCCEEDED"), at: .zero) == .ask)
        let whole = try Self.task("SUCCEEDED")
        #expect(machine.answered(whole, retryAfter: nil, at: .zero, chance: 0) == .end(.finished(whole)))
    }

    @Test("after a break it asks once, then listens again; silent streams are given up") func broken() throws {
        var machine = FollowMachine(FollowOptions())
        let running = try Self.task("IN_PROGRESS", progress: 3)
        #expect(machine.heard(running, at: .zero) == nil)
        #expect(machine.streamEnded(Self.error(.interrupted("x")), at: .zero) == .ask)
        #expect(machine.answered(running, retryAfter: 7, at: .zero, chance: 0) == .wait(.seconds(7), then: .listen))
        #expect(machine.streamEnded(Self.error(.timedOut), at: .zero) == .ask)
        #expect(machine.answered(running, retryAfter: 7, at: .zero, chance: 0) == .wait(.seconds(7), then: .ask))
    }

    @Test("questions come further and further apart, but not too far") func intervals() throws {
        var options = FollowOptions()
        options.usesStream = false
        var machine = FollowMachine(options)
        var pauses: [Duration] = []
        for _ in 0..<8 {
            guard
                case .wait(let pause, .ask) = machine.answered(
                    try Self.task("PENDING"), retryAfter: nil, at: .zero, chance: 0)
            else { continue }
            pauses.append(pause)
        }
        #expect(pauses.first == .seconds(5))
        #expect(pauses == pauses.sorted())
        #expect(pauses.last == .seconds(30))
    }

    @Test("gone is believed the second time") func gone() throws {
        var machine = FollowMachine(FollowOptions())
        #expect(machine.streamEnded(Self.error(.notFound), at: .zero) == .ask)
        // A stream that is not there yet, and a question right after it, are one sign.
        guard case .wait = machine.failed(Self.error(.notFound), at: .zero, chance: 0) else {
            Issue.record("gone at the first question")
            return
        }
        #expect(machine.failed(Self.error(.notFound), at: .zero, chance: 0) == .end(.gone(last: nil)))
        var other = FollowMachine(FollowOptions())
        let running = try Self.task("IN_PROGRESS")
        guard case .wait = other.failed(Self.error(.notFound), at: .zero, chance: 0) else {
            Issue.record("gone at the first sign")
            return
        }
        _ = other.answered(running, retryAfter: nil, at: .zero, chance: 0)
        guard case .wait = other.failed(Self.error(.notFound), at: .zero, chance: 0) else {
            Issue.record("an answer in between did not count")
            return
        }
        #expect(other.failed(Self.error(.notFound), at: .zero, chance: 0) == .end(.gone(last: running)))
        var expired = FollowMachine(FollowOptions())
        let old = try Self.task("EXPIRED")
        #expect(expired.answered(old, retryAfter: nil, at: .zero, chance: 0) == .end(.gone(last: old)))
    }

    @Test(
        "what no patience changes fails at once",
        arguments: [.keyRefused, .forbidden, .cancelled] as [MeshyAPIError.Reason])
    func hopeless(reason: MeshyAPIError.Reason) {
        var machine = FollowMachine(FollowOptions())
        #expect(machine.failed(Self.error(reason), at: .zero, chance: 0) == .fail(Self.error(reason)))
        let step = machine.streamEnded(Self.error(reason), at: .zero)
        #expect(step == (reason == .cancelled ? .fail(Self.error(reason)) : .ask))
    }

    @Test("half an hour of outage is waited out") func outage() throws {
        var machine = FollowMachine(FollowOptions())
        var elapsed = Duration.zero
        var questions = 0
        _ = machine.streamEnded(Self.error(.unreachable("x")), at: elapsed)
        while elapsed < .seconds(1800) {
            let step = machine.failed(Self.error(.unreachable("x")), at: elapsed, chance: 0.5)
            guard case .wait(let pause, .ask) = step else {
                Issue.record("gave up after \(elapsed): \(step)")
                return
            }
            #expect(pause <= .seconds(30))
            elapsed += pause
            questions += 1
        }
        #expect(questions < 150)
        let done = try Self.task("SUCCEEDED", files: true)
        #expect(machine.answered(done, retryAfter: nil, at: elapsed, chance: 0) == .end(.finished(done)))
    }

    @Test("whatever happens, in whatever order, it ends by the deadline")
    func alwaysEnds() throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        let statuses = ["PENDING", "IN_PROGRESS", "WARPED", ""]
        let reasons: [MeshyAPIError.Reason] = [
            .timedOut, .serviceFault, .rateLimited(after: 9), .queueFull, .unexpectedAnswer("x"), .redirected(to: "x"),
            .interrupted("x"),
        ]
        for _ in 0..<100 {
            var machine = FollowMachine(FollowOptions())
            var elapsed = Duration.zero
            var step = machine.first
            var steps = 0
            follow: while true {
                steps += 1
                guard steps < 20_000 else {
                    Issue.record("no end; seed \(seed)")
                    return
                }
                let task = try Self.task(statuses.randomElement(using: &random) ?? "")
                let error = Self.error(reasons.randomElement(using: &random) ?? .timedOut)
                let chance = Double.random(in: 0...1, using: &random)
                switch step {
                case .listen:
                    elapsed += .seconds(Int.random(in: 0...60, using: &random))
                    step = machine.heard(task, at: elapsed) ?? machine.streamEnded(error, at: elapsed)
                case .ask:
                    elapsed += .milliseconds(100)
                    step =
                        Bool.random(using: &random)
                        ? machine.answered(task, retryAfter: nil, at: elapsed, chance: chance)
                        : machine.failed(error, at: elapsed, chance: chance)
                case .wait(let pause, let next):
                    #expect(pause > .zero)
                    elapsed += pause
                    step = next == .listen ? .listen : .ask
                case .end(let outcome):
                    guard case .gaveUp = outcome else {
                        Issue.record("ended as \(outcome); seed \(seed)")
                        return
                    }
                    break follow
                case .fail(let error):
                    Issue.record("failed with \(error); seed \(seed)")
                    return
                }
            }
            #expect(elapsed >= .seconds(3600) && elapsed < .seconds(3700), "seed \(seed)")
        }
    }
}
