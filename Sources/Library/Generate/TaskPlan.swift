package import Catalog
package import MeshyAPI

/// What a new request is to make, and from what.
package struct TaskPlan: Sendable {
    /// The request; what it takes from the library stands in it as a reference.
    package var request: TaskRequest
    /// What is to happen with the result.
    package var wish: TaskWish
    /// The task of the journal on whose result it works; nil if the request itself says it, or there is none.
    package var preceding: ModelID?
    /// What follows: each works on the result of the one before it.
    package var next: [TaskPlan] = []

    /// Describes a request.
    package init(
        _ request: TaskRequest, wish: TaskWish = TaskWish(), after preceding: ModelID? = nil, next: [TaskPlan] = []
    ) {
        self.request = request
        self.wish = wish
        self.preceding = preceding
        self.next = next
    }

    /// The requests as the journal writes them down, each before those that follow it.
    package var tasks: [PlannedTask] { tasks(after: preceding) }

    private func tasks(after preceding: ModelID?) -> [PlannedTask] {
        let first = PlannedTask(
            kind: Kind(rawValue: request.kind.rawValue), request: request.canonicalText,
            fingerprint: request.fingerprint, credits: request.estimatedCredits.atMost, preceding: preceding,
            wish: wish)
        return [first] + next.flatMap { $0.tasks(after: first.id) }
    }

    /// What all of it costs.
    package var estimates: [CreditEstimate] { [request.estimatedCredits] + next.flatMap(\.estimates) }
}

/// Why a model cannot be worked on at the service.
package enum SourceError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The service has removed the task and this kind of request can only name one.
    case needsTask(ModelID, kind: String)
    /// The request works on results of another kind only.
    case wrongKind(ModelID, Kind, request: String, needs: Kind)
    /// The model has no file that could be sent.
    case noModelFile(ModelID)
    /// The file is larger than what can be sent.
    case tooLarge(ModelID, bytes: Int64, limit: Int64)

    /// A sentence for people.
    package var description: String {
        switch self {
        case .needsTask(let id, let kind):
            "\(kind) needs the task that made \(id), and the service keeps tasks for three days"
        case .wrongKind(let id, let kind, let request, let needs):
            "\(id) is \(kind.rawValue), and \(request) is made only from \(needs.rawValue)"
        case .noModelFile(let id): "the model \(id) has no GLB that could be sent to the service"
        case .tooLarge(let id, let bytes, let limit):
            "the file of \(id) has \(bytes / 1_000_000) MB, and \(limit / 1_000_000) MB can be sent with a request"
        }
    }
}

extension Library {
    /// The most bytes of a file that are sent inside a request.
    private static let largestInline: Int64 = 37_500_000

    /// Refuses what the service would: a refine of what is no preview, a clip for what has no rig.
    ///
    /// - Throws: ``SourceError/wrongKind(_:_:request:needs:)``.
    package func checkSource(_ id: ModelID, of kind: TaskKind) throws {
        let needed: Kind
        switch kind {
        case .textTo3DRefine: needed = .textTo3DPreview
        case .animation: needed = .rigging
        default: return
        }
        let model = try catalog.model(id).model
        guard model.kind != needed else { return }
        throw SourceError.wrongKind(id, model.kind, request: kind.rawValue, needs: needed)
    }

    /// Makes a request work on a model: by its task while the service keeps it, else by its file.
    ///
    /// - Throws: ``SourceError`` if neither is possible.
    package func workOn(_ id: ModelID, _ request: inout TaskRequest, now: Timestamp = .now) throws {
        let task = try catalog.tasks(.of(model: id)).last { $0.remote != nil }
        if let task, let remote = task.remote, task.deadline.map({ $0.milliseconds > now.milliseconds }) ?? false {
            request.work(on: remote)
            return
        }
        guard request.kind.parameter("model_url") != nil else {
            throw SourceError.needsTask(id, kind: request.kind.rawValue)
        }
        let model = try catalog.model(id).model
        guard model.format == "glb" else { throw SourceError.noModelFile(id) }
        let bytes = model.bytes ?? 0
        guard bytes <= Self.largestInline else {
            throw SourceError.tooLarge(id, bytes: bytes, limit: Self.largestInline)
        }
        request[.modelURL] = LibraryMedia.reference(hash: model.hash, format: model.format)
    }

    /// The request as it is sent, with the library's pictures and models in it.
    package func complete(_ request: TaskRequest) throws -> TaskRequest {
        try TaskRequest(request.kind, body: objects.filled(request.body))
    }
}
