/// A part of a request that does not do today what its name says, or soon will not.
package struct RequestNotice: Hashable, Sendable {
    /// What the service does with it.
    package enum Effect: String, CaseIterable, Hashable, Sendable {
        /// Accepts it and does nothing.
        case ignored
        /// Still does it, and advises against it.
        case deprecated
        /// Refuses the request.
        case retired
        /// Does something that is promised nowhere.
        case undocumented
    }

    /// The parameter's name in the API.
    package let parameter: String
    /// Its value in this request.
    package let value: JSON
    /// What the service does with it.
    package let effect: Effect
    /// Since when; nil if nobody wrote it down.
    package let since: Day?
    /// The day from which the service refuses it; nil if none was named.
    package let retires: Day?
    /// What to use instead; nil if there is nothing.
    package let replacement: String?
    /// What else is worth knowing.
    package let note: String?
    /// The page where this stands.
    package let source: String
}

extension RequestNotice: CustomStringConvertible {
    /// A sentence for people.
    package var description: String {
        let name = [.retired, .deprecated].contains(effect) ? "\(parameter)=\(value.plainText)" : parameter
        var sentence =
            switch effect {
            case .ignored: "\(name) is accepted but has no effect"
            case .deprecated: "\(name) is deprecated"
            case .retired: "\(name) is refused"
            case .undocumented: "\(name) is documented nowhere"
            }
        if let since { sentence += " since \(since)" }
        if let retires { sentence += "; the service refuses it from \(retires) on" }
        if let note { sentence += "; \(note)" }
        if let replacement { sentence += "; use \(replacement) instead" }
        return sentence
    }
}

extension TaskRequest {
    /// What in this request the service ignores, advises against or refuses on a day.
    package func notices(
        on day: Day, retirements: RetirementTable = .current
    ) -> [RequestNotice] {
        var notices: [RequestNotice] = []
        for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
            for entry in retirements.parameters where entry.concerns(name, value, kind) {
                if let since = entry.since, since > day { continue }
                notices.append(
                    RequestNotice(
                        parameter: name, value: value, effect: entry.effect, since: entry.since, retires: nil,
                        replacement: entry.replacement, note: entry.note, source: entry.source))
            }
            if let use = modelUse(of: name), let model = value.text,
                let notice = notice(parameter: name, model: model, use, on: day, retirements)
            {
                notices.append(notice)
            }
        }
        return notices
    }

    /// What the AI model in a parameter is used for; nil for parameters that name none.
    func modelUse(of parameter: String) -> ModelUse? {
        switch (parameter, kind) {
        case ("texture_model", _), ("ai_model", .retexture): .texture
        case ("ai_model", .textToImage), ("ai_model", .imageToImage): .image
        case ("ai_model", _): self["model_type"] == "smart-topology" ? .smartTopology : .geometry
        default: nil
        }
    }

    private func notice(
        parameter: String, model: String, _ use: ModelUse, on day: Day, _ retirements: RetirementTable
    ) -> RequestNotice? {
        let source = retirements.models.first { $0.name == model && $0.use == use }?.source ?? ""
        let (effect, since, retires, replacement): (RequestNotice.Effect, Day?, Day?, String?)
        var status = retirements.status(of: model, for: use, on: day)
        if status == .unknown { status = retirements.status(of: model, on: day) }
        switch status {
        case .active, .unknown: return nil
        case .deprecated(let until, let instead):
            (effect, since, retires, replacement) = (.deprecated, nil, until, instead)
        case .retired(let day, let instead): (effect, since, retires, replacement) = (.retired, day, nil, instead)
        }
        return RequestNotice(
            parameter: parameter, value: .string(model), effect: effect, since: since, retires: retires,
            replacement: replacement, note: nil, source: source)
    }
}

extension RetirementTable.Parameter {
    fileprivate func concerns(_ name: String, _ value: JSON, _ kind: TaskKind) -> Bool {
        self.name == name && (kinds.isEmpty || kinds.contains(kind))
            && (values.isEmpty || value.text.map(values.contains) == true)
    }
}

extension JSON {
    /// The value as a person would type it: strings without quotation marks.
    var plainText: String {
        if case .string(let text) = self { text } else { canonicalText }
    }
}
