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
        var verdict = try await verdict(on: task)
        while case .isTask(let remote) = verdict {
            do {
                task = try library.catalog.accepted(task.id, remote: remote, call: "", at: now)
                CrashPoint.accepted.pass()
                return true
            } catch CatalogError.taskIsTaken {
                // An equal request that was lost beside this one was quicker; another task fits this one.
                verdict = try await self.verdict(on: task)
            }
        }
        switch verdict {
        case .noTrace where options.sendsAgain:
            task = try library.catalog.notAccepted(task.id, error: verdict.description, again: true, at: now)
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
        let start = ContinuousClock.now
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
            let unclaimed = try library.catalog.unclaimedTasks(listing.tasks.map(\.id), account: account)
            // A request that was sent in the future was sent by a clock that tells nothing.
            let sent = task.sent.flatMap { $0.milliseconds > now.milliseconds + MeshyTask.tolerance ? nil : $0 }
            let fitting = listing.tasks.filter { unclaimed.contains($0.id) && $0.mayBe(request, sent: sent) }
            // Equal requests are worth the same: which of them made which of the tasks makes no difference.
            if fitting.count > lost.count { return .several(fitting.map(\.id)) }
            if let oldest = fitting.last { return .isTask(oldest.id) }
            guard listing.isComplete else { return .noTraceSoFar }
            // What was sent a moment ago can still be on its way through the service.
            guard options.sendsAgain, let sent = task.sent, ContinuousClock.now - start < options.arrival,
                .milliseconds(now.milliseconds - sent.milliseconds) < options.arrival
            else { return .noTrace }
            try await client.configuration.sleep(.seconds(1))
        }
    }

    /// Says which task of the account a request became, because a person knows.
    ///
    /// - Parameter task: a task that this process has claimed.
    /// - Throws: ``NotTheTask`` if the account has no such task among those of the request's kind.
    package func adopt(_ remote: String, for task: JournalTask) async throws -> JournalTask {
        let kind = try TaskRequest(task).kind
        let found: MeshyTask
        do throws(MeshyAPIError) {
            found = try await client.task(TaskReference(remote.lowercased(), in: kind.collection))
        } catch {
            guard error.status == 400 || error.reason == .notFound else { throw error }
            throw NotTheTask(remote: remote, kind: kind.rawValue)
        }
        guard found.kind.map({ $0 == kind }) ?? true else { throw NotTheTask(remote: remote, kind: kind.rawValue) }
        return try library.catalog.accepted(task.id, remote: found.id, call: "", at: now)
    }
}

/// The account has no task of this name that a request could have become.
package struct NotTheTask: Error, CustomStringConvertible {
    let remote: String
    let kind: String

    /// A sentence for people.
    package var description: String { "the account has no task '\(remote)' of the kind \(kind)" }
}

extension MeshyTask {
    /// Whether this may be the task that a request made: whatever the service repeats of the request is equal, and it was
    /// not made before.
    func mayBe(_ request: TaskRequest, sent: Timestamp?) -> Bool {
        if let kind, kind != request.kind { return false }
        if let sent, let createdAt, createdAt < sent.milliseconds - Self.tolerance { return false }
        return request.parameters.allSatisfy { name, value in
            guard Self.echoed.contains(name), let echo = json[name] else { return true }
            switch (value, echo) {
            case (.string(let asked), .string(let told)):
                // The service may say what an alias means, and need not repeat white space as it came.
                if name == "ai_model", asked == "latest" { return true }
                return told.isEmpty || Self.words(asked) == Self.words(told)
            case (_, .null): return true
            default: return value == echo
            }
        }
    }

    /// By how many milliseconds the clocks of a service's many machines may differ.
    static let tolerance: Int64 = 300_000

    private static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

    /// The parameters that the service repeats as they were given.
    private static let echoed: Set<String> = [
        "prompt", "texture_prompt", "text_style_prompt", "seed", "model_type", "ai_model", "art_style",
        "negative_prompt", "name",
    ]
}
