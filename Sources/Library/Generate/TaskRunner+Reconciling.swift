package import Catalog
import MeshyAPI

extension TaskRunner {
    /// Looks on the account for the task of a request whose answer never came.
    ///
    /// - Returns: whether it is known now what became of the request: adopted, or ready to be sent again because it was
    ///   allowed and the account shows no trace of it.
    func findAgain(_ task: inout JournalTask) async throws -> Bool {
        if task.state == .sending {
            task = try library.catalog.answerLost(
                task.id, error: "the program ended before the service's answer came")
        }
        let verdict = try await verdict(on: task)
        switch verdict {
        case .isTask(let remote):
            task = try library.catalog.accepted(task.id, remote: remote, call: "")
            CrashPoint.accepted.pass()
            return true
        case .noTrace where options.sendsAgain:
            task = try library.catalog.notAccepted(task.id, error: verdict.description, again: true)
            return true
        default:
            task = try library.catalog.answerLost(task.id, error: verdict.description)
            return false
        }
    }

    /// What the account's tasks say about a request whose answer never came.
    private enum Verdict: CustomStringConvertible {
        /// This task is the one.
        case isTask(String)
        /// No task fits, and every task was seen.
        case noTrace
        /// No task fits, but not every task was seen.
        case noTraceSoFar
        /// Several fit.
        case several([String])
        /// Another process is sending the same request just now.
        case isBeingSent

        var description: String {
            switch self {
            case .isTask(let remote): "it is \(remote)"
            case .noTrace:
                "the answer was lost, and the account shows no task for this request; it was probably never made"
            case .noTraceSoFar:
                "the answer was lost, and the account's list could not be read to its end"
            case .several(let remotes):
                "the answer was lost, and \(remotes.count) tasks of the account fit: \(remotes.joined(separator: ", "))"
            case .isBeingSent: "the answer was lost, and the same request is being sent just now"
            }
        }
    }

    private func verdict(on task: JournalTask) async throws -> Verdict {
        let request = try TaskRequest(task)
        var attempt = 0
        while true {
            let listing = try await client.allTasks(in: request.kind.collection)
            let lost = try library.catalog.tasks(.states([.sending, .unknown])).filter {
                $0.fingerprint == task.fingerprint && $0.account == account
            }
            // Until its answer is in the journal, the task of a request that is on its way looks like a lost one.
            let isBeingSent = lost.contains {
                $0.state == .sending && WorkerLock.isAlive($0.owner, in: library.objects.incoming)
            }
            if isBeingSent {
                attempt += 1
                guard attempt < 60 else { return .isBeingSent }
                try await client.configuration.sleep(.seconds(2))
                continue
            }
            let unknown = try library.catalog.unknownTasks(listing.tasks.map(\.id), account: account)
            let fitting = listing.tasks.filter { unknown.contains($0.id) && $0.fits(request, sent: task.sent) }
            // Equal requests are worth the same: which of them made which of the tasks makes no difference.
            if fitting.count > lost.count { return .several(fitting.map(\.id)) }
            if let oldest = fitting.last { return .isTask(oldest.id) }
            guard listing.isComplete else { return .noTraceSoFar }
            // What was sent a moment ago can still be on its way through the service.
            guard options.sendsAgain, let sent = task.sent, sent.age < options.arrival else { return .noTrace }
            try await client.configuration.sleep(.seconds(1))
        }
    }

    /// Says which task of the account a request became, because a person knows.
    package func adopt(_ remote: String, for id: ModelID) throws -> JournalTask {
        try library.catalog.accepted(id, remote: remote, call: "")
    }
}

extension Timestamp {
    /// How long ago it was; zero if it lies in the future.
    fileprivate var age: Duration { .milliseconds(max(0, Timestamp.now.milliseconds - milliseconds)) }
}

extension MeshyTask {
    /// Whether this may be the task that a request made: whatever the service repeats of the request is equal, and it was
    /// not made before.
    fileprivate func fits(_ request: TaskRequest, sent: Timestamp?) -> Bool {
        if let kind, kind != request.kind { return false }
        // Clocks differ by minutes at most; the service's may also be later than ours.
        let tolerance: Int64 = 300_000
        if let sent, let createdAt, createdAt < sent.milliseconds - tolerance { return false }
        return request.parameters.allSatisfy { name, value in
            guard Self.echoed.contains(name), let echo = json[name] else { return true }
            if case .string(let text) = echo { return text.isEmpty || value == echo }
            return value == echo
        }
    }

    /// The parameters that the service repeats as they were given.
    private static let echoed: Set<String> = [
        "prompt", "texture_prompt", "text_style_prompt", "seed", "model_type", "ai_model", "art_style",
        "negative_prompt", "name",
    ]
}
