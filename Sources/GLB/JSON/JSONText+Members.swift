extension JSONText {
    /// The text of a member's name.
    func name(_ key: JSONPlace) -> String { storage.text(storage.nodes[Int(key.index)]) }

    /// Whether a member's name is exactly these bytes; faster than making a string of it.
    func isName(_ key: JSONPlace, _ name: StaticString) -> Bool {
        let node = storage.nodes[Int(key.index)]
        return node.kind == .key ? storage.hasText(node, name) : storage.text(node) == "\(name)"
    }

    /// The start of a value as it is written, for messages.
    func excerpt(of place: JSONPlace) -> String {
        let raw = self[place].rawBytes
        return String(decoding: raw.prefix(40), as: UTF8.self) + (raw.count > 40 ? "…" : "")
    }
}

extension JSONValue {
    /// Where the names and values of an object's members stand, in order; empty if the value is no object.
    var memberPlaces: MemberPlaces { MemberPlaces(self) }

    struct MemberPlaces: Sequence, IteratorProtocol {
        private let text: JSONText
        private var cursor: Int
        private let end: Int

        fileprivate init(_ object: JSONValue) {
            text = object.text
            cursor = Int(object.place.index) + 1
            end = object.node.kind == .object ? Int(object.node.next) : 0
        }

        mutating func next() -> (key: JSONPlace, value: JSONPlace)? {
            guard cursor < end else { return nil }
            defer { cursor = Int(text.storage.nodes[cursor + 1].next) }
            return (JSONPlace(cursor), JSONPlace(cursor + 1))
        }
    }
}
