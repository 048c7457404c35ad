import SystemPackage

extension FileDescriptor {
    /// Reads from here to the end in pieces of at most 256 KB, which stay in the processor's cache while they are used.
    ///
    /// - Parameter path: named in errors.
    func forEachPiece(
        of path: FilePath, _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
    ) throws(FileError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count: Int
            do { count = try read(into: buffer) } catch { throw FileError(.read, path, error) }
            if count == 0 { return }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
