package import Catalog
package import MeshyAPI

/// How a request is to differ from the recorded one.
package struct Variation: Sendable {
    /// Other words; nil for the recorded ones.
    package var prompt: String?
    /// Parameters by their names in the API, as `name=value`; an empty value takes one out.
    package var settings: [String] = []
    /// Whether other random numbers are wanted.
    package var newSeed = false
    /// How many to make. A seed counts on from one to the next.
    package var count = 1

    /// The recorded request, once, as it is.
    package init() {}
}

/// How a model can be made again today.
package struct Regeneration: Sendable {
    /// The requests to send, one plan a copy; earlier tasks that are gone and must be made again stand before.
    package var plans: [TaskPlan] = []
    /// From where the model's own request is known.
    package var origin = RecordedRequest.Origin.journal
    /// What of the recorded requests the service does not take any more, and what is sent instead.
    package var changes: [RequestTranslation.Change] = []
    /// What the service advises against and will refuse from a day on.
    package var notices: [RequestNotice] = []
    /// What else a person should know before paying.
    package var remarks: [String] = []
    /// Until when the service keeps the task that is worked on; nil if none is.
    package var sourceDeadline: Timestamp?

    /// The day from which the service refuses what is sent today; nil if no end was announced.
    package var refusedFrom: Day? { notices.compactMap(\.retires).min() }

    /// Whether what is sent is the recorded request, all of it and nothing else.
    package var isExact: Bool {
        changes.isEmpty && [.journal, .file].contains(origin) && plans.allSatisfy(\.next.isEmpty)
    }
}

/// Why a model cannot be made again.
package enum RegenerationError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Nobody wrote the request down, and what is known of the model does not make one.
    case notRecorded(ModelID, kind: String)
    /// It was made from a task that the service no longer has, and the library has no model of it.
    case sourceGone(ModelID, task: String)
    /// It was made from another model, and nobody wrote down which.
    case sourceUnknown(ModelID, kind: String)
    /// Models make each other in a circle.
    case circle(ModelID)

    /// A sentence for people.
    package var description: String {
        switch self {
        case .notRecorded(let id, Kind.imported.rawValue):
            "\(id) came as a file alone: nothing says which request made it"
        case .notRecorded(let id, let kind):
            "the request that made \(id) (\(kind)) was not recorded: its parameters are missing"
        case .sourceGone(let id, let task):
            "\(id) was made from the task \(task), which is not in the library and, as far as it knows, gone at the service"
        case .sourceUnknown(let id, let kind):
            "nothing says of what \(id) (\(kind)) was made: its source is missing"
        case .circle(let id): "\(id) is its own ancestor; its lineage is damaged"
        }
    }
}
