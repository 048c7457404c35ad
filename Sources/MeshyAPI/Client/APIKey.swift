/// The secret that proves to the service whose account it is.
///
/// It prints as `[API key]` wherever it is printed, interpolated, dumped or reflected upon; only the part of this module
/// that speaks to the API's own host reads it.
package struct APIKey: Sendable {
    private let secret: String

    /// Takes a key as a person gave it; white space around it goes.
    ///
    /// - Throws: ``APIKeyError`` if nothing is left, or if it could not stand in a header.
    package init(_ text: String) throws(APIKeyError) {
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { throw .empty }
        guard trimmed.utf8.count <= 4096, trimmed.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .notPrintable
        }
        secret = trimmed
    }

    /// The value of the header `Authorization`.
    var authorization: String { "Bearer \(secret)" }

    /// The bytes without the key: should the service repeat it, it goes no further than here.
    func removed(from bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        var kept: [UInt8] = []
        while let place = rest.firstRange(of: Array(secret.utf8)) {
            kept += rest[..<place.lowerBound]
            kept += "[API key]".utf8
            rest = rest[place.upperBound...]
        }
        return kept + rest
    }

    /// Whether the key stands in a text.
    package func stands(in text: String) -> Bool { text.utf8.firstRange(of: secret.utf8) != nil }

    /// The bytes that are kept in the key's file.
    var fileBytes: [UInt8] { Array("\(secret)\n".utf8) }
}

extension APIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the key.
    package var description: String { "[API key]" }
    /// Never the key.
    package var debugDescription: String { description }
    /// Without the key.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
