/// A resource that is written into the document itself: `data:MEDIATYPE;base64,DATA` (RFC 2397).
struct DataURI {
    /// The media type as written, without parameters; empty if there is none.
    let mediaType: String
    /// The decoded bytes.
    let bytes: [UInt8]

    static func isDataURI(_ uri: String) -> Bool { uri.utf8.prefix(5).elementsEqual("data:".utf8) }

    /// Decodes a data URI, or of its data only the first bytes, at least `limit`; nil if what is decoded is not well
    /// formed.
    init?(_ uri: String, limit: Int = .max) {
        guard Self.isDataURI(uri), let comma = uri.utf8.firstIndex(of: UInt8(ascii: ",")) else { return nil }
        // Only the first and the last part count; there can be as many as the text is long.
        let header = uri.utf8[uri.utf8.index(uri.startIndex, offsetBy: 5)..<comma]
        let firstEnd = header.firstIndex(of: UInt8(ascii: ";"))
        mediaType = String(uri[header.startIndex..<(firstEnd ?? comma)]).lowercased()
        let last = header.lastIndex(of: UInt8(ascii: ";")).map { uri[uri.utf8.index(after: $0)..<comma] }
        let payload = uri.utf8[uri.utf8.index(after: comma)...]
        let isEncoded = payload.contains(UInt8(ascii: "%"))
        // Base64 writes three bytes as four characters; of those, multiples of four can be decoded by themselves.
        let plain = payload.prefix(min(payload.count, limit.saturatingProduct(4)))
        guard let text = isEncoded ? percentDecoded(payload) : Array(plain) else { return nil }
        guard let last, last.utf8.count == 6, last.lowercased() == "base64" else {
            bytes = text
            return
        }
        guard let decoded = Self.decodeBase64(text) else { return nil }
        bytes = decoded
    }

    /// Decodes base64 of either alphabet (RFC 4648), padded or not.
    static func decodeBase64(_ text: [UInt8]) -> [UInt8]? {
        var length = text.count
        while length > 0, text.count - length < 2, text[length - 1] == UInt8(ascii: "=") { length -= 1 }
        guard length % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length / 4 * 3 + 2)
        var group: UInt32 = 0
        for index in 0..<length {
            let digit = base64Digits[Int(text[index])]
            guard digit < 64 else { return nil }
            group = group << 6 | UInt32(digit)
            if index & 3 == 3 {
                bytes.append(UInt8(truncatingIfNeeded: group >> 16))
                bytes.append(UInt8(truncatingIfNeeded: group >> 8))
                bytes.append(UInt8(truncatingIfNeeded: group))
            }
        }
        if length % 4 == 2 { bytes.append(UInt8(truncatingIfNeeded: group >> 4)) }
        if length % 4 == 3 {
            bytes.append(UInt8(truncatingIfNeeded: group >> 10))
            bytes.append(UInt8(truncatingIfNeeded: group >> 2))
        }
        return bytes
    }

    private static let base64Digits: [UInt8] = {
        var digits = [UInt8](repeating: 255, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, character) in alphabet.utf8.enumerated() { digits[Int(character)] = UInt8(value) }
        digits[Int(UInt8(ascii: "-"))] = 62
        digits[Int(UInt8(ascii: "_"))] = 63
        return digits
    }()
}

/// The bytes that a percent-encoded text stands for (RFC 3986, section 2.1); nil if a percent sign is followed by
/// anything but two hexadecimal digits.
func percentDecoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var iterator = text.makeIterator()
    while let byte = iterator.next() {
        guard byte == UInt8(ascii: "%") else {
            bytes.append(byte)
            continue
        }
        guard let high = iterator.next().flatMap(hexadecimalDigit), let low = iterator.next().flatMap(hexadecimalDigit)
        else { return nil }
        bytes.append(high << 4 | low)
    }
    return bytes
}
