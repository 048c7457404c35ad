import Testing

@testable import MeshyAPI

@Suite("Calls over real sockets", .timeLimit(.minutes(3)))
struct ClientCallTests {
    @Test("the key, the name and the path are sent; the balance is read") func balance() async throws {
        try await TestServer.with({ _, _ in .json(#"{"balance": 1240}"#) }) { server in
            let balance = try await withClient(of: server) { try await $0.balance() }
            #expect(balance == 1240)
            let request = try #require(server.requests.first)
            #expect(request.method == "GET")
            #expect(request.target == "/openapi/v1/balance")
            #expect(request.headers["authorization"] == "Bearer \(APIKeyTests.secret)")
            #expect(request.headers["user-agent"] == "meshy-lib/0.0-test")
        }
    }

    @Test("reads are tried again after faults of every kind") func retries() async throws {
        try await TestServer.with({ _, count in
            switch count {
            case 0: .answer(503, body: Array("<html>".utf8))
            case 1: []
            case 2: .json(#"{"message":"RateLimitExceeded"}"#, status: 429, headers: "Retry-After: 0")
            case 3: .json("<html>maintenance</html>")
            default: .json(#"{"balance": 7}"#)
            }
        }) { server in
            let balance = try await withClient(of: server) { try await $0.balance() }
            #expect(balance == 7)
            #expect(server.requests.count == 5)
        }
    }

    @Test(
        "refusals are not tried again, and say what they are",
        arguments: [
            (401, #"{"message":"Invalid API key msy_EXAMPLE-9f8e7d"}"#, .keyRefused),
            (402, #"{"message":"Insufficient credits"}"#, .insufficientCredits), (404, "", .notFound),
        ] as [(Int, String, MeshyAPIError.Reason)])
    func refused(status: Int, body: String, reason: MeshyAPIError.Reason) async throws {
        try await TestServer.with({ _, _ in .json(body, status: status, headers: "x-request-id: r-77") }) { server in
            let error = try await withClient(of: server) { client in
                await #expect(throws: MeshyAPIError.self) { try await client.balance() }
            }
            #expect(error?.reason == reason)
            #expect(error?.requestID == "r-77")
            #expect(error.map { "\($0)" }?.contains("[request r-77]") == true)
            #expect(!String(reflecting: error).contains("EXAMPLE"))
            #expect(server.requests.count == 1)
        }
    }

    @Test("a redirection is not followed: the key stays here") func redirected() async throws {
        try await TestServer.with({ _, _ in .json(#"{"balance": 1}"#) }) { other in
            let place = other.url
            try await TestServer.with({ _, _ in .answer(302, headers: ["Location: \(place)/openapi/v1/balance?x=1"]) })
            { server in
                let error = try await withClient(of: server) { client in
                    await #expect(throws: MeshyAPIError.self) { try await client.balance() }
                }
                #expect(error?.reason == .redirected(to: "\(place)/openapi/v1/balance"))
                #expect(other.requests.isEmpty)
            }
        }
    }

    @Test("a silent service is not waited for for ever") func silent() async throws {
        try await TestServer.with({ _, _ in [.stall] }) { server in
            let error = try await withClient(of: server) {
                $0.answerTimeout = .milliseconds(200)
                $0.retries.attempts = 2
            } _: { client in
                await #expect(throws: MeshyAPIError.self) { try await client.balance() }
            }
            #expect(error?.reason == .timedOut)
            #expect(server.requests.count == 2)
        }
    }

    @Test("an answer without end is cut off") func endless() async throws {
        let megabyte = String(repeating: "x", count: 1 << 20)
        try await TestServer.with({ _, _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n\"")]
                + Array(repeating: .send(megabyte), count: 20)
        }) { server in
            let error = try await withClient(of: server) {
                $0.retries.attempts = 1
            } _: { client in
                await #expect(throws: MeshyAPIError.self) { try await client.balance() }
            }
            guard case .unexpectedAnswer = error?.reason else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("nobody there, and no such name") func unreachable() async throws {
        let port = try await TestServer.with({ _, _ in [] }) { $0.port }
        for url in ["http://127.0.0.1:\(port)", "https://no-such-host.invalid"] {
            var configuration = ClientConfiguration(
                baseURL: try BaseURL(url), key: try APIKey("msy_x"), userAgent: "test")
            configuration.retries.attempts = 1
            let error = try await MeshyClient.with(configuration) { client in
                await #expect(throws: MeshyAPIError.self) { try await client.balance() }
            }
            guard case .unreachable = error?.reason else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("a task is read; an id that is none goes nowhere") func task() async throws {
        try await TestServer.with({ _, _ in .json(Examples.preview.text) }) { server in
            try await withClient(of: server) { client in
                let task = try await client.task(reference)
                #expect(task.files.count == 3)
                for id in ["", "..", "a/b", "a?b", "a%2fb", "ü", String(repeating: "x", count: 200)] {
                    await #expect(throws: MeshyAPIError.self) { try await client.task(TaskReference(id, in: .remesh)) }
                }
                let other = TaskReference("another", in: .remesh)
                await #expect(throws: MeshyAPIError.self) { try await client.task(other) }
            }
            #expect(server.requests.first?.target == "/openapi/v2/text-to-3d/\(Examples.id)")
        }
    }

    @Test("deleting: done, gone already, refused") func delete() async throws {
        try await TestServer.with({ request, _ in
            switch request.path.split(separator: "/").last {
            case "done": .answer(200)
            case "gone": .json(#"{"message":"Task not found"}"#, status: 404)
            default: .json(#"{"message":"Task is in progress"}"#, status: 409)
            }
        }) { server in
            try await withClient(of: server) { client in
                #expect(try await client.delete(TaskReference("done", in: .remesh)) == .deleted)
                #expect(try await client.delete(TaskReference("gone", in: .remesh)) == .wasGone)
                guard case .refused(let error) = try await client.delete(TaskReference("busy", in: .remesh)) else {
                    Issue.record("not refused")
                    return
                }
                #expect(error.message == "Task is in progress")
            }
            #expect(server.requests.allSatisfy { $0.method == "DELETE" })
        }
    }

    @Test("lists are read to their end and without repetitions") func list() async throws {
        try await TestServer.with({ request, _ in
            let page = Int(request.target.split(separator: "page_num=").last?.prefix { $0.isNumber } ?? "") ?? 0
            let ids = (0..<120).reversed().dropFirst((page - 1) * 50).prefix(50)
            let tasks = ids.map { #"{"id":"t\#($0)","status":"SUCCEEDED","created_at":\#(1000 + $0)}"# }
            return .json("[\((tasks + tasks.prefix(1)).joined(separator: ","))]")
        }) { server in
            let listing = try await withClient(of: server) { try await $0.allTasks(in: .textTo3D) }
            #expect(listing.isComplete)
            #expect(listing.tasks.map(\.id) == (0..<120).reversed().map { "t\($0)" })
            #expect(
                server.requests.first?.target == "/openapi/v2/text-to-3d?page_num=1&page_size=50&sort_by=-created_at")
            _ = try await withClient(of: server) {
                try await $0.tasks(in: .remesh, page: 2, size: 10, order: .oldestFirst)
            }
            #expect(server.requests.last?.target == "/openapi/v1/remesh?page_num=2&page_size=10&sort_by=%2Bcreated_at")
        }
    }

    @Test("a list with an entry nobody can read is not complete; one that is not offered says so") func oddLists()
        async throws
    {
        try await TestServer.with({ request, _ in
            if request.path.hasSuffix("rigging") { return .json(#"{"message":"NoMatchingRoute"}"#, status: 404) }
            return .json(request.target.contains("page_num=1") ? #"[{"id":"a"},{"no":"id"}]"# : "[]")
        }) { server in
            try await withClient(of: server) { client in
                let listing = try await client.allTasks(in: .remesh)
                #expect(listing.tasks.map(\.id) == ["a"])
                #expect(listing.unreadable == 1)
                #expect(!listing.isComplete)
                let rigs = try await client.allTasks(in: .rigging)
                #expect(!rigs.isOffered && !rigs.isComplete)
            }
        }
    }

    @Test("a page that cannot be read fails the whole list") func brokenList() async throws {
        let entries = (0..<50).map { #"{"id":"t\#($0)"}"# }.joined(separator: ",")
        try await TestServer.with({ request, _ in
            request.target.contains("page_num=1&") ? .json("[\(entries)]") : .answer(500)
        }) { server in
            let error = try await withClient(of: server) { client in
                await #expect(throws: MeshyAPIError.self) { try await client.allTasks(in: .remesh) }
            }
            #expect(error?.reason == .serviceFault)
        }
    }

    @Test(
        "the animation library, bare or wrapped",
        arguments: [
            #"{"result":{"list":[\#(#"{"id":92,"name":"Wave"}"#)]}}"#, #"[{"action_id":92,"name":"Wave"},{"x":1}]"#,
        ])
    func library(text: String) async throws {
        try await TestServer.with({ _, _ in .json(text) }) { server in
            let clips = try await withClient(of: server) { try await $0.animationLibrary() }
            #expect(clips.map(\.id) == [92])
            #expect(clips.first?.name == "Wave")
        }
    }
}
