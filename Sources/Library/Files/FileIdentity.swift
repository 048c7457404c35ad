import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Which file it is and in what state, so that one that was replaced or written to since can be told.
struct FileIdentity: Equatable, Sendable {
    private let device: DeviceID
    private let inode: Inode
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int

    /// The state that `stat` tells.
    init(_ stat: Stat) {
        (device, inode, size) = (stat.deviceID, stat.inode, stat.size)
        (seconds, nanoseconds) = (Int(stat.st_mtim.tv_sec), Int(stat.st_mtim.tv_nsec))
    }

    /// The file at a path, or the link if it is a symbolic one; nil if there is none.
    init?(at path: FilePath) {
        guard let stat = try? Stat(path, followTargetSymlink: false) else { return nil }
        self.init(stat)
    }

    /// Whether both are names of one file, in whatever state.
    func isSameFile(as other: FileIdentity) -> Bool { device == other.device && inode == other.inode }
}
