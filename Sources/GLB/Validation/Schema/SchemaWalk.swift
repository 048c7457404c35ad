/// Goes through a document's JSON and reports what does not follow the schemas.
///
/// Every value is looked at once; pointers are only made for what is reported.
struct SchemaWalk {
    let validation: Validation
    /// Whether indices lead anywhere.
    private var resolvesIndices = true
    private var json: JSONText { validation.json }

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

// MARK: - Numbers and lists

extension SchemaWalk {
    private func isInteger(_ value: JSONValue, in range: ClosedRange<Int>, multipleOf factor: Int) -> Bool {
        guard let integer = value.integer else {
            // Whole numbers beyond 64 bits are numbers of the right type, though of no use.
            guard value.kind == .number, value.double.map({ $0 == $0.rounded() }) ?? true else {
                return mismatch(value.place, "an integer")
            }
            return range.upperBound == Int.max && value.rawBytes.first != UInt8(ascii: "-")
                || outOfRange(value.place, "a number of 64 bits")
        }
        guard range.contains(integer) else {
            return outOfRange(
                value.place,
                range.upperBound == Int.max
                    ? "\(range.lowerBound) or greater" : "from \(range.lowerBound) to \(range.upperBound)")
        }
        return integer.isMultiple(of: factor)
            || report(.valueMultipleOf, value.place, "\(integer) is not a multiple of \(factor)")
    }

    private func isNumber(_ value: JSONValue, in range: NumberRange) -> Bool {
        guard value.kind == .number else { return mismatch(value.place, "a number") }
        guard let number = value.double, range.contains(number) else { return outOfRange(value.place, range.text) }
        return true
    }

    /// The elements of an array that must not be empty; nil if it is none.
    private func elements(of value: JSONValue) -> JSONValue.Elements? {
        guard value.kind == .array else {
            mismatch(value.place, "an array")
            return nil
        }
        if value.count == 0 {
            report(.emptyEntity, value.place, "the array must not be empty")
            return nil
        }
        return value.elements
    }

    private func areNumbers(_ array: JSONValue, count: ClosedRange<Int>, in range: NumberRange) -> Bool {
        guard let elements = elements(of: array) else { return false }
        guard count.contains(array.count) else {
            let allowed = count.count == 1 ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
            return report(.arrayLengthNotInList, array.place, "\(array.count) elements instead of \(allowed)")
        }
        var isValid = true
        for element in elements {
            if element.kind != .number {
                isValid = wrongElement(element, of: array, "a number")
            } else if element.double.map({ !range.contains($0) }) ?? true {
                isValid = outOfRange(element.place, range.text)
            }
        }
        return isValid
    }

    private func areUniqueStrings(_ array: JSONValue) -> Bool {
        guard let elements = elements(of: array) else { return false }
        var seen: Set<String> = []
        var isValid = true
        for element in elements {
            if let string = element.string {
                if !seen.insert(string).inserted { isValid = duplicate(element.place) }
            } else {
                isValid = wrongElement(element, of: array, "a string")
            }
        }
        return isValid
    }
}

// MARK: - References

extension SchemaWalk {
    private func isIndex(_ value: JSONValue, of collection: DocumentArray?, marksUse: Bool) -> Bool {
        guard let index = value.integer else { return mismatch(value.place, "an integer") }
        return resolves(index, value.place, of: collection, marksUse: marksUse)
    }

    private func resolves(_ index: Int, _ place: JSONPlace, of collection: DocumentArray?, marksUse: Bool) -> Bool {
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

    private func areIndices(_ array: JSONValue, of collection: DocumentArray) -> Bool {
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
    private func areAttributes(_ place: JSONPlace, of collection: DocumentArray?) -> Bool {
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

// MARK: - Objects and extensions

extension SchemaWalk {
    private func isObject(_ place: JSONPlace, _ schema: Schema, in parent: JSONPlace) -> Bool {
        guard json[place].kind == .object else { return mismatch(place, "an object") }
        check(place, schema, in: parent)
        return true
    }

    private func areObjects(_ array: JSONValue, in object: JSONPlace, _ check: (JSONPlace) -> Void) -> Bool {
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

    private func checkExtensions(_ place: JSONPlace, of object: JSONPlace, _ schema: Schema) {
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

// MARK: - Reporting

extension SchemaWalk {
    /// Reports a value; always false, so that it can end a check.
    @discardableResult
    private func report(_ code: Finding.Code, _ place: JSONPlace, _ message: @autoclosure () -> String) -> Bool {
        validation.report(code, at: place, message())
        return false
    }

    @discardableResult
    private func mismatch(_ place: JSONPlace, _ expected: String) -> Bool {
        report(.typeMismatch, place, "\(excerpt(place)) is not \(expected)")
    }

    private func notInList(_ place: JSONPlace, _ list: [String]) -> Bool {
        report(.valueNotInList, place, "\(excerpt(place)) is none of \(list.joined(separator: ", "))")
    }

    private func outOfRange(_ place: JSONPlace, _ range: String) -> Bool {
        report(.valueNotInRange, place, "\(excerpt(place)) is not \(range)")
    }

    @discardableResult
    private func wrongElement(_ element: JSONValue, of array: JSONValue, _ expected: String) -> Bool {
        report(.arrayTypeMismatch, array.place, "the element \(excerpt(element.place)) is not \(expected)")
    }

    @discardableResult
    private func invalidIndex(_ place: JSONPlace) -> Bool {
        report(.invalidIndex, place, "\(excerpt(place)) is not a whole number from 0 up")
    }

    @discardableResult
    private func duplicate(_ place: JSONPlace) -> Bool {
        report(.duplicateElements, place, "\(excerpt(place)) stands earlier in the array")
    }

    private func excerpt(_ place: JSONPlace) -> String { json.excerpt(of: place) }
}
