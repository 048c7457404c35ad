/// Where the API is: `https://api.meshy.ai` unless somebody says otherwise.
///
/// Plain `http` is for this machine alone, since the key would travel in clear.
package struct BaseURL: Hashable, Sendable, CustomStringConvertible {
    let address: WebAddress

    /// The service's own API.
    package static let service = BaseURL(trusted: "https://api.meshy.ai")

    /// Reads a base URL; a path becomes the prefix of all calls.
    ///
    /// - Throws: ``BaseURLError`` if it is no URL, carries a name, a query or a fragment, or would send the key in clear.
    package init(_ text: String) throws(BaseURLError) {
        guard let address = WebAddress(text) else { throw .notAnAddress(text) }
        guard address.query == nil, !text.contains("#") else { throw .hasMore(text) }
        guard address.isSecure || address.isLoopback else { throw .insecure(text) }
        self.address = address
    }

    private init(trusted text: String) {
        guard let address = WebAddress(text) else { preconditionFailure("\(text) is no address") }
        self.address = address
    }

    /// The whole URL of a call.
    ///
    /// - Parameter path: the path below the base with its leading slash, and a query.
    func url(_ path: String) -> String {
        var base = address.description
        while base.hasSuffix("/") { base.removeLast() }
        return base + path
    }

    /// Whether the API runs on this machine, as the stand-in does.
    package var isLoopback: Bool { address.isLoopback }

    /// The URL.
    package var description: String { address.description }
}

/// Why a text cannot be the API's base URL.
package enum BaseURLError: Error, Equatable, Sendable, CustomStringConvertible {
    /// It is no `http` or `https` URL, or carries a user name.
    case notAnAddress(String)
    /// It has a query or a fragment.
    case hasMore(String)
    /// It is `http` to another machine.
    case insecure(String)

    /// What is wrong and what to do.
    package var description: String {
        switch self {
        case .notAnAddress(let text): "'\(text)' is not the base URL of an API, such as \(BaseURL.service)"
        case .hasMore(let text): "'\(text)' is not a base URL: it must end before any ? or #"
        case .insecure(let text): "'\(text)' would send the API key in clear; use https"
        }
    }
}
