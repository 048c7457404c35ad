import NIOCore
import NIOPosix
import Synchronization

/// A server on this machine that answers byte for byte as a test says, and remembers what it was asked.
final class TestServer: Sendable {
    struct Request: Sendable {
        let method: String
        let target: String
        let headers: [String: String]
        let body: String

        var path: String { String(target.prefix { $0 != "?" }) }
    }

    /// What happens on the connection, in order; it is closed at the end.
    enum Step: Sendable {
        case send(String)
        case sendBytes([UInt8])
        case pause(Duration)
        /// Leaves the connection open and says nothing more; it is closed when the test ends.
        case stall
    }

    private let handler: @Sendable (Request, _ count: Int) -> [Step]
    private let asked = Mutex<[Request]>([])
    /// Every connection.
    private let channels = Mutex<[any Channel]>([])
    private let boundPort = Mutex(0)

    var requests: [Request] { asked.withLock(\.self) }
    var port: Int { boundPort.withLock(\.self) }
    var url: String { "http://127.0.0.1:\(port)" }

    private init(_ handler: @escaping @Sendable (Request, Int) -> [Step]) {
        self.handler = handler
    }

    /// Starts a server, lends it to `body`, and stops it.
    ///
    /// - Parameter handler: gives the answer to a request; `count` is how many came for the same method and path
    ///   before.
    static func with<Value: Sendable>(
        _ handler: @escaping @Sendable (_ request: Request, _ count: Int) -> [Step],
        _ body: (TestServer) async throws -> Value
    ) async throws -> Value {
        let server = TestServer(handler)
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                server.channels.withLock { $0.append(channel) }
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Connection { await server.answer($0, on: channel) })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        server.boundPort.withLock { $0 = listener.localAddress?.port ?? 0 }
        defer {
            listener.close(promise: nil)
            for channel in server.channels.withLock(\.self) { channel.close(promise: nil) }
        }
        return try await body(server)
    }

    private func answer(_ request: Request, on channel: any Channel) async {
        let count = asked.withLock { requests in
            defer { requests.append(request) }
            return requests.count { $0.method == request.method && $0.path == request.path }
        }
        for step in handler(request, count) {
            // A connection that a client breaks is what many tests are about.
            switch step {
            case .send(let text): try? await channel.writeAndFlush(ByteBuffer(string: text))
            case .sendBytes(let bytes): try? await channel.writeAndFlush(ByteBuffer(bytes: bytes))
            case .pause(let duration): try? await Task.sleep(for: duration)
            case .stall: return
            }
        }
        try? await channel.close()
    }

    /// Gathers the bytes of the one request that a connection is there for.
    private final class Connection: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private var bytes: [UInt8] = []
        private var isAnswered = false
        private let answer: @Sendable (Request) async -> Void

        init(_ answer: @escaping @Sendable (Request) async -> Void) { self.answer = answer }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            bytes.append(contentsOf: unwrapInboundIn(data).readableBytesView)
            guard !isAnswered, let request = TestServer.parse(bytes) else { return }
            isAnswered = true
            Task { [answer] in await answer(request) }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }

    private static func parse(_ bytes: [UInt8]) -> Request? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        let words = lines[0].split(separator: " ")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = line[line.index(colon, offsetBy: 2)...].description
        }
        let body = String(text[end.upperBound...])
        guard body.utf8.count >= Int(headers["content-length"] ?? "") ?? 0 else { return nil }
        return Request(method: String(words[0]), target: String(words[1]), headers: headers, body: body)
    }
}

extension [TestServer.Step] {
    /// A whole answer with a JSON body.
    static func json(_ body: String, status: Int = 200, headers: String...) -> [TestServer.Step] {
        .answer(status, headers: headers + ["Content-Type: application/json"], body: [UInt8](body.utf8))
    }

    /// A whole answer.
    static func answer(
        _ status: Int, headers: [String] = [], body: [UInt8] = [], length: Int? = nil
    ) -> [TestServer.Step] {
        let lines = ["HTTP/1.1 \(status) X", "Content-Length: \(length ?? body.count)", "Connection: close"] + headers
        return [.send(lines.joined(separator: "\r\n") + "\r\n\r\n"), .sendBytes(body)]
    }

    /// An event stream that is closed at its end.
    static func events(_ steps: TestServer.Step...) -> [TestServer.Step] {
        [.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")] + steps
    }
}
