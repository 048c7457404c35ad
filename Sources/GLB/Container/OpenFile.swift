#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A regular file that is open for reading; it is closed when the last reference goes.
final class OpenFile: Sendable {
    /// How many bytes the file had when it was opened.
    let size: Int
    private let descriptor: Int32
    private let path: String

    init(path: String, followsLinks: Bool) throws(GLBError) {
        // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else {
            throw .unreadable(path: path, reason: Self.reason(errno, isLinkRefused: !followsLinks))
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let reason = Self.reason(errno)
            close(descriptor)
            throw .unreadable(path: path, reason: reason)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notAModel(status.st_mode & S_IFMT == S_IFDIR ? .folder : .notARegularFile)
        }
        self.descriptor = descriptor
        self.path = path
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Reads a range of whole elements that was checked against ``size`` before.
    func read<Element: BitwiseCopyable>(
        _ range: Range<Int>
    ) throws(GLBError) -> [Element] {
        var failure: GLBError?
        let elements = range.count / MemoryLayout<Element>.stride
        let range = range.prefix(elements * MemoryLayout<Element>.stride)
        let read = [Element](unsafeUninitializedCapacity: elements) { buffer, initialized in
            buffer.preferLargePages()
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            var count = 0
            while count < range.count {
                let got = pread(
                    descriptor, bytes.baseAddress.map { $0 + count }, range.count - count,
                    off_t(range.lowerBound + count))
                if got > 0 {
                    count += got
                } else if got == 0 {
                    failure = .truncated(
                        offset: range.lowerBound + count, needed: range.count - count, available: 0)
                    return
                } else if errno != EINTR {
                    failure = .unreadable(path: path, reason: Self.reason(errno))
                    return
                }
            }
            initialized = elements
        }
        if let failure { throw failure }
        return read
    }

    private static func reason(_ code: Int32, isLinkRefused: Bool = false) -> String {
        switch code {
        case ENOENT: "no such file"
        case EACCES, EPERM: "permission denied"
        case ELOOP where isLinkRefused: "it is a symbolic link, which is not followed"
        default: String(cString: strerror(code))
        }
    }
}
