/// The identifier of a task: a lower-case UUID that begins with the time of its making (RFC 9562, version 7).
struct TaskID: Hashable, Codable, Sendable, CustomStringConvertible {
    let description: String

    /// Takes an identifier from a request.
    ///
    /// - Throws: the service's `Invalid ID` if the text does not have the form 8-4-4-4-12 in hexadecimal digits.
    init(_ text: some StringProtocol) throws(Refusal) {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12], text.allSatisfy({ $0 == "-" || $0.isASCIIHexDigit }) else {
            throw .invalidID
        }
        description = text.lowercased()
    }

    fileprivate init(unchecked text: String) { description = text }

    init(from decoder: any Decoder) throws {
        description = try decoder.singleValueContainer().decode(String.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// A number that depends on the identifier alone: what differs between tasks by chance is drawn from it.
    var hash: UInt64 { RandomNumbers.seed(of: description) }
}

/// Makes identifiers that sort in the order in which they were made.
struct TaskIDSource: Sendable {
    private var random: RandomNumbers
    private var last: Milliseconds = 0
    private var counter: UInt64 = 0

    init(seed: UInt64) { random = RandomNumbers(seed: seed) }

    mutating func next(at now: Milliseconds) -> TaskID {
        // The 12 bits after the version count within one millisecond; when they run out, the next one is borrowed.
        if now > last { (last, counter) = (now, 0) } else { counter += 1 }
        if counter > 0xFFF { (last, counter) = (last + 1, 0) }
        let high = UInt64(last) & 0xFFFF_FFFF_FFFF
        let low = 0x8000_0000_0000_0000 | random.next() >> 2
        let digits =
            hexadecimal(high, 12) + "7" + hexadecimal(counter, 3) + hexadecimal(low, 16)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        return TaskID(unchecked: text)
    }

    private func hexadecimal(_ value: UInt64, _ width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: width - digits.count) + digits
    }
}

extension Character {
    fileprivate var isASCIIHexDigit: Bool { isASCII && isHexDigit }
}
