/// What the service has retired or will retire, as of a day: AI models, parameters, and what `latest` meant when.
package struct RetirementTable: Equatable, Sendable {
    /// An AI model in one of its uses.
    package struct Model: Equatable, Sendable {
        /// The name, as `meshy-7.1`.
        package let name: String
        /// What it is used for; one name may have several uses with different fates.
        package let use: ModelUse
        /// Since when it could be asked for; nil if nobody wrote it down.
        package let since: Day?
        /// Since when the service advises against it.
        package let deprecated: Day?
        /// The first day on which the service refuses it.
        package let retires: Day?
        /// The model to use instead.
        package let replacement: String?
        /// Where this stands.
        package let source: String
    }

    /// A parameter, or some of its values, that does not do today what it once did.
    package struct Parameter: Equatable, Sendable {
        /// The parameter's name in the API.
        package let name: String
        /// The values that are meant; empty for all.
        package let values: [String]
        /// The kinds of task that are meant; empty for all.
        package let kinds: [TaskKind]
        /// What the service does with it.
        package let effect: RequestNotice.Effect
        /// Since when; nil if nobody wrote it down.
        package let since: Day?
        /// What to use instead.
        package let replacement: String?
        /// What else is worth knowing.
        package let note: String?
        /// Where this stands.
        package let source: String
    }

    struct Alias: Equatable, Sendable {
        let name: String
        let use: ModelUse
        let since: Day
        let model: String
    }

    /// The day on which somebody last compared the table with the service's documentation.
    package let checked: Day
    /// The models, each use on its own.
    package let models: [Model]
    /// The parameters.
    package let parameters: [Parameter]
    let aliases: [Alias]

    /// The table that was made with this program.
    package static let current: RetirementTable = {
        do {
            return try RetirementTable(parsing: Array(currentText.utf8))
        } catch {
            preconditionFailure("the built-in table of retirements: \(error)")
        }
    }()
}

/// What an AI model is used for.
package enum ModelUse: String, CaseIterable, Hashable, Sendable {
    case geometry
    case smartTopology = "smart-topology"
    case texture
    case image
}

/// Whether an AI model can be asked for on a day.
package enum ModelStatus: Hashable, Sendable {
    /// Yes, and nothing is planned.
    case active
    /// Yes; it was announced to end. `until` is the last day, nil if none was named.
    case deprecated(until: Day?, replacement: String?)
    /// No: the service refuses it since that day.
    case retired(since: Day, replacement: String?)
    /// Nothing is known of it: a newer model than the table, or a slip of the pen.
    case unknown
}

extension RetirementTable {
    /// Whether a model can be asked for on a day.
    ///
    /// - Parameters:
    ///   - model: the model's name; an alias such as `latest` is always active.
    ///   - use: what for; nil for whichever use lasts longest.
    package func status(of model: String, for use: ModelUse? = nil, on day: Day) -> ModelStatus {
        if aliases.contains(where: { $0.name == model }) { return .active }
        let fates = models.filter { $0.name == model && (use == nil || $0.use == use) }.map { $0.status(on: day) }
        return fates.max { $0.rank < $1.rank } ?? .unknown
    }

    /// The model that an alias such as `latest` meant on a day; nil if it is none or nobody wrote it down.
    package func meaning(of alias: String, for use: ModelUse = .geometry, on day: Day) -> String? {
        aliases.filter { $0.name == alias && $0.use == use && $0.since <= day }.max { $0.since < $1.since }?.model
    }

    /// The names that can be asked for on a day, the alias first and then in the table's order.
    package func activeNames(for uses: [ModelUse], on day: Day) -> [String] {
        let names = models.filter { model in
            guard uses.contains(model.use) else { return false }
            if case .retired = model.status(on: day) { return false }
            return true
        }
        return names.map(\.name)
    }
}

extension RetirementTable.Model {
    func status(on day: Day) -> ModelStatus {
        if let retires, retires <= day { return .retired(since: retires, replacement: replacement) }
        if let deprecated, deprecated <= day { return .deprecated(until: retires, replacement: replacement) }
        return .active
    }
}

extension ModelStatus {
    fileprivate var rank: Int {
        switch self {
        case .active: 3
        case .deprecated: 2
        case .retired: 1
        case .unknown: 0
        }
    }
}
