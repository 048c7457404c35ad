/// Goes through a document's JSON and reports what does not follow the schemas.
///
/// Every value is looked at once; pointers are only made for what is reported.
struct SchemaWalk {
    let validation: Validation
    /// Whether indices lead anywhere.
    private(set) var resolvesIndices = true
    var json: JSONText { validation.json }

    init(_ validation: Validation) { self.validation = validation }

    /// Checks an object and all that is in it; `parent` is the object around it.
    func check(_ place: JSONPlace, _ schema: Schema, in parent: JSONPlace? = nil) {
        if resolvesIndices, let name = schema.rootExtension, validation.rootExtension(name) == nil {
            report(.unsatisfiedDependency, place, "the document itself has no extension '\(name)'")
            var walk = self
            walk.resolvesIndices = false
            return walk.check(place, schema, in: parent)
        }
        var valid = [JSONPlace?](repeating: nil, count: schema.members.count)
        var present = [Bool](repeating: false, count: schema.members.count)
        for member in json[place].memberPlaces {
            guard let index = schema.members.firstIndex(where: { json.isName(member.key, $0.name) }) else {
                report(.unexpectedProperty, member.value, "the specification knows no such property here")
                continue
            }
            present[index] = true
            valid[index] = isValid(member.value, schema.members[index].value, in: place, schema) ? member.value : nil
        }
        for (index, member) in schema.members.enumerated() {
            if member.isRequired, !present[index] {
                report(.undefinedProperty, place, "the property '\(member.name)' must be defined")
            }
            if valid[index] != nil, let needed = member.dependency,
                let other = schema.members.firstIndex(where: { $0.name == needed }), !present[other]
            {
                validation.report(
                    .unsatisfiedDependency, at: place, member: "\(member.name)",
                    "'\(member.name)' has no meaning without '\(needed)'")
            }
        }
        guard !schema.checks.isEmpty else { return }
        let object = SchemaObject(
            validation: validation, place: place, schema: schema, members: valid, parent: parent)
        for check in schema.checks { check(object) }
    }

    /// Checks what can be checked of a document that is not that of a glTF 2 asset.
    func checkUnknownDocument() {
        guard json.root.kind == .object else {
            mismatch(.root, "an object")
            return
        }
        check(.root, .rootOfOtherVersion)
    }

    /// Whether a value is what it must be; reports it if not.
    private func isValid(_ place: JSONPlace, _ rule: ValueRule, in object: JSONPlace, _ schema: Schema) -> Bool {
        let value = json[place]
        switch rule {
        case .boolean:
            return value.bool != nil || mismatch(place, "a boolean")
        case .integer(let range, let factor):
            return isInteger(value, in: range, multipleOf: factor)
        case .integerIn(let list):
            guard let integer = value.integer else { return mismatch(place, "an integer") }
            return list.contains(integer) || notInList(place, list.map(String.init))
        case .number(let range):
            return isNumber(value, in: range)
        case .string:
            return value.string != nil || mismatch(place, "a string")
        case .stringIn(let list, let extended):
            guard let string = value.string else { return mismatch(place, "a string") }
            let list = list + extended.filter { validation.extensionsUsed.contains($0.extension) }.map(\.value)
            return list.contains(string) || notInList(place, list.map { "'\($0)'" })
        case .pattern(let text, let matches):
            guard let string = value.string else { return mismatch(place, "a string") }
            return matches(string) || report(.patternMismatch, place, "\(excerpt(place)) is not \(text)")
        case .uri:
            guard let string = value.string else { return mismatch(place, "a string") }
            return URIRules.check(string, at: place, validation)
        case .index(let collection, let marksUse):
            return isIndex(value, of: collection, marksUse: marksUse)
        case .indices(let collection):
            return areIndices(value, of: collection)
        case .numbers(let count, let range):
            return areNumbers(value, count: count, in: range)
        case .uniqueStrings:
            return areUniqueStrings(value)
        case .object(let schema):
            return isObject(place, schema, in: object)
        case .objects(let schema):
            return areObjects(value, in: object) { check($0, schema, in: object) }
        case .collection(let schema):
            guard let elements = elements(of: value) else { return false }
            for element in elements { _ = isObject(element.place, schema, in: object) }
            return true
        case .attributes:
            guard value.kind == .object else { return mismatch(place, "an object") }
            return areAttributes(place, of: .accessors)
        case .attributeSets:
            return areObjects(value, in: object) { _ = areAttributes($0, of: .accessors) }
        case .attributeIDs:
            guard value.kind == .object else { return mismatch(place, "an object") }
            return areAttributes(place, of: nil)
        case .extensions:
            guard value.kind == .object else { return mismatch(place, "an object") }
            checkExtensions(place, of: object, schema)
            return true
        case .extras:
            if value.kind != .object, !value.isNull {
                report(.nonObjectExtras, place, "\(excerpt(place)) is not an object")
            }
            return true
        case .anything:
            return true
        }
    }
}
