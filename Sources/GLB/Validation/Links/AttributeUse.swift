/// An attribute of a primitive or a morph target, with the place of the index that names its accessor.
struct AttributeUse {
    let name: String
    /// The index of the accessor.
    let index: Int
    let accessor: Document.Accessor
    let place: JSONPlace
}

extension DocumentLinks {
    /// The attributes in an object whose accessors exist; of those with the same name, the last.
    func attributes(_ object: JSONValue?) -> [AttributeUse] {
        var attributes: [AttributeUse] = []
        for (name, value) in object?.members.map({ $0 }) ?? [] {
            guard let index = value.integer, validation.contains(index, in: .accessors) else { continue }
            attributes.append(
                AttributeUse(name: name, index: index, accessor: document.accessors[index], place: value.place))
        }
        guard !validation.json.duplicateKeys.isEmpty else { return attributes }
        let last = Dictionary(attributes.map { ($0.name, $0.place) }, uniquingKeysWith: { $1 })
        return attributes.filter { last[$0.name] == $0.place }
    }
}
