/// A value that a parameter of a request can have.
package protocol ParameterValue: Sendable {
    /// Reads the value; nil if `json` is something else.
    init?(json: JSON)
    /// The value as it is sent.
    var json: JSON { get }
}

/// A parameter of a request by its name in the API, together with the Swift type of its values.
///
///     request[.prompt] = "a monster mask"
///     request[.topology] = .quad
package struct Parameter<Value: ParameterValue>: Sendable {
    /// What the parameter is.
    package let definition: ParameterDefinition

    init(_ name: String, _ form: ParameterForm, _ summary: String) {
        definition = ParameterDefinition(name: name, form: form, summary: summary)
    }
}

extension Parameter where Value: Choice {
    init(_ name: String, _ summary: String) {
        self.init(name, .choice(Value.allCases.map(\.rawValue)), summary)
    }
}

/// What values a parameter may have.
package enum ParameterForm: Hashable, Sendable {
    /// True or false.
    case boolean
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A number in a range; `step` is the distance between the values that are allowed, nil if all are.
    case number(ClosedRange<Double>, step: Double?)
    /// Words, at most `limit` characters; the service has surely taken `safe` of them so far.
    case text(safe: Int, limit: Int)
    /// One of the values that the service knows; nothing else is accepted.
    case choice([String])
    /// One of the values, or one that came after this program was made.
    case openChoice([String])
    /// A list of values from a set, each at most once.
    case choices([String])
    /// A list of different whole numbers.
    case integers(count: ClosedRange<Int>)
    /// The id of an earlier task.
    case task
    /// A picture or model: a URL that the service can reach, or a data URI.
    case media(MediaKind)
    /// Several pictures.
    case mediaList(MediaKind, count: ClosedRange<Int>)
    /// An object with members of its own.
    case object([ParameterDefinition])
}

/// A parameter as the API knows it: name, values, meaning.
package struct ParameterDefinition: Hashable, Sendable {
    /// The name in the API.
    package let name: String
    /// The values that it may have.
    package fileprivate(set) var form: ParameterForm
    /// What it does, in one line for people.
    package let summary: String
    /// Whether a request without it is refused.
    package fileprivate(set) var isRequired = false

    init(name: String, form: ParameterForm, summary: String) {
        self.name = name
        self.form = form
        self.summary = summary
    }

    /// The same parameter where one family of tasks takes other values.
    func with(_ form: ParameterForm) -> ParameterDefinition {
        var copy = self
        copy.form = form
        return copy
    }

    /// The same parameter where a family of tasks cannot do without it.
    var required: ParameterDefinition {
        var copy = self
        copy.isRequired = true
        return copy
    }
}

extension String: ParameterValue {
    package init?(json: JSON) {
        guard case .string(let text) = json else { return nil }
        self = text
    }

    package var json: JSON { .string(self) }
}

extension Int: ParameterValue {
    package init?(json: JSON) {
        guard case .integer(let number) = json else { return nil }
        self = number
    }

    package var json: JSON { .integer(self) }
}

extension Double: ParameterValue {
    package init?(json: JSON) {
        guard let number = json.double else { return nil }
        self = number
    }

    /// The number; a whole one looks the same as an integer, so that equal requests are equal texts.
    package var json: JSON { Int(exactly: self).map(JSON.integer) ?? .number(self) }
}

extension Bool: ParameterValue {
    package init?(json: JSON) {
        guard let value = json.boolean else { return nil }
        self = value
    }

    package var json: JSON { .boolean(self) }
}

extension Array: ParameterValue where Element: ParameterValue {
    package init?(json: JSON) {
        guard case .array(let elements) = json else { return nil }
        let values = elements.compactMap(Element.init(json:))
        guard values.count == elements.count else { return nil }
        self = values
    }

    package var json: JSON { .array(map(\.json)) }
}

extension Choice {
    package init?(json: JSON) {
        guard case .string(let text) = json else { return nil }
        self.init(rawValue: text)
    }

    package var json: JSON { .string(rawValue) }
}
