package import SystemPackage

/// A file that is made for a person, outside of the library.
package enum OutputFile {
    /// Writes a whole file, or none.
    ///
    /// - Throws: ``LibraryError/inTheWay(_:)`` if something is there and is not to be replaced, or is `original` under
    ///   whatever name; ``FileError`` if it cannot be written.
    package static func write(
        _ bytes: [UInt8], to path: FilePath, overwrites: Bool, original: FilePath
    ) throws {
        // Links are followed, so that no way leads to the original.
        if let there = try? Stat(path) {
            let isOriginal = (try? Stat(original)).map { FileIdentity($0).isSameFile(as: FileIdentity(there)) } ?? false
            guard overwrites, !isOriginal, there.type == .regular else { throw LibraryError.inTheWay(path.string) }
        }
        let parent = path.removingLastComponent()
        let folder = parent.isEmpty ? FilePath(".") : parent
        let file = try DurableFile(in: folder)
        try bytes.withUnsafeBytes { try file.write($0) }
        try file.publish(as: path, permissions: [.ownerReadWrite, .groupRead, .otherRead])
    }
}
