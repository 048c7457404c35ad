#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An `http` or `https` URL with a host and without a user name.
///
/// It describes itself without its query, where the service puts signatures.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    /// The whole URL.
    package let text: String
    /// Whether the scheme is `https`.
    package let isSecure: Bool
    /// The host in lower case, an IPv6 address without its brackets.
    package let host: String
    /// The port, the scheme's own if none is written.
    package let port: Int
    /// The path with its leading slash; `/` if it is empty.
    package let path: String
    /// The query without its question mark; nil if there is none.
    package let query: String?

    /// Reads a URL; nil if it is something else.
    package init?(_ text: String) {
        guard text.utf8.count <= 1 << 16, let url = URL(string: text) else { return nil }
        self.init(url)
    }

    private init?(_ url: URL) {
        guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = url.host(percentEncoded: false)?.lowercased(), !host.isEmpty,
            url.user == nil, url.password == nil, (1...65535).contains(url.port ?? 80)
        else { return nil }
        text = url.absoluteString
        isSecure = scheme == "https"
        self.host = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        port = url.port ?? (isSecure ? 443 : 80)
        let path = url.path(percentEncoded: true)
        self.path = path.isEmpty ? "/" : path
        query = url.query(percentEncoded: true)
    }

    /// The address that a redirection from here to `location` means; nil if it is no address.
    func resolving(_ location: String) -> WebAddress? {
        guard location.utf8.count <= 1 << 16, let base = URL(string: text),
            let target = URL(string: location, relativeTo: base)
        else { return nil }
        return WebAddress(target.absoluteURL)
    }

    /// The extension of the path's last part in lower case, without its dot; nil if it has none.
    var pathExtension: String? {
        guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."), dot > name.startIndex
        else { return nil }
        return String(name[name.index(after: dot)...]).lowercased()
    }

    /// Whether the host is this machine itself, by its name or address as written.
    package var isLoopback: Bool {
        host == "localhost" || IPAddress(host)?.isLoopback == true
    }

    /// The URL without its query, in which a signature may stand, and without a fragment.
    package var description: String {
        let bracketed = host.contains(":") ? "[\(host)]" : host
        let isUsualPort = port == (isSecure ? 443 : 80)
        return "\(isSecure ? "https" : "http")://\(bracketed)\(isUsualPort ? "" : ":\(port)")\(path == "/" ? "" : path)"
    }
}
