package import GLB

/// A JSON value that is held whole: what is sent, and what came back with every field that nobody here knows.
package enum JSON: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A whole number that fits 64 bits, however it was written.
    case integer(Int)
    /// Any other number.
    case number(Double)
    /// A string.
    case string(String)
    /// An array.
    case array([JSON])
    /// An object; of members with the same name the last one counts.
    case object([String: JSON])
}

extension JSON {
    /// The string; nil for other values and for the empty string, which the service uses for "nothing".
    package var text: String? {
        if case .string(let text) = self, !text.isEmpty { text } else { nil }
    }

    /// The whole number, which may also stand in a string; nil for other values.
    package var integer: Int? {
        switch self {
        case .integer(let number): number
        case .number(let number): Int(exactly: number.rounded())
        case .string(let text): Int(text)
        default: nil
        }
    }

    /// The number; nil for other values.
    package var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    /// True or false; nil for other values.
    package var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    /// The elements; empty for other values.
    package var elements: [JSON] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The members; empty for other values.
    package var members: [String: JSON] {
        if case .object(let members) = self { members } else { [:] }
    }

    /// The member of that name; nil if there is none, if it is `null`, or if the value is no object.
    package subscript(name: String) -> JSON? {
        guard case .object(let members) = self, let member = members[name], member != .null else { return nil }
        return member
    }
}

extension JSON: JSONWritable {
    /// Writes the value; the members of objects come in the order of their names' bytes, so that equal values are
    /// equal texts.
    package func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .boolean(let value): writer.value(value)
        case .integer(let value): writer.value(value)
        case .number(let value): writer.value(value)
        case .string(let value): writer.value(value)
        case .array(let elements): writer.value(elements)
        case .object(let members):
            writer.object { writer in
                for (name, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                    writer.member(name, value)
                }
            }
        }
    }

    /// The value as text without white space, its objects' members sorted: equal values give equal texts.
    package var canonicalText: String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text
    }
}

extension JSON {
    /// Reads a text that must be one JSON value.
    ///
    /// - Throws: what is wrong with it and where; also if it nests deeper than 64 or has more than a million values.
    package init(parsing bytes: [UInt8]) throws(JSONError) {
        var limits = JSONText.Limits()
        limits.depth = 64
        limits.nodes = 1 << 20
        self.init(try JSONText(parsing: bytes, limits: limits).root)
    }

    private init(_ value: JSONValue) {
        switch value.kind {
        case .null: self = .null
        case .boolean: self = .boolean(value.bool ?? false)
        case .number: self = value.integer.map(JSON.integer) ?? value.double.map(JSON.number) ?? .null
        case .string: self = .string(value.string ?? "")
        case .array: self = .array(value.elements.map(JSON.init))
        case .object:
            self = .object(Dictionary(value.members.map { ($0.name, JSON($0.value)) }, uniquingKeysWith: { $1 }))
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    package init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    package init(integerLiteral value: Int) { self = .integer(value) }
    /// A number; a whole one is the same as an integer.
    package init(floatLiteral value: Double) { self = value.json }
    /// True or false.
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    /// An array.
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// An object.
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}
