import Catalog
package import MeshyAPI
import SystemPackage

/// Why a picture cannot be handed over with a request.
package enum PictureError: Error, Equatable, Sendable, CustomStringConvertible {
    /// It is of a format that the service does not take.
    case wrongFormat(String)
    /// It has more bytes than can be sent.
    case tooLarge(String, bytes: Int64)

    /// A sentence for people.
    package var description: String {
        switch self {
        case .wrongFormat(let path): "\(path): the service takes PNG and JPEG pictures"
        case .tooLarge(let path, let bytes):
            "\(path): has \(bytes / 1_000_000) MB; the service takes pictures up to \(Self.limit / 1_000_000) MB"
        }
    }

    /// The size up to which the service takes pictures.
    static let limit: Int64 = 20_000_000
}

extension Library {
    /// Takes local pictures into the library and makes a request hand them over; addresses stay as they are.
    ///
    /// - Parameter pictures: paths, or URLs that the service can reach.
    package func attach(_ picture: String, to request: inout TaskRequest, as parameter: Parameter<String>) throws {
        request[parameter] = try handedOver(picture)
    }

    /// As ``attach(_:to:as:)-(String,_,_)`` of several pictures.
    package func attach(
        _ pictures: [String], to request: inout TaskRequest, as parameter: Parameter<[String]>
    ) throws {
        request[parameter] = try pictures.map(handedOver)
    }

    private func handedOver(_ picture: String) throws -> String {
        if ["http://", "https://", "data:"].contains(where: picture.hasPrefix) { return picture }
        let path = FilePath(picture)
        let format = try pictureFormat(path)
        let stored = try objects.store(path, format: format, by: .copy)
        try objects.flush([stored.hash])
        return LibraryMedia.reference(hash: stored.hash, format: format)
    }

    /// The format by the picture's own bytes: its name often lies.
    private func pictureFormat(_ path: FilePath) throws -> String {
        let head: [UInt8]
        let bytes: Int64
        do {
            let descriptor = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
            (head, bytes) = try descriptor.closeAfter {
                let head = try [UInt8](unsafeUninitializedCapacity: FileSignature.length) { buffer, count in
                    count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
                }
                return (head, Int64(try Stat(descriptor).size))
            }
        } catch {
            throw FileError(.read, path, error)
        }
        guard let format = FileSignature(head: head, size: bytes).format, ["png", "jpg"].contains(format) else {
            throw PictureError.wrongFormat(path.string)
        }
        guard bytes <= PictureError.limit else { throw PictureError.tooLarge(path.string, bytes: bytes) }
        return format
    }
}
