import Catalog
import MeshyAPI
import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Pictures and models of the library that a request hands over.
///
/// They are sent as data URIs; the journal keeps `object:HASH.FORMAT` in their place, so that it stays small and the
/// same picture can be sent again years later.
enum LibraryMedia {
    private static let prefix = "object:"

    /// What stands for an object in a recorded request.
    static func reference(hash: String, format: String) -> String { "\(prefix)\(hash).\(format)" }

    /// The object that a text stands for; nil if it stands for itself.
    static func object(in text: String) -> (hash: String, format: String)? {
        guard text.hasPrefix(prefix) else { return nil }
        let parts = text.dropFirst(prefix.count).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 64, parts[0].utf8.allSatisfy({ $0.isHexadecimalDigit }),
            parts[1].utf8.count <= 8, parts[1].utf8.allSatisfy({ $0.isASCIIAlphanumeric })
        else { return nil }
        return (String(parts[0]), String(parts[1]))
    }

    /// Every object that a request hands over.
    static func objects(in value: JSON) -> [(hash: String, format: String)] {
        switch value {
        case .string(let text): object(in: text).map { [$0] } ?? []
        case .array(let elements): elements.flatMap(objects)
        case .object(let members): members.sorted { $0.key < $1.key }.flatMap { objects(in: $0.value) }
        default: []
        }
    }
}

extension ObjectStore {
    /// A recorded request with the objects themselves in the places of their references.
    func filled(_ value: JSON) throws -> JSON {
        switch value {
        case .string(let text):
            guard let object = LibraryMedia.object(in: text) else { return value }
            return .string(try dataURI(hash: object.hash, format: object.format))
        case .array(let elements): return .array(try elements.map(filled))
        case .object(let members): return .object(try members.mapValues(filled))
        default: return value
        }
    }

    private func dataURI(hash: String, format: String) throws -> String {
        let path = path(hash: hash, format: format)
        let data: Data
        do { data = try Data(contentsOf: URL(filePath: path.string)) } catch {
            throw FileError(.read, path, Errno.noSuchFileOrDirectory)
        }
        let type =
            switch format {
            case "png": "image/png"
            case "jpg", "jpeg": "image/jpeg"
            case "webp": "image/webp"
            default: "application/octet-stream"
            }
        return "data:\(type);base64,\(data.base64EncodedString())"
    }
}

extension UInt8 {
    fileprivate var isHexadecimalDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }

    fileprivate var isASCIIAlphanumeric: Bool {
        isHexadecimalDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
    }
}
