package import SystemPackage

/// Why an archive could not be written.
package enum ZipError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The archive's file could not be written.
    case cannotWrite(Errno)
    /// A file that should become an entry could not be read.
    case cannotRead(path: String, Errno)
    /// An entry's name would lead outside the folder that the archive is unpacked in.
    case unsafeName(String)
    /// An entry turned out much larger than was said when it was begun.
    case sizeChanged(String)
    /// zlib gave up, which it does only when memory is short; the number is zlib's.
    case deflateFailed(Int32)

    /// A sentence for people.
    package var description: String {
        switch self {
        case .cannotWrite(let errno): "the archive cannot be written: \(errno)"
        case .cannotRead(let path, let errno): "\(path) cannot be read: \(errno)"
        case .unsafeName(let name): "'\(name)' is not a safe name inside an archive"
        case .sizeChanged(let name): "'\(name)' grew while it was written to the archive"
        case .deflateFailed(let code): "zlib could not compress (code \(code))"
        }
    }
}
