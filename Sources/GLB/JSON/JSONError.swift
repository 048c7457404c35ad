/// Why a text is not JSON, and where.
public struct JSONError: Error, Equatable, Sendable {
    /// What is wrong with the text.
    public enum Reason: Equatable, Sendable {
        /// The text ends inside a value.
        case unexpectedEnd
        /// A byte that cannot stand here; `expected` says in words what could.
        case unexpectedByte(UInt8, expected: String)
        /// Something follows the value.
        case trailingBytes
        /// Bytes in a string that are not UTF-8.
        case invalidUTF8
        /// A control character in a string; it must be escaped.
        case controlCharacter(UInt8)
        /// A backslash followed by something that is no escape sequence.
        case invalidEscape
        /// A number with a leading zero, without digits or the like.
        case invalidNumber
        /// More arrays and objects inside each other than allowed.
        case tooDeep(limit: Int)
        /// More values than allowed.
        case tooManyValues(limit: Int)
        /// More bytes than allowed.
        case tooLong(limit: Int)
    }

    /// What is wrong.
    public let reason: Reason
    /// The byte, counted from the start of the text, at which reading stopped.
    public let offset: Int
    /// The line of that byte, from 1.
    public let line: Int
    /// The column of that byte in its line, from 1, counted in bytes.
    public let column: Int

    init(_ reason: Reason, at offset: Int, in bytes: [UInt8]) {
        self.reason = reason
        self.offset = offset
        let before = bytes.prefix(offset)
        line = before.count { $0 == UInt8(ascii: "\n") } + 1
        column = offset - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1)
    }
}

extension JSONError: CustomStringConvertible {
    /// A sentence for people, with line and column.
    public var description: String { "\(reason) (line \(line), column \(column), byte \(offset))" }
}

extension JSONError.Reason: CustomStringConvertible {
    /// A sentence for people, without the place.
    public var description: String {
        switch self {
        case .unexpectedEnd: "the text ends inside a value"
        case .unexpectedByte(let byte, let expected): "expected \(expected), found \(Self.show(byte))"
        case .trailingBytes: "something follows the end of the JSON value"
        case .invalidUTF8: "a string is not valid UTF-8"
        case .controlCharacter(let byte): "a string has the control character \(Self.show(byte)), which must be escaped"
        case .invalidEscape: "a string has a backslash that begins no escape sequence"
        case .invalidNumber: "a number is not written as JSON demands"
        case .tooDeep(let limit): "arrays and objects are nested more than \(limit) deep"
        case .tooManyValues(let limit): "there are more than \(limit) values"
        case .tooLong(let limit): "the text is longer than \(limit) bytes"
        }
    }

    private static func show(_ byte: UInt8) -> String {
        (0x21..<0x7F).contains(byte) ? "'\(Character(UnicodeScalar(byte)))'" : "byte 0x\(hexadecimal(byte))"
    }
}

/// `value` in hexadecimal, with a leading zero for every missing digit.
func hexadecimal<Value: FixedWidthInteger & UnsignedInteger>(_ value: Value) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: Value.bitWidth / 4 - digits.count) + digits
}
