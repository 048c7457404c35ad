import ArgumentParser
import Library
import MeshyAPI
import SystemPackage

/// Which service a command speaks to, and with which key.
struct ServiceOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The API's address (default: $MESHY_API_URL, else https://api.meshy.ai).", valueName: "url"))
    var api: String?

    /// How the service is reached.
    ///
    /// - Throws: if there is no key, or an address would send it in clear.
    func configuration() throws -> ClientConfiguration {
        let environment = Self.environment
        let key = try APIKey.load(environment: environment, file: KeyFile.path)
        return try ClientConfiguration(
            environment: environment, baseURL: try address(), key: key, userAgent: "meshy-lib/\(Program.version)")
    }

    /// The API's address, without needing a key.
    func address() throws -> BaseURL {
        if let api { return try BaseURL(api) }
        let stated = Self.environment["MESHY_API_URL"]
        return try stated.flatMap { $0.isEmpty ? nil : try BaseURL($0) } ?? .service
    }

    /// Lends a client to some work, and waits for its end.
    func withClient<Value: Sendable>(
        _ work: @escaping @Sendable (MeshyClient) async throws -> Value
    ) throws -> Value {
        let configuration = try configuration()
        return try Waiting.run { try await MeshyClient.with(configuration, work) }
    }

    /// The variables that say how the service is reached.
    private static var environment: [String: String] {
        let world = World.current
        let names = [
            "MESHY_API_KEY", "MESHY_API_URL", "SSL_CERT_FILE", "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY",
            "https_proxy", "http_proxy", "all_proxy", "no_proxy",
        ]
        var environment: [String: String] = [:]
        for name in names { environment[name] = world.environment(name) }
        return environment
    }
}

/// The file that holds the API key for those who do not keep it in the environment.
enum KeyFile {
    /// Where it lies: in the platform's folder for a user's settings (on Linux by the XDG Base Directory specification).
    static var path: FilePath? {
        let environment = World.current.environment
        func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
        #if os(macOS)
            let folder = value("HOME").map { "\($0)/Library/Application Support" }
        #else
            let stated = value("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
            let folder = stated ?? value("HOME").map { "\($0)/.config" }
        #endif
        return folder.map { FilePath($0).appending("meshy-lib").appending("key") }
    }
}
