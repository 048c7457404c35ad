/// Bytes that can be read in ranges: a file, bytes in memory, or a part of either.
///
/// A file is never loaded or mapped whole. What is read is checked against the size that the file had when it was
/// opened; a file that got shorter since gives an error, not a crash.
public struct ByteSource: Sendable {
    private enum Storage: Sendable {
        case memory([UInt8])
        /// An open file and its first bytes, which hold all that many readers ever ask for.
        case file(OpenFile, head: [UInt8])
        /// A file that is opened for each read, since a document may name more files than a process may hold open.
        case path(String)
    }

    private let storage: Storage
    /// Where this part begins in the whole.
    private let start: Int
    /// How many bytes there are.
    public let count: Int

    private init(_ storage: Storage, start: Int, count: Int) {
        self.storage = storage
        self.start = start
        self.count = count
    }

    /// Bytes in memory.
    public init(_ bytes: [UInt8]) {
        self.init(.memory(bytes), start: 0, count: bytes.count)
    }

    /// The regular file at `path`, kept open as long as this value or a part of it lives.
    ///
    /// - Throws: ``GLBError/unreadable(path:reason:)``, or ``GLBError/notAModel(_:)`` for a folder or a device.
    public init(path: String) throws(GLBError) {
        let file = try OpenFile(path: path, followsLinks: true)
        let head: [UInt8] = try file.read(0..<min(file.size, Self.headLength))
        self.init(.file(file, head: head), start: 0, count: file.size)
    }

    /// The regular file at `path`, opened for each read; a symbolic link is not followed.
    init(neighbour path: String) throws(GLBError) {
        let file = try OpenFile(path: path, followsLinks: false)
        self.init(.path(path), start: 0, count: file.size)
    }

    /// Enough for the header and the document of most models, so that one read suffices.
    private static let headLength = 16 * 1024

    /// A part of these bytes, which may be empty; nil if it is not within them.
    public func part(_ range: Range<Int>) -> ByteSource? {
        guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
        return ByteSource(storage, start: start + range.lowerBound, count: range.count)
    }

    /// Copies a range of the bytes into memory.
    ///
    /// - Throws: ``GLBError/truncated(offset:needed:available:)`` if the range is not within the bytes or the file got
    ///   shorter; ``GLBError/unreadable(path:reason:)`` if the system refuses.
    public func read(_ range: Range<Int>) throws(GLBError) -> [UInt8] {
        try read(range, as: UInt8.self)
    }

    /// Copies a range of the bytes into memory as numbers of some type, as this machine stores them.
    func read<Number: BitwiseCopyable>(_ range: Range<Int>, as type: Number.Type) throws(GLBError) -> [Number] {
        guard range.lowerBound >= 0, range.upperBound <= count else {
            throw .truncated(
                offset: range.lowerBound, needed: range.count, available: max(0, count - range.lowerBound))
        }
        let range = start + range.lowerBound..<start + range.upperBound
        switch storage {
        case .memory(let bytes): return Self.copy(bytes, range)
        case .file(_, let head) where range.upperBound <= head.count: return Self.copy(head, range)
        case .file(let file, _): return try file.read(range)
        case .path(let path): return try OpenFile(path: path, followsLinks: false).read(range)
        }
    }

    private static func copy<Number: BitwiseCopyable>(_ bytes: [UInt8], _ range: Range<Int>) -> [Number] {
        let count = range.count / MemoryLayout<Number>.stride
        return [Number](unsafeUninitializedCapacity: count) { numbers, initialized in
            bytes.withUnsafeBytes { bytes in
                UnsafeMutableRawBufferPointer(numbers).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[range].prefix(count * MemoryLayout<Number>.stride)))
            }
            initialized = count
        }
    }

    /// The first bytes, at most `limit`.
    public func prefix(_ limit: Int) throws(GLBError) -> [UInt8] {
        try read(0..<min(count, max(0, limit)))
    }
}
