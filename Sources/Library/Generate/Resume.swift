package import Catalog
import MeshyAPI

extension TaskRunner {
    /// Takes over open tasks whose process is dead.
    ///
    /// - Returns: what is ours now, and what living processes are working on.
    package func claim(
        _ selection: Catalog.TaskSelection = .open
    ) throws -> (taken: [JournalTask], left: [JournalTask]) {
        let folder = library.objects.incoming
        let (taken, left) = try library.catalog.claimTasks(selection, for: worker.name) {
            WorkerLock.isAlive($0, in: folder)
        }
        // Another account's tasks cannot be read with this key.
        return (taken.filter { $0.account == account }, left + taken.filter { $0.account != account })
    }

    /// Works on tasks as ``run(_:)`` does, and gives what became of them also when something stops everything.
    ///
    /// - Returns: the tasks as they are afterwards, and what stopped the work; nil if nothing did.
    package func outcome(of tasks: [JournalTask]) async throws -> (tasks: [JournalTask], cause: (any Error)?) {
        do { return (try await run(tasks), nil) } catch {
            return (try library.catalog.tasks(.ids(tasks.map(\.id))), error)
        }
    }

    /// Fails if the service cannot be reached at all, before a run begins to wait for it.
    ///
    /// Anything else that is wrong with its answer is no reason to leave what was paid for.
    package func expectService() async throws {
        do { _ = try await settle() } catch let error as MeshyAPIError {
            switch error.reason {
            case .unreachable, .cancelled: throw error
            default: break
            }
        }
    }

    /// Asks the service for the balance and compares it with the books.
    ///
    /// - Returns: the balance, and what is missing from it (more than zero) or too much; nil while tasks are under way.
    package func settle() async throws -> (balance: Int, missing: Int?) {
        let position = try library.catalog.ledgerPosition(account: account)
        let balance = try await client.balance()
        return (balance, try library.catalog.settle(balance: balance, account: account, position: position, at: now))
    }
}

extension TaskRunner {
    /// What became of a wish to cancel a task.
    package enum Cancellation: Sendable {
        /// It had not begun; its credits are back.
        case cancelled
        /// The service works on it and does not stop.
        case goesOn
        /// It has ended; what it made is still to be fetched.
        case isOver
    }

    /// Cancels a task that waits in the service's queue.
    ///
    /// A task that is done is never deleted: that would destroy what was paid for.
    package func cancel(_ task: JournalTask) async throws -> Cancellation {
        let reference = try task.reference
        var tries = 0
        var waiting: MeshyTask?
        while true {
            let state: MeshyTask
            do throws(MeshyAPIError) { state = try await client.task(reference) } catch {
                // A try whose answer was lost has arrived after all.
                guard error.reason == .notFound, let waiting else { throw error }
                return try noteCancelled(task, waiting)
            }
            if tries > 0, state.status == .canceled { return try noteCancelled(task, state) }
            if state.isFinal { return .isOver }
            guard state.status == .pending else { return .goesOn }
            waiting = state
            do throws(MeshyAPIError) {
                if case .refused = try await client.delete(reference) { return .goesOn }
            } catch {
                // Whether it still waits is asked anew before each try.
                tries += 1
                guard error.isTransient, tries < client.configuration.retries.attempts else { throw error }
                try await client.configuration.sleep(error.retryAfter ?? client.configuration.retries.base)
                continue
            }
            return try noteCancelled(task, state)
        }
    }

    private func noteCancelled(_ task: JournalTask, _ last: MeshyTask) throws -> Cancellation {
        _ = try library.catalog.ended(
            task.id, .canceled, consumed: 0, answer: last.json.withoutSignatures.canonicalText,
            error: "cancelled while it waited in the queue", at: now)
        return .cancelled
    }
}
