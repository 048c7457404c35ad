/// A create request at the counter: what came, from whom, and what the service knows.
///
/// Reading a field checks its form and value; only `blueprint(of:from:)` and `succeeded(_:of:)` look at other tasks.
/// An order reads all its fields first, so that faults of the request are reported before faults of what it refers to.
struct Intake {
    let fields: Fields
    let account: Account
    let now: Milliseconds
    let state: ServiceState
    /// A seed for a request that names none.
    let freshSeed: Int

    /// The longest prompt, in characters.
    static let promptLimit = 800

    /// What a request works on.
    enum Source {
        case task(TaskID)
        case media(Media)
    }

    /// The earlier task or the file that the request works on; the task wins if both are given.
    func source(_ field: String, as kind: Media.Kind) throws(Refusal) -> Source {
        if let id = try fields.identifier("input_task_id") { return .task(id) }
        guard let text = try fields.text(field) else { throw .invalid("Either input_task_id or \(field) is required") }
        return .media(try Media(text, as: kind, field: field))
    }

    /// A list of pictures.
    func images(_ field: String, count: ClosedRange<Int>) throws(Refusal) -> [Media]? {
        guard let texts = try fields.texts(field, count: count) else { return nil }
        var images: [Media] = []
        for text in texts { images.append(try Media(text, as: .image, field: field)) }
        return images
    }

    func image(_ field: String, as kind: Media.Kind = .image) throws(Refusal) -> Media? {
        guard let text = try fields.text(field) else { return nil }
        return try Media(text, as: kind, field: field)
    }

    /// The succeeded task of this account with that identifier, from one of the families.
    func succeeded(_ id: TaskID, of families: Set<Family>) throws(Refusal) -> TaskRecord {
        guard let task = state.task(id, of: account, at: now) else { throw .taskNotFound }
        guard families.contains(task.family) else { throw .invalid("A task of type \(task.type) cannot be used here") }
        guard task.hasSucceeded(at: now) else { throw .invalid("Task \(id) has not succeeded") }
        return task
    }

    /// The model that the request works on.
    func blueprint(of source: Source, from families: Set<Family>) throws(Refusal) -> Blueprint {
        switch source {
        case .task(let id):
            guard let blueprint = try succeeded(id, of: families).product.blueprint else {
                throw .invalid("Task \(id) has no model")
            }
            return blueprint
        case .media(let media):
            if let id = media.task, let known = state.task(id, of: account, at: now)?.product.blueprint { return known }
            return Blueprint(
                prompt: media.words, seed: media.seed, surface: Blueprint.Surface(prompt: ""))
        }
    }

    /// What a picture shows: the words of the image task that made it, or else of its file's name.
    func subject(of image: Media) -> (prompt: String, seed: Int) {
        if let id = image.task, case .pictures(let pictures)? = state.task(id, of: account, at: now)?.product,
            let picture = pictures.first
        {
            return (picture.prompt, picture.seed)
        }
        return (image.words, image.seed)
    }
}
