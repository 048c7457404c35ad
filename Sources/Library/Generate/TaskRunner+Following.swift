import Catalog
import MeshyAPI
import Synchronization

extension TaskRunner {
    /// Follows a running task to its end.
    ///
    /// - Returns: whether there is more to do.
    func follow(_ task: inout JournalTask) async throws -> Bool {
        let reference = try task.reference
        let before = task
        let noted = NotedProgress(task.progress)
        let outcome = try await client.follow(reference, options: options.follow) { event in
            switch event {
            case .update(let state):
                report(.running(before, progress: state.progress, ahead: state.precedingTasks))
                // For those who look at the journal meanwhile; each line written costs a flush of the disk.
                if noted.isWorthNoting(state.progress) {
                    try? library.catalog.progressed(before.id, to: state.progress)
                }
            case .trouble(let error, let pause): report(.trouble(before, "\(error)", retryIn: pause))
            }
        }
        CrashPoint.finished.pass()
        switch outcome {
        case .finished(let end): return try noteEnd(of: &task, as: end)
        case .gone(let last):
            task = try library.catalog.ended(
                task.id, .gone, consumed: nil, answer: last?.json.withoutSignatures.canonicalText,
                error: "the service removed the task before its files were here", at: now)
            return false
        case .gaveUp:
            try library.catalog.troubled(task.id, error: "it was not done within the time; it goes on at the service")
            return false
        }
    }

    /// Writes down how a task ended.
    func noteEnd(of task: inout JournalTask, as end: MeshyTask) throws -> Bool {
        let answer = end.json.withoutSignatures.canonicalText
        let deadline = end.deadline.map { Timestamp(milliseconds: $0) }
        switch end.status {
        case .succeeded:
            task = try library.catalog.ended(
                task.id, .succeeded, consumed: end.consumedCredits, answer: answer, deadline: deadline,
                files: end.wantedFiles(task.wish.formats), at: now)
            CrashPoint.succeeded.pass()
            return true
        case .canceled:
            task = try library.catalog.ended(task.id, .canceled, consumed: end.consumedCredits, answer: answer, at: now)
        case .expired:
            task = try library.catalog.ended(
                task.id, .gone, consumed: nil, answer: answer, error: "its files were removed before they were here",
                at: now)
        default:
            task = try library.catalog.ended(
                task.id, .failed, consumed: end.consumedCredits, answer: answer,
                error: end.failure?.description ?? "the service says \(end.status.rawValue)", at: now)
        }
        return false
    }
}

extension JournalTask {
    /// The task at the service.
    var reference: TaskReference {
        get throws {
            guard let kind = TaskKind(rawValue: kind.rawValue), let remote else {
                throw RequestError.unknownKind(self.kind.rawValue)
            }
            return TaskReference(remote, in: kind.collection)
        }
    }
}

/// The progress that is in the journal.
private final class NotedProgress: Sendable {
    private let noted: Mutex<Int>

    init(_ progress: Int) { noted = Mutex(progress) }

    /// Whether a progress is a tenth or more further than the noted one, which it then is.
    func isWorthNoting(_ progress: Int) -> Bool {
        noted.withLock { noted in
            guard progress >= noted + 10 else { return false }
            noted = progress
            return true
        }
    }
}

extension JSON {
    /// The value without what must not be kept: the signatures of links, and pictures that were sent along.
    var withoutSignatures: JSON {
        switch self {
        case .string(let text):
            if text.hasPrefix("data:") { return .string(String(text.prefix { $0 != "," })) }
            guard text.hasPrefix("http://") || text.hasPrefix("https://") else { return self }
            return .string(String(text.prefix { $0 != "?" && $0 != "#" }))
        case .array(let elements): return .array(elements.map(\.withoutSignatures))
        case .object(let members): return .object(members.mapValues(\.withoutSignatures))
        default: return self
        }
    }
}
