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
    static func names(in path: FilePath) throws(FileError) -> [String] {
        guard let folder = opendir(path.string) else { throw FileError(.list, path, Errno(rawValue: errno)) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    /// What lies at a path; nil if nothing does. Symbolic links are not followed unless `following`.
    static func kind(of path: FilePath, following: Bool = true) -> FileType? {
        try? Stat(path, followTargetSymlink: following).type
    }

    /// When a file's content was last written, in milliseconds since 1970; nil if it is not there.
    static func modified(_ path: FilePath) -> Int64? {
        (try? Stat(path)).map { Int64($0.st_mtim.tv_sec) * 1000 + Int64($0.st_mtim.tv_nsec) / 1_000_000 }
    }

    /// Calls `visit` for every regular file below `root`, in the order of their names.
    ///
    /// Symbolic links below `root` are not followed (`visitLink` is told of them), hidden files and folders are passed
    /// over, as is the folder `excluded`, and a folder that cannot be listed is told to `visitUnreadable`; nothing stops
    /// the walk.
    static func walk(
        _ root: FilePath, passingOver excluded: FilePath? = nil, visit: (FilePath) -> Void,
        visitLink: (FilePath) -> Void,
        visitUnreadable: (FileError) -> Void
    ) {
        let excluded = excluded.flatMap { try? Stat($0) }
        var pending = [root]
        while let folder = pending.popLast() {
            if let excluded, let stat = try? Stat(folder), stat.inode == excluded.inode,
                stat.deviceID == excluded.deviceID
            {
                continue
            }
            let names: [String]
            do throws(FileError) {
                names = try Self.names(in: folder)
            } catch {
                visitUnreadable(error)
                continue
            }
            var folders: [FilePath] = []
            for name in names.sorted() where !name.hasPrefix(".") {
                let path = folder.appending(name)
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
