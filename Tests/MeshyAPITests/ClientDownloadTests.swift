import Crypto
import Synchronization
import SystemPackage
import Testing
import TestSupport

@testable import MeshyAPI

@Suite("Downloads over real sockets", .timeLimit(.minutes(3)))
struct ClientDownloadTests {
    static let glb = FileSignatureTests.glb(length: 200_000, size: 200_000 - 4) + [1, 2, 3, 4]

    private static func file(_ server: TestServer, format: String = "glb", path: String = "/model.glb?Signature=s")
        -> TaskFile
    {
        TaskFile(
            role: .model, format: format, url: server.url + path, name: "model.\(format)", key: "model_urls.\(format)")
    }

    /// The answer to a request with or without a range, `limit` bytes of it.
    private static func part(_ request: TestServer.Request, limit: Int = .max, etag: String? = "\"v1\"") -> [TestServer
        .Step]
    {
        let etag = etag.map { ["ETag: \($0)"] } ?? []
        guard let start = request.headers["range"]?.dropFirst("bytes=".count).dropLast().description,
            let start = Int(start)
        else { return .answer(200, headers: etag, body: Array(glb.prefix(limit)), length: glb.count) }
        let rest = glb[start...]
        return .answer(
            206, headers: etag + ["Content-Range: bytes \(start)-\(glb.count - 1)/\(glb.count)"],
            body: Array(rest.prefix(limit)), length: rest.count)
    }

    private static func digest(_ bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hexadecimal }

    @Test("in one go: bytes, hash, length; and no key") func whole() async throws {
        try await TestServer.with({ request, _ in Self.part(request) }) { server in
            let progress = Mutex<[Int64]>([])
            let bytes = try await withTarget { target in
                let file = try await withClient(of: server) { client in
                    try await client.download(Self.file(server), to: target) { done, _ in
                        progress.withLock { $0.append(done) }
                    }
                }
                #expect(
                    file == DownloadedFile(hash: Self.digest(Self.glb), bytes: Int64(Self.glb.count), format: "glb"))
            }
            #expect(bytes == Self.glb)
            #expect(progress.withLock { $0.last } == Int64(Self.glb.count))
            let request = try #require(server.requests.first)
            #expect(request.target == "/model.glb?Signature=s")
            #expect(request.headers["authorization"] == nil)
            #expect(!request.headers.values.contains { $0.contains("EXAMPLE") })
            #expect(request.headers["accept-encoding"] == "identity")
        }
    }

    @Test("broken again and again: the pieces make the whole", arguments: ["\"v1\"", nil])
    func resumed(etag: String?) async throws {
        try await TestServer.with({ request, count in
            count < 4 ? Self.part(request, limit: 45_000, etag: etag) : Self.part(request, etag: etag)
        }) { server in
            let bytes = try await withTarget { target in
                let file = try await withClient(of: server) { try await $0.download(Self.file(server), to: target) }
                #expect(file.hash == Self.digest(Self.glb))
            }
            #expect(bytes == Self.glb)
            let later = server.requests.dropFirst()
            #expect(!later.isEmpty)
            #expect(
                later.allSatisfy { $0.headers["range"]?.hasPrefix("bytes=") == true && $0.headers["if-range"] == etag })
        }
    }

    @Test("a server that ignores ranges: begun anew, not mixed") func ignored() async throws {
        try await TestServer.with({ request, count in
            count == 0
                ? .answer(200, body: Array(Self.glb.prefix(70_000)), length: Self.glb.count)
                : .answer(200, body: Self.glb)
        }) { server in
            let bytes = try await withTarget { target in
                let file = try await withClient(of: server) { try await $0.download(Self.file(server), to: target) }
                #expect(file.hash == Self.digest(Self.glb))
            }
            #expect(bytes == Self.glb)
        }
    }

    @Test("content that changed meanwhile: begun anew, and the longer first try leaves nothing") func changed()
        async throws
    {
        let shorter = FileSignatureTests.glb(length: 50_000, size: 50_000)
        try await TestServer.with({ request, count in
            count == 0 ? Self.part(request, limit: 70_000) : .answer(200, headers: ["ETag: \"v2\""], body: shorter)
        }) { server in
            let bytes = try await withTarget { target in
                _ = try await withClient(of: server) { try await $0.download(Self.file(server), to: target) }
            }
            #expect(bytes == shorter)
        }
    }

    @Test(
        "what is no GLB, is cut, or is empty does not count",
        arguments: [
            Array("<html>error</html>".utf8), Array(glb.dropLast(1)), glb + [0], [], Array("glTF".utf8),
        ] as [[UInt8]])
    func damaged(body: [UInt8]) async throws {
        try await TestServer.with({ _, _ in .answer(200, body: body) }) { server in
            _ = try await withTarget { target in
                let error = try await withClient(of: server) { client in
                    await #expect(throws: MeshyAPIError.self) {
                        try await client.download(Self.file(server), to: target)
                    }
                }
                guard case .damaged = error?.reason else {
                    Issue.record("\(String(describing: error))")
                    return
                }
            }
            #expect(server.requests.count == 3)
        }
    }

    @Test("damaged once, whole the second time") func repaired() async throws {
        try await TestServer.with({ _, count in .answer(200, body: count == 0 ? Array("<html>".utf8) : Self.glb) }) {
            server in
            let bytes = try await withTarget { target in
                _ = try await withClient(of: server) { try await $0.download(Self.file(server), to: target) }
            }
            #expect(bytes == Self.glb)
        }
    }

    @Test("an expired link is replaced by a fresh one, once") func expired() async throws {
        for isMended in [true, false] {
            try await TestServer.with({ request, _ in
                if request.path.hasPrefix("/openapi/") {
                    let host = request.headers["host"] ?? ""
                    return .json(
                        #"{"id":"\#(Examples.id)","status":"SUCCEEDED","model_urls":{"glb":"http://\#(host)/model.glb?Signature=new"}}"#
                    )
                }
                return request.target.contains("new") && isMended ? .answer(200, body: Self.glb) : .answer(403)
            }) { server in
                _ = try await withTarget { target in
                    try await withClient(of: server) { client in
                        if isMended {
                            let file = try await client.download(Self.file(server), of: reference, to: target)
                            #expect(file.bytes == Int64(Self.glb.count))
                        } else {
                            let error = await #expect(throws: MeshyAPIError.self) {
                                try await client.download(Self.file(server), of: reference, to: target)
                            }
                            #expect(error?.reason == .linkExpired)
                        }
                    }
                }
                #expect(server.requests.count == 3)
            }
        }
    }

    @Test("redirections are followed without the key, a few, and never into the dark") func redirected() async throws {
        try await TestServer.with({ request, _ in
            switch request.path {
            case "/model.glb": .answer(302, headers: ["Location: /there"])
            case "/there": .answer(200, body: Self.glb)
            case "/loop": .answer(302, headers: ["Location: /loop"])
            case "/clear": .answer(302, headers: ["Location: http://assets.example/a"])
            case "/inside": .answer(302, headers: ["Location: https://169.254.169.254/latest"])
            default: .answer(302)
            }
        }) { server in
            _ = try await withTarget { target in
                try await withClient(of: server) { client in
                    _ = try await client.download(Self.file(server), to: target)
                    for path in ["/loop", "/clear", "/inside", "/nowhere"] {
                        let error = await #expect(throws: MeshyAPIError.self) {
                            try await client.download(Self.file(server, path: path), to: target)
                        }
                        guard case .forbiddenAddress = error?.reason else {
                            Issue.record("\(path): \(String(describing: error))")
                            continue
                        }
                    }
                }
            }
            #expect(server.requests.count { $0.path == "/loop" } == 6)
            #expect(server.requests.allSatisfy { $0.headers["authorization"] == nil })
        }
    }

    @Test("from the service itself, nothing leads to this machine") func loopback() async throws {
        try await TestServer.with({ _, _ in .answer(200, body: Self.glb) }) { server in
            let configuration = ClientConfiguration(key: try APIKey("msy_x"), userAgent: "test")
            _ = try await withTarget { target in
                _ = try await MeshyClient.with(configuration) { client in
                    await #expect(throws: MeshyAPIError.self) {
                        try await client.download(Self.file(server), to: target)
                    }
                }
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test("larger than allowed") func tooLarge() async throws {
        try await TestServer.with({ _, _ in
            [.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"), .sendBytes(Self.glb)]
        }) { server in
            _ = try await withTarget { target in
                let error = try await withClient(of: server) { client in
                    await #expect(throws: MeshyAPIError.self) {
                        try await client.download(Self.file(server), to: target, limit: 1000)
                    }
                }
                #expect(error?.reason == .tooLarge(limit: 1000))
            }
        }
    }

    #if os(Linux)
        @Test("a full disk says so and is not tried again") func fullDisk() async throws {
            try await TestServer.with({ _, _ in .answer(200, body: Self.glb) }) { server in
                let full = try FileDescriptor.open("/dev/full", .writeOnly)
                defer { try? full.close() }
                let error = try await withClient(of: server) { client in
                    await #expect(throws: MeshyAPIError.self) { try await client.download(Self.file(server), to: full) }
                }
                #expect(error?.reason == .cannotWrite(.noSpace))
                #expect(server.requests.count == 1)
            }
        }
    #endif
}
