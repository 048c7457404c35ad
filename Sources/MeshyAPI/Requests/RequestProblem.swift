/// Something in a request that the service would refuse, or that does not do what one may think.
package struct RequestProblem: Hashable, Sendable, CustomStringConvertible {
    /// How bad it is.
    package enum Severity: String, Hashable, Sendable {
        /// The service refuses the request; nothing is sent.
        case error
        /// The service takes the request.
        case warning
    }

    /// How bad it is.
    package let severity: Severity
    /// The parameter's name in the API; nil if it concerns the request as a whole.
    package let parameter: String?
    /// What is wrong, as words that follow the parameter's name.
    package let message: String

    /// The parameter and what is wrong with it.
    package var description: String { parameter.map { "\($0) \(message)" } ?? message }

    static func error(_ parameter: String?, _ message: String) -> RequestProblem {
        RequestProblem(severity: .error, parameter: parameter, message: message)
    }

    static func warning(_ parameter: String?, _ message: String) -> RequestProblem {
        RequestProblem(severity: .warning, parameter: parameter, message: message)
    }
}

extension TaskRequest {
    /// What the service would refuse or pass over, found before anything is sent or paid.
    ///
    /// Only errors keep a request from being sent. What nobody can be sure of is a warning, and the service decides.
    ///
    /// - Parameter day: the day for which AI models and parameters are judged; usually today.
    package func problems(on day: Day, retirements: RetirementTable = .current) -> [RequestProblem] {
        let retired = notices(on: day, retirements: retirements).filter { $0.effect == .retired }
        var problems = retired.map { RequestProblem.error(nil, $0.description) }
        let judged = Set(retired.map(\.parameter))
        for definition in kind.parameters where definition.isRequired && parameters[definition.name] == nil {
            problems.append(.error(definition.name, "is needed: \(definition.summary)"))
        }
        for (name, value) in parameters.sorted(by: { $0.key < $1.key }) where !judged.contains(name) {
            if let definition = kind.parameter(name) {
                problems += definition.problems(with: value)
            } else {
                let nearest = NearestName.of(name, among: kind.parameters.map(\.name))
                problems.append(
                    .warning(name, "is no parameter of \(kind.rawValue)" + (nearest.map { "; is it \($0)?" } ?? "")))
            }
        }
        for rule in kind.schema.rules { problems += rule.problems(in: self) }
        return problems
    }
}
