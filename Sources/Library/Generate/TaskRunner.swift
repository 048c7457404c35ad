package import Catalog
package import MeshyAPI
import SystemPackage

/// Works on tasks of the journal until nothing is left to do, or nothing can be done now.
///
/// Every step is in the journal before the next one begins (`docs/journal.md`), so that a run can end at any instant, and
/// the next one goes on from there.
package struct TaskRunner: Sendable {
    let library: Library
    let client: MeshyClient
    /// How the run goes.
    package var options: RunOptions
    let report: @Sendable (TaskNews) -> Void
    /// This process as the journal knows it.
    package let worker: WorkerLock

    /// The account's name in the journal: the API's address.
    package var account: String { client.configuration.baseURL.description }

    /// The time at the service, as far as it has told it.
    var now: Timestamp { Timestamp(milliseconds: client.now) }

    /// Prepares to work.
    ///
    /// - Parameter report: told of everything that happens, from several threads.
    package init(
        _ library: Library, client: MeshyClient, options: RunOptions = RunOptions(),
        report: @escaping @Sendable (TaskNews) -> Void = { _ in }
    ) throws {
        self.library = library
        self.client = client
        self.options = options
        self.report = report
        worker = try WorkerLock(in: library.objects.incoming)
    }

    /// Writes requests down before anything is sent.
    ///
    /// - Throws: ``KeyInRequest`` if one holds the API key: it must not come into the catalogue.
    package func plan(_ tasks: [PlannedTask]) throws -> [JournalTask] {
        guard !tasks.contains(where: { client.configuration.key.stands(in: $0.request) }) else { throw KeyInRequest() }
        let tasks = try library.catalog.plan(tasks, account: account, owner: worker.name, at: now)
        CrashPoint.planned.pass()
        return tasks
    }

    /// Works on tasks that this process owns: those that follow from others come after them, the rest side by side.
    ///
    /// No task's failure stops another one, save what would stop all of them: a refused key, a cap, a full disk.
    ///
    /// - Returns: the tasks as they are afterwards, in the order in which they were given.
    package func run(_ tasks: [JournalTask]) async throws -> [JournalTask] {
        let ids = Set(tasks.map(\.id))
        let followers = Dictionary(grouping: tasks.filter { $0.preceding.map(ids.contains) == true }) { $0.preceding }
        let roots = tasks.filter { $0.preceding.map(ids.contains) != true }
        let brake = Brake()
        await withTaskGroup(of: Void.self) { group in
            var waiting = roots.makeIterator()
            func startNext() {
                guard !Task.isCancelled, !brake.isOn, let root = waiting.next() else { return }
                group.addTask { await work(on: root, followers, brake) }
            }
            for _ in 0..<max(1, options.width) { startNext() }
            for await _ in group { startNext() }
        }
        if let cause = brake.cause { throw cause }
        let after = try library.catalog.tasks(.ids(tasks.map(\.id)))
        let byID = Dictionary(uniqueKeysWithValues: after.map { ($0.id, $0) })
        return tasks.compactMap { byID[$0.id] }
    }

    /// Works on a task and then on those that follow from it.
    private func work(on task: JournalTask, _ followers: [ModelID?: [JournalTask]], _ brake: Brake) async {
        var task = task
        do {
            try await advance(&task)
        } catch {
            if Self.stopsEverything(error) { brake.pull(error) }
            note(error, on: &task)
        }
        report(.rested(task))
        for follower in followers[task.id] ?? [] {
            if Task.isCancelled || brake.isOn { return }
            await work(on: follower, followers, brake)
        }
    }

    /// Takes a task as far as it goes.
    private func advance(_ task: inout JournalTask) async throws {
        while task.state.isOpen {
            try Task.checkCancellation()
            switch task.state {
            case .planned: try await send(&task)
            case .sending, .unknown: guard try await patiently(&task, findAgain) else { return }
            case .running: guard try await follow(&task) else { return }
            case .succeeded: guard try await patiently(&task, fetch) else { return }
            default: return
            }
        }
    }

    /// Does a step again and again while the service is out of order, so that an outage does not leave a whole run in
    /// the middle; what is still not done after that waits for `resume`.
    private func patiently(
        _ task: inout JournalTask, _ step: (inout JournalTask) async throws -> Bool
    ) async throws -> Bool {
        var patience = Patience(options.patience)
        while true {
            do { return try await step(&task) } catch let error as MeshyAPIError {
                guard error.isOutage, let pause = patience.pause(after: error) else { throw error }
                note(error, on: &task)
                report(.trouble(task, "\(error)", retryIn: pause))
                try await client.configuration.sleep(pause)
            }
        }
    }

    /// Leaves the reason in the journal, for `tasks` to show; an interruption is none.
    private func note(_ error: any Error, on task: inout JournalTask) {
        if error is CancellationError || (error as? MeshyAPIError)?.reason == .cancelled { return }
        task.error = "\(error)"
        // Should the catalogue be what fails, the run's own error says so.
        try? library.catalog.troubled(task.id, error: task.error)
        if let now = try? library.catalog.tasks(.ids([task.id])).first { task = now }
    }

    /// Whether the next task would end the same way.
    static func stopsEverything(_ error: any Error) -> Bool {
        switch error {
        case let error as FileError: error.isAboutEverything
        case CatalogError.taskMovedOn, CatalogError.taskIsTaken, CatalogError.noSuchTask: false
        case is CatalogError: true
        case let error as MeshyAPIError:
            switch error.reason {
            case .keyRefused, .insufficientCredits: true
            case .cannotWrite(let errno): FileError(.write, "", errno).isAboutEverything
            default: false
            }
        default: false
        }
    }
}

extension MeshyAPIError {
    /// Whether the service, or the way to it, is out of order for everybody, and not for this call alone.
    var isOutage: Bool {
        switch reason {
        case .unreachable, .interrupted, .timedOut, .serviceFault, .rateLimited: true
        default: false
        }
    }
}

/// A request holds the API key itself.
package struct KeyInRequest: Error, CustomStringConvertible {
    /// A sentence for people.
    package let description = "the request holds the API key itself; nothing was sent or written down"
}
