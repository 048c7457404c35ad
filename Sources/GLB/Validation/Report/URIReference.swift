/// A path as a URI reference, which a report has to name files by (RFC 3986, sections 3.3 and 4.2).
func uriReference(toPath path: String) -> String {
    let encoded = percentEncoded(path) { isUnreserved($0) || "!$&'()*+,;=:@/".utf8.contains($0) }
    // A colon before the first slash would end a scheme.
    let start = encoded.prefix { $0 != "/" }
    return start.contains(":") ? "./" + encoded : encoded
}

/// A URI with those characters encoded that cannot stand in one; percent signs stay where they encode something.
func uriReference(repairing uri: String) -> String {
    let isEncoded = percentDecoded(uri.utf8) != nil
    return percentEncoded(uri) { byte in
        isUnreserved(byte) || "!$&'()*+,;=:@/?#[]".utf8.contains(byte) || isEncoded && byte == UInt8(ascii: "%")
    }
}

/// A text with all bytes but those that `stays` allows written as percent signs with two digits.
private func percentEncoded(_ text: String, except stays: (UInt8) -> Bool) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        if stays(byte) {
            bytes.append(byte)
        } else {
            bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Letters, digits and the marks that have no meaning of their own (RFC 3986, section 2.3).
private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    default: "-._~".utf8.contains(byte)
    }
}
