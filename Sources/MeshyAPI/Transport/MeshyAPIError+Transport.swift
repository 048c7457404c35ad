internal import AsyncHTTPClient
internal import GLB
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL

extension MeshyAPIError {
    /// Says in our words what the network's layers say in theirs.
    init(network error: any Error, call: String) {
        self.init(Self.reason(error), call: call)
    }

    private static func reason(_ error: any Error) -> Reason {
        switch error {
        case let error as MeshyAPIError: error.reason
        case is CancellationError: .cancelled
        case let error as HTTPClientError: reason(error)
        case let error as NIOConnectionError: .unreachable(words(error))
        case let error as IOError where noConnection.contains(error.errnoCode): .unreachable(words(error))
        case let error as IOError: .interrupted(words(error))
        case let error as NIOSSLError: .unreachable("no secure connection: \(error)")
        case let error as NIOSSLExtraError: .unreachable("no secure connection: \(error)")
        case let error as BoringSSLError: .unreachable("no secure connection: \(error)")
        case let error as HTTPParserError: .unexpectedAnswer("it is not HTTP (\(error))")
        default: .interrupted("\(error)")
        }
    }

    /// What the system says where no connection came about, with or without a `NIOConnectionError` around it; one that
    /// stood breaks otherwise.
    private static let noConnection: Set<CInt> = [
        ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, ENETDOWN, EADDRNOTAVAIL,
    ]

    private static func reason(_ error: HTTPClientError) -> Reason {
        switch error {
        case .cancelled: .cancelled
        case .readTimeout, .writeTimeout, .deadlineExceeded: .timedOut
        case .connectTimeout, .getConnectionFromPoolTimeout: .unreachable("it did not come about in time")
        case .tlsHandshakeTimeout: .unreachable("the other side did not finish the handshake in time")
        case .httpProxyHandshakeTimeout, .socksHandshakeTimeout: .unreachable("the proxy did not answer in time")
        case .invalidProxyResponse: .unreachable("the proxy refused to connect")
        case .proxyAuthenticationRequired: .unreachable("the proxy wants a user name and a password")
        case .remoteConnectionClosed: .interrupted("the other side closed it")
        default: .interrupted(error.shortDescription)
        }
    }

    private static func words(_ error: NIOConnectionError) -> String {
        if let cause = error.connectionErrors.first {
            return (cause.error as? IOError).map(words) ?? "\(cause.error)"
        }
        return "the name \(error.host) leads nowhere"
    }

    private static func words(_ error: IOError) -> String {
        String(cString: strerror(error.errnoCode))
    }

    /// Says what a refusal means; nil if the status is none.
    init?(status: Int, headers: HTTPHeaders, body: [UInt8], call: String) {
        if (200..<300).contains(status) { return nil }
        let message = Self.message(in: body)
        let reason: Reason =
            switch status {
            case 300..<400: .redirected(to: WebAddress(headers.first(name: "Location") ?? "")?.description ?? "nowhere")
            case 401: .keyRefused
            case 402: .insufficientCredits
            case 403: .forbidden
            case 404, 410: .notFound
            case 409: .wrongState
            case 429:
                // The one place where words decide: the status is the same, and what to do is not.
                ["NoMoreConcurrentTasks", "NoMorePendingTasks"].contains { message?.contains($0) == true }
                    ? .queueFull : .rateLimited(after: RetryAfter.seconds(headers.first(name: "Retry-After")))
            case 408: .timedOut
            case 400..<500: .refused
            default: .serviceFault
            }
        self.init(
            reason, call: call, status: status, message: message, requestID: headers.first(name: "x-request-id"))
    }

    /// What a refusal's body says to people; nil for pages of proxies and the like.
    static func message(in body: [UInt8]) -> String? {
        guard let json = try? JSON(parsing: body) else { return nil }
        let text = ["message", "error", "error_message"].lazy.compactMap { name in
            json[name]?.text ?? json[name]?["message"]?.text
        }
        .first
        return text.map { text in
            let printable = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }
            return String(printable.prefix(1000))
        }
    }
}

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
