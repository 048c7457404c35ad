/// A JSON text (RFC 8259) that was read once and can be looked into without being copied.
///
/// One pass over the UTF-8 bytes checks everything that can be wrong with the text and leaves a flat tape of nodes,
/// sixteen bytes each, in the order of the text. Strings and numbers are decoded when they are asked for.
///
///     let text = try JSONText(parsing: bytes)
///     let name = text.root["asset"]?["generator"]?.string
public struct JSONText: Sendable {
    /// What a text may cost before it is refused.
    public struct Limits: Sendable {
        /// How many arrays and objects may stand inside each other.
        public var depth = 256
        /// How many values and member names a text may have; each takes sixteen bytes of memory.
        public var nodes = 1 << 24
        /// How many bytes a text may have.
        public var bytes = 1 << 30

        /// The limits that suit any real glTF.
        public init() {}
    }

    final class Storage: Sendable {
        let bytes: [UInt8]
        let nodes: [JSONTape.Node]
        let duplicates: [JSONPlace]

        init(bytes: [UInt8], tape: consuming JSONTape) {
            self.bytes = bytes
            self.nodes = tape.nodes
            self.duplicates = tape.duplicates
        }

        // A span can only be lent by a variable, hence the copies of the reference to the bytes.

        func text(_ node: JSONTape.Node) -> String {
            let bytes = bytes
            return node.text(bytes.span)
        }

        func hasText(_ node: JSONTape.Node, _ other: StaticString) -> Bool {
            let bytes = bytes
            return node.hasText(other, bytes.span)
        }

        func double(_ node: JSONTape.Node) -> Double? {
            let bytes = bytes
            return node.double(bytes.span)
        }

        func integer(_ node: JSONTape.Node) -> Int? {
            let bytes = bytes
            return node.integer(bytes.span)
        }
    }

    let storage: Storage

    /// Reads `bytes`, which must be exactly one JSON value with nothing but white space around it.
    ///
    /// - Throws: ``JSONError`` with the place of the first byte that cannot be right, or of the limit that was passed.
    public init(parsing bytes: [UInt8], limits: Limits = Limits()) throws(JSONError) {
        guard bytes.count <= min(limits.bytes, Int(UInt32.max) - 1) else {
            throw JSONError(.tooLong(limit: limits.bytes), at: 0, in: bytes)
        }
        var tape = JSONTape()
        do throws(JSONTape.Failure) {
            try tape.scan(bytes.span, limits: limits)
        } catch {
            throw JSONError(error.reason, at: error.offset, in: bytes)
        }
        storage = Storage(bytes: bytes, tape: tape)
    }

    /// The text's one value.
    public var root: JSONValue { JSONValue(text: self, place: .root) }

    /// The value at a place of this text.
    public subscript(place: JSONPlace) -> JSONValue { JSONValue(text: self, place: place) }

    /// Members whose name an earlier member of the same object has already; at most a hundred are remembered.
    ///
    /// Looking up such a name gives the last member, as most readers do.
    public var duplicateKeys: [JSONPlace] { storage.duplicates }

    /// How many bytes the text has.
    public var byteCount: Int { storage.bytes.count }
}

/// Where a value stands in a ``JSONText``: as cheap as an integer, turned into a pointer only when somebody reads it.
public struct JSONPlace: Hashable, Sendable {
    let index: UInt32

    init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }

    /// The whole text's value.
    public static let root = JSONPlace(0)
}

extension JSONPlace: Comparable {
    /// Places in the order of the text.
    public static func < (left: JSONPlace, right: JSONPlace) -> Bool { left.index < right.index }
}
