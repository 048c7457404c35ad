import Crypto
package import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The library's blobs: each file under the SHA-256 of its bytes, written once and never changed.
///
/// `objects/ab/ab34…ef.glb`: two letters of the hash make the folder, so that none grows too large. Files are read-only.
package struct ObjectStore: Sendable {
    /// How a file comes into the store.
    package enum Transfer: String, Sendable, CaseIterable {
        /// Its bytes are copied; the file stays as it is.
        case copy
        /// As `copy`; the file is deleted once the catalogue holds the model.
        case move
        /// The store and the file share the bytes (a hard link). Needs one disk; the file becomes read-only, and a
        /// program that changes it nevertheless changes the library's object, which `verify` finds.
        case link
    }

    /// A file that is now in the store.
    package struct Stored: Equatable, Sendable {
        /// SHA-256 of the bytes, as 64 lower-case hexadecimal digits.
        package let hash: String
        /// The size.
        package let bytes: Int64
        /// Whether the store held these bytes before.
        package let wasPresent: Bool
        /// The file that was read, as it was then.
        let source: FileIdentity
    }

    /// A file changed while it was being linked, so that its bytes are not those that were hashed.
    struct Changed: Error, CustomStringConvertible {
        let description = "it changed while it was read; import it again"
    }

    let objects: FilePath
    let incoming: FilePath

    /// Names the store inside a library's folder; makes nothing.
    init(library: FilePath) {
        objects = library.appending("objects")
        incoming = library.appending("incoming")
    }

    /// Makes the store's folders.
    func create() throws(FileError) {
        try Folder.make(objects)
        try Folder.make(incoming)
    }

    /// Where an object lies.
    ///
    /// - Parameter format: the file's extension, such as `glb`.
    package func path(hash: String, format: String) -> FilePath {
        folder(hash: hash).appending("\(hash).\(format)")
    }

    /// The size of an object that is there.
    func size(hash: String, format: String) throws(FileError) -> Int64 {
        let path = path(hash: hash, format: format)
        do { return Int64(try Stat(path).size) } catch { throw FileError(.read, path, error) }
    }

    private func folder(hash: String) -> FilePath {
        objects.appending(String(hash.prefix(2)))
    }

    /// Takes a file into the store, hashing it while it is copied.
    ///
    /// The object's bytes are on the disk afterwards; its name is only after ``flush(_:)``.
    package func store(_ source: FilePath, format: String, by transfer: Transfer) throws -> Stored {
        let input: FileDescriptor
        do {
            input = try FileDescriptor.open(source, .readOnly, options: [.closeOnExec])
        } catch {
            throw FileError(.read, source, error)
        }
        defer { try? input.close() }
        let identity = try Self.identity(of: input, at: source)
        return transfer == .link
            ? try link(source, input, identity, format: format)
            : try copy(source, input, identity, format: format)
    }

    private static func identity(of input: FileDescriptor, at source: FilePath) throws(FileError) -> FileIdentity {
        do { return FileIdentity(try Stat(input)) } catch { throw FileError(.read, source, error) }
    }

    private func copy(
        _ source: FilePath, _ input: FileDescriptor, _ identity: FileIdentity, format: String
    ) throws -> Stored {
        let file = try DurableFile(in: incoming)
        var size: Int64 = 0
        let hash = try Self.digest(of: input, at: source) { piece throws(FileError) in
            size += Int64(piece.count)
            try file.write(piece)
        }
        let target = path(hash: hash, format: format)
        if holds(target, hash) { return Stored(hash: hash, bytes: size, wasPresent: true, source: identity) }
        try Folder.make(folder(hash: hash))
        try file.publish(as: target, permissions: Self.readOnly)
        return Stored(hash: hash, bytes: size, wasPresent: false, source: identity)
    }

    private func link(
        _ source: FilePath, _ input: FileDescriptor, _ identity: FileIdentity, format: String
    ) throws -> Stored {
        var size: Int64 = 0
        let hash = try Self.digest(of: input, at: source) { size += Int64($0.count) }
        let target = path(hash: hash, format: format)
        if holds(target, hash) { return Stored(hash: hash, bytes: size, wasPresent: true, source: identity) }
        try Folder.make(folder(hash: hash))
        // The lock keeps a sweep from taking the unfinished name for a dead process's.
        _ = flock(input.rawValue, LOCK_SH | LOCK_NB)
        let unfinished = DurableFile.freshPath(in: incoming)
        // A symbolic link is followed: what it leads to is what was hashed.
        guard linkat(AT_FDCWD, source.string, AT_FDCWD, unfinished.string, AT_SYMLINK_FOLLOW) == 0 else {
            throw FileError(.link, source, Errno(rawValue: errno))
        }
        // Renaming one of two names of a file to the other does nothing, and leaves both.
        defer { unlink(unfinished.string) }
        guard FileIdentity(at: unfinished) == identity else { throw Changed() }
        guard fchmod(input.rawValue, Self.readOnly.rawValue) == 0, fsync(input.rawValue) == 0 else {
            throw FileError(.synchronise, source, Errno(rawValue: errno))
        }
        guard rename(unfinished.string, target.string) == 0 else {
            throw FileError(.rename, target, Errno(rawValue: errno))
        }
        return Stored(hash: hash, bytes: size, wasPresent: false, source: identity)
    }

    /// Whether an object is there and sound; a damaged one is replaced by the file that comes in.
    func holds(_ target: FilePath, _ hash: String) -> Bool {
        Folder.kind(of: target, following: false) == .regular && (try? Self.rehash(target)) == hash
    }

    /// Flushes to the disk the names of the objects that have these hashes.
    package func flush(_ hashes: some Sequence<String>) throws(FileError) {
        for folder in Set(hashes.map(folder(hash:))) { try DurableFile.flush(folder: folder) }
        try DurableFile.flush(folder: objects)
    }

    /// Reads an object again and says what its hash is now.
    package static func rehash(_ path: FilePath) throws -> String {
        let input: FileDescriptor
        do {
            input = try FileDescriptor.open(path, .readOnly, options: [.noFollow, .closeOnExec])
        } catch {
            throw FileError(.read, path, error)
        }
        defer { try? input.close() }
        return try digest(of: input, at: path) { _ in }
    }

    /// Deletes an object; one that is gone already is fine.
    package func delete(_ path: FilePath) throws(FileError) {
        guard unlink(path.string) == 0 || errno == ENOENT else {
            throw FileError(.delete, path, Errno(rawValue: errno))
        }
    }

    /// Every file in the store.
    package func all() throws(FileError) -> [FilePath] {
        var paths: [FilePath] = []
        var failure: FileError?
        Folder.walk(objects, visit: { paths.append($0) }, visitLink: { _ in }, visitUnreadable: { failure = $0 })
        if let failure { throw failure }
        return paths
    }

    /// Reads what is left of a file, gives it piece by piece to `each`, and says what its hash is.
    static func digest(
        of input: FileDescriptor, at path: FilePath, each: (UnsafeRawBufferPointer) throws(FileError) -> Void
    ) throws(FileError) -> String {
        var hash = SHA256()
        try input.forEachPiece(of: path) { piece throws(FileError) in
            hash.update(bufferPointer: piece)
            try each(piece)
        }
        return hex(hash.finalize())
    }

    /// The hash that an object of these bytes has.
    static func hash(of bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

    private static func hex(_ digest: SHA256Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 64) { text in
            var index = 0
            for byte in digest {
                text[index] = digits[Int(byte >> 4)]
                text[index + 1] = digits[Int(byte & 15)]
                index += 2
            }
            return index
        }
    }

    static let readOnly: FilePermissions = [.ownerRead, .groupRead, .otherRead]
}
