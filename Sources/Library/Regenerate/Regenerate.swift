package import Catalog
package import MeshyAPI

extension Library {
    /// How a model can be made again, as it was or varied. Nothing is written and nothing is sent.
    ///
    /// A change belongs to the nearest request that has such a parameter, from the model's own upwards to what it was made
    /// from; everything from there on is made again. So another prompt for a refined model makes another preview too.
    ///
    /// - Parameters:
    ///   - wish: what is to happen with the results.
    ///   - now: the moment at which the service's deadlines are judged.
    /// - Throws: ``RegenerationError`` if too little is known, `SettingError` for a change that no request can take.
    package func regenerate(
        _ id: ModelID, _ variation: Variation = Variation(), wish: TaskWish = TaskWish(),
        retirements: RetirementTable = .current, now: Timestamp = .now
    ) throws -> Regeneration {
        var descent = try Descent(
            of: id, in: self, today: Day(milliseconds: now.milliseconds) ?? .today, retirements, now: now)
        var fresh = 0
        for change in try variation.changes { fresh = max(fresh, try descent.apply(change)) }
        // Without a request that takes a seed the results differ by themselves.
        if variation.newSeed, let seeded = try? descent.place(of: "seed") { fresh = max(fresh, seeded) }
        if fresh > 0 { descent.sayItIsMadeAgain(fresh, "the change belongs to it") }
        while try !descent.attachSource(to: fresh) { fresh += 1 }
        return try descent.regeneration(upTo: fresh, variation, wish)
    }
}

extension Variation {
    /// A parameter by its name, or the words of the request, with the text that it is set to.
    fileprivate var changes: [(name: String?, text: String)] {
        get throws(SettingError) {
            var changes: [(String?, String)] = prompt.map { [(nil, $0)] } ?? []
            for assignment in settings {
                guard let equals = assignment.firstIndex(of: "=") else { throw .noValue(assignment) }
                let name = String(assignment[..<equals].filter { !$0.isWhitespace })
                changes.append((name, String(assignment[assignment.index(after: equals)...])))
            }
            return changes
        }
    }
}

/// A model's request and, as far as they are needed, those of the models that it was made from, upwards.
private struct Descent {
    struct Step {
        /// The model that the request made, or that it was guessed from.
        var detail: ModelDetail
        /// Whether the request is not the model's own but one that must have come before it.
        var isGuess = false
        var origin: RecordedRequest.Origin
        var request: TaskRequest
        var changes: [RequestTranslation.Change] = []
        var remarks: [String] = []
    }

    let library: Library
    let today: Day
    let retirements: RetirementTable
    let now: Timestamp
    /// The model's own request first.
    private(set) var steps: [Step] = []
    private var sourceDeadline: Timestamp?

    init(of id: ModelID, in library: Library, today: Day, _ retirements: RetirementTable, now: Timestamp) throws {
        self.library = library
        self.today = today
        self.retirements = retirements
        self.now = now
        try add(library.catalog.model(id))
    }

    private mutating func add(_ detail: ModelDetail) throws {
        let id = detail.model.id
        guard !steps.contains(where: { $0.detail.model.id == id }) else { throw RegenerationError.circle(id) }
        let recorded = try library.recordedRequest(of: detail)
        let translation = try recorded.translated(on: today, retirements)
        var step = Step(
            detail: detail, origin: recorded.origin, request: translation.request, changes: translation.changes)
        switch recorded.origin {
        case .journal, .file: break
        case .repeated: step.remarks.append("of the request for \(id) only what the service repeats is known")
        case .words: step.remarks.append("the request for \(id) was not recorded; it is put together from its words")
        }
        steps.append(step)
    }

    mutating func sayItIsMadeAgain(_ index: Int, _ reason: String) {
        let step = steps[index]
        let name = step.isGuess ? "the preview of" : step.request.kind.rawValue
        steps[index].remarks.append("\(name) \(step.detail.model.id) is made again too: \(reason)")
    }

    /// The nearest step whose request has a parameter; nil if none has.
    mutating func place(of name: String) throws -> Int? {
        try place { $0.parameter(name) != nil }
    }

    private mutating func place(where fits: (TaskKind) -> Bool) throws -> Int? {
        var index = 0
        while true {
            if fits(steps[index].request.kind) { return index }
            if index == steps.count - 1 {
                // What no request at all could take is no reason to complain of requests that nobody knows.
                guard TaskKind.allCases.contains(where: fits), try climb() else { return nil }
            }
            index += 1
        }
    }

    /// Makes a change in the nearest request that can take it, and says which that is.
    mutating func apply(_ change: (name: String?, text: String)) throws -> Int {
        guard let name = change.name else {
            guard let index = try place(where: { $0.wordsParameter != nil }),
                let words = steps[index].request.kind.wordsParameter
            else {
                throw SettingError.unknownParameter("prompt", kind: steps[0].request.kind, nearest: nil)
            }
            try steps[index].request.set(words, to: change.text)
            return index
        }
        guard let index = try place(of: name) else {
            // The request's own error names what is nearest.
            try steps[0].request.set(name, to: change.text)
            return 0
        }
        try steps[index].request.set(name, to: change.text)
        return index
    }

    /// Adds the request of what the last step was made from; false if there is nothing above.
    private mutating func climb() throws -> Bool {
        guard let last = steps.last else { return false }
        switch try source(of: last) {
        case .given: return false
        case .model(let id, _):
            try add(library.catalog.model(id))
            return true
        case .task, .unknown:
            // A refined model has the words of its preview.
            guard last.request.kind == .textTo3DRefine, let words = library.previewInWords(last.detail.model) else {
                return false
            }
            steps.append(Step(detail: last.detail, isGuess: true, origin: .words, request: words))
            return true
        }
    }
}

extension Descent {
    /// What a request works on.
    enum Source {
        /// It stands in the request itself, or there is none.
        case given
        /// A model of the library; `task` is the service's id by which the request names it, if it does.
        case model(ModelID, task: String?)
        /// A task of which the library has no model.
        case task(String)
        /// Nobody knows.
        case unknown
    }

    func source(of step: Step) throws -> Source {
        let request = step.request
        let task = request.sourceTask
        if task == nil, !request.worksOnSomething || request.hasMedia { return .given }
        let parents = step.detail.parents.filter { $0.relation != .regenerate }
        if let task, let id = try library.model(ofTask: task) { return .model(id, task: task) }
        if let id = parents.lazy.compactMap(\.id).first { return .model(id, task: task) }
        return task.map(Source.task) ?? parents.first.map { .task($0.reference) } ?? .unknown
    }

    /// Gives a step's request what it works on; false if that must be made again first, by the step after it.
    mutating func attachSource(to index: Int) throws -> Bool {
        let step = steps[index]
        switch try source(of: step) {
        case .given: return true
        case .model(let id, let task):
            var request = step.request
            request.forgetSource()
            do {
                if try !attachPicture(of: id, to: &request) { try library.workOn(id, &request, now: now) }
            } catch SourceError.needsTask {
                if index == steps.count - 1 { try add(library.catalog.model(id)) }
                sayItIsMadeAgain(
                    index + 1, "\(request.kind.rawValue) needs its task, which the service no longer keeps")
                return false
            }
            if let kept = request.sourceTask {
                sourceDeadline = try library.catalog.tasks(.remote([kept])).last?.deadline
            } else if task != nil {
                steps[index].remarks.append("the service no longer keeps the task of \(id); its file is sent instead")
            }
            steps[index].request = request
            return true
        case .task(let task):
            let known = try library.catalog.tasks(.remote([task])).last
            if let deadline = known?.deadline, deadline > now {
                sourceDeadline = deadline
                return true
            }
            if try hasGuess(above: index) { return false }
            throw RegenerationError.sourceGone(step.detail.model.id, task: task)
        case .unknown:
            if try hasGuess(above: index) { return false }
            throw RegenerationError.sourceUnknown(step.detail.model.id, kind: step.request.kind.rawValue)
        }
    }

    /// Whether there is a guess of what made the source of a step.
    private mutating func hasGuess(above index: Int) throws -> Bool {
        if index == steps.count - 1 {
            guard try climb() else { return false }
            sayItIsMadeAgain(index + 1, "it is not in the library, and its words are what is known of it")
        }
        return true
    }

    /// Hands over the picture that an image task made, once the service has forgotten the task.
    ///
    /// - Returns: whether the request works on a picture; false too while the task is alive.
    private func attachPicture(of id: ModelID, to request: inout TaskRequest) throws -> Bool {
        guard request.kind.parameter("model_url") == nil, let picture = try library.catalog.model(id).picture,
            let name = ["image_url", "image_urls", "reference_image_urls"].first(where: {
                request.kind.parameter($0) != nil
            })
        else { return false }
        let isAlive = try library.catalog.tasks(.of(model: id)).last?.deadline.map { $0 > now } ?? false
        if isAlive { return false }
        let reference = JSON.string(LibraryMedia.reference(hash: picture.hash, format: picture.format))
        request[name] = name == "image_url" ? reference : .array([reference])
        return true
    }

    /// The plans for the model, beginning with a step above it.
    func regeneration(upTo fresh: Int, _ variation: Variation, _ wish: TaskWish) throws -> Regeneration {
        var result = Regeneration()
        result.origin = steps[0].origin
        result.sourceDeadline = sourceDeadline
        let chain = steps[...fresh]
        let set = Set(try variation.changes.compactMap(\.name))
        result.changes = chain.flatMap(\.changes).filter { !set.contains($0.parameter) }
        result.remarks = chain.flatMap(\.remarks) + chain.compactMap(whatLatestMeant)
        result.notices = chain.flatMap { $0.request.notices(on: today, retirements: retirements) }
            .filter { $0.effect == .deprecated }
        let seeded = chain.firstIndex { $0.request.kind.parameter("seed") != nil }
        if variation.newSeed, seeded == nil {
            result.remarks.append("\(steps[0].request.kind.rawValue) takes no seed; no two results are alike anyway")
        }
        let seed = seeded.flatMap { index in
            variation.newSeed ? Int(UInt32.random(in: 0...(.max))) : steps[index].request[.seed]
        }
        result.plans = (0..<variation.count).map { number in
            var plan: TaskPlan?
            for (index, step) in chain.enumerated() {
                var request = step.request
                if index < fresh { request.forgetSource() }
                if index == seeded, let seed {
                    request[.seed] = number == 0 ? seed : (seed &+ number) & Int(UInt32.max)
                }
                plan = TaskPlan(request, wish: Self.wish(wish, for: step), next: plan.map { [$0] } ?? [])
            }
            return plan ?? TaskPlan(steps[0].request, wish: wish)
        }
        return result
    }

    private static func wish(_ wish: TaskWish, for step: Step) -> TaskWish {
        guard !step.isGuess else { return wish }
        var wish = wish
        wish.parent = step.detail.model.id.description
        wish.relation = .regenerate
        return wish
    }

    /// What to say where `latest` means another AI model than it did when a model was made.
    private func whatLatestMeant(_ step: Step) -> String? {
        let (model, request) = (step.detail.model, step.request)
        guard [.textTo3DPreview, .imageTo3D, .multiImageTo3D].contains(request.kind), !model.aiModel.isEmpty,
            [nil, "latest"].contains(request[.aiModel]), request[.modelType] != .smartTopology,
            let meaning = retirements.meaning(of: "latest", on: today), meaning != model.aiModel
        else { return nil }
        let remark = "'latest' was \(model.aiModel) when \(model.id) was made, and is \(meaning) today; "
        if case .retired = retirements.status(of: model.aiModel, for: .geometry, on: today) {
            return remark + "\(model.aiModel) is retired"
        }
        return remark + "--set ai_model=\(model.aiModel) asks for the former"
    }
}

extension TaskKind {
    /// The parameter that holds what a person asks for in words; nil if there is none.
    fileprivate var wordsParameter: String? {
        ["prompt", "text_style_prompt"].first { parameter($0) != nil }
    }
}

extension TaskRequest {
    /// The parameters that name the task whose result is worked on.
    private static let sourceTasks = ["preview_task_id", "input_task_id", "rig_task_id"]
    /// The parameters that hold what is worked on.
    private static let sourceMedia = ["model_url", "image_url", "image_urls", "reference_image_urls"]

    /// The task whose result the request works on, by the service's id; nil if it names none.
    var sourceTask: String? { Self.sourceTasks.lazy.compactMap { self[$0]?.text }.first }

    /// Whether such requests work on something else than words.
    fileprivate var worksOnSomething: Bool {
        (Self.sourceTasks + Self.sourceMedia).contains { kind.parameter($0) != nil }
    }

    fileprivate var hasMedia: Bool { Self.sourceMedia.contains { self[$0] != nil } }

    fileprivate mutating func forgetSource() {
        for name in Self.sourceTasks + Self.sourceMedia { self[name] = nil }
    }
}
