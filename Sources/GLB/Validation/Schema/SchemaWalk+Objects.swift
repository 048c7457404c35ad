// Objects within objects, and extensions.

extension SchemaWalk {
    func isObject(_ place: JSONPlace, _ schema: Schema, in parent: JSONPlace) -> Bool {
        guard json[place].kind == .object else { return mismatch(place, "an object") }
        check(place, schema, in: parent)
        return true
    }

    func areObjects(_ array: JSONValue, in object: JSONPlace, _ check: (JSONPlace) -> Void) -> Bool {
        guard let elements = elements(of: array) else { return false }
        for element in elements {
            if element.kind == .object {
                check(element.place)
            } else {
                wrongElement(element, of: array, "an object")
            }
        }
        return true
    }

    func checkExtensions(_ place: JSONPlace, of object: JSONPlace, _ schema: Schema) {
        for member in json[place].memberPlaces {
            let name = json.name(member.key)
            let isObject = json[member.value].kind == .object
            if !isObject { mismatch(member.value, "an object") }
            guard validation.extensionsUsed.contains(name) else {
                report(.undeclaredExtension, member.value, "'\(name)' is not listed in 'extensionsUsed'")
                continue
            }
            guard let known = KnownExtension.all[name] else { continue }
            guard let extensionSchema = known.schemas[schema.kind] else {
                report(.unexpectedExtensionObject, member.value, "'\(name)' is not defined for this kind of object")
                continue
            }
            if isObject { check(member.value, extensionSchema, in: object) }
            if known.isIncomplete {
                report(.incompleteExtensionSupport, member.value, "not all rules of '\(name)' are checked")
            }
        }
    }
}
