internal import GLB

/// A task as the service tells of it: in an answer, a list, an event, or a webhook.
///
/// Every member is read leniently: zero, `null`, an empty string and absence all mean "nothing", unknown members and
/// words are kept in ``json``, and nothing but the id is insisted upon.
package struct MeshyTask: Hashable, Sendable {
    /// The service's id.
    package let id: String
    /// The service's word for what kind of task it is, such as `text-to-3d-refine`; nil in the oldest answers.
    package let type: String?
    /// The kind, if the word is known.
    package let kind: TaskKind?
    /// How far it is.
    package let status: TaskStatus
    /// How much is done, 0 to 100; it can stand still for minutes near the end.
    package let progress: Int
    /// How many tasks come before it in the queue; nil unless it waits there.
    package let precedingTasks: Int?
    /// When it was made, in milliseconds since 1970 UTC.
    package let createdAt: Int64?
    /// When work on it began, in milliseconds since 1970 UTC.
    package let startedAt: Int64?
    /// When it ended, in milliseconds since 1970 UTC.
    package let finishedAt: Int64?
    /// When the service says that its results go, in milliseconds since 1970 UTC; see ``deadline``.
    package let expiresAt: Int64?
    /// What it costs, 0 once it failed; nil where the service does not say.
    package let consumedCredits: Int?
    /// Why it failed; nil if it did not.
    package let failure: TaskFailure?
    /// The prompt, as the service repeats it.
    package let prompt: String?
    /// The start of the random numbers, where the service tells it.
    package let seed: Int?
    /// The AI model, where the service tells it.
    package let aiModel: String?
    /// Everything, as it came.
    package let json: JSON

    /// Reads a task.
    ///
    /// - Throws: ``TaskDecodingError`` if `json` is no object or bears no id.
    package init(_ json: JSON) throws(TaskDecodingError) {
        guard case .object = json else { throw .notAnObject }
        guard let id = json["id"]?.text else { throw .noID }
        self.id = id
        type = json["type"]?.text
        kind = Self.kind(type: json["type"]?.text, mode: json["mode"]?.text)
        status = TaskStatus(rawValue: json["status"]?.text?.uppercased() ?? "")
        progress = min(max(json["progress"]?.integer ?? 0, 0), 100)
        precedingTasks = json["preceding_tasks"]?.integer.flatMap { $0 > 0 ? $0 : nil }
        createdAt = Self.moment(json["created_at"])
        startedAt = Self.moment(json["started_at"])
        finishedAt = Self.moment(json["finished_at"])
        expiresAt = Self.moment(json["expires_at"])
        consumedCredits = json["consumed_credits"]?.integer
        failure = TaskFailure(json["task_error"])
        prompt = json["prompt"]?.text
        seed = json["seed"]?.integer
        aiModel = json["ai_model"]?.text
        self.json = json
    }

    /// Reads a task from JSON text.
    package init(parsing bytes: [UInt8]) throws(TaskDecodingError) {
        let json: JSON
        do throws(JSONError) { json = try JSON(parsing: bytes) } catch { throw .notJSON("\(error)") }
        try self.init(json)
    }

    /// When the results go for ever, in milliseconds since 1970 UTC: what the service says, else three days after the
    /// end; nil while it has not ended.
    package var deadline: Int64? {
        expiresAt ?? finishedAt.map { $0 + 3 * 86_400_000 }
    }

    /// Whether nothing will change any more: the status is final, or is a new word and the task has ended.
    package var isFinal: Bool {
        status.isFinal || (!status.isKnown && finishedAt != nil)
    }

    private static func kind(type: String?, mode: String?) -> TaskKind? {
        if let type { return TaskKind(serviceType: type) }
        // The oldest answers of text to 3D have only the mode.
        return switch mode {
        case "preview": .textTo3DPreview
        case "refine": .textTo3DRefine
        default: nil
        }
    }

    private static func moment(_ json: JSON?) -> Int64? {
        json?.integer.flatMap { (1...lastMoment).contains($0) ? Int64($0) : nil }
    }

    /// The end of the year 9999; what lies beyond is no moment.
    private static let lastMoment = 253_402_300_799_999
}

/// Why an answer is no task.
package enum TaskDecodingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// It is not JSON.
    case notJSON(String)
    /// It is not a JSON object.
    case notAnObject
    /// It bears no id.
    case noID

    /// A sentence for people.
    package var description: String {
        switch self {
        case .notJSON(let reason): "it is not JSON: \(reason)"
        case .notAnObject: "it is no JSON object"
        case .noID: "it bears no task id"
        }
    }
}
