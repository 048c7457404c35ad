import Synchronization
import Testing

@testable import MeshyAPI

@Suite("Following tasks over real sockets", .timeLimit(.minutes(3)))
struct ClientFollowTests {
    private static func event(_ status: String, _ progress: Int) -> String {
        "event: message\r\ndata: {\"id\":\"\(Examples.id)\",\"progress\":\(progress),\"status\":\"\(status)\"}\r\n\r\n"
    }

    private static let lastEvent =
        "data: \(Examples.preview.text.split(separator: "\n").joined(separator: "\ndata: "))\n\n"

    private func follow(
        options: (inout FollowOptions) -> Void = { _ in },
        _ handler: @escaping @Sendable (TestServer.Request, Int) -> [TestServer.Step]
    ) async throws -> (outcome: FollowOutcome, events: [FollowEvent], requests: [TestServer.Request]) {
        var chosen = FollowOptions()
        chosen.firstWait = .milliseconds(5)
        chosen.longestWait = .milliseconds(20)
        options(&chosen)
        let finalOptions = chosen
        return try await TestServer.with(handler) { server in
            try await withClient(of: server, { $0.idleTimeout = .milliseconds(500) }) { client in
                let events = Mutex<[FollowEvent]>([])
                let outcome = try await client.follow(reference, options: finalOptions) { event in
                    events.withLock { $0.append(event) }
                }
                return (outcome, events.withLock { $0 }, server.requests)
            }
        }
    }

    private func progress(_ events: [FollowEvent]) -> [Int] {
        events.compactMap { if case .update(let task) = $0 { task.progress } else { nil } }
    }

    @Test("by the stream alone, in pieces, with comments and repetitions") func stream() async throws {
        let result = try await follow { _, _ in
            .events(
                .send(Self.event("PENDING", 0)), .send(": keep-alive\n\n"),
                .send(String(Self.event("IN_PROGRESS", 52).prefix(30))),
                .pause(.milliseconds(20)), .send(String(Self.event("IN_PROGRESS", 52).dropFirst(30))),
                .send(Self.event("IN_PROGRESS", 52)), .send(Self.lastEvent), .stall)
        }
        guard case .finished(let task) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(task.files.count == 3)
        #expect(progress(result.events) == [0, 52, 100])
        #expect(result.requests.map(\.target) == ["/openapi/v2/text-to-3d/\(Examples.id)/stream"])
        #expect(result.requests.first?.headers["accept"] == "text/event-stream")
    }

    @Test(
        "a stream that breaks, stalls, errs or is none is replaced by questions",
        arguments: [
            .events(.send(event("IN_PROGRESS", 3))), .events(.send(event("IN_PROGRESS", 3)), .stall), .answer(500),
            .events(.send("event: error\ndata: {\"status_code\":500,\"message\":\"oops\"}\n\n")), .json("{}"),
            .answer(405),
            .events(.send("data: {\"id\":\n\n")), [],
            .events(.send("data: {\"id\":\"another\",\"status\":\"FAILED\"}\n\n")),
        ] as [[TestServer.Step]])
    func fallback(stream: [TestServer.Step]) async throws {
        let result = try await follow { request, count in
            if request.path.hasSuffix("/stream") { return stream }
            return count < 2
                ? .json(Examples.queued.text, headers: "Retry-After: 1") : .json(Examples.preview.text)
        }
        guard case .finished(let task) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(task.status == .succeeded)
        #expect(result.requests.count { $0.path.hasSuffix("/stream") } <= 3)
    }

    @Test("a service that is out for a while is waited out, and says so") func outage() async throws {
        let result = try await follow { request, count in
            if request.path.hasSuffix("/stream") { return .answer(503) }
            return count < 6
                ? (count.isMultiple(of: 2) ? [] : .answer(502))
                : .json(Examples.failed.text.replacing("01a1f856-cacd-75f0-9cfb-10f62827688d", with: Examples.id))
        }
        guard case .finished(let task) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(task.failure?.code == "image_too_complex")
        let troubles = result.events.count { if case .trouble = $0 { true } else { false } }
        #expect(troubles == 6)
    }

    @Test("gone: by the stream, and by two answers, of which the first may come too early") func gone() async throws {
        let result = try await follow { request, _ in
            request.path.hasSuffix("/stream")
                ? .events(.send("event: error\ndata: {\"status_code\":404,\"message\":\"Task not found\"}\n\n"))
                : .json(#"{"message":"Task not found"}"#, status: 404)
        }
        #expect(result.outcome == .gone(last: nil))
        #expect(result.requests.count == 3)
    }

    @Test(
        "a stream that never says anything new ends at the deadline",
        arguments: [": keep-alive\n\n", event("WARPED", 9)])
    func deadline(noise: String) async throws {
        let result = try await follow(options: { $0.deadline = .milliseconds(300) }) { _, _ in
            .events(
                .send(noise), .pause(.milliseconds(200)), .send(noise), .pause(.milliseconds(200)), .send(noise), .stall
            )
        }
        guard case .gaveUp = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
    }

    @Test("a wrong key is no reason to wait") func wrongKey() async throws {
        await #expect(throws: MeshyAPIError.self) {
            try await follow { _, _ in .json(#"{"message":"Invalid API key"}"#, status: 401) }
        }
    }

    @Test("cancelling ends it") func cancelled() async throws {
        try await TestServer.with({ _, _ in .events(.stall) }) { server in
            try await withClient(of: server) { client in
                let following = Task { try await client.follow(reference) }
                while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
                following.cancel()
                let error = await #expect(throws: MeshyAPIError.self) { try await following.value }
                #expect(error?.reason == .cancelled)
            }
        }
    }
}
