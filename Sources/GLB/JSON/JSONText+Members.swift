extension JSONText {
    /// The text of a member's name.
    func name(_ key: JSONPlace) -> String { storage.text(storage.nodes[Int(key.index)]) }

    /// Whether a member's name is exactly these bytes; faster than making a string of it.
    func isName(_ key: JSONPlace, _ name: StaticString) -> Bool {
        isName(storage.nodes[Int(key.index)], name)
    }

    func isName(_ key: JSONTape.Node, _ name: StaticString) -> Bool {
        key.kind == .key ? storage.hasText(key, name) : storage.text(key) == "\(name)"
    }

    /// The start of a value as it is written, for messages.
    func excerpt(of place: JSONPlace) -> String {
        let raw = self[place].rawBytes
        return String(decoding: raw.prefix(40), as: UTF8.self) + (raw.count > 40 ? "…" : "")
    }
}

extension JSONValue {
    /// Where the names and values of an object's members stand, in order; empty if the value is no object.
    ///
    /// Of members with the same name, the last value counts, in the place of the first one.
    var memberPlaces: [(key: JSONPlace, value: JSONPlace)] {
        guard kind == .object else { return [] }
        var places: [(key: JSONPlace, value: JSONPlace)] = []
        var key = Int(place.index) + 1
        while key < Int(node.next) {
            places.append((JSONPlace(key), JSONPlace(key + 1)))
            key = Int(text.storage.nodes[key + 1].next)
        }
        guard !text.duplicateKeys.isEmpty else { return places }
        var indices: [String: Int] = [:]
        var unique: [(key: JSONPlace, value: JSONPlace)] = []
        for member in places {
            if let index = indices.updateValue(unique.count, forKey: text.name(member.key)) {
                unique[index].value = member.value
                indices[text.name(member.key)] = index
            } else {
                unique.append(member)
            }
        }
        return unique
    }
}
