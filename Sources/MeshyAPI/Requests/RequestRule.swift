/// What parameters of one request ask of each other.
enum RequestRule: Sendable {
    /// One of these must be there, and only one.
    case exactlyOne([ParameterDefinition])
    /// One of these must be there; of both, the first wins.
    case eitherOr(ParameterDefinition, ParameterDefinition)
    /// The two are refused together.
    case excludes(ParameterDefinition, ParameterDefinition)
    /// Of both, the first wins.
    case overrides(ParameterDefinition, ParameterDefinition)
    /// The first does nothing unless the second is true.
    case needs(ParameterDefinition, ParameterDefinition)
    /// What takes more than a word to say.
    case custom(@Sendable (TaskRequest) -> [RequestProblem])

    /// An earlier task, or else something handed over.
    static func source<Value>(_ task: Parameter<String>, or media: Parameter<Value>) -> RequestRule {
        .eitherOr(task.definition, media.definition)
    }

    func problems(in request: TaskRequest) -> [RequestProblem] {
        func has(_ parameter: ParameterDefinition) -> Bool { request[parameter.name] != nil }

        switch self {
        case .exactlyOne(let parameters):
            let present = parameters.filter(has)
            if present.count == 1 { return [] }
            let names = parameters.map(\.name).joined(separator: ", ")
            return [
                present.isEmpty
                    ? .error(nil, "one of \(names) is needed")
                    : .error(present[1].name, "only one of \(names) can be given")
            ]
        case .eitherOr(let first, let second):
            if !has(first), !has(second) { return [.error(nil, "\(first.name) or \(second.name) is needed")] }
            return RequestRule.overrides(first, second).problems(in: request)
        case .excludes(let first, let second):
            return has(first) && has(second)
                ? [.error(second.name, "cannot be given together with \(first.name)")] : []
        case .overrides(let first, let second):
            return has(first) && has(second)
                ? [.warning(second.name, "has no effect beside \(first.name), which wins")] : []
        case .needs(let first, let second):
            return has(first) && request[second.name] != true
                ? [.warning(first.name, "has no effect without \(second.name)")] : []
        case .custom(let judge):
            return judge(request)
        }
    }
}
