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
        for (key, place) in object?.memberPlaces ?? [] {
            guard let index = validation.json[place].integer, validation.contains(index, in: .accessors) else { continue }
            attributes.append(
                AttributeUse(
                    name: validation.json.name(key), index: index, accessor: document.accessors[index], place: place))
        }
        return attributes
    }
}
