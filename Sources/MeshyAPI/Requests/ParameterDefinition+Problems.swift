extension ParameterDefinition {
    /// What is wrong with `value` as a value of this parameter.
    func problems(with value: JSON) -> [RequestProblem] {
        switch form {
        case .boolean:
            return value.boolean == nil ? [.error(name, "must be true or false")] : []
        case .integer(let range):
            guard case .integer(let number) = value else { return [.error(name, "must be a whole number")] }
            return range.contains(number)
                ? [] : [.error(name, "is \(number); it must be \(range.lowerBound) to \(range.upperBound)")]
        case .number(let range, let step):
            return problems(number: value, range, step)
        case .text(let safe, let limit):
            return problems(text: value, safe, limit)
        case .choice(let names), .openChoice(let names):
            return problems(choice: value, names)
        case .choices(let names):
            return problems(choices: value, names)
        case .integers(let count):
            guard let numbers = [Int](json: value) else { return [.error(name, "must be a list of whole numbers")] }
            if !count.contains(numbers.count) { return [.error(name, Self.wanted(count, numbers.count))] }
            return Set(numbers).count == numbers.count ? [] : [.error(name, "holds a number twice")]
        case .task:
            return value.text == nil ? [.error(name, "must be the id of a task")] : []
        case .media(let kind):
            guard let reference = value.text else { return [.error(name, "must be a URL or a data URI")] }
            return kind.fault(in: reference).map { [.error(name, $0)] } ?? []
        case .mediaList(let kind, let count):
            guard let references = [String](json: value) else { return [.error(name, "must be a list of URLs")] }
            if !count.contains(references.count) { return [.error(name, Self.wanted(count, references.count))] }
            return references.enumerated().compactMap { index, reference in
                kind.fault(in: reference).map { .error("\(name)[\(index)]", $0) }
            }
        case .object(let members):
            return problems(object: value, members)
        }
    }

    private static func wanted(_ count: ClosedRange<Int>, _ given: Int) -> String {
        "holds \(given); it must be \(count.lowerBound) to \(count.upperBound)"
    }

    private func problems(number value: JSON, _ range: ClosedRange<Double>, _ step: Double?) -> [RequestProblem] {
        guard let number = value.double else { return [.error(name, "must be a number")] }
        guard range.contains(number) else {
            return [
                .error(
                    name,
                    "is \(value.canonicalText); it must be \(range.lowerBound.json.canonicalText) to "
                        + range.upperBound.json.canonicalText)
            ]
        }
        if let step, (number / step).rounded() * step != number {
            return [.error(name, "is \(value.canonicalText); it goes in steps of \(step.json.canonicalText)")]
        }
        return []
    }

    private func problems(text value: JSON, _ safe: Int, _ limit: Int) -> [RequestProblem] {
        guard case .string(let text) = value else { return [.error(name, "must be text")] }
        if isRequired, !text.contains(where: { !$0.isWhitespace }) { return [.error(name, "is empty")] }
        let length = text.unicodeScalars.count
        if length > limit { return [.error(name, "has \(length) characters; at most \(limit) are taken")] }
        return length > safe
            ? [.warning(name, "has \(length) characters; above \(safe) the service may refuse it")] : []
    }

    private func problems(choice value: JSON, _ names: [String]) -> [RequestProblem] {
        guard case .string(let text) = value else { return [.error(name, "must be text")] }
        if names.contains(text) { return [] }
        let nearest = NearestName.of(text, among: names).map { "; is it \($0)?" } ?? ""
        if case .openChoice = form { return [.warning(name, "is '\(text)', which nobody here knows\(nearest)")] }
        let known = names.filter { !$0.isEmpty }.joined(separator: ", ")
        return [.error(name, "is '\(text)'; it must be one of \(known)\(nearest)")]
    }

    private func problems(choices value: JSON, _ names: [String]) -> [RequestProblem] {
        guard let texts = [String](json: value) else { return [.error(name, "must be a list of words")] }
        if texts.isEmpty { return [.error(name, "is empty")] }
        if let unknown = texts.first(where: { !names.contains($0) }) {
            return [.error(name, "holds '\(unknown)'; it can hold \(names.joined(separator: ", "))")]
        }
        return Set(texts).count == texts.count ? [] : [.error(name, "holds a word twice")]
    }

    private func problems(object value: JSON, _ members: [ParameterDefinition]) -> [RequestProblem] {
        guard case .object(let given) = value else { return [.error(name, "must be an object")] }
        let missing = members.filter { $0.isRequired && given[$0.name] == nil }
        var problems = missing.map { RequestProblem.error("\(name).\($0.name)", "is needed: \($0.summary)") }
        for (member, value) in given.sorted(by: { $0.key < $1.key }) {
            let definition = members.first { $0.name == member }
            problems += (definition?.problems(with: value) ?? [.warning(member, "is not known")]).map {
                RequestProblem(severity: $0.severity, parameter: "\(name).\(member)", message: $0.message)
            }
        }
        return problems
    }
}
