extension ImageProfile {
    /// Reads the flags of an extended WebP (WebP container specification; RFC 9649, section 2.7).
    mutating func readWebP(_ source: ByteSource) throws(ImageHeader.Failure) {
        let head = try Self.read(source, 0, 21)
        guard Int(head.uint32(at: 4)) <= source.count - 8 else { throw .truncated }
        (primaries, transfer) = (.srgb, .srgb)
        guard head.uint32Big(at: 12) == 0x5650_3858 else { return }  // VP8X
        let flags = head[20]
        if flags & 0x20 != 0 { (primaries, transfer) = (.custom, .custom) }
        isAnimated = flags & 0x02 != 0
    }
}
