// Indices of other objects.

extension SchemaWalk {
    func isIndex(_ value: JSONValue, of collection: DocumentArray?, marksUse: Bool) -> Bool {
        guard let index = value.integer else { return mismatch(value.place, "an integer") }
        return resolves(index, value.place, of: collection, marksUse: marksUse)
    }

    func resolves(_ index: Int, _ place: JSONPlace, of collection: DocumentArray?, marksUse: Bool) -> Bool {
        guard index >= 0 else { return invalidIndex(place) }
        guard let collection, resolvesIndices else { return true }
        guard validation.contains(index, in: collection) else {
            report(
                .unresolvedReference, place,
                "\(collection) has \(validation.count(of: collection)) elements, so there is no element \(index)")
            return true
        }
        if marksUse { validation.markUsed(index, in: collection) }
        return true
    }

    func areIndices(_ array: JSONValue, of collection: DocumentArray) -> Bool {
        guard let elements = elements(of: array) else { return false }
        var seen: Set<Int> = []
        for element in elements {
            guard let index = element.integer else {
                invalidIndex(element.place)
                continue
            }
            if !seen.insert(index).inserted { duplicate(element.place) }
            _ = resolves(index, element.place, of: collection, marksUse: true)
        }
        return true
    }

    /// Checks an object whose members are indices of accessors, or of nothing where `collection` is nil.
    func areAttributes(_ place: JSONPlace, of collection: DocumentArray?) -> Bool {
        let members = json[place].memberPlaces
        guard !members.isEmpty else {
            return report(.emptyEntity, place, "the object must not be empty")
        }
        for member in members {
            guard let index = json[member.value].integer, index >= 0 else {
                invalidIndex(member.value)
                continue
            }
            _ = resolves(index, member.value, of: collection, marksUse: true)
        }
        return true
    }
}
