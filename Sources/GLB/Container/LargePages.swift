#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension UnsafeMutableBufferPointer {
    /// Asks the system for this memory in large pages, before it is first written to.
    ///
    /// Tables of a large mesh are written once and then read here and there. In pages of 4 KB, both cost: one fault a
    /// page, and a look-up of the page's place at nearly each read. The system may decline, which changes nothing.
    func preferLargePages() {
        #if os(Linux)
            let page = 1 << 21
            guard let start = baseAddress else { return }
            let first = (Int(bitPattern: start) + page - 1) & ~(page - 1)
            let end = (Int(bitPattern: start) + count * MemoryLayout<Element>.stride) & ~(page - 1)
            guard end > first else { return }
            madvise(UnsafeMutableRawPointer(bitPattern: first), end - first, MADV_HUGEPAGE)
        #endif
    }
}
