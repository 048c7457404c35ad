package import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Why a local file cannot be handed over with a request.
package enum AttachmentError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file cannot be read.
    case unreadable(String, Errno)
    /// The file is too large to be sent inside a request.
    case tooLarge(String, limit: Int)
    /// The service takes other formats.
    case wrongFormat(String, accepted: [String])

    /// A sentence for people.
    package var description: String {
        switch self {
        case .unreadable(let path, let errno): "\(path): cannot be read: \(errno)"
        case .tooLarge(let path, let limit):
            "\(path): has more than the \(limit / 1_000_000) MB that can be sent with a request; give a public URL instead"
        case .wrongFormat(let path, let accepted):
            "\(path): the service takes \(accepted.map { ".\($0)" }.joined(separator: ", ")) here"
        }
    }
}

extension TaskRequest {
    /// Puts a local picture or model into the request itself, as a data URI.
    ///
    /// - Throws: ``AttachmentError`` if the file is too large, or of a format that the service does not take.
    package mutating func attach(_ path: FilePath, as parameter: Parameter<String>) throws(AttachmentError) {
        guard case .media(let kind) = (self.kind.parameter(parameter.definition.name) ?? parameter.definition).form
        else { return }
        self[parameter] = try kind.dataURI(of: path)
    }

    /// Adds a local picture to those that the request holds already.
    package mutating func attach(_ path: FilePath, as parameter: Parameter<[String]>) throws(AttachmentError) {
        guard case .mediaList(let kind, _) = parameter.definition.form else { return }
        self[parameter, default: []].append(try kind.dataURI(of: path))
    }

    private subscript<Value>(parameter: Parameter<Value>, default value: Value) -> Value {
        get { self[parameter] ?? value }
        set { self[parameter] = newValue }
    }
}

extension MediaKind {
    fileprivate func dataURI(of path: FilePath) throws(AttachmentError) -> String {
        let limit = Self.largestInline / 4 * 3
        let bytes = try Self.read(path, limit: limit)
        let signature = FileSignature(head: bytes, size: Int64(bytes.count))
        let type: String
        if case .model = self {
            let suffix = path.extension?.lowercased() ?? ""
            guard extensions.contains(suffix), signature.fault(as: suffix) == nil else {
                throw .wrongFormat(path.string, accepted: extensions)
            }
            type = "application/octet-stream"
        } else {
            // The bytes decide: a picture's name often lies.
            guard let format = signature.format, extensions.contains(format) else {
                throw .wrongFormat(path.string, accepted: extensions)
            }
            type = format == "png" ? "image/png" : "image/jpeg"
        }
        return "data:\(type);base64,\(Data(bytes).base64EncodedString())"
    }

    private static func read(_ path: FilePath, limit: Int) throws(AttachmentError) -> [UInt8] {
        do {
            let descriptor = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
            return try descriptor.closeAfter {
                var bytes: [UInt8] = []
                var piece = [UInt8](repeating: 0, count: 1 << 18)
                while true {
                    let count = try piece.withUnsafeMutableBytes { try descriptor.read(into: $0) }
                    if count == 0 { return bytes }
                    guard bytes.count + count <= limit else {
                        throw AttachmentError.tooLarge(path.string, limit: limit)
                    }
                    bytes += piece[..<count]
                }
            }
        } catch {
            throw error as? AttachmentError ?? .unreadable(path.string, error as? Errno ?? .ioError)
        }
    }
}
