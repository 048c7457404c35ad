import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Folders: made, listed and walked.
enum Folder {
    /// Makes a folder and those that lead to it; one that is there already is fine.
    static func make(
        _ path: FilePath,
        permissions: FilePermissions = [.ownerReadWriteExecute, .groupRead, .groupExecute, .otherRead, .otherExecute]
    )
        throws(FileError)
    {
        if mkdir(path.string, permissions.rawValue) == 0 { return }
        let failure = Errno(rawValue: errno)
        if failure == .noSuchFileOrDirectory, !path.removingLastComponent().isEmpty,
            path.removingLastComponent() != path
        {
            try make(path.removingLastComponent(), permissions: permissions)
            if mkdir(path.string, permissions.rawValue) == 0 { return }
        }
        guard kind(of: path) == .directory else { throw FileError(.create, path, failure) }
    }

    /// The names in a folder, in no order, without `.` and `..`.
    static func names(in path: FilePath) throws(FileError) -> [FilePath.Component] {
        guard let folder = opendir(path.string) else { throw FileError(.list, path, Errno(rawValue: errno)) }
        defer { closedir(folder) }
        var names: [FilePath.Component] = []
        while true {
            // At the end `errno` stays as it was; only so can a failure be told from it.
            errno = 0
            guard let entry = readdir(folder) else { break }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    FilePath.Component(platformString: $0)
                }
            }
            if let name, name.kind == .regular { names.append(name) }
        }
        guard errno == 0 else { throw FileError(.list, path, Errno(rawValue: errno)) }
        return names
    }

    /// What lies at a path; nil if nothing does. Symbolic links are not followed unless `following`.
    static func kind(of path: FilePath, following: Bool = true) -> FileType? {
        try? Stat(path, followTargetSymlink: following).type
    }

    /// What lies at a path, symbolic links followed; nil only if the system says that nothing does.
    static func knownKind(of path: FilePath) throws(FileError) -> FileType? {
        do {
            return try Stat(path).type
        } catch {
            guard error == .noSuchFileOrDirectory || error == .notDirectory else { throw FileError(.read, path, error) }
            return nil
        }
    }

    /// When a file's content was last written, in milliseconds since 1970; nil if it is not there, or if the moment is
    /// too far away to be counted so.
    static func modified(_ path: FilePath) -> Int64? {
        guard let time = (try? Stat(path))?.st_mtim else { return nil }
        let (milliseconds, isTooFar) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1000)
        return isTooFar ? nil : milliseconds.addingReportingOverflow(Int64(time.tv_nsec) / 1_000_000).partialValue
    }

    /// A path without symbolic links; nil if nothing lies there.
    static func realPath(_ path: FilePath) -> FilePath? {
        guard let real = realpath(path.string, nil) else { return nil }
        defer { free(real) }
        return FilePath(platformString: real)
    }

    /// Calls `visit` for every regular file below `root`, in the order of their names.
    ///
    /// Symbolic links below `root` are not followed (`visitLink` is told of them), hidden files and folders are passed
    /// over, as are the folders `excluded`; a folder that cannot be listed, and a file or folder whose name is not UTF-8,
    /// is told to `visitUnreadable`; nothing stops the walk.
    static func walk(
        _ root: FilePath, passingOver excluded: [FilePath] = [], visit: (FilePath) -> Void,
        visitLink: (FilePath) -> Void,
        visitUnreadable: (FileError) -> Void
    ) {
        let excluded = excluded.compactMap { try? Stat($0) }.map(FileIdentity.init)
        var pending = [root]
        while let folder = pending.popLast() {
            if !excluded.isEmpty, let identity = (try? Stat(folder)).map(FileIdentity.init),
                excluded.contains(where: { $0.isSameFile(as: identity) })
            {
                continue
            }
            let names: [FilePath.Component]
            do throws(FileError) {
                names = try Self.names(in: folder)
            } catch {
                visitUnreadable(error)
                continue
            }
            var folders: [FilePath] = []
            let texts = names.map { (name: $0, text: $0.string) }.sorted { $0.text < $1.text }
            for (name, text) in texts where !text.hasPrefix(".") {
                let path = folder.appending(name)
                if name.withPlatformString({ String(validatingCString: $0) }) == nil {
                    visitUnreadable(FileError(.read, path, Errno.illegalByteSequence))
                    continue
                }
                switch kind(of: path, following: false) {
                case .regular: visit(path)
                case .directory: folders.append(path)
                case .symbolicLink: visitLink(path)
                default: break
                }
            }
            pending.append(contentsOf: folders.reversed())
        }
    }
}
