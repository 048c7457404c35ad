import Catalog
import GLB
import Library

/// What became of tasks, at the end of a command that worked on some.
struct TaskReport {
    private let tasks: [JournalTask]
    private let models: [ModelID: Model]

    init(_ tasks: [JournalTask], library: Library) throws {
        self.tasks = tasks
        // Files that came by now are read whole, as those that are imported are.
        try library.analyzeShowingProgress(library.catalog.models(tasks.compactMap(\.model)).map(\.hash))
        let found = try library.catalog.models(tasks.compactMap(\.model))
        models = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Prints the tasks and ends the command with the code that fits.
    ///
    /// - Parameter cause: what ended the work before all was done; nil if nothing did.
    func show(as format: OutputFormat, endedBy cause: (any Error)? = nil) throws {
        TaskListing(tasks).listing.show(as: format) {
            let made = tasks.compactMap { $0.model.flatMap { models[$0] } }
            if !made.isEmpty { ModelListing.table(made).show() }
        }
        guard let cause else { return try end() }
        let open = tasks.count(where: \.state.isOpen)
        if open > 0 { Self.sayLeft(open) }
        throw cause
    }

    /// Says what to look at if tasks are called gone that should not be.
    static func sayWhatIsGone() {
        Console.note(
            "if they should still be there, look whether the key is that of their account; "
                + "'meshy-lib sync' takes up again what is on it")
    }

    /// Says that so many tasks are not done, and what goes on with them.
    static func sayLeft(_ count: Int, _ more: String = "") {
        Console.note(
            "\(Figures.plural(count, "task")) \(count == 1 ? "is" : "are") not done; "
                + "nothing is lost: 'meshy-lib resume' goes on from here\(more)")
    }

    /// Says what is left to do, and ends the command.
    private func end() throws {
        let open = tasks.filter(\.state.isOpen)
        let lost = tasks.filter { [.refused, .failed, .gone, .canceled].contains($0.state) }
        if !lost.isEmpty {
            let bare = lost.count { $0.model == nil }
            if bare > 0 { Console.note("\(Figures.plural(bare, "task")) of \(tasks.count) gave no model") }
            if lost.contains(where: { $0.state == .gone }) { Self.sayWhatIsGone() }
        }
        if !open.isEmpty {
            let unknown = open.count { $0.state == .unknown || $0.state == .sending }
            Self.sayLeft(
                open.count, unknown > 0 ? " and asks what to do where the service's answer was lost" : "")
            throw Ending(status: .tryAgain)
        }
        let incomplete = tasks.count { $0.state == .stored && !$0.error.isEmpty }
        if incomplete > 0 {
            Console.note("\(Figures.plural(incomplete, "result")) without all the formats that were asked for")
        }
        if !lost.isEmpty || incomplete > 0 { throw Ending(status: .findings) }
    }
}

/// Tasks of the journal in every format.
struct TaskListing {
    let listing: Listing<JournalTask>

    init(_ tasks: [JournalTask]) {
        listing = Listing(
            schema: "meshy-lib.tasks/1", member: "tasks", rows: tasks,
            id: { ($0.model ?? $0.id).description }, fields: Self.fields, json: Self.write)
    }

    private static let fields: [Listing<JournalTask>.Field] = [
        .init(name: "id", text: { $0.id.description }), .init(name: "kind", text: { $0.kind.rawValue }),
        .init(name: "state", text: { $0.state.rawValue }), .init(name: "progress", text: { String($0.progress) }),
        .init(name: "task", text: { $0.remote ?? "" }), .init(name: "model", text: { $0.model?.description ?? "" }),
        .init(name: "credits", text: { String($0.credits) }), .init(name: "error", text: \.error),
        .init(name: "planned", text: \.planned.description),
        .init(name: "deadline", text: { $0.deadline?.description ?? "" }),
    ]

    private static func write(_ task: JournalTask, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", task.id.description)
            writer.member("kind", task.kind.rawValue)
            writer.member("state", task.state.rawValue)
            writer.member("progress", task.progress)
            writer.member(ifPresent: "taskId", task.remote)
            writer.member(ifPresent: "model", task.model?.description)
            writer.member(ifPresent: "after", task.preceding?.description)
            writer.member("credits", task.credits)
            writer.member(ifPresent: "error", task.error.isEmpty ? nil : task.error)
            writer.member(ifPresent: "call", task.call.isEmpty ? nil : task.call)
            writer.member("planned", task.planned.description)
            writer.member(ifPresent: "sent", task.sent?.description)
            writer.member(ifPresent: "accepted", task.accepted?.description)
            writer.member(ifPresent: "ended", task.ended?.description)
            writer.member(ifPresent: "stored", task.stored?.description)
            writer.member(ifPresent: "deadline", task.deadline?.description)
            writer.member("account", task.account)
            writer.key("request")
            writer.raw(task.request.utf8)
        }
    }

    /// A table for people.
    static func table(_ tasks: [JournalTask]) -> Table {
        var table = Table([
            .init(title: "id"), .init(title: "kind", leftOut: 3), .init(title: "state"),
            .init(title: "credits", alignment: .right, leftOut: 2), .init(title: "planned", leftOut: 1),
            .init(title: "what", shrinks: true),
        ])
        for task in tasks {
            let state = task.state == .running ? "running \(task.progress) %" : task.state.rawValue
            table.add([
                task.id.description, task.kind.rawValue, state, Figures.count(task.credits), task.planned.day,
                task.error.isEmpty ? task.subject : task.error,
            ])
        }
        return table
    }
}

extension JournalTask {
    /// What it is about: the words of the request, or what it works on.
    var subject: String {
        if !prompt.isEmpty { return prompt }
        let source = preceding?.description ?? wish.parent
        return source.isEmpty ? "" : "of \(source)"
    }

    /// The words of the request; empty if it has none.
    var prompt: String {
        guard let request = try? JSONText(parsing: Array(request.utf8)).root else { return wish.title }
        return ["prompt", "texture_prompt", "text_style_prompt"].lazy.compactMap { request[$0]?.string }.first
            ?? wish.title
    }
}
