package import SystemPackage

/// A file that is made for a person, outside of the library.
package enum OutputFile {
    /// Writes a whole file, or none.
    ///
    /// - Throws: ``LibraryError/isOriginal(_:)`` if `original` is there, under whatever name; ``LibraryError/inTheWay(_:)``
    ///   if something else is there and is not to be replaced; ``FileError`` if it cannot be written.
    package static func write(
        _ bytes: [UInt8], to path: FilePath, overwrites: Bool, original: FilePath
    ) throws {
        // Links are followed, so that no way leads to the original.
        if let there = try? Stat(path) {
            if let original = try? Stat(original), FileIdentity(original).isSameFile(as: FileIdentity(there)) {
                throw LibraryError.isOriginal(path.string)
            }
            guard overwrites, there.type == .regular else { throw LibraryError.inTheWay(path.string) }
        } else if !overwrites, Folder.kind(of: path, following: false) != nil {
            // A link that leads nowhere is something too.
            throw LibraryError.inTheWay(path.string)
        }
        let parent = path.removingLastComponent()
        let folder = parent.isEmpty ? FilePath(".") : parent
        do { _ = try Stat(folder) } catch { throw FileError(.create, folder, error) }
        let file = try DurableFile(in: folder)
        try bytes.withUnsafeBytes { try file.write($0) }
        try file.publish(as: path, permissions: [.ownerReadWrite, .groupRead, .otherRead])
    }
}
