internal import Crypto

/// A request that makes a task: what is asked for, and every parameter, those of old versions of the API included.
///
///     var request = TaskRequest(.textTo3DPreview)
///     request[.prompt] = "a monster mask"
///     request[.targetFormats] = [.glb, .usdz]
///
/// Parameters are kept as they are sent, so that a request that was stored by another version of this program loses
/// nothing. Whether the service would take it is for ``problems(on:retirements:)`` to say.
package struct TaskRequest: Hashable, Sendable {
    /// What is asked for.
    package let kind: TaskKind
    /// The parameters by their names in the API, without the `mode` that follows from the kind.
    package private(set) var parameters: [String: JSON] = [:]

    /// Starts a request without parameters.
    package init(_ kind: TaskKind) {
        self.kind = kind
    }

    /// Rebuilds a request from its body as it was stored; members that nobody here knows are kept.
    ///
    /// - Throws: ``RequestError`` if the body is no object or its `mode` asks for another kind.
    package init(_ kind: TaskKind, body: JSON) throws(RequestError) {
        guard case .object(let members) = body else { throw .notAnObject }
        self.kind = kind
        parameters = members.filter { $0.value != .null }
        if let mode = kind.mode {
            if let stated = parameters["mode"], stated != .string(mode) { throw .otherMode(expected: mode) }
            parameters["mode"] = nil
        }
    }

    /// The value of a parameter; nil if it is not set, or set to something that is no such value.
    package subscript<Value>(parameter: Parameter<Value>) -> Value? {
        get { parameters[parameter.definition.name].flatMap(Value.init(json:)) }
        set { parameters[parameter.definition.name] = newValue?.json }
    }

    /// The value of a parameter by its name in the API; nil if it is not set.
    package subscript(name: String) -> JSON? {
        get { parameters[name] }
        set { parameters[name] = newValue == .null ? nil : newValue }
    }

    /// What is sent to the service.
    package var body: JSON {
        var members = parameters
        if let mode = kind.mode { members["mode"] = .string(mode) }
        return .object(members)
    }

    /// What is sent, as text: the same text for equal requests, which is what the journal stores and hashes.
    package var canonicalText: String { body.canonicalText }

    /// SHA-256 over kind and body, 64 lower-case hexadecimal digits: the same for equal requests only.
    package var fingerprint: String {
        var hash = SHA256()
        hash.update(data: Array("\(kind.rawValue)\n\(canonicalText)".utf8))
        return hash.finalize().hexadecimal
    }
}

/// Why a stored text is no request.
package enum RequestError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The body is not a JSON object.
    case notAnObject
    /// The body is not JSON.
    case notJSON(String)
    /// The member `mode` is not the one that belongs to the kind.
    case otherMode(expected: String)
    /// Nothing that the service ever offered under this name can be asked for today.
    case unknownKind(String)

    /// A sentence for people.
    package var description: String {
        switch self {
        case .notAnObject: "a request must be a JSON object"
        case .notJSON(let reason): "the request is not JSON: \(reason)"
        case .otherMode(let expected): "the request's mode is not \(expected), as its kind wants it"
        case .unknownKind(let name): "the service has nothing like '\(name)' today, and nothing that replaces it"
        }
    }
}
