extension JSONTape {
    /// How many repeated names are remembered; a text needs only one to be wrong.
    private static let duplicateLimit = 100

    /// Remembers the members of an object whose name is taken, in time linear in the size of the names.
    ///
    /// Few names are compared with each other, many go through a hash table (seeded by the process, so a file cannot
    /// be made to collide).
    mutating func findDuplicates(_ object: Int, _ bytes: Span<UInt8>) {
        // Remembered at the end: with many names the search begins anew.
        var found: [Int] = []
        let first = object + 1
        let end = Int(nodes[object].next)
        var key = first
        var count = 0
        while key < end {
            guard count < 8 else { return findDuplicatesAmongMany(object, bytes) }
            var earlier = first
            while earlier < key, !sameName(earlier, key, bytes) { earlier = nextKey(earlier) }
            if earlier < key { found.append(key) }
            count += 1
            key = nextKey(key)
        }
        found.forEach { remember($0) }
    }

    private mutating func findDuplicatesAmongMany(_ object: Int, _ bytes: Span<UInt8>) {
        var keys: [Int] = []
        var key = object + 1
        let end = Int(nodes[object].next)
        while key < end {
            keys.append(key)
            key = nextKey(key)
        }
        // Open addressing, at most half full.
        let mask = (1 << (Int.bitWidth - (2 * keys.count).leadingZeroBitCount)) - 1
        var table = [Int](repeating: -1, count: mask + 1)
        for key in keys {
            var slot = hash(key, bytes) & mask
            while table[slot] >= 0, !sameName(table[slot], key, bytes) { slot = (slot + 1) & mask }
            if table[slot] >= 0 { remember(key) }
            table[slot] = key
        }
    }

    private func nextKey(_ key: Int) -> Int { Int(nodes[key + 1].next) }

    private mutating func remember(_ key: Int) {
        if duplicates.count < Self.duplicateLimit { duplicates.append(JSONPlace(key + 1)) }
    }

    private func sameName(_ left: Int, _ right: Int, _ bytes: Span<UInt8>) -> Bool {
        let (left, right) = (nodes[left], nodes[right])
        if left.kind == .key, right.kind == .key {
            let count = Int(left.end - left.start)
            guard count == Int(right.end - right.start) else { return false }
            for index in 0..<count where bytes[Int(left.start) + index] != bytes[Int(right.start) + index] {
                return false
            }
            return true
        }
        return left.text(bytes) == right.text(bytes)
    }

    private func hash(_ key: Int, _ bytes: Span<UInt8>) -> Int {
        var hasher = Hasher()
        let node = nodes[key]
        if node.kind == .key {
            bytes.extracting(Int(node.start)..<Int(node.end)).withUnsafeBytes { hasher.combine(bytes: $0) }
        } else {
            var text = node.text(bytes)
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
        return hasher.finalize()
    }
}

extension JSONTape.Node {
    /// The text of a string or a name, escape sequences resolved; half a surrogate pair becomes U+FFFD.
    func text(_ bytes: Span<UInt8>) -> String {
        let content = bytes.extracting(Int(start)..<Int(end))
        guard kind == .escapedString || kind == .escapedKey else {
            return content.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        }
        var utf8: [UInt8] = []
        var index = 0
        while index < content.count {
            guard content[index] == UInt8(ascii: "\\") else {
                utf8.append(content[index])
                index += 1
                continue
            }
            let escaped = content[index + 1]
            index += 2
            guard escaped == UInt8(ascii: "u") else {
                utf8.append(Self.unescaped(escaped))
                continue
            }
            var unit = Self.codeUnit(content, index)
            index += 4
            if unit & 0xFC00 == 0xD800, index + 6 <= content.count, content[index] == UInt8(ascii: "\\"),
                content[index + 1] == UInt8(ascii: "u"), Self.codeUnit(content, index + 2) & 0xFC00 == 0xDC00
            {
                unit = 0x10000 + (unit & 0x3FF) << 10 + Self.codeUnit(content, index + 2) & 0x3FF
                index += 6
            }
            utf8.append(contentsOf: String(UnicodeScalar(unit) ?? "\u{FFFD}").utf8)
        }
        return String(decoding: utf8, as: UTF8.self)
    }

    private static func codeUnit(_ content: Span<UInt8>, _ index: Int) -> UInt32 {
        (index..<index + 4).reduce(0) { $0 << 4 | UInt32(hexadecimalDigit(content[$1]) ?? 0) }
    }

    private static func unescaped(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: byte
        }
    }
}
