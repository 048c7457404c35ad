// What is reported, each in one place.

extension SchemaWalk {
    /// Reports a value; always false, so that it can end a check.
    @discardableResult
    func report(_ code: Finding.Code, _ place: JSONPlace, _ message: @autoclosure () -> String) -> Bool {
        validation.report(code, at: place, message())
        return false
    }

    @discardableResult
    func mismatch(_ place: JSONPlace, _ expected: String) -> Bool {
        report(.typeMismatch, place, "\(excerpt(place)) is not \(expected)")
    }

    func notInList(_ place: JSONPlace, _ list: [String]) -> Bool {
        report(.valueNotInList, place, "\(excerpt(place)) is none of \(list.joined(separator: ", "))")
    }

    func outOfRange(_ place: JSONPlace, _ range: String) -> Bool {
        report(.valueNotInRange, place, "\(excerpt(place)) is not \(range)")
    }

    @discardableResult
    func wrongElement(_ element: JSONValue, of array: JSONValue, _ expected: String) -> Bool {
        report(.arrayTypeMismatch, array.place, "the element \(excerpt(element.place)) is not \(expected)")
    }

    @discardableResult
    func invalidIndex(_ place: JSONPlace) -> Bool {
        report(.invalidIndex, place, "\(excerpt(place)) is not a whole number from 0 up")
    }

    @discardableResult
    func duplicate(_ place: JSONPlace) -> Bool {
        report(.duplicateElements, place, "\(excerpt(place)) stands earlier in the array")
    }

    func excerpt(_ place: JSONPlace) -> String { json.excerpt(of: place) }
}
