import HTTPTypes
import Testing

@testable import StandIn

@Suite struct LimitTests {
    @Test("more requests than the plan allows in a second are told to wait one")
    func rate() async throws {
        try await Bench { $0.requestsPerSecond = 3 }.visit { visitor in
            for _ in 0..<3 { #expect(try await visitor.get("/openapi/v1/balance").status == 200) }
            let refused = try await visitor.get("/openapi/v1/balance")
            #expect(refused.status == 429)
            #expect(refused.message == "RateLimitExceeded")
            #expect(refused.headers[.retryAfter] == "1")
            visitor.clock.turn(1)
            #expect(try await visitor.get("/openapi/v1/balance").status == 200)
        }
    }

    @Test("a full queue refuses without a header and without a charge, until a task has ended")
    func queue() async throws {
        try await Bench { $0.queueLength = 2 }.visit { visitor in
            let body = #"{"mode":"preview","prompt":"x"}"#
            for _ in 0..<2 { #expect(try await visitor.post(Visitor.textTo3D, body).status == 202) }
            let refused = try await visitor.post(Visitor.textTo3D, body)
            #expect(refused.status == 429)
            #expect(refused.message == "NoMoreConcurrentTasks")
            #expect(refused.headers[.retryAfter] == nil)
            #expect(try await visitor.balance() == 960)
            // Pictures do not queue with models.
            let picture = #"{"ai_model":"nano-banana","prompt":"owl"}"#
            #expect(try await visitor.post(Family.textToImage.path, picture).status == 202)
            visitor.clock.turn(100)
            #expect(try await visitor.post(Visitor.textTo3D, body).status == 202)
        }
    }

    @Test("the test-mode key works only where it was switched on: free, and always the same robot")
    func testKey() async throws {
        try await Bench().visit { visitor in
            var tester = visitor
            tester.key = Account.testKey
            let answer = try await tester.get("/openapi/v1/balance")
            #expect(answer.status == 401)
        }
        try await Bench { $0.acceptsTestKey = true }.visit { visitor in
            let paid = try await visitor.preview()
            var tester = visitor
            tester.key = Account.testKey
            var files: Set<[UInt8]> = []
            for prompt in ["a mask", "an owl"] {
                let task = try await tester.preview(of: prompt)
                #expect(task["consumed_credits"]?.integer == 0)
                files.insert(try await tester.download(try #require(task["model_urls"]?["glb"]?.string)).body)
            }
            #expect(files.count == 1)
            #expect(try await tester.balance() == Account.unlimited)
            // The accounts do not see each other's tasks.
            #expect(try await tester.get("\(Visitor.textTo3D)/\(paid["id"]?.string ?? "")").status == 404)
            #expect(try await visitor.get(Visitor.textTo3D).json.elements.count == 1)
        }
    }
}
