/// Where a resource lies that a document names by a relative URI.
///
/// A document may name what lies beside it or below it, and, since real assets share textures between neighbouring
/// folders, what ``climbLimit`` folders above it hold. It may not name absolute paths or other machines. Symbolic
/// links and whatever is not a regular file are refused where the file is opened.
struct ResourcePath {
    /// How many folders a URI may go up from the document's own.
    static let climbLimit = 2

    /// Why a URI is not resolved.
    enum Refusal: Error {
        /// The URI is not well formed.
        case malformed
        /// The URI has a scheme such as `https:`.
        case remote(String)
        /// The URI starts at the root of the file system.
        case absolute
        /// The URI leads further up than allowed.
        case climbs
    }

    /// The path, relative to the same folder as the document's.
    let path: String

    /// Resolves `uri` against the folder of the document at `base`.
    init(_ uri: String, relativeTo base: String) throws(Refusal) {
        if let scheme = Self.scheme(of: uri) {
            guard !scheme.isEmpty else { throw .malformed }
            throw .remote(String(scheme))
        }
        // A query or fragment has no meaning for a file; file names with '?' or '#' must be percent-encoded.
        let plain = uri.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard let bytes = percentDecoded(plain), !bytes.isEmpty, !bytes.contains(0),
            let decoded = String(validating: bytes, as: UTF8.self)
        else { throw .malformed }
        guard !decoded.hasPrefix("/"), !decoded.hasPrefix("\\") else { throw .absolute }
        var depth = 0
        for segment in decoded.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where segment != "." {
            depth += segment == ".." ? -1 : 1
            guard depth >= -Self.climbLimit else { throw .climbs }
        }
        let folder = base.lastIndex(of: "/").map { base[...$0] } ?? ""
        path = folder + decoded
    }

    /// What stands before the first colon, if that comes before any slash (RFC 3986, section 4.2).
    private static func scheme(of uri: String) -> Substring? {
        guard let end = uri.firstIndex(where: { $0 == ":" || $0 == "/" || $0 == "?" || $0 == "#" }), uri[end] == ":"
        else { return nil }
        return uri[..<end]
    }
}

extension ResourcePath.Refusal: CustomStringConvertible {
    var description: String {
        switch self {
        case .malformed: "the URI is not well formed"
        case .remote(let scheme): "'\(scheme):' resources are not fetched; put the file beside the model"
        case .absolute: "absolute paths are not followed; put the file beside the model"
        case .climbs: "it leads more than \(ResourcePath.climbLimit) folders up, which is not followed"
        }
    }
}
