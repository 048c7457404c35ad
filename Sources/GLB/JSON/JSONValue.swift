/// One value of a ``JSONText``.
public struct JSONValue: Sendable {
    /// What a value is.
    public enum Kind: String, Sendable {
        /// `null`.
        case null
        /// `true` or `false`.
        case boolean
        /// A number.
        case number
        /// A string.
        case string
        /// An array.
        case array
        /// An object.
        case object
    }

    /// The text in which the value stands.
    public let text: JSONText
    /// Where in it.
    public let place: JSONPlace

    var node: JSONTape.Node { text.storage.nodes[Int(place.index)] }

    /// What the value is.
    public var kind: Kind { node.kind.publicKind }

    /// The bytes of the text that are the value, of strings with the quotation marks.
    public var byteRange: Range<Int> {
        let node = node
        return node.kind == .string || node.kind == .escapedString
            ? Int(node.start) - 1..<Int(node.end) + 1 : Int(node.start)..<Int(node.end)
    }

    /// The value as it is written.
    public var rawBytes: ArraySlice<UInt8> { text.storage.bytes[byteRange] }

    /// The string, escape sequences resolved; nil if the value is none.
    public var string: String? {
        let node = node
        guard node.kind == .string || node.kind == .escapedString else { return nil }
        return text.storage.text(node)
    }

    /// Whether the value is a string of exactly these bytes; faster than making a string of it.
    package func isString(_ other: StaticString) -> Bool {
        node.kind == .string ? text.storage.hasText(node, other) : string == "\(other)"
    }

    /// True or false; nil if the value is neither.
    public var bool: Bool? {
        switch node.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// Whether the value is `null`.
    public var isNull: Bool { node.kind == .null }

    /// The number as a double, correctly rounded; nil if the value is no number or is too large for a double.
    public var double: Double? { text.storage.double(node) }

    /// The number if it is whole and fits 64 bits, however it is written (`1`, `1.0`, `1e0`); nil otherwise.
    public var integer: Int? { text.storage.integer(node) }

    /// Whether the value is a number that is written without fraction and exponent.
    public var isWrittenAsInteger: Bool { node.kind == .integer }

    /// The member of that name (the last one if there are several); nil if there is none or the value is no object.
    ///
    /// Takes time linear in the number of members.
    public subscript(name: String) -> JSONValue? {
        guard node.kind == .object else { return nil }
        let storage = text.storage
        var found: Int?
        var name = name
        name.withUTF8 { name in
            var key = Int(place.index) + 1
            while key < Int(node.next) {
                let node = storage.nodes[key]
                let matches =
                    node.kind == .key
                    ? storage.bytes[Int(node.start)..<Int(node.end)].elementsEqual(name)
                    : storage.text(node).utf8.elementsEqual(name)
                if matches { found = key + 1 }
                key = Int(storage.nodes[key + 1].next)
            }
        }
        return found.map { JSONValue(text: text, place: JSONPlace($0)) }
    }

    /// The element at an index from 0; nil if there is none or the value is no array.
    ///
    /// Takes time linear in the index; go through ``elements`` to see them all.
    public subscript(index: Int) -> JSONValue? {
        guard index >= 0 else { return nil }
        return elements.dropFirst(index).first { _ in true }
    }

    /// How many members or elements the value has; 0 if it is neither an object nor an array.
    public var count: Int {
        switch kind {
        case .object: members.reduce(0) { count, _ in count + 1 }
        case .array: elements.reduce(0) { count, _ in count + 1 }
        case .null, .boolean, .number, .string: 0
        }
    }

    /// The elements of an array in order; empty if the value is none.
    public var elements: Elements { Elements(self) }

    /// The members of an object in order; empty if the value is none.
    public var members: Members { Members(self) }

    /// Goes through the elements of an array.
    public struct Elements: Sequence, IteratorProtocol, Sendable {
        private let text: JSONText
        private var cursor: Int
        private let end: Int

        fileprivate init(_ array: JSONValue) {
            text = array.text
            cursor = Int(array.place.index) + 1
            end = array.node.kind == .array ? Int(array.node.next) : 0
        }

        /// The next element.
        public mutating func next() -> JSONValue? {
            guard cursor < end else { return nil }
            defer { cursor = Int(text.storage.nodes[cursor].next) }
            return JSONValue(text: text, place: JSONPlace(cursor))
        }
    }

    /// Goes through the members of an object.
    public struct Members: Sequence, IteratorProtocol, Sendable {
        private let text: JSONText
        private var cursor: Int
        private let end: Int

        fileprivate init(_ object: JSONValue) {
            text = object.text
            cursor = Int(object.place.index) + 1
            end = object.node.kind == .object ? Int(object.node.next) : 0
        }

        /// The next member.
        public mutating func next() -> (name: String, value: JSONValue)? {
            guard cursor < end else { return nil }
            let key = text.storage.nodes[cursor]
            defer { cursor = Int(text.storage.nodes[cursor + 1].next) }
            return (text.storage.text(key), JSONValue(text: text, place: JSONPlace(cursor + 1)))
        }
    }
}

extension JSONValue: JSONWritable {
    /// Writes the value, scalars as they stand in their text, white space as the writer has it.
    ///
    /// The recursion is as deep as the text, which has a limit.
    public func write(to writer: inout JSONWriter) {
        switch kind {
        case .object:
            writer.object { writer in
                for (name, value) in members { writer.member(name, value) }
            }
        case .array:
            writer.array { writer in
                for element in elements { writer.value(element) }
            }
        case .null, .boolean, .number, .string:
            writer.raw(rawBytes)
        }
    }
}

extension JSONTape.Kind {
    var publicKind: JSONValue.Kind {
        switch self {
        case .null: .null
        case .true, .false: .boolean
        case .integer, .real: .number
        case .string, .escapedString, .key, .escapedKey: .string
        case .array: .array
        case .object: .object
        }
    }
}

extension JSONTape.Node {
    /// Whether a string or name without escape sequences is these bytes.
    @inline(__always)
    func hasText(_ other: StaticString, _ bytes: Span<UInt8>) -> Bool {
        let count = other.utf8CodeUnitCount
        guard Int(end - start) == count else { return false }
        for index in 0..<count where bytes[Int(start) + index] != other.utf8Start[index] { return false }
        return true
    }
}
