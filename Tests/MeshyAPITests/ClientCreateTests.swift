import Testing

@testable import MeshyAPI

@Suite("A request that costs credits is never sent twice blindly", .timeLimit(.minutes(3)))
struct ClientCreateTests {
    private func create(
        _ request: TaskRequest = preview, change: (inout ClientConfiguration) -> Void = { _ in },
        _ handler: @escaping @Sendable (TestServer.Request, Int) -> [TestServer.Step]
    ) async throws -> (outcome: CreateOutcome, requests: [TestServer.Request]) {
        try await TestServer.with(handler) { server in
            let outcome = try await withClient(of: server, change) { await $0.create(request) }
            return (outcome, server.requests)
        }
    }

    @Test("accepted, whatever the 2xx", arguments: [200, 201, 202]) func accepted(status: Int) async throws {
        let result = try await create { _, _ in
            .json(#"{"result":"\#(Examples.id)"}"#, status: status, headers: "x-request-id: r9")
        }
        guard case .accepted(let task) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(task.reference == reference)
        #expect(task.requestID == "r9")
        let request = try #require(result.requests.first)
        #expect(request.method == "POST")
        #expect(request.target == "/openapi/v2/text-to-3d")
        #expect(request.headers["content-type"] == "application/json")
        #expect(request.body == #"{"mode":"preview","prompt":"an owl"}"#)
    }

    @Test(
        "refusals made no task",
        arguments: [(400, .refused), (402, .insufficientCredits), (422, .refused), (301, .redirected(to: "nowhere"))]
            as [(Int, MeshyAPIError.Reason)])
    func refused(status: Int, reason: MeshyAPIError.Reason) async throws {
        let result = try await create { _, _ in .json(#"{"message":"no"}"#, status: status) }
        guard case .refused(let error) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(error.reason == reason)
        #expect(result.requests.count == 1)
    }

    @Test("too fast is sent again, since nothing was made") func rateLimited() async throws {
        let result = try await create { _, count in
            count < 2
                ? .json(#"{"message":"RateLimitExceeded"}"#, status: 429, headers: "Retry-After: 0")
                : .json(#"{"result":"\#(Examples.id)"}"#, status: 202)
        }
        guard case .accepted = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(result.requests.count == 3)
    }

    @Test("a full queue is for the caller to wait out") func queueFull() async throws {
        let result = try await create { _, _ in .json(#"{"message":"NoMoreConcurrentTasks"}"#, status: 429) }
        guard case .refused(let error) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(error.reason == .queueFull)
        #expect(result.requests.count == 1)
    }

    @Test(
        "an answer that is lost, or says nothing, may have cost credits",
        arguments: [
            [], .answer(500), .answer(503), [.send("HTTP/1.1 202 Acc")],
            .answer(202, body: Array(#"{"result":"01a"#.utf8), length: 40), .json("{}", status: 202),
            .json("<html>", status: 200), .json(#"{"result":"../../x"}"#, status: 202),
            .json(#"{"result":7}"#, status: 202),
        ] as [[TestServer.Step]])
    func answerLost(answer: [TestServer.Step]) async throws {
        let result = try await create { _, _ in answer }
        guard case .answerLost = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(result.requests.count == 1)
    }

    @Test("no answer in time may have cost credits") func silent() async throws {
        let result = try await create(change: { $0.createTimeout = .milliseconds(300) }, { _, _ in [.stall] })
        guard case .answerLost(let error) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(error.reason == .timedOut)
        #expect(result.requests.count == 1)
    }

    @Test("nobody there: nothing was sent") func unreachable() async throws {
        let port = try await TestServer.with({ _, _ in [] }) { $0.port }
        var configuration = ClientConfiguration(
            baseURL: try BaseURL("http://127.0.0.1:\(port)"), key: try APIKey("msy_x"), userAgent: "test")
        configuration.retries.base = .milliseconds(1)
        let outcome = try await MeshyClient.with(configuration) { await $0.create(preview) }
        guard case .notSent(let error) = outcome, case .unreachable = error.reason else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("what the service would refuse is not sent; neither is the key itself") func invalid() async throws {
        var empty = TaskRequest(.textTo3DPreview)
        empty[.prompt] = ""
        var leak = preview
        leak[.prompt] = "an owl with \(APIKeyTests.secret) on it"
        for request in [empty, leak] {
            let result = try await create(request) { _, _ in .json(#"{"result":"x"}"#, status: 202) }
            guard case .notSent(let error) = result.outcome, case .invalidRequest = error.reason else {
                Issue.record("\(result.outcome)")
                return
            }
            #expect(!"\(error)".contains("EXAMPLE"))
            #expect(result.requests.isEmpty)
        }
    }

    @Test("cancelling does not cut a request that is under way") func cancelled() async throws {
        let result = try await TestServer.with({ _, _ in
            [.pause(.milliseconds(500))] + .json(#"{"result":"\#(Examples.id)"}"#, status: 202)
        }) { server in
            try await withClient(of: server) { client in
                let creation = Task { await client.create(preview) }
                while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
                creation.cancel()
                return await creation.value
            }
        }
        guard case .accepted = result else {
            Issue.record("\(result)")
            return
        }
    }
}
