import Catalog
package import MeshyAPI

extension TaskRunner {
    /// Sends a planned request; the task is then running, refused, or of unknown fate.
    func send(_ task: inout JournalTask) async throws {
        guard let preceding = try precedingTask(of: task) else {
            return try await post(&task, with: try TaskRequest(task))
        }
        guard preceding.state == .succeeded || preceding.state == .stored, let remote = preceding.remote else {
            // What is still under way may succeed another time.
            if preceding.state.isOpen { throw WaitsForTask(preceding) }
            task = try library.catalog.notAccepted(
                task.id,
                error: "\(preceding.kind.rawValue) \(preceding.id), which it builds on, is \(preceding.state.rawValue)",
                again: false)
            return
        }
        var request = try TaskRequest(task)
        request.work(on: remote)
        try await post(&task, with: request)
    }

    private func precedingTask(of task: JournalTask) throws -> JournalTask? {
        try task.preceding.flatMap { try library.catalog.tasks(.ids([$0])).first }
    }

    private func post(_ task: inout JournalTask, with recorded: TaskRequest) async throws {
        let sent = try TaskRequest(recorded.kind, body: library.objects.filled(recorded.body))
        await client.learnTime()
        var patience = Patience(options.patience)
        while true {
            try Task.checkCancellation()
            task = try library.catalog.beginSending(
                task.id, request: recorded.canonicalText, fingerprint: recorded.fingerprint,
                credits: recorded.estimatedCredits.atMost, caps: options.caps, at: now)
            CrashPoint.sending.pass()
            report(.sending(task))
            let outcome = await client.create(sent, retirements: options.retirements)
            CrashPoint.answered.pass()
            switch outcome {
            case .accepted(let accepted):
                task = try library.catalog.accepted(
                    task.id, remote: accepted.reference.id, call: accepted.requestID ?? "", at: now)
                CrashPoint.accepted.pass()
                return
            case .answerLost(let error):
                task = try library.catalog.answerLost(task.id, error: "\(error)")
                return
            case .notSent(let error), .refused(let error):
                let mayComeLater = error.mayBeAcceptedLater
                task = try library.catalog.notAccepted(
                    task.id, error: "\(error)", call: error.requestID ?? "", again: mayComeLater != .never,
                    at: now)
                guard mayComeLater == .soon, let pause = patience.pause(after: error) else { throw error }
                report(.trouble(task, "\(error)", retryIn: pause))
                try await client.configuration.sleep(pause)
            }
        }
    }
}

/// A task builds on another one that is not done yet.
struct WaitsForTask: Error, CustomStringConvertible {
    let description: String

    init(_ task: JournalTask) {
        description = "it waits for \(task.id), which is \(task.state.rawValue)"
    }
}

extension MeshyAPIError {
    fileprivate enum Later { case soon, afterSomeoneActs, never }

    /// Whether the same request may be accepted another time, given that it made nothing.
    fileprivate var mayBeAcceptedLater: Later {
        switch reason {
        case .unreachable, .rateLimited, .queueFull: .soon
        case .interrupted, .timedOut, .serviceFault: .soon
        case .insufficientCredits, .keyRefused, .forbidden, .redirected, .cancelled: .afterSomeoneActs
        default: .never
        }
    }
}

extension TaskRequest {
    /// Reads the request that the journal holds.
    init(_ task: JournalTask) throws {
        guard let kind = TaskKind(rawValue: task.kind.rawValue) else {
            throw RequestError.unknownKind(task.kind.rawValue)
        }
        try self.init(kind, body: JSON(parsing: Array(task.request.utf8)))
    }

    /// Names the task whose result the request works on.
    package mutating func work(on remote: String) {
        switch kind {
        case .textTo3DRefine: self[.previewTaskID] = remote
        case .animation: self[.rigTaskID] = remote
        default: self[.inputTaskID] = remote
        }
    }
}
