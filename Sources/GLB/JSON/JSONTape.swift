/// The nodes of a JSON text in the order of the text, made by one pass over its bytes.
///
/// A container is followed by its children; `next` leads past them. In an object, a node of kind `.key` stands before
/// each value; the next key is where that value's `next` leads.
struct JSONTape {
    enum Kind: UInt8 {
        case null, `true`, `false`, integer, real, string, escapedString, array, object
        case key, escapedKey
    }

    struct Node {
        /// First byte of the value; of strings, the first one after the quotation mark.
        var start: UInt32
        /// One past the last byte; of strings, the closing quotation mark.
        var end: UInt32
        /// The node after this one and all that it contains.
        var next: UInt32
        var kind: Kind
    }

    struct Failure: Error {
        let reason: JSONError.Reason
        let offset: Int
    }

    private(set) var nodes: [Node] = []
    var duplicates: [JSONPlace] = []
    /// The containers that are not closed yet.
    private var open: [Int] = []
    /// Whether the innermost of them is an object.
    private var isInObject = false
    private var offset = 0

    private enum Expectation { case value, firstElement, key, firstKey, separator }

    mutating func scan(_ bytes: Span<UInt8>, limits: JSONText.Limits) throws(Failure) {
        // Typical glTF has a node for every six bytes; a text of short values grows the array a few times more.
        nodes.reserveCapacity(min(bytes.count / 6 + 8, limits.nodes))
        var expectation = Expectation.value
        while true {
            skipWhiteSpace(bytes)
            guard offset < bytes.count else { throw failure(.unexpectedEnd) }
            guard nodes.count < limits.nodes else { throw failure(.tooManyValues(limit: limits.nodes)) }
            let byte = bytes[offset]
            switch expectation {
            case .separator:
                expectation = try separator(byte, bytes)
            case .firstKey where byte == UInt8(ascii: "}"), .firstElement where byte == UInt8(ascii: "]"):
                close(bytes)
                expectation = .separator
            case .firstKey, .key:
                guard byte == UInt8(ascii: "\"") else {
                    throw failure(.unexpectedByte(byte, expected: "a member's name in quotation marks"))
                }
                try string(bytes, plain: .key, escaped: .escapedKey)
                try colon(bytes)
                expectation = .value
            case .value, .firstElement:
                expectation = try value(byte, bytes, limits)
            }
            if open.isEmpty, expectation == .separator { break }
        }
        skipWhiteSpace(bytes)
        guard offset == bytes.count else { throw failure(.trailingBytes) }
    }

    private mutating func value(
        _ byte: UInt8, _ bytes: Span<UInt8>, _ limits: JSONText.Limits
    ) throws(Failure) -> Expectation {
        switch byte {
        case UInt8(ascii: "{"):
            try begin(.object, limits)
            return .firstKey
        case UInt8(ascii: "["):
            try begin(.array, limits)
            return .firstElement
        case UInt8(ascii: "\""): try string(bytes, plain: .string, escaped: .escapedString)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number(bytes)
        case UInt8(ascii: "t"): try literal("true", .true, bytes)
        case UInt8(ascii: "f"): try literal("false", .false, bytes)
        case UInt8(ascii: "n"): try literal("null", .null, bytes)
        default: throw failure(.unexpectedByte(byte, expected: "a value"))
        }
        return .separator
    }

    private mutating func separator(_ byte: UInt8, _ bytes: Span<UInt8>) throws(Failure) -> Expectation {
        switch byte {
        case UInt8(ascii: ","):
            offset += 1
            return isInObject ? .key : .value
        case UInt8(ascii: "}") where isInObject, UInt8(ascii: "]") where !isInObject:
            close(bytes)
            return .separator
        default:
            throw failure(.unexpectedByte(byte, expected: isInObject ? "',' or '}'" : "',' or ']'"))
        }
    }

    private mutating func begin(_ kind: Kind, _ limits: JSONText.Limits) throws(Failure) {
        guard open.count < limits.depth else { throw failure(.tooDeep(limit: limits.depth)) }
        open.append(nodes.count)
        isInObject = kind == .object
        append(kind, offset, offset + 1)
        offset += 1
    }

    private mutating func close(_ bytes: Span<UInt8>) {
        offset += 1
        guard let index = open.popLast() else { return }
        nodes[index].end = UInt32(truncatingIfNeeded: offset)
        nodes[index].next = UInt32(truncatingIfNeeded: nodes.count)
        if isInObject { findDuplicates(index, bytes) }
        isInObject = open.last.map { nodes[$0].kind == .object } ?? false
    }

    private mutating func append(_ kind: Kind, _ start: Int, _ end: Int) {
        nodes.append(
            Node(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: nodes.count + 1), kind: kind))
    }

    private func failure(_ reason: JSONError.Reason) -> Failure { Failure(reason: reason, offset: offset) }
}

// MARK: - Tokens

extension JSONTape {
    @inline(__always)
    private mutating func skipWhiteSpace(_ bytes: Span<UInt8>) {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x0A, 0x0D, 0x09: offset += 1
            default: return
            }
        }
    }

    private mutating func colon(_ bytes: Span<UInt8>) throws(Failure) {
        skipWhiteSpace(bytes)
        guard offset < bytes.count else { throw failure(.unexpectedEnd) }
        guard bytes[offset] == UInt8(ascii: ":") else {
            throw failure(.unexpectedByte(bytes[offset], expected: "':'"))
        }
        offset += 1
    }

    private mutating func literal(_ word: StaticString, _ kind: Kind, _ bytes: Span<UInt8>) throws(Failure) {
        let start = offset
        for index in 0..<word.utf8CodeUnitCount {
            guard offset < bytes.count else { throw failure(.unexpectedEnd) }
            guard bytes[offset] == word.utf8Start[index] else {
                throw failure(.unexpectedByte(bytes[offset], expected: "'\(word)'"))
            }
            offset += 1
        }
        append(kind, start, offset)
    }

    private mutating func number(_ bytes: Span<UInt8>) throws(Failure) {
        let start = offset
        var kind = Kind.integer
        if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
        let leading = offset
        let digits = skipDigits(bytes)
        guard digits == 1 || (digits > 1 && bytes[leading] != UInt8(ascii: "0")) else {
            throw failure(offset < bytes.count || digits > 0 ? .invalidNumber : .unexpectedEnd)
        }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
            kind = .real
            offset += 1
            guard skipDigits(bytes) > 0 else { throw failure(.invalidNumber) }
        }
        if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
            kind = .real
            offset += 1
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") {
                offset += 1
            }
            guard skipDigits(bytes) > 0 else { throw failure(.invalidNumber) }
        }
        append(kind, start, offset)
    }

    /// Goes on to the next byte that is no digit, eight at a time; says how many there were.
    @inline(__always)
    private mutating func skipDigits(_ bytes: Span<UInt8>) -> Int {
        let start = offset
        let raw = bytes.bytes
        while offset <= bytes.count - 8 {
            let word = raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
            // 0 to 9 for digits; the sum has the high bit for all that is greater, right up to the first such byte.
            let values = word ^ 0x3030_3030_3030_3030
            let others = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
            guard others == 0 else {
                offset += others.trailingZeroBitCount / 8
                return offset - start
            }
            offset += 8
        }
        while offset < bytes.count, bytes[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
        return offset - start
    }

    private mutating func string(_ bytes: Span<UInt8>, plain: Kind, escaped: Kind) throws(Failure) {
        offset += 1
        let start = offset
        var kind = plain
        while true {
            skipPlainText(bytes)
            guard offset < bytes.count else { throw failure(.unexpectedEnd) }
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                append(kind, start, offset)
                offset += 1
                return
            case UInt8(ascii: "\\"):
                kind = escaped
                try escape(bytes)
            case let byte where byte < 0x20:
                throw failure(.controlCharacter(byte))
            default:
                offset += try multibyteScalar(bytes)
            }
        }
    }

    /// Goes on to the next byte that is a quotation mark, a backslash, a control character or not ASCII.
    @inline(__always)
    private mutating func skipPlainText(_ bytes: Span<UInt8>) {
        let raw = bytes.bytes
        while offset <= bytes.count - 8 {
            let word = raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
            let special = Self.specialBytes(word)
            guard special == 0 else {
                offset += special.trailingZeroBitCount / 8
                return
            }
            offset += 8
        }
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            offset += 1
        }
    }

    /// The high bit of the first (lowest) special byte of eight; bits above it may be wrong, so only the first counts.
    @inline(__always)
    private static func specialBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let control = word &- (ones &* 0x20)
        return (((quote &- ones) | (backslash &- ones) | control) & ~word | word) & highs
    }

    private mutating func escape(_ bytes: Span<UInt8>) throws(Failure) {
        guard offset + 1 < bytes.count else {
            offset = bytes.count
            throw failure(.unexpectedEnd)
        }
        switch bytes[offset + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset += 2
        case UInt8(ascii: "u"):
            guard offset + 6 <= bytes.count else { throw failure(.unexpectedEnd) }
            for index in offset + 2..<offset + 6 where hexadecimalDigit(bytes[index]) == nil {
                throw failure(.invalidEscape)
            }
            offset += 6
        default:
            throw failure(.invalidEscape)
        }
    }

    /// The length of the scalar of two to four bytes that begins here (RFC 3629: shortest form, no surrogates).
    private func multibyteScalar(_ bytes: Span<UInt8>) throws(Failure) -> Int {
        let first = bytes[offset]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if first == 0xE0 { second = 0xA0...0xBF }
            if first == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            length = 4
            if first == 0xF0 { second = 0x90...0xBF }
            if first == 0xF4 { second = 0x80...0x8F }
        default: throw failure(.invalidUTF8)
        }
        guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { throw failure(.invalidUTF8) }
        for index in offset + 2..<max(offset + 2, offset + length) where bytes[index] & 0xC0 != 0x80 {
            throw failure(.invalidUTF8)
        }
        return length
    }
}

/// The value of a hexadecimal digit in ASCII.
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
