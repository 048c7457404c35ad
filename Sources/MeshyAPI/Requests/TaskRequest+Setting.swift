internal import GLB

/// Why a parameter could not be set from text.
package enum SettingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is no `=` in the text.
    case noValue(String)
    /// Such requests have no parameter of that name; `nearest` may be what was meant.
    case unknownParameter(String, kind: TaskKind, nearest: String?)
    /// The text is no value of the parameter; `reason` follows the parameter's name in a sentence.
    case badValue(parameter: String, reason: String)

    /// A sentence for people.
    package var description: String {
        switch self {
        case .noValue(let text): "'\(text)' must be of the form parameter=value"
        case .unknownParameter(let name, let kind, let nearest):
            "\(kind.rawValue) has no parameter '\(name)'" + (nearest.map { "; did you mean \($0)?" } ?? "")
        case .badValue(let parameter, let reason): "\(parameter) \(reason)"
        }
    }
}

extension TaskRequest {
    /// Sets a parameter as a person types it: `target_polycount=20k`, `enable_pbr=yes`, `target_formats=glb,usdz`.
    ///
    /// An empty value takes the parameter out. Lists are separated by commas, objects and anything else may be JSON.
    ///
    /// - Throws: ``SettingError`` if there is no such parameter, or the service would refuse the value.
    package mutating func set(_ assignment: String) throws(SettingError) {
        guard let equals = assignment.firstIndex(of: "=") else { throw .noValue(assignment) }
        let name = String(assignment[..<equals].filter { !$0.isWhitespace })
        try set(name, to: String(assignment[assignment.index(after: equals)...]))
    }

    /// Sets the parameter of that name in the API from text; see ``set(_:)``.
    package mutating func set(_ name: String, to text: String) throws(SettingError) {
        guard let definition = kind.parameter(name) else {
            let nearest = NearestName.of(name, among: kind.parameters.map(\.name))
            throw .unknownParameter(name, kind: kind, nearest: nearest)
        }
        if text.isEmpty {
            self[name] = nil
            return
        }
        let value = try definition.value(from: text)
        if let problem = definition.problems(with: value).first(where: { $0.severity == .error }) {
            throw .badValue(parameter: problem.parameter ?? name, reason: problem.message)
        }
        self[name] = value
    }
}

extension ParameterDefinition {
    fileprivate func value(from text: String) throws(SettingError) -> JSON {
        switch form {
        case .boolean:
            switch text.lowercased() {
            case "true", "yes", "on", "1": return true
            case "false", "no", "off", "0": return false
            default: throw .badValue(parameter: name, reason: "must be true or false, not '\(text)'")
            }
        case .integer:
            guard let number = Self.count(text) else {
                throw .badValue(parameter: name, reason: "must be a whole number, not '\(text)'")
            }
            return .integer(number)
        case .number:
            guard let number = Double(text), number.isFinite else {
                throw .badValue(parameter: name, reason: "must be a number, not '\(text)'")
            }
            return number.json
        case .text, .choice, .openChoice, .task, .media:
            return .string(text)
        case .choices, .mediaList:
            // A data URI has a comma of its own.
            if text.hasPrefix("data:") { return .array([.string(text)]) }
            return .array(text.split(separator: ",").map { .string($0.trimmed) })
        case .integers:
            var numbers: [JSON] = []
            for part in text.split(separator: ",") {
                guard let number = Int(part.trimmed) else {
                    throw .badValue(parameter: name, reason: "must be whole numbers, not '\(part)'")
                }
                numbers.append(.integer(number))
            }
            return .array(numbers)
        case .object:
            do throws(JSONError) { return try JSON(parsing: Array(text.utf8)) } catch {
                throw .badValue(parameter: name, reason: "must be a JSON object: \(error)")
            }
        }
    }

    /// A whole number as people write it: `20000`, `20_000`, `20k`.
    private static func count(_ text: String) -> Int? {
        let text = text.filter { $0 != "_" }
        guard let last = text.last, last == "k" || last == "K" else { return Int(text) }
        guard let thousands = Double(text.dropLast()) else { return nil }
        return Int(exactly: (thousands * 1000).rounded())
    }
}
