#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The proxies of the environment: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, in capitals or not.
package struct ProxySettings: Equatable, Sendable {
    /// A proxy; it describes itself without its password.
    package struct Proxy: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
        enum Kind { case http, socks }
        let kind: Kind
        let host: String
        let port: Int
        let user: String?
        let password: String?

        /// Host and port.
        package var description: String { "\(host):\(port)" }
        /// Host and port.
        package var customMirror: Mirror { Mirror(self, children: ["host": host, "port": port]) }
    }

    private let secure: Proxy?
    private let plain: Proxy?
    private let exceptions: [String]

    /// No proxies.
    package static let none = ProxySettings(secure: nil, plain: nil, exceptions: [])

    private init(secure: Proxy?, plain: Proxy?, exceptions: [String]) {
        self.secure = secure
        self.plain = plain
        self.exceptions = exceptions
    }

    /// Reads the environment.
    ///
    /// - Throws: ``ProxyError`` with the variable that cannot be understood.
    package init(environment: [String: String]) throws(ProxyError) {
        func value(_ name: String) -> (name: String, text: String)? {
            for name in [name, name.lowercased()] {
                if let text = environment[name], !text.isEmpty { return (name, text) }
            }
            return nil
        }
        let any = value("ALL_PROXY")
        secure = try (value("HTTPS_PROXY") ?? any).map(Self.proxy)
        plain = try (value("HTTP_PROXY") ?? any).map(Self.proxy)
        exceptions = (value("NO_PROXY")?.text ?? "").lowercased().split { $0 == "," || $0 == " " }.map(String.init)
    }

    private static func proxy(_ variable: (name: String, text: String)) throws(ProxyError) -> Proxy {
        let text = variable.text.contains("://") ? variable.text : "http://\(variable.text)"
        guard let url = URL(string: text), let host = url.host(percentEncoded: false), !host.isEmpty else {
            throw ProxyError(variable: variable.name)
        }
        let kind: Proxy.Kind
        switch url.scheme?.lowercased() {
        case "http": kind = .http
        case "socks5", "socks5h": kind = .socks
        default: throw ProxyError(variable: variable.name)
        }
        return Proxy(
            kind: kind, host: host, port: url.port ?? (kind == .http ? 80 : 1080),
            user: url.user(percentEncoded: false),
            password: url.password(percentEncoded: false))
    }

    /// The proxy that leads to an address; nil if there is none. This machine itself is never behind one.
    func proxy(for address: WebAddress) -> Proxy? {
        guard !address.isLoopback, !exceptions.contains(where: { Self.matches($0, address) }) else { return nil }
        return address.isSecure ? secure : plain
    }

    /// `example.com` and `.example.com` mean the host and all below it, `*` everything; a port may follow.
    private static func matches(_ exception: String, _ address: WebAddress) -> Bool {
        if exception == "*" { return true }
        var name = exception.drop { $0 == "." || $0 == "*" }
        if IPAddress(exception) == nil, let colon = name.lastIndex(of: ":") {
            guard Int(name[name.index(after: colon)...]) == address.port else { return false }
            name = name[..<colon]
        }
        return address.host == name || address.host.hasSuffix(".\(name)")
    }
}

/// A variable of the environment that is no proxy.
package struct ProxyError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The variable's name.
    package let variable: String

    /// What is wrong; without the value, in which a password may stand.
    package var description: String {
        "\(variable) is not a proxy such as http://proxy.example:3128 or socks5://proxy.example:1080"
    }
}
