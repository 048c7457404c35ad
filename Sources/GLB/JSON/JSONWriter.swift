/// A value that knows how to write itself as JSON.
///
/// Conforming types name every member by hand: what is written is a documented contract
/// (`docs/inspect.schema.json`), not a by-product of how a Swift property happens to be called.
public protocol JSONWritable {
    /// Appends exactly one JSON value to `writer`.
    func write(to writer: inout JSONWriter)
}

/// Writes JSON text (RFC 8259) as UTF-8, members in the order in which they are given.
///
/// Numbers are the shortest text that reads back as the same value; a number that JSON cannot hold
/// (infinite, not a number) becomes `null`.
public struct JSONWriter: Sendable {
    /// The text written so far.
    public private(set) var bytes: [UInt8] = []

    private let pretty: Bool
    private var depth = 0
    private var needsComma = false
    private var afterKey = false

    /// Starts an empty text; `pretty` puts every member and element on a line of its own, indented by two spaces.
    public init(pretty: Bool = false) {
        self.pretty = pretty
    }

    /// The text written so far as a string.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes an object whose members `body` gives with ``member(_:_:)``.
    public mutating func object<Failure: Error>(
        _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        try container(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
    }

    /// Writes an array whose elements `body` gives with ``value(_:)``, ``object(_:)`` or ``array(_:)``.
    public mutating func array<Failure: Error>(
        _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        try container(UInt8(ascii: "["), UInt8(ascii: "]"), body)
    }

    /// Writes a member's name; the next value written is its value.
    public mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        if pretty { bytes.append(UInt8(ascii: " ")) }
        afterKey = true
    }

    /// Writes a member of an object.
    public mutating func member(_ name: String, _ value: some JSONWritable) {
        key(name)
        value.write(to: &self)
    }

    /// Writes a member of an object unless `value` is nil.
    public mutating func member(ifPresent name: String, _ value: (some JSONWritable)?) {
        guard let value else { return }
        member(name, value)
    }

    /// Writes a member whose value is an object.
    public mutating func object<Failure: Error>(
        _ name: String, _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        key(name)
        try object(body)
    }

    /// Writes a member whose value is an array.
    public mutating func array<Failure: Error>(
        _ name: String, _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        key(name)
        try array(body)
    }

    /// Writes an element of an array, or a whole text that is one value.
    public mutating func value(_ value: some JSONWritable) {
        value.write(to: &self)
    }

    /// Writes text that is already one valid JSON value, unchanged.
    public mutating func raw(_ json: some Sequence<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    /// Writes `null`.
    public mutating func null() {
        raw("null".utf8)
    }

    fileprivate mutating func string(_ text: String) {
        separate()
        quote(text)
        needsComma = true
    }

    private mutating func container<Failure: Error>(
        _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        separate()
        bytes.append(open)
        depth += 1
        needsComma = false
        try body(&self)
        depth -= 1
        if needsComma { breakLine() }
        bytes.append(close)
        needsComma = true
    }

    /// Puts what must stand between the last value and the next one.
    private mutating func separate() {
        if afterKey {
            afterKey = false
            return
        }
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 { breakLine() }
        needsComma = false
    }

    private mutating func breakLine() {
        guard pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            if utf8.contains(where: Self.needsEscape) {
                for byte in utf8 { escape(byte) }
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
        case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
        case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
        case UInt8(ascii: "\r"): bytes.append(contentsOf: #"\r"#.utf8)
        case UInt8(ascii: "\t"): bytes.append(contentsOf: #"\t"#.utf8)
        // DEL has no escape in JSON's grammar but, like the others, does things to a terminal.
        case 0..<0x20, 0x7F:
            bytes.append(contentsOf: #"\u00"#.utf8)
            bytes.append(Self.hexDigit(byte >> 4))
            bytes.append(Self.hexDigit(byte & 15))
        default: bytes.append(byte)
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

extension String: JSONWritable {
    /// Writes a JSON string; control characters are escaped.
    public func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Bool: JSONWritable {
    /// Writes `true` or `false`.
    public func write(to writer: inout JSONWriter) { writer.raw((self ? "true" : "false").utf8) }
}

extension Int: JSONWritable {
    /// Writes the integer in full.
    public func write(to writer: inout JSONWriter) { writer.raw(description.utf8) }
}

extension Int64: JSONWritable {
    /// Writes the integer in full.
    public func write(to writer: inout JSONWriter) { writer.raw(description.utf8) }
}

extension Double: JSONWritable {
    /// Writes the shortest number that reads back as this one, without a fraction where there is none;
    /// `null` if it is not finite.
    public func write(to writer: inout JSONWriter) {
        if let whole = Int64(exactly: self), magnitude < 1e15 {
            whole.write(to: &writer)
        } else if isFinite {
            writer.raw(description.utf8)
        } else {
            writer.null()
        }
    }
}

extension Float: JSONWritable {
    /// Writes the shortest number that reads back as this one in single precision; `null` if it is not finite.
    public func write(to writer: inout JSONWriter) {
        if let whole = Int64(exactly: self), magnitude < 1e7 {
            whole.write(to: &writer)
        } else if isFinite {
            writer.raw(description.utf8)
        } else {
            writer.null()
        }
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    /// Writes the elements in order.
    public func write(to writer: inout JSONWriter) {
        writer.array { writer in
            for element in self { element.write(to: &writer) }
        }
    }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    /// Writes the value, or `null`.
    public func write(to writer: inout JSONWriter) {
        if let self { self.write(to: &writer) } else { writer.null() }
    }
}
