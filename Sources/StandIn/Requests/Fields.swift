/// The members of a request's body, read by name and type.
///
/// Members that nobody asks for are ignored; `null` and an empty string are the same as an absent member.
struct Fields: Sendable {
    let members: [String: JSON]
    /// The name that refusals use, such as `CreateRiggingRequest`.
    private let name: String

    init(_ body: JSON, of name: String) throws(Refusal) {
        guard case .object(let members) = body else {
            throw .invalid("cannot decode \(body.typeName) into \(name) of type object")
        }
        self.members = members.filter { $0.value != .null && $0.value != .string("") }
        self.name = name
    }

    func has(_ field: String) -> Bool { members[field] != nil }

    /// Text of at most `limit` characters.
    func text(_ field: String, limit: Int = .max) throws(Refusal) -> String? {
        guard let value = members[field] else { return nil }
        guard case .string(let text) = value else { throw mismatch(field, "string") }
        guard text.unicodeScalars.count <= limit else { throw .invalid("\(field) is longer than \(limit) characters") }
        return text
    }

    func flag(_ field: String) throws(Refusal) -> Bool? {
        guard let value = members[field] else { return nil }
        guard case .bool(let flag) = value else { throw mismatch(field, "boolean") }
        return flag
    }

    func number(_ field: String, in range: ClosedRange<Double>) throws(Refusal) -> Double? {
        guard let value = members[field] else { return nil }
        guard case .number(let number) = value else { throw mismatch(field, "number") }
        guard range.contains(number) else { throw outside(field, range.lowerBound, range.upperBound) }
        return number
    }

    /// A number above zero.
    func size(_ field: String) throws(Refusal) -> Double? {
        guard let size = try number(field, in: -.greatestFiniteMagnitude...10_000) else { return nil }
        guard size > 0 else { throw .invalid("\(field) must be greater than 0") }
        return size
    }

    func integer(_ field: String, in range: ClosedRange<Int>) throws(Refusal) -> Int? {
        guard let value = members[field] else { return nil }
        return try integer(value, field, in: range)
    }

    /// One of `choices`.
    func choice(_ field: String, of choices: [String]) throws(Refusal) -> String? {
        guard let text = try text(field) else { return nil }
        guard choices.contains(text) else { throw notOne(text, field, of: choices) }
        return text
    }

    /// One of the cases of `Choice`.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ field: String, as type: Choice.Type = Choice.self
    ) throws(Refusal) -> Choice? {
        guard let text = try choice(field, of: type.allCases.map(\.rawValue)) else { return nil }
        return Choice(rawValue: text)
    }

    /// A list of strings whose length is in `count`.
    func texts(_ field: String, count: ClosedRange<Int>) throws(Refusal) -> [String]? {
        guard let values = try list(field, count: count) else { return nil }
        var texts: [String] = []
        for value in values {
            guard case .string(let text) = value else { throw mismatch(field, "array of string") }
            texts.append(text)
        }
        return texts
    }

    /// A list of different integers whose length is in `count`.
    func integers(_ field: String, count: ClosedRange<Int>, in range: ClosedRange<Int>) throws(Refusal) -> [Int]? {
        guard let values = try list(field, count: count) else { return nil }
        var integers: [Int] = []
        for value in values { integers.append(try integer(value, field, in: range)) }
        guard Set(integers).count == integers.count else { throw .invalid("\(field) contains a value twice") }
        return integers
    }

    func identifier(_ field: String) throws(Refusal) -> TaskID? {
        guard let text = try text(field) else { return nil }
        return try TaskID(text)
    }

    /// The members of an object.
    func object(_ field: String) throws(Refusal) -> Fields? {
        guard let value = members[field] else { return nil }
        return try Fields(value, of: "\(name).\(field)")
    }

    /// The value, or a refusal that names what is missing.
    func required<Value>(_ field: String, _ value: Value?) throws(Refusal) -> Value {
        guard let value else { throw .invalid("\(field) is required") }
        return value
    }

    private func list(_ field: String, count: ClosedRange<Int>) throws(Refusal) -> [JSON]? {
        guard let value = members[field] else { return nil }
        guard case .array(let values) = value else { throw mismatch(field, "array") }
        guard count.contains(values.count) else {
            throw .invalid("\(field) must have \(count.lowerBound) to \(count.upperBound) entries, not \(values.count)")
        }
        return values
    }

    private func integer(_ value: JSON, _ field: String, in range: ClosedRange<Int>) throws(Refusal) -> Int {
        guard case .number(let number) = value, let integer = Int(exactly: number) else {
            throw mismatch(field, "integer")
        }
        guard range.contains(integer) else { throw outside(field, range.lowerBound, range.upperBound) }
        return integer
    }

    private func mismatch(_ field: String, _ type: String) -> Refusal {
        .invalid("cannot decode \(members[field]?.typeName ?? "null") into \(name).\(field) of type \(type)")
    }

    private func outside(_ field: String, _ low: some Comparable, _ high: some Comparable) -> Refusal {
        .invalid("\(field) must be between \(low) and \(high)")
    }

    private func notOne(_ text: String, _ field: String, of choices: [String]) -> Refusal {
        .invalid("Invalid \(field): \(text), must be one of [\(choices.joined(separator: " "))]")
    }
}
