extension JSONText {
    /// The JSON pointer (RFC 6901) of a value, such as `/meshes/0/primitives/1`; empty for the whole text.
    ///
    /// Nothing is stored for it: the way is searched from the root, which takes time linear in the number of values
    /// that stand before the value in the containers around it.
    public func pointer(to place: JSONPlace) -> String {
        pointer(to: place, below: .root)
    }

    /// The way to a value from one that holds it, or that it is.
    func pointer(to place: JSONPlace, below container: JSONPlace) -> String {
        var pointers = JSONPointers()
        return pointers.pointer(to: place, in: self, below: container)
    }

    /// The line and column, both from 1 and in bytes, at which a value begins.
    public func lineAndColumn(of place: JSONPlace) -> (line: Int, column: Int) {
        let before = storage.bytes.prefix(self[place].byteRange.lowerBound)
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        return (line, before.count - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1))
    }
}

/// Finds the pointers of many values of one text. In each container it remembers where it was, so that for values in
/// the order of the text all searches together take linear time.
struct JSONPointers {
    private struct Child {
        var node: Int
        var ordinal = 0
    }

    /// The last child that was visited in a container.
    private var visited: [Int: Child] = [:]

    mutating func pointer(to place: JSONPlace, in text: JSONText, below start: JSONPlace = .root) -> String {
        let nodes = text.storage.nodes
        let target = Int(place.index)
        var pointer = ""
        var container = Int(start.index)
        while container < target {
            let isObject = nodes[container].kind == .object
            var child = Child(node: container + (isObject ? 2 : 1))
            if let known = visited[container], known.node <= target { child = known }
            while Int(nodes[child.node].next) <= target {
                child.node = Int(nodes[child.node].next) + (isObject ? 1 : 0)
                child.ordinal += 1
            }
            visited[container] = child
            let name = isObject ? Self.escaped(text.storage.text(nodes[child.node - 1])) : String(child.ordinal)
            pointer += "/" + name
            container = child.node
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
}
