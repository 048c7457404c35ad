/// One JSON object that a check looks at: only members whose values are valid by themselves are there.
struct SchemaObject {
    let validation: Validation
    let place: JSONPlace
    let schema: Schema
    /// The places of the valid members, in the order of the schema.
    let members: [JSONPlace?]
    /// The object around this one; nil at the root.
    let parent: JSONPlace?

    /// The member of that name, if it is there and valid.
    subscript(name: StaticString) -> JSONValue? {
        for (member, place) in zip(schema.members, members) where member.name == name {
            return place.map { validation.json[$0] }
        }
        return nil
    }

    /// The member as a number, if it is there and valid.
    func number(_ name: StaticString) -> Double? { self[name]?.double }

    /// The member as an array of numbers, if it is there and valid.
    func numbers(_ name: StaticString) -> [Double]? { self[name]?.elements.compactMap(\.double) }

    /// Reports something about the object, or about one of its members.
    func report(_ code: Finding.Code, _ member: StaticString? = nil, _ message: @autoclosure () -> String) {
        validation.report(code, at: place, member: member.map { "\($0)" }, message())
    }
}

extension StaticString {
    static func == (left: StaticString, right: StaticString) -> Bool {
        left.utf8CodeUnitCount == right.utf8CodeUnitCount
            && (0..<left.utf8CodeUnitCount).allSatisfy { left.utf8Start[$0] == right.utf8Start[$0] }
    }
}
