/// What stands behind a field's colon, read as what the field wants.
struct FieldValue {
    private let text: String
    private let isQuoted: Bool
    private let isPrefix: Bool
    private let token: QueryToken

    init?(_ token: QueryToken) {
        switch token.kind {
        case .word(let text, let isPrefix): (self.text, self.isQuoted, self.isPrefix) = (text, false, isPrefix)
        case .quoted(let text, let isPrefix): (self.text, self.isQuoted, self.isPrefix) = (text, true, isPrefix)
        default: return nil
        }
        self.token = token
    }

    func condition(on field: Field) throws(QueryError) -> Filter {
        switch field.type {
        case .words:
            return .words(try Words(text, isQuoted: isQuoted, isPrefix: isPrefix, at: token), in: field)
        case .name:
            return .name(field, try name(), isPrefix: isPrefix)
        case .oneOf(let names):
            let name = try nearestChecked(names, what: field.rawValue)
            return field == .state ? .state(ReviewState(rawValue: name) ?? .draft) : .kind(name)
        case .number(let unit):
            return .number(field, try comparison { value throws(QueryError) in try number(value, unit, field) })
        case .date:
            return .date(field, try date())
        case .reference:
            guard !isQuoted, !isPrefix else { throw error("an id is needed, or the beginning of one") }
            return .reference(field, text)
        }
    }

    /// The value that was named; `others` are what could stand here too, for the message.
    func oneOf<Value: RawRepresentable<String>>(
        _ values: [Value], what: String, others: [String] = []
    ) throws(QueryError) -> Value {
        let name = try nearestChecked(values.map(\.rawValue), what: what, others: others)
        guard let value = values.first(where: { $0.rawValue == name }) else { throw error("unknown \(what)") }
        return value
    }

    /// The budget that `ok(…)` names, one of `known` if these are known; nil if the value is something else.
    func budget(among known: [String]?) throws(QueryError) -> String? {
        guard text.lowercased().hasPrefix(BareText.budgetWord), !isQuoted else { return nil }
        let rest = text.dropFirst(BareText.budgetWord.count)
        if rest.isEmpty { throw error("'is:ok' needs the name of a budget, such as 'is:ok(web)'") }
        guard rest.hasPrefix("("), rest.hasSuffix(")"), !isPrefix else { return nil }
        let name = rest.dropFirst().dropLast().lowercased()
        guard !name.isEmpty else { throw error("the name of a budget is missing, as in 'is:ok(web)'") }
        guard let known, !known.contains(name) else { return name }
        var error = error("searches know no budget '\(name)'")
        error.suggestion = Spelling.nearest(to: name, in: known).map { "\(BareText.budgetWord)(\($0))" }
        if error.suggestion == nil { error.message += "; there is \(known.joined(separator: ", "))" }
        throw error
    }

    func sort() throws(QueryError) -> Query.Sort {
        let isDescending = text.hasPrefix("-")
        let name = String(isDescending ? text.dropFirst() : text[...]).lowercased()
        let sortable = Field.allCases.filter(\.isSortable)
        guard let field = sortable.first(where: { $0.rawValue == name }), !isPrefix else {
            var error = error("models cannot be sorted by '\(name)'")
            error.suggestion = Spelling.nearest(to: name, in: sortable.map(\.rawValue))
                .map { (isDescending ? "-" : "") + $0 }
            throw error
        }
        return Query.Sort(field, descending: isDescending)
    }

    // MARK: Names

    private func name() throws(QueryError) -> String {
        guard text.contains(where: { !$0.isWhitespace }) else { throw error("a name is missing") }
        guard isQuoted || !text.contains("*") else { throw error("'*' may only end a name") }
        return text
    }

    private func nearestChecked(
        _ names: [String], what: String, others: [String] = []
    ) throws(QueryError) -> String {
        let name = text.lowercased()
        guard !names.contains(name) || isPrefix else { return name }
        var error = error("there is no \(what) '\(text)'")
        error.suggestion = Spelling.nearest(to: name, in: names)
        if error.suggestion == nil { error.message += "; there is \((names + others).joined(separator: ", "))" }
        throw error
    }

    // MARK: Numbers

    private func comparison<Value>(
        _ read: (Substring) throws(QueryError) -> Value
    ) throws(QueryError) -> Comparison<Value> where Value: Comparable {
        guard !isQuoted, !isPrefix else { throw error("a number, a comparison or a range is needed") }
        if text.hasPrefix(">=") { return .atLeast(try read(text.dropFirst(2))) }
        if text.hasPrefix("<=") { return .atMost(try read(text.dropFirst(2))) }
        if text.hasPrefix(">") { return .greater(try read(text.dropFirst())) }
        if text.hasPrefix("<") { return .less(try read(text.dropFirst())) }
        if text.hasPrefix("=") { return .equal(try read(text.dropFirst())) }
        guard let dots = text.firstRange(of: "..") else { return .equal(try read(text[...])) }
        let (first, last) = (text[..<dots.lowerBound], text[dots.upperBound...])
        switch (first.isEmpty, last.isEmpty) {
        case (true, true): throw error("a range needs a beginning or an end")
        case (false, true): return .atLeast(try read(first))
        case (true, false): return .atMost(try read(last))
        case (false, false):
            let (low, high) = (try read(first), try read(last))
            guard low <= high else { throw error("the range is empty: its beginning is after its end") }
            return .between(low, high)
        }
    }

    private func number(_ text: Substring, _ unit: Field.Unit, _ field: Field) throws(QueryError) -> Int64 {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let suffix = text[digits.endIndex...].lowercased()
        guard let (value, decimals) = Self.decimal(digits) else { throw numberError(text, unit) }
        guard let factor = unit.factor(of: suffix) else { throw numberError(text, unit) }
        let (product, overflow) = value.multipliedReportingOverflow(by: factor)
        guard !overflow else { throw error("'\(text)' is too large") }
        guard product % decimals == 0 else { throw error("'\(text)' is not a whole number") }
        let number = product / decimals
        guard field != .rating || number <= 5 else { throw error("a rating goes from 0 to 5") }
        return number
    }

    /// A decimal number as a whole one and the power of ten to divide it by.
    private static func decimal(_ digits: Substring) -> (value: Int64, divisor: Int64)? {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, !whole.isEmpty else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.count <= 6, parts.count == 1 || !fraction.isEmpty, let value = Int64(whole + fraction) else {
            return nil
        }
        return (value, (0..<fraction.count).reduce(1) { power, _ in power * 10 })
    }

    private func numberError(_ text: Substring, _ unit: Field.Unit) -> QueryError {
        text.isEmpty ? error("a number is missing") : error("'\(text)' is not a number such as \(unit.example)")
    }

    // MARK: Dates

    private func date() throws(QueryError) -> DateCondition {
        if let age = age(text[...]) { return .within(age.0, age.1) }
        return .period(
            try comparison { value throws(QueryError) in
                if age(value) != nil {
                    throw error(
                        "an age stands alone: 'created:7d' is the last seven days, '-created:7d' what is older")
                }
                guard let period = Period(value) else {
                    throw error(
                        value.isEmpty
                            ? "a date is missing"
                            : "'\(value)' is not a date such as 2026, 2026-10 or 2026-10-05, nor an age such as 7d")
                }
                return period
            })
    }

    private func age(_ text: Substring) -> (Int, AgeUnit)? {
        guard let last = text.last, let unit = AgeUnit(rawValue: last.lowercased()), let number = Int(text.dropLast()),
            (0...100_000).contains(number), text.first?.isNumber == true
        else { return nil }
        return (number, unit)
    }

    private func error(_ message: String) -> QueryError {
        QueryError(message: message, column: token.range.lowerBound + 1, length: token.range.count)
    }
}

extension Field.Unit {
    /// What a number with this suffix, in lower case, is multiplied by.
    fileprivate func factor(of suffix: String) -> Int64? {
        switch (self, suffix) {
        case (_, ""): 1
        case (.bytes, "b"): 1
        case (.pixels, "px"): 1
        case (.pixels, "k"): 1024
        case (.count, "k"), (.bytes, "k"), (.bytes, "kb"): 1000
        case (.count, "m"), (.bytes, "m"), (.bytes, "mb"): 1_000_000
        case (.count, "g"), (.bytes, "g"), (.bytes, "gb"): 1_000_000_000
        case (.bytes, "kib"): 1 << 10
        case (.bytes, "mib"): 1 << 20
        case (.bytes, "gib"): 1 << 30
        default: nil
        }
    }

    fileprivate var example: String {
        switch self {
        case .count: "20000, 20k or 1.5M"
        case .bytes: "500KB, 5MB or 4MiB"
        case .pixels: "2048 or 2k"
        }
    }
}

extension Period: Comparable, LosslessStringConvertible {
    /// Reads `2026`, `2026-10` or `2026-10-05`; nil if it is neither.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 }) else {
            return nil
        }
        var numbers: [Int] = []
        for part in parts {
            guard part.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(part) else { return nil }
            numbers.append(number)
        }
        self.init(
            year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
    }

    /// The period as it is typed.
    public var description: String {
        let day = start.day
        return String(day.prefix(self.day != nil ? 10 : month != nil ? 7 : 4))
    }

    /// Orders periods by their beginning; of two that begin together the shorter comes first.
    public static func < (first: Period, second: Period) -> Bool {
        (first.start, first.end) < (second.start, second.end)
    }
}
