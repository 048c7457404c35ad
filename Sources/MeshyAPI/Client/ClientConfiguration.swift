package import SystemPackage

/// How a client reaches the service.
package struct ClientConfiguration: Sendable {
    /// Where the API is.
    package var baseURL: BaseURL
    /// Whose account it is.
    package var key: APIKey
    /// What the client calls itself: name and version, as `meshy-lib/1.0.0`.
    package var userAgent: String
    /// The proxies.
    package var proxies: ProxySettings
    /// A file of certificates to trust instead of the system's.
    package var certificates: FilePath?
    /// How many requests may leave in a second; every paid plan allows 20 for the whole account.
    package var requestsPerSecond = 20
    /// When calls that change nothing are tried again.
    package var retries = RetryPolicy()
    /// How long to wait for a connection.
    package var connectTimeout: Duration = .seconds(10)
    /// How long to wait for the answer to a call that changes nothing.
    package var answerTimeout: Duration = .seconds(60)
    /// How long to wait for the answer to a call that makes a task: to give it up may cost credits.
    package var createTimeout: Duration = .seconds(120)
    /// How long a stream or a download may be silent.
    package var idleTimeout: Duration = .seconds(60)
    /// How the client waits; tests give one that does not.
    package var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    /// What this machine's clock shows, in milliseconds since 1970 UTC; it counts only until the service tells the time.
    package var clock: @Sendable () -> Int64 = ServiceClock.local

    /// Configures a client with everything else as usual.
    package init(
        baseURL: BaseURL = .service, key: APIKey, userAgent: String, proxies: ProxySettings = .none,
        certificates: FilePath? = nil
    ) {
        self.baseURL = baseURL
        self.key = key
        self.userAgent = userAgent
        self.proxies = proxies
        self.certificates = certificates
    }

    /// Configures a client as the environment says: `MESHY_API_URL`, the proxies' variables, `SSL_CERT_FILE`.
    ///
    /// - Parameter baseURL: where the API is, whatever the environment says; nil to follow it.
    /// - Throws: ``BaseURLError`` or ``ProxyError`` if a variable cannot be understood.
    package init(
        environment: [String: String], baseURL: BaseURL? = nil, key: APIKey, userAgent: String
    ) throws {
        let stated = try environment["MESHY_API_URL"].flatMap { $0.isEmpty ? nil : try BaseURL($0) }
        self.init(
            baseURL: baseURL ?? stated ?? .service, key: key, userAgent: userAgent,
            proxies: try ProxySettings(environment: environment),
            certificates: environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : FilePath($0) })
    }
}
