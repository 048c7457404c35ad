/// Reads the members of one JSON object into typed values.
///
/// Decoding is lenient: a member of a wrong type or value becomes a finding and counts as absent, and decoding goes
/// on. Every member is looked up by name, so a document decodes in time linear in its size.
struct ObjectReader {
    let decoder: DocumentDecoder
    /// The tape's node of the object; nil where something else stands in the object's place: then all is absent.
    private let object: JSONTape.Node?
    /// Where the object, or what stands in its place, is.
    let place: JSONPlace

    init(_ decoder: DocumentDecoder, _ place: JSONPlace) {
        self.decoder = decoder
        self.place = place
        let node = decoder.nodes[Int(place.index)]
        object = node.kind == .object ? node : nil
    }

    /// The place of the member of that name; the last one if a name is used twice.
    func member(_ name: StaticString) -> JSONPlace? {
        guard let object else { return nil }
        var found: JSONPlace?
        var key = Int(place.index) + 1
        while key < Int(object.next) {
            if decoder.text.isName(decoder.nodes[key], name) { found = JSONPlace(key + 1) }
            key = Int(decoder.nodes[key + 1].next)
        }
        return found
    }

    /// The names and places of all members in order; of those with the same name, the last.
    func members() -> [(name: String, place: JSONPlace)] {
        guard let object else { return [] }
        var members: [(name: String, place: JSONPlace)] = []
        var key = Int(place.index) + 1
        while key < Int(object.next) {
            members.append((decoder.string(key), JSONPlace(key + 1)))
            key = Int(decoder.nodes[key + 1].next)
        }
        guard !decoder.text.duplicateKeys.isEmpty else { return members }
        let last = Dictionary(members, uniquingKeysWith: { $1 })
        return members.filter { last[$0.name] == $0.place }
    }

    /// Reports that a member is missing, unless the whole object is something else.
    func require<Value>(_ name: StaticString, _ value: Value?) -> Value? {
        if value == nil, object != nil, member(name) == nil {
            decoder.report(.undefinedProperty, place, "the property '\(name)' must be defined")
        }
        return value
    }

    /// What several kinds of object have in common.
    var common: Common {
        Common(place: place, name: string("name"), extensions: child("extensions")?.place, extras: member("extras"))
    }
}

// MARK: - Scalars

extension ObjectReader {
    func string(_ name: StaticString) -> String? {
        guard let place = member(name) else { return nil }
        guard let string = decoder.value(place).string else { return mismatch(place, "a string") }
        return string
    }

    func bool(_ name: StaticString) -> Bool? {
        guard let place = member(name) else { return nil }
        guard let bool = decoder.value(place).bool else { return mismatch(place, "true or false") }
        return bool
    }

    /// A whole number; one that is too large for 64 bits, but not for a double, counts as the largest that is not.
    func integer(_ name: StaticString, in range: ClosedRange<Int>) -> Int? {
        guard let place = member(name) else { return nil }
        let value = decoder.value(place)
        if let integer = value.integer { return range.contains(integer) ? integer : outOfRange(place) }
        guard value.kind == .number else { return mismatch(place, "a whole number") }
        guard let double = value.double else { return outOfRange(place) }
        guard double == double.rounded() else { return mismatch(place, "a whole number") }
        return double > 0 && range.upperBound == Int.max ? Int.max : outOfRange(place)
    }

    /// A number; `isAllowed` says which ones may stand here.
    func number(_ name: StaticString, where isAllowed: (Double) -> Bool = { _ in true }) -> Double? {
        guard let place = member(name) else { return nil }
        let value = decoder.value(place)
        guard value.kind == .number else { return mismatch(place, "a number") }
        guard let number = value.double, isAllowed(number) else { return outOfRange(place) }
        return number
    }

    /// A number from 0 to 1.
    func fraction(_ name: StaticString) -> Double? {
        number(name) { (0...1).contains($0) }
    }

    /// A string that stands for one of the values of an enumeration.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: StaticString) -> Choice? {
        guard let place = member(name), let string = string(name) else { return nil }
        return Choice(rawValue: string) ?? notInList(place, Choice.allCases.map { "'\($0.rawValue)'" })
    }

    /// A whole number that stands for one of the values of an enumeration.
    func choice<Choice: RawRepresentable<Int> & CaseIterable>(_ name: StaticString) -> Choice? {
        guard let place = member(name) else { return nil }
        guard let integer = decoder.value(place).integer else { return mismatch(place, "a whole number") }
        return Choice(rawValue: integer) ?? notInList(place, Choice.allCases.map { String($0.rawValue) })
    }

    private func notInList<Value>(_ place: JSONPlace, _ list: [String]) -> Value? {
        decoder.report(
            .valueNotInList, place,
            "the value \(decoder.excerpt(place)) is none of \(list.joined(separator: ", "))")
        return nil
    }

    private func outOfRange<Value>(_ place: JSONPlace) -> Value? {
        decoder.report(.valueNotInRange, place, "the value \(decoder.excerpt(place)) is out of range")
        return nil
    }

    private func mismatch<Value>(_ place: JSONPlace, _ expected: String) -> Value? {
        decoder.reportMismatch(place, expected)
        return nil
    }
}

// MARK: - References

extension ObjectReader {
    /// An index into one of the document's arrays.
    func index(_ name: StaticString, of collection: DocumentArray) -> Int? {
        index(name, below: decoder.count(of: collection))
    }

    /// An index that must be less than `count`.
    func index(_ name: StaticString, below count: Int) -> Int? {
        member(name).flatMap { decoder.index($0, below: count) }
    }

    /// An array of indices into one of the document's arrays; elements that are none are left out.
    func indices(_ name: StaticString, of collection: DocumentArray) -> [Int] {
        let count = decoder.count(of: collection)
        return elements(name).compactMap { decoder.index($0, below: count) }
    }
}

// MARK: - Objects and arrays

extension ObjectReader {
    /// An object; nil if there is none or something else stands in its place.
    func child(_ name: StaticString) -> ObjectReader? {
        guard let place = member(name) else { return nil }
        guard decoder.nodes[Int(place.index)].kind == .object else { return mismatch(place, "an object") }
        return ObjectReader(decoder, place)
    }

    /// The object of an extension.
    func `extension`(_ name: StaticString) -> ObjectReader? {
        guard let extensions = member("extensions") else { return nil }
        return ObjectReader(decoder, extensions).child(name)
    }

    /// The places of the elements of an array that must not be empty.
    func elements(_ name: StaticString) -> [JSONPlace] {
        guard let place = member(name) else { return [] }
        guard decoder.nodes[Int(place.index)].kind == .array else {
            decoder.reportMismatch(place, "an array")
            return []
        }
        let elements = decoder.value(place).elements.map(\.place)
        if elements.isEmpty { decoder.report(.emptyEntity, place, "the array must not be empty") }
        return elements
    }

    /// The elements of an array, which should be objects. An element that is none is left out, or counts as an empty
    /// object where others refer to the elements by index.
    func children(_ name: StaticString, keepsIndices: Bool = false) -> [ObjectReader] {
        let elements = elements(name)
        guard decoder.admit(elements.count) else { return [] }
        return elements.compactMap { element in
            if decoder.nodes[Int(element.index)].kind != .object {
                reportElement(element, of: name, "an object")
                if !keepsIndices { return nil }
            }
            return ObjectReader(decoder, element)
        }
    }

    private func reportElement(_ element: JSONPlace, of name: StaticString, _ expected: String) {
        guard let array = member(name) else { return }
        decoder.report(
            .arrayTypeMismatch, array, "the array's element \(decoder.excerpt(element)) is not \(expected)")
    }

    /// An array of numbers with exactly one of the lengths `counts`, or of any length.
    func numbers(
        _ name: StaticString, counts: [Int]? = nil, where isAllowed: (Double) -> Bool = { _ in true }
    ) -> [Double]? {
        guard let place = member(name) else { return nil }
        let value = decoder.value(place)
        guard value.kind == .array else { return mismatch(place, "an array") }
        var numbers: [Double] = []
        for element in value.elements {
            guard let number = element.double else {
                reportElement(element.place, of: name, "a number")
                return nil
            }
            guard isAllowed(number) else { return outOfRange(element.place) }
            numbers.append(number)
        }
        if let counts, !counts.contains(numbers.count) {
            decoder.report(
                .arrayLengthNotInList, place,
                "the array has \(numbers.count) elements instead of "
                    + counts.map { String($0) }.joined(separator: " or "))
            return nil
        }
        return numbers
    }

    /// An array of three numbers.
    func vector3(_ name: StaticString, where isAllowed: (Double) -> Bool = { _ in true }) -> SIMD3<Double>? {
        numbers(name, counts: [3], where: isAllowed).map { SIMD3($0[0], $0[1], $0[2]) }
    }

    /// An array of four numbers.
    func vector4(_ name: StaticString, where isAllowed: (Double) -> Bool = { _ in true }) -> SIMD4<Double>? {
        numbers(name, counts: [4], where: isAllowed).map { SIMD4($0[0], $0[1], $0[2], $0[3]) }
    }

    /// The strings of an array; elements that are none are left out.
    func strings(_ name: StaticString) -> [String] {
        elements(name).compactMap { element in
            let string = decoder.value(element).string
            if string == nil { reportElement(element, of: name, "a string") }
            return string
        }
    }
}
