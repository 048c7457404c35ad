/// An attribute of a primitive or a morph target, with the place of the index that names its accessor.
struct AttributeUse {
    let name: String
    /// The index of the accessor.
    let index: Int
    let accessor: Document.Accessor
    let place: JSONPlace
}

/// The attributes of a primitive or a morph target.
struct AttributeUses {
    /// The names that stand in the document, whether or not their accessors exist, with the places of the values.
    let places: [String: JSONPlace]
    /// The attributes whose accessors exist, in the order of the document.
    let existing: [AttributeUse]
    private let byName: [String: Int]

    init(_ places: [String: JSONPlace], _ existing: [AttributeUse]) {
        self.places = places
        self.existing = existing
        byName = Dictionary(zip(existing.map(\.name), existing.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The attribute of that name, if its accessor exists.
    subscript(name: String) -> AttributeUse? { byName[name].map { existing[$0] } }
}

extension DocumentLinks {
    /// The attributes in an object.
    func attributes(_ object: JSONValue?) -> AttributeUses {
        var places: [String: JSONPlace] = [:]
        var existing: [AttributeUse] = []
        for (key, place) in object?.memberPlaces ?? [] {
            let name = validation.json.name(key)
            places[name] = place
            guard let index = validation.json[place].integer, validation.contains(index, in: .accessors) else {
                continue
            }
            existing.append(
                AttributeUse(name: name, index: index, accessor: document.accessors[index], place: place))
        }
        return AttributeUses(places, existing)
    }
}
