import Catalog
import Library
import MeshyAPI

/// What of a file of prompts is still to be done.
struct Batch {
    /// Requests for the lines that were never asked for, or whose task failed.
    private(set) var plans: [TaskPlan] = []
    /// Tasks of earlier runs that are not done.
    let open: [ModelID]
    private let file: PromptFile
    private var done = 0
    private var lost: [TaskState: Int] = [:]
    private var problems: [PromptFile.Problem]
    private var remarks: [PromptFile.Problem] = []

    /// Whether lines of the file have no model, and get none by this run either.
    var isLacking: Bool { !problems.isEmpty || !lost.isEmpty }

    /// Compares a file with the journal: the same line is not asked for twice, wherever it stands in the file.
    ///
    /// - Parameters:
    ///   - count: how many to make of a line that does not say.
    ///   - again: whether to ask once more for what was paid and is gone, or was given up.
    ///   - retirements: what judges the requests.
    ///   - plan: makes a request of a line, of which this is the how manieth, for a batch.
    init(
        _ file: PromptFile, library: Library, count: Int, again: Bool, retirements: RetirementTable,
        plan: (PromptLine, _ number: Int, _ batch: String) throws -> TaskPlan
    ) throws {
        let earlier = try library.catalog.tasks(.batch(file.path))
        var requests = EarlierRequests(earlier)
        self.file = file
        open = earlier.filter(\.state.isOpen).map(\.id)
        problems = file.problems
        var firstLines: [String: Int] = [:]
        for (number, line) in file.lines {
            do {
                for repetition in 0..<(line.count ?? count) {
                    let plan = try plan(line, repetition, file.path)
                    let fingerprint = plan.request.fingerprint
                    let first = firstLines[fingerprint] ?? number
                    firstLines[fingerprint] = first
                    switch requests.take(plan) {
                    case .underWayOrHere: done += 1
                    case .lost(let state) where !again: lost[state, default: 0] += 1
                    case .lacks(let rest): plans.append(rest)
                    case .missing, .lost:
                        let problems = plan.request.problems(on: .today, retirements: retirements)
                            .filter { $0.severity == .error }
                        guard problems.isEmpty else {
                            throw CommandFailure(problems.map(\.description).joined(separator: "; "), .badData)
                        }
                        plans.append(plan)
                        if first != number, remarks.last?.line != number {
                            remarks.append(
                                PromptFile.Problem(number, "asks for the same as line \(first); both are made"))
                        }
                    }
                }
            } catch {
                problems.append(PromptFile.Problem(number, "\(error)"))
            }
        }
    }

    /// Tells of what is left out, and why.
    func say() {
        for problem in (problems + remarks).sorted(by: { $0.line < $1.line }) {
            Console.warning(DisplayText.safe("\(file.name):\(problem.line): \(problem.text)"))
        }
        let left = Set(problems.map(\.line)).count
        if left > 0 {
            let all = Set(file.lines.map(\.number) + file.problems.map(\.line)).count
            Console.note("\(all - left) of \(Figures.plural(all, "line")) can be used; the others are left out")
        }
        let lost = lost.values.reduce(0, +)
        if done + lost > 0 {
            let all = done + lost
            Console.note(
                "\(Figures.plural(all, "request")) of the file \(all == 1 ? "was" : "were") made by an earlier run")
        }
        if lost > 0 {
            let states = self.lost.sorted { $0.key.rawValue < $1.key.rawValue }
                .map { "\(Figures.count($0.value)) \($0.key.rawValue)" }
            Console.warning(
                "\(Figures.count(lost)) of them \(lost == 1 ? "has" : "have") no model (\(states.joined(separator: ", "))); "
                    + "--again asks for them once more, and pays once more")
        }
        if !open.isEmpty {
            Console.note(
                "\(Figures.plural(open.count, "task")) of an earlier run \(open.count == 1 ? "goes" : "go") on")
        }
    }
}

/// What earlier runs asked for, to be compared with what a file asks for.
private struct EarlierRequests {
    /// What an earlier run has made of a plan.
    enum Standing {
        /// It was not asked for, or its credits came back.
        case missing
        /// It is done, or goes on.
        case underWayOrHere
        /// It was paid for, or given up, and there is no model.
        case lost(TaskState)
        /// The first request has its model; this is what should follow it.
        case lacks(TaskPlan)
    }

    private var first: [String: [JournalTask]]
    private let followers: [ModelID: [JournalTask]]

    init(_ tasks: [JournalTask]) {
        followers = Dictionary(grouping: tasks.filter { $0.preceding != nil }) { $0.preceding ?? $0.id }
        // What has a model counts before what has none: the one may have been made because of the other.
        let paid = tasks.filter { $0.preceding == nil && !$0.isPaidBack }
        first = Dictionary(grouping: paid.filter(\.hasHope) + paid.filter { !$0.hasHope }, by: \.fingerprint)
    }

    /// Says how things stand with a plan, and counts what was made for it as used.
    mutating func take(_ plan: TaskPlan) -> Standing {
        let fingerprint = plan.request.fingerprint
        guard let task = first[fingerprint]?.first else { return .missing }
        first[fingerprint]?.removeFirst()
        guard task.hasHope else { return .lost(task.state) }
        guard let next = plan.next.first else { return .underWayOrHere }
        let tried = (followers[task.id] ?? []).filter { $0.kind.rawValue == next.request.kind.rawValue }
        if tried.contains(where: \.hasHope) { return .underWayOrHere }
        if let lost = tried.first(where: { !$0.isPaidBack }) { return .lost(lost.state) }
        // The service works on what it still has.
        let isKept = task.deadline.map { $0 > .now } ?? true
        guard task.state != .gone, isKept else { return .lost(.gone) }
        return .lacks(TaskPlan(next.request, wish: next.wish, after: task.id, next: next.next))
    }
}

extension JournalTask {
    /// Whether it cost nothing in the end, so that asking again pays nothing twice.
    fileprivate var isPaidBack: Bool { [.refused, .failed, .canceled].contains(state) }

    /// Whether there is a model, or may still be one.
    fileprivate var hasHope: Bool { state.isOpen || state == .stored || (state == .gone && model != nil) }
}
