import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// This process, as the journal knows it: while it lives it holds a lock that others can see.
///
/// The name of a task's owner says who works on it. The system lets go of a dead process's lock, however it died, so
/// that others can tell its tasks from those that are being worked on.
package final class WorkerLock: Sendable {
    /// The name under which tasks are owned.
    package let name: String
    private let folder: FilePath
    private let descriptor: FileDescriptor

    /// Takes a name in a library's folder of unfinished things.
    init(in folder: FilePath) throws(FileError) {
        self.folder = folder
        while true {
            let name = String(UInt64.random(in: .min ... .max), radix: 36)
            let path = Self.path(name, folder)
            let made: FileDescriptor
            do {
                made = try FileDescriptor.open(
                    path, .readWrite, options: [.create, .exclusiveCreate, .closeOnExec],
                    permissions: [.ownerReadWrite])
            } catch {
                throw FileError(.create, path, error)
            }
            // Nobody can take the name for a dead process's before a task bears it, but a slow file system may surprise.
            if flock(made.rawValue, LOCK_EX | LOCK_NB) == 0 {
                self.name = name
                descriptor = made
                return
            }
            try? made.close()
        }
    }

    deinit {
        unlink(Self.path(name, folder).string)
        try? descriptor.close()
    }

    /// Whether the process that bears a name lives; what a dead one left is cleared away.
    static func isAlive(_ name: String, in folder: FilePath) -> Bool {
        // Names come from the catalogue, which could be anybody's.
        guard !name.isEmpty, name.utf8.allSatisfy({ $0.isLetterOrDigit }) else { return false }
        let path = path(name, folder)
        guard let descriptor = try? FileDescriptor.open(path, .readOnly, options: [.noFollow, .closeOnExec]) else {
            return false
        }
        defer { try? descriptor.close() }
        guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else { return true }
        unlink(path.string)
        return false
    }

    private static func path(_ name: String, _ folder: FilePath) -> FilePath { folder.appending("\(name).worker") }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
