import Catalog
import GLB
import MeshyAPI
import SystemPackage

extension TaskRunner {
    /// Fetches the files of a task that has succeeded, and brings the model into the catalogue.
    ///
    /// - Returns: whether every file is here; what is missing is tried again by the next run.
    func fetch(_ task: inout JournalTask) async throws -> Bool {
        let lock = try await holdOffCollector(task)
        defer { lock.release() }
        let reference = try task.reference
        let state: MeshyTask
        do throws(MeshyAPIError) { state = try await client.task(reference) } catch {
            guard error.reason == .notFound else { throw error }
            return try noteLoss(of: &task)
        }
        if try library.catalog.files(of: task.id).lackResult(of: task), state.status == .succeeded {
            // It was called done before its files were named; they may be by now.
            task = try library.catalog.ended(
                task.id, .succeeded, consumed: state.consumedCredits,
                answer: state.json.withoutSignatures.canonicalText,
                deadline: state.deadline.map { Timestamp(milliseconds: $0) },
                files: state.wantedFiles(task.wish.formats), at: now)
        }
        let offered = Dictionary(state.files.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var isOutage = false
        for file in try library.catalog.files(of: task.id) where !isHere(file) {
            try Task.checkCancellation()
            var file = file
            do {
                guard let link = offered[file.place] else { throw MissingLink() }
                file.file = try await fetch(link, file.file, of: reference, for: task)
                file.error = ""
            } catch {
                // One file that cannot be had is no reason to go without the others.
                if error is CancellationError || Self.stopsEverything(error) { throw error }
                if (error as? MeshyAPIError)?.reason == .cancelled { throw error }
                file.error = "\(error)"
                if (error as? MeshyAPIError)?.isOutage == true { isOutage = true }
            }
            try library.catalog.fetched(task.id, file)
            CrashPoint.fetched.pass()
        }
        if try store(&task, state) { return true }
        // One file that is not handed out waits for the next run; a service that is away is waited for.
        if isOutage { _ = try await client.task(reference) }
        return false
    }

    /// Keeps garbage from being collected while objects are here that no model has yet.
    private func holdOffCollector(_ task: JournalTask) async throws -> FolderLock {
        while true {
            do { return try FolderLock(library.objects.incoming, .shared) } catch LibraryError.inUse(let what) {
                report(.trouble(task, what, retryIn: .seconds(1)))
                try await client.configuration.sleep(.seconds(1))
            }
        }
    }

    private func isHere(_ file: JournalFile) -> Bool {
        let path = library.objects.path(hash: file.file.hash, format: file.file.format)
        return file.isHere && Folder.kind(of: path, following: false) == .regular
    }

    private func fetch(
        _ link: TaskFile, _ file: ModelFile, of reference: TaskReference, for task: JournalTask
    ) async throws -> ModelFile {
        let unfinished = try DurableFile(in: library.objects.incoming)
        let report = report
        let fetched = try await client.download(link, of: reference, to: unfinished.descriptor) { bytes, total in
            report(.fetching(task, name: file.name, bytes: bytes, total: total))
        }
        CrashPoint.downloaded.pass()
        try library.objects.keep(unfinished, hash: fetched.hash, format: fetched.format)
        CrashPoint.published.pass()
        var file = file
        file.hash = fetched.hash
        file.bytes = fetched.bytes
        file.format = fetched.format
        return file
    }

    /// Brings what is here into the catalogue.
    private func store(_ task: inout JournalTask, _ state: MeshyTask) throws -> Bool {
        let files = try library.catalog.files(of: task.id)
        let model = try addModel(of: task, state, files.filter(isHere))
        let missing = files.filter { !isHere($0) }
        guard missing.isEmpty, !files.lackResult(of: task) else {
            let names = missing.map { "\($0.file.name) (\($0.error))" }.joined(separator: "; ")
            try library.catalog.troubled(
                task.id,
                error: missing.isEmpty ? "the service calls it done, and names no result" : "not fetched: \(names)")
            task = try library.catalog.tasks(.ids([task.id])).first ?? task
            return false
        }
        let unmade = task.formatsNotAmong(files.map(\.file))
        task = try library.catalog.stored(
            task.id, as: model,
            lack: unmade.isEmpty ? "" : "\(unmade.joined(separator: ", ")) was asked for; the service made none",
            at: now)
        CrashPoint.stored.pass()
        return true
    }

    /// Makes a model of the files that are here; nil if there are none.
    private func addModel(of task: JournalTask, _ state: MeshyTask, _ here: [JournalFile]) throws -> ModelID? {
        guard !here.isEmpty else { return nil }
        let order = state.files.map(\.key)
        let ranks = Dictionary(state.files.map { ($0.key, $0.rank) }, uniquingKeysWith: min)
        let sorted = here.sorted {
            (ranks[$0.place] ?? 9, order.firstIndex(of: $0.place) ?? 99)
                < (ranks[$1.place] ?? 9, order.firstIndex(of: $1.place) ?? 99)
        }
        let made = try library.model(
            of: task, state, files: sorted.map(\.file), retirements: options.retirements)
        let model = try library.catalog.add([made]).first?.id
        CrashPoint.added.pass()
        return model
    }

    /// The service has removed a task whose files are not all here, or not in the catalogue; what is here stays.
    private func noteLoss(of task: inout JournalTask) throws -> Bool {
        let files = try library.catalog.files(of: task.id)
        var model: ModelID?
        // What was fetched by a run that did not come to its end is a model all the same.
        if let answer = task.answer, let state = try? MeshyTask(parsing: Array(answer.utf8)) {
            if files.allSatisfy(isHere), !files.lackResult(of: task) { return try store(&task, state) }
            let here = files.filter(isHere)
            let made = try addModel(of: task, state, here)
            // Pictures of a result are not the result, which can be claimed back.
            model = here.lackResult(of: task) ? nil : made
        }
        task = try library.catalog.ended(
            task.id, .gone, consumed: nil, answer: nil, error: "the service removed its files before all were here",
            model: model, at: now)
        return false
    }
}

extension [JournalFile] {
    /// Whether the thing itself that a task was paid for is not among them, be it here or not.
    fileprivate func lackResult(of task: JournalTask) -> Bool {
        switch TaskKind(rawValue: task.kind.rawValue) {
        // Its result is a report.
        case .printAnalyze: false
        case .textToImage, .imageToImage: isEmpty
        default: !contains { $0.file.role == .model }
        }
    }
}

/// The service no longer offers a file that it has offered.
private struct MissingLink: Error, CustomStringConvertible {
    let description = "the service no longer offers it"
}

extension ObjectStore {
    /// Takes a file that was written in ``incoming`` into the store; its name is on the disk afterwards too.
    func keep(_ file: consuming DurableFile, hash: String, format: String) throws {
        let target = path(hash: hash, format: format)
        if !holds(target, hash) {
            try Folder.make(target.removingLastComponent())
            try file.publish(as: target, permissions: Self.readOnly)
        }
        try flush([hash])
    }
}
