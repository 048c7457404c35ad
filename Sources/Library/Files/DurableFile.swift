import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file that is being written and appears under its name only when it is whole.
///
/// It is written under a name of its own in `folder`, flushed to the disk, and renamed: whoever looks at the name sees
/// the old content or the new, never a part. The file is locked while it is being written, so that what a killed
/// process left behind can be told from what a living one still needs.
struct DurableFile: ~Copyable {
    let path: FilePath
    let descriptor: FileDescriptor
    private var isPublished = false

    /// Creates the unfinished file in `folder`, which must lie on the same disk as its later name.
    init(in folder: FilePath) throws(FileError) {
        var attempt = 0
        while true {
            let path = Self.freshPath(in: folder)
            let made: FileDescriptor
            do {
                made = try FileDescriptor.open(
                    path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec], permissions: [.ownerReadWrite]
                )
            } catch {
                attempt += 1
                guard error as? Errno == .fileExists, attempt < 10 else { throw FileError(.create, path, error) }
                continue
            }
            if Self.isOurs(made) {
                descriptor = made
                self.path = path
                return
            }
            // A sweep came between the making and the locking, and took the file for a dead process's.
            try? made.close()
            unlink(path.string)
            attempt += 1
            guard attempt < 10 else { throw FileError(.lock, path, Errno.wouldBlock) }
        }
    }

    /// Locks a file that was just made; false if somebody else held it first or it has lost its name.
    ///
    /// A file system that knows no locks is used without.
    private static func isOurs(_ descriptor: FileDescriptor) -> Bool {
        if flock(descriptor.rawValue, LOCK_EX | LOCK_NB) != 0, Errno(rawValue: errno) == .wouldBlock { return false }
        return (try? Stat(descriptor))?.linkCount != 0
    }

    deinit {
        try? descriptor.close()
        if !isPublished { unlink(path.string) }
    }

    /// Appends bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        do { _ = try descriptor.writeAll(bytes) } catch { throw FileError(.write, path, error) }
    }

    /// Flushes the file to the disk and gives it its name, replacing what had it.
    ///
    /// The name itself is on the disk only after the folder was flushed too, with ``flush(folder:)``.
    consuming func publish(as target: FilePath, permissions: FilePermissions) throws(FileError) {
        guard fchmod(descriptor.rawValue, permissions.rawValue) == 0, fsync(descriptor.rawValue) == 0 else {
            throw FileError(.synchronise, path, Errno(rawValue: errno))
        }
        guard rename(path.string, target.string) == 0 else {
            throw FileError(.rename, target, Errno(rawValue: errno))
        }
        isPublished = true
    }

    /// Flushes a folder's list of names to the disk.
    static func flush(folder: FilePath) throws(FileError) {
        do {
            let descriptor = try FileDescriptor.open(folder, .readOnly, options: [.directory, .closeOnExec])
            defer { try? descriptor.close() }
            guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
        } catch {
            throw FileError(.synchronise, folder, error)
        }
    }

    /// Deletes the unfinished files in `folder` that no living process is writing, and says how many.
    @discardableResult
    static func sweep(_ folder: FilePath) throws(FileError) -> Int {
        var swept = 0
        for name in try Folder.names(in: folder) where name.string.hasSuffix(suffix) {
            let path = folder.appending(name)
            guard let descriptor = try? FileDescriptor.open(path, .readOnly, options: [.noFollow, .closeOnExec]) else {
                continue
            }
            defer { try? descriptor.close() }
            if flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0, unlink(path.string) == 0 { swept += 1 }
        }
        return swept
    }

    /// A name in `folder` that nothing has, for something unfinished.
    static func freshPath(in folder: FilePath) -> FilePath {
        folder.appending("\(String(UInt64.random(in: .min ... .max), radix: 36))\(suffix)")
    }

    private static let suffix = ".part"
}
