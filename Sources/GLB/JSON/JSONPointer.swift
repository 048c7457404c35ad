extension JSONText {
    /// The JSON pointer (RFC 6901) of a value, such as `/meshes/0/primitives/1`; empty for the whole text.
    ///
    /// Nothing is stored for it: the way is searched from the root, which takes time linear in the number of values
    /// that stand before the value in the containers around it.
    public func pointer(to place: JSONPlace) -> String {
        let nodes = storage.nodes
        let target = Int(place.index)
        var pointer = ""
        var container = 0
        while container < target {
            var ordinal = 0
            var child = container + 1
            while Int(nodes[child].next) <= target {
                child = Int(nodes[child].next)
                ordinal += 1
            }
            pointer += "/"
            if nodes[container].kind == .object {
                pointer += Self.escaped(storage.text(nodes[child]))
                child += 1
            } else {
                pointer += String(ordinal)
            }
            container = child
        }
        return pointer
    }

    private static func escaped(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
        var escaped = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "~": escaped += "~0"
            case "/": escaped += "~1"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The line and column, both from 1 and in bytes, at which a value begins.
    public func lineAndColumn(of place: JSONPlace) -> (line: Int, column: Int) {
        let before = storage.bytes.prefix(self[place].byteRange.lowerBound)
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        return (line, before.count - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1))
    }
}
