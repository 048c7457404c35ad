import NIOHTTP1
import SystemPackage
import Testing
import TestSupport

@testable import MeshyAPI

@Suite("How calls are paced and tried again")
struct TransportTests {
    @Test("no more than the rate leave in any second") func pace() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        var pace = RequestPace(rate: 20)
        var now = Duration.zero
        var departures: [Duration] = []
        for _ in 0..<2000 {
            now += .milliseconds(Int.random(in: 0..<60, using: &random))
            departures.append(now + pace.reserve(at: now))
        }
        for (index, departure) in departures.enumerated() where index >= 40 {
            #expect(departure - departures[index - 40] >= .seconds(1), "seed \(seed), request \(index)")
        }
        #expect(departures == departures.sorted())
    }

    @Test("after a pause as many as the rate leave at once, then they wait") func burst() {
        var pace = RequestPace(rate: 20)
        #expect((0..<20).allSatisfy { _ in pace.reserve(at: .seconds(10)) == .zero })
        #expect(pace.reserve(at: .seconds(10)) == .milliseconds(50))
        pace.hold(until: .seconds(15))
        #expect(pace.reserve(at: .seconds(11)) == .seconds(4))
    }

    @Test("waits double, are never longer than the longest, and chance takes at most half") func backoff() {
        let policy = RetryPolicy()
        #expect(
            (1...4).map { policy.backoff(attempt: $0, chance: 0) } == [
                .milliseconds(500), .seconds(1), .seconds(2), .seconds(4),
            ])
        #expect(policy.backoff(attempt: 1, chance: 1) == .milliseconds(250))
        #expect(policy.backoff(attempt: 1000, chance: 0) == .seconds(60))
    }

    @Test("only what may pass by itself is tried again, and not for ever") func retries() {
        let policy = RetryPolicy()
        func delay(_ reason: MeshyAPIError.Reason, attempt: Int = 1) -> Duration? {
            policy.delay(after: MeshyAPIError(reason, call: "x"), attempt: attempt, chance: 0)
        }
        for reason: MeshyAPIError.Reason in [
            .unreachable("x"), .interrupted("x"), .timedOut, .serviceFault, .rateLimited(after: nil),
        ] {
            #expect(delay(reason) != nil)
            #expect(delay(reason, attempt: 5) == nil)
        }
        for reason: MeshyAPIError.Reason in [
            .keyRefused, .insufficientCredits, .forbidden, .notFound, .wrongState, .refused, .queueFull, .cancelled,
            .redirected(to: "x"), .linkExpired, .tooLarge(limit: 1), .cannotWrite(.noSpace), .invalidRequest([]),
        ] {
            #expect(delay(reason) == nil, "\(reason)")
        }
    }

    @Test("the service's wait is obeyed, unless nobody would sit through it") func retryAfter() {
        let policy = RetryPolicy()
        func delay(_ seconds: Int) -> Duration? {
            policy.delay(after: MeshyAPIError(.rateLimited(after: seconds), call: "x"), attempt: 1, chance: 0)
        }
        #expect(delay(7) == .seconds(7))
        #expect(delay(0) == .milliseconds(500))
        #expect(delay(61) == nil)
        #expect(RetryAfter.seconds("5") == 5)
        for nonsense in ["", "-1", "soon", "Fri, 31 Dec 2026 23:59:59 GMT", "99999999999999999999", "1.5"] {
            #expect(RetryAfter.seconds(nonsense) == nil)
        }
    }

    @Test(
        "refusals are told apart",
        arguments: [
            (400, #"{"message":"Invalid ID"}"#, .refused), (401, "{}", .keyRefused), (402, "", .insufficientCredits),
            (403, "<html>", .forbidden), (404, #"{"message":"NoMatchingRoute"}"#, .notFound), (409, "{}", .wrongState),
            (422, #"{"message":"Pose estimation failed"}"#, .refused), (500, "", .serviceFault),
            (503, "[]", .serviceFault),
            (429, #"{"message":"RateLimitExceeded"}"#, .rateLimited(after: nil)),
            (429, #"{"message":"NoMoreConcurrentTasks"}"#, .queueFull),
            (429, #"{"error":{"message":"NoMorePendingTasks: upgrade"}}"#, .queueFull),
            (429, "", .rateLimited(after: nil)),
            (302, "", .redirected(to: "nowhere")),
        ] as [(Int, String, MeshyAPIError.Reason)])
    func refusals(status: Int, body: String, reason: MeshyAPIError.Reason) {
        let error = MeshyAPIError(status: status, headers: [:], body: Array(body.utf8), call: "GET /x")
        #expect(error?.reason == reason)
        #expect(error?.status == status)
    }

    @Test("every reason is a sentence, and a message from outside is made harmless") func sentences() {
        let reasons: [MeshyAPIError.Reason] = [
            .unreachable("x"), .interrupted("x"), .timedOut, .keyRefused, .insufficientCredits, .forbidden, .notFound,
            .wrongState, .refused, .rateLimited(after: 3), .queueFull, .serviceFault, .redirected(to: "x"),
            .unexpectedAnswer("x"), .invalidRequest([.error("prompt", "is empty")]), .cancelled, .linkExpired,
            .forbiddenAddress("x"), .damaged("x"), .tooLarge(limit: 5), .cannotWrite(.noSpace),
        ]
        for reason in reasons {
            let error = MeshyAPIError(reason, call: "GET /x", requestID: "r1")
            #expect("\(error)".hasPrefix("GET /x: ") && "\(error)".hasSuffix("[request r1]"))
        }
        let body = #"{"message":"\#u{1B}[31mred\u0007 \#(String(repeating: "x", count: 5000))"}"#
        let message = MeshyAPIError.message(in: Array(body.utf8))
        #expect(message == nil || message?.unicodeScalars.contains { $0.value < 32 } == false)
        let escaped = MeshyAPIError.message(in: Array(#"{"message":"a\u001b[31mb\nc"}"#.utf8))
        #expect(escaped == "a [31mb c")
        #expect(
            MeshyAPIError.message(in: Array("{\"message\":\"\(String(repeating: "x", count: 5000))\"}".utf8))?.count
                == 1000)
    }
}

@Suite("Addresses")
struct AddressTests {
    @Test(
        "base URLs",
        arguments: [
            ("https://api.meshy.ai", "https://api.meshy.ai/x"), ("https://api.meshy.cn/", "https://api.meshy.cn/x"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080/x"), ("http://localhost:1/", "http://localhost:1/x"),
            ("http://[::1]:9", "http://[::1]:9/x"), ("https://proxy.example/meshy/", "https://proxy.example/meshy/x"),
            ("http://127.8.9.10", "http://127.8.9.10/x"),
        ])
    func base(text: String, url: String) throws {
        #expect(try BaseURL(text).url("/x") == url)
    }

    @Test(
        "what is no base URL, or would send the key in clear",
        arguments: [
            "http://api.meshy.ai", "http://10.0.0.1", "http://localhost.example", "http://127.0.0.1.example", "ftp://x",
            "api.meshy.ai", "", "https://", "https://user:secret@api.meshy.ai", "https://a.example/?x",
            "https://a.example/#x",
            "http://[::2]", "http://2130706433.example", "file:///etc/passwd", "http://0.0.0.0",
        ])
    func noBase(text: String) {
        let error = #expect(throws: BaseURLError.self) { try BaseURL(text) }
        #expect(error?.description.isEmpty == false)
    }

    @Test(
        "addresses of the open Internet",
        arguments: [
            ("8.8.8.8", true), ("2606:4700::1111", true), ("10.1.2.3", false), ("172.31.0.1", false),
            ("172.32.0.1", true),
            ("192.168.1.1", false), ("169.254.169.254", false), ("127.0.0.1", false), ("0.0.0.0", false),
            ("100.64.0.1", false),
            ("100.128.0.1", true), ("224.0.0.1", false), ("255.255.255.255", false), ("::1", false), ("::", false),
            ("fe80::1", false), ("fd00::1", false), ("::ffff:10.0.0.1", false), ("::ffff:8.8.8.8", true),
            ("64:ff9b::7f00:1", false), ("2002:7f00:1::", false), ("2001:db8::1", false), ("198.18.0.1", false),
        ])
    func isPublic(text: String, expected: Bool) throws {
        #expect(try #require(IPAddress(text)).isPublic == expected)
    }

    @Test(
        "where downloads may go",
        arguments: [
            ("https://assets.meshy.ai/a", true, true), ("http://assets.meshy.ai/a", false, false),
            ("http://127.0.0.1:8/a", false, true), ("https://localhost/a", false, true),
            ("https://10.0.0.7/a", false, false),
            ("https://[fd00::1]/a", false, false), ("https://169.254.169.254/latest", false, false),
            ("https://8.8.8.8/a", true, true),
        ])
    func downloads(url: String, fromService: Bool, fromStandIn: Bool) throws {
        let address = try #require(WebAddress(url))
        #expect((AddressGuard(allowsLoopback: false).objection(toWritten: address) == nil) == fromService)
        #expect((AddressGuard(allowsLoopback: true).objection(toWritten: address) == nil) == fromStandIn)
    }

    @Test("another spelling of this machine is found out") func names() async throws {
        let number = try #require(WebAddress("https://2130706433/a"))
        #expect(await AddressGuard(allowsLoopback: false).objection(to: number, resolves: true) != nil)
    }

    @Test("an address describes itself without its signature") func description() throws {
        let address = try #require(WebAddress("https://assets.meshy.ai/a/model.glb?Expires=1&Signature=secret#x"))
        #expect("\(address)" == "https://assets.meshy.ai/a/model.glb")
        #expect(address.pathExtension == "glb")
        #expect(address.resolving("/b")?.text == "https://assets.meshy.ai/b")
        #expect(address.resolving("http://other.example/b")?.isSecure == false)
        #expect(address.resolving("ftp://other.example/b") == nil)
    }

    @Test(
        "proxies by scheme and exceptions",
        arguments: [
            ("https://api.meshy.ai", "secure.example:3128"), ("http://api.meshy.ai", "plain.example:80"),
            ("https://internal.example", nil), ("https://deep.internal.example", nil),
            ("https://notinternal.example", "secure.example:3128"),
            ("https://10.1.1.1", nil), ("https://127.0.0.1", nil), ("https://localhost", nil),
            ("https://odd.example:8443", nil),
            ("https://odd.example", "secure.example:3128"),
        ])
    func proxies(url: String, proxy: String?) throws {
        let settings = try ProxySettings(environment: [
            "HTTPS_PROXY": "http://me:pass%20word@secure.example:3128", "http_proxy": "plain.example",
            "NO_PROXY": "internal.example, 10.1.1.1,odd.example:8443",
        ])
        let chosen = settings.proxy(for: try #require(WebAddress(url)))
        #expect(chosen?.description == proxy)
        if proxy?.hasPrefix("secure") == true { #expect(chosen?.password == "pass word") }
        #expect(!String(reflecting: settings).contains("pass word"))
    }

    @Test("proxies of other kinds") func otherProxies() throws {
        let socks = try ProxySettings(environment: ["ALL_PROXY": "socks5://s.example"])
        #expect(socks.proxy(for: try #require(WebAddress("https://a.example")))?.description == "s.example:1080")
        let error = #expect(throws: ProxyError.self) {
            try ProxySettings(environment: ["https_proxy": "ftp://x:secret@y"])
        }
        #expect(error?.description.contains("https_proxy") == true)
        #expect(error?.description.contains("secret") == false)
        #expect(try ProxySettings(environment: ["HTTPS_PROXY": ""]) == .none)
    }
}
