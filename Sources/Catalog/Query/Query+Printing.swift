extension Query: CustomStringConvertible {
    /// The query in the query language.
    public var description: String {
        let order = sort.map { "sort:\($0.isDescending ? "-" : "")\($0.field.rawValue)" }
        guard let filter else { return order ?? "" }
        guard let order else { return filter.description }
        return "\(filter.isAny ? "(\(filter))" : "\(filter)") \(order)"
    }
}

extension Filter: CustomStringConvertible {
    /// The condition in the query language.
    public var description: String {
        switch self {
        case .all(let parts): parts.map { $0.isAny ? "(\($0))" : "\($0)" }.joined(separator: " ")
        case .any(let parts): parts.map(\.description).joined(separator: " OR ")
        case .not(let part): part.isCompound ? "-(\(part))" : "-\(part)"
        case .words(let words, in: let field): (field.map { $0.rawValue + ":" } ?? "") + words.description(in: field)
        case .name(let field, let name, let isPrefix):
            "\(field.rawValue):\(BareText.isValue(name) ? name : quoted(name))\(isPrefix ? "*" : "")"
        case .kind(let kind): "kind:\(kind)"
        case .state(let state): "state:\(state.rawValue)"
        case .number(let field, let comparison): "\(field.rawValue):\(comparison)"
        case .date(let field, .period(let comparison)): "\(field.rawValue):\(comparison)"
        case .date(let field, .within(let count, let unit)): "\(field.rawValue):\(count)\(unit.rawValue)"
        case .flag(let flag): "is:\(flag.rawValue)"
        case .passes(let budget): "is:\(BareText.budgetWord)(\(budget))"
        case .has(let feature): "has:\(feature.rawValue)"
        case .reference(let field, let text): "\(field.rawValue):\(text)"
        case .saved(let name): "@\(name)"
        }
    }

    private var isCompound: Bool {
        if case .all = self { true } else { isAny }
    }

    fileprivate var isAny: Bool {
        if case .any = self { true } else { false }
    }
}

extension Words {
    fileprivate func description(in field: Field?) -> String {
        let isBare = !isQuoted && (field == nil ? BareText.isWord(text, isPrefix: isPrefix) : BareText.isValue(text))
        return (isBare ? text : quoted(text)) + (isPrefix ? "*" : "")
    }
}

extension Comparison: CustomStringConvertible where Value: CustomStringConvertible {
    /// The comparison as it stands behind a colon.
    public var description: String {
        switch self {
        case .equal(let value): "\(value)"
        case .less(let value): "<\(value)"
        case .atMost(let value): "<=\(value)"
        case .greater(let value): ">\(value)"
        case .atLeast(let value): ">=\(value)"
        case .between(let low, let high): "\(low)..\(high)"
        }
    }
}

/// Names in one line.
package enum NameList {
    /// The names with a space between them, each as the query language writes it: one with a space stands in quotation
    /// marks.
    package static func text(_ names: [String]) -> String {
        names.map { BareText.isValue($0) ? $0 : quoted($0) }.joined(separator: " ")
    }
}

private func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
        if character == "\"" || character == "\\" { result.append("\\") }
        result.append(character)
    }
    return result + "\""
}
