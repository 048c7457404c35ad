import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A hold on a folder that other processes see (`flock`); a process that dies lets go of it.
struct FolderLock: Sendable {
    /// Who else may hold it.
    enum Mode: Sendable {
        /// Others who share it.
        case shared
        /// Nobody.
        case exclusive
    }

    private let descriptor: FileDescriptor

    /// Takes hold of a folder at once.
    ///
    /// - Throws: ``LibraryError/inUse(_:)`` if somebody holds it who does not share it, ``FileError`` if it cannot be
    ///   opened.
    init(_ folder: FilePath, _ mode: Mode) throws {
        do {
            descriptor = try FileDescriptor.open(folder, .readOnly, options: [.directory, .closeOnExec])
        } catch {
            throw FileError(.lock, folder, error)
        }
        guard flock(descriptor.rawValue, (mode == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 else {
            let error = Errno(rawValue: errno)
            try? descriptor.close()
            throw error == .wouldBlock
                ? LibraryError.inUse(
                    mode == .shared ? "garbage is being collected" : "files are being imported or verified")
                : FileError(.lock, folder, error)
        }
    }

    /// Lets go.
    func release() { try? descriptor.close() }
}
