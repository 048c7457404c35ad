internal import AsyncHTTPClient
internal import NIOCore
internal import NIOSSL
internal import Synchronization
internal import SystemPackage

/// The connections of a client: one pool for each way out and each patience with silence.
final class ConnectionPools: Sendable {
    /// What a connection is for, which decides how long it may be silent.
    enum Purpose: Hashable {
        /// A call, whose answer may take long to begin.
        case calls
        /// An event stream or a download, which is kept open.
        case streams
    }

    private struct Key: Hashable {
        let purpose: Purpose
        let proxy: ProxySettings.Proxy?
    }

    private let configuration: ClientConfiguration
    private let clients = Mutex<[Key: HTTPClient]>([:])

    init(_ configuration: ClientConfiguration) {
        self.configuration = configuration
    }

    /// The pool that leads to an address.
    func client(for purpose: Purpose, to address: WebAddress) -> HTTPClient {
        let key = Key(purpose: purpose, proxy: configuration.proxies.proxy(for: address))
        return clients.withLock { clients in
            if let client = clients[key] { return client }
            let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings(key))
            clients[key] = client
            return client
        }
    }

    /// Closes all connections; nothing can be sent afterwards.
    func shutdown() async {
        let all = clients.withLock { clients in
            defer { clients.removeAll() }
            return Array(clients.values)
        }
        for client in all { try? await client.shutdown() }
    }

    private func settings(_ key: Key) -> HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        if let certificates = configuration.certificates { tls.trustRoots = .file(certificates.string) }
        let silence =
            key.purpose == .calls
            ? max(configuration.createTimeout, configuration.answerTimeout) : configuration.idleTimeout
        var settings = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: TimeAmount(configuration.connectTimeout), read: TimeAmount(silence)),
            proxy: key.proxy.map(HTTPClient.Configuration.Proxy.init))
        // Every task that is followed keeps a connection of its own.
        settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = key.purpose == .calls ? 8 : 256
        // Shorter than servers usually keep connections, so that few calls meet one that is just being closed.
        settings.connectionPool.idleTimeout = .seconds(20)
        // Trying again is decided in one place, which knows what a call may cost.
        settings.connectionPool.retryConnectionEstablishment = false
        return settings
    }
}

extension HTTPClient.Configuration.Proxy {
    fileprivate init(_ proxy: ProxySettings.Proxy) {
        self =
            switch proxy.kind {
            case .socks: .socksServer(host: proxy.host, port: proxy.port)
            case .http:
                .server(
                    host: proxy.host, port: proxy.port,
                    authorization: proxy.user.map { .basic(username: $0, password: proxy.password ?? "") })
            }
    }
}

extension TimeAmount {
    /// The same span of time.
    init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self = .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}
