package import Catalog
package import MeshyAPI

/// What the library has of what is on the account, with the proof.
package struct SyncReport: Sendable {
    /// A task that is on the account and not, or not whole, in the library.
    package struct Lost: Sendable {
        /// The service's id.
        package var remote: String
        /// What it is.
        package var kind: String
        /// Why it is not here.
        package var reason: String
        /// When its files go; nil if nobody knows.
        package var deadline: Timestamp?
        /// Whether the service has removed it.
        package var isGone = false
    }

    /// How many tasks that are here have no file of a format that was asked for by name.
    package struct Lack: Sendable {
        /// The service made none.
        package var unmade = 0
        /// There is one on the account, and the library was told not to fetch it when the task was.
        package var unfetched = 0
    }

    /// A list of the account that could not be read to its end.
    package struct Gap: Sendable {
        /// The collection.
        package var collection: TaskCollection
        /// Why.
        package var reason: String
    }

    /// How many tasks of the account have succeeded.
    package var onAccount = 0
    /// How many of them are here, every wanted file compared with its hash just now.
    package var here = 0
    /// How many models came by this run.
    package var fetched: [ModelID] = []
    /// What is not here.
    package var lost: [Lost] = []
    /// Tasks that the service is still working on.
    package var underWay = 0
    /// Tasks that failed, or were cancelled: there is nothing to fetch.
    package var withoutResult = 0
    /// What of the account could not be seen.
    package var gaps: [Gap] = []
    /// What is missing of formats that were asked for, by format.
    package var lacks: [String: Lack] = [:]
    /// How many results an earlier run found to be gone.
    package var lostBefore = 0

    /// Whether everything on the account is here, everything that was paid for by this library too, and everything on the account was seen.
    package var isComplete: Bool { lost.isEmpty && gaps.isEmpty && here == onAccount }
}

extension TaskRunner {
    /// Brings everything that is still on the account into the library, what goes first first.
    ///
    /// - Parameters:
    ///   - wish: what is to happen with what comes new: formats, tags, collection.
    ///   - each: told of every list that was read.
    package func sync(
        wish: TaskWish = TaskWish(), each: (TaskCollection, Int) -> Void = { _, _ in }
    ) async throws -> SyncReport {
        var report = SyncReport()
        var onAccount: [MeshyTask] = []
        for collection in TaskCollection.allCases {
            try Task.checkCancellation()
            do throws(MeshyAPIError) {
                let listing = try await client.allTasks(in: collection)
                onAccount += listing.tasks
                each(collection, listing.tasks.count)
                if !listing.isOffered, collection.isOfferedToAll {
                    report.gaps.append(
                        SyncReport.Gap(collection: collection, reason: "the service says that there is none"))
                } else if listing.isOffered, !listing.isComplete {
                    let reason =
                        listing.unreadable > 0
                        ? "\(listing.unreadable) entries could not be read" : "it changed while it was read"
                    report.gaps.append(SyncReport.Gap(collection: collection, reason: reason))
                }
            } catch {
                if error.reason == .cancelled { throw error }
                if Self.stopsEverything(error) { throw error }
                report.gaps.append(SyncReport.Gap(collection: collection, reason: "\(error)"))
            }
        }
        report.underWay = onAccount.count { !$0.isFinal }
        report.withoutResult = onAccount.count { $0.isFinal && $0.status != .succeeded }
        let succeeded = onAccount.filter { $0.status == .succeeded }
        report.onAccount = succeeded.count
        // What the account has again is about to be fetched.
        let present = Set(succeeded.map(\.id))
        report.lostBefore = try library.catalog.tasks(.states([.gone])).count {
            $0.account == account && $0.model == nil && !($0.remote.map(present.contains) ?? false)
        }
        try await bringIn(succeeded, wish, &report)
        try check(succeeded, wish, &report)
        try await goOnWithUnlisted(onAccount, &report)
        return report
    }

    private func bringIn(_ tasks: [MeshyTask], _ wish: TaskWish, _ report: inout SyncReport) async throws {
        try await findLostRequests()
        let unknown = try library.catalog.unknownTasks(tasks.map(\.id), account: account)
        _ = try library.catalog.adopt(
            tasks.filter { unknown.contains($0.id) }.compactMap { $0.adopted(wish) }, account: account,
            owner: worker.name, at: now)
        try library.catalog.reopen(tasks.map(\.id), account: account, owner: worker.name)
        let (mine, _) = try claim(.remote(tasks.map(\.id)))
        let deadlines = Dictionary(tasks.map { ($0.id, $0.deadline ?? .max) }, uniquingKeysWith: min)
        let soonestFirst = mine.sorted { (deadlines[$0.remote ?? ""] ?? .max) < (deadlines[$1.remote ?? ""] ?? .max) }
        let before = Set(mine.filter { $0.model != nil }.map(\.id))
        let after = try await run(soonestFirst)
        report.fetched = after.filter { $0.state == .stored && !before.contains($0.id) }.compactMap(\.model)
    }

    /// Goes on with what the journal knows to be paid for and no list names: each is fetched, or lost, and says which.
    ///
    /// Of lists that were not read to their end nothing follows, and what another process works on is not ours to judge.
    private func goOnWithUnlisted(_ onAccount: [MeshyTask], _ report: inout SyncReport) async throws {
        let listed = Set(onAccount.map(\.id))
        let unread = Set(report.gaps.map(\.collection))
        let unlisted = try library.catalog.tasks(.states([.running, .succeeded])).filter { task in
            guard let remote = task.remote, let kind = TaskKind(rawValue: task.kind.rawValue) else { return false }
            return !listed.contains(remote) && !unread.contains(kind.collection)
        }
        let mine = try claim(.ids(unlisted.map(\.id))).taken
        let had = Set(mine.filter { $0.model != nil }.map(\.id))
        let after = try await run(mine)
        try Task.checkCancellation()
        for task in after {
            var reason = task.error.isEmpty ? "it is \(task.state.rawValue)" : task.error
            switch task.state {
            case .stored:
                report.onAccount += 1
                if !had.contains(task.id) { report.fetched += [task.model].compactMap(\.self) }
                guard let fault = try fault(library.catalog.files(of: task.id).map(\.file)) else {
                    report.here += 1
                    continue
                }
                reason = fault
            case .failed, .canceled:
                report.withoutResult += 1
                continue
            case .running where task.error.isEmpty:
                report.underWay += 1
                continue
            // A task that could not be seen is not known to be under way.
            default: break
            }
            report.lost.append(
                SyncReport.Lost(
                    remote: task.remote ?? "", kind: task.kind.rawValue, reason: reason, deadline: task.deadline,
                    isGone: task.state == .gone))
        }
    }

    /// Gives requests whose answer was lost the tasks that fit them, before those are taken for somebody else's.
    private func findLostRequests() async throws {
        for var task in try claim(.states([.sending, .unknown])).taken {
            do { _ = try await findAgain(&task) } catch let error as MeshyAPIError {
                // It stays lost, for 'resume' to find; the task itself is rescued all the same.
                if error.reason == .cancelled || Self.stopsEverything(error) { throw error }
            }
        }
    }

    /// Compares every task of the account with what is here, byte for byte.
    private func check(_ tasks: [MeshyTask], _ wish: TaskWish, _ report: inout SyncReport) throws {
        for task in tasks {
            try Task.checkCancellation()
            if let reason = try fault(task) {
                report.lost.append(
                    SyncReport.Lost(
                        remote: task.id, kind: task.kind?.rawValue ?? task.type ?? "unknown", reason: reason,
                        deadline: task.deadline.map { Timestamp(milliseconds: $0) }))
            } else {
                report.here += 1
                try noteLacks(of: task, wish.formats, &report)
            }
        }
    }

    private func noteLacks(of task: MeshyTask, _ formats: [String], _ report: inout SyncReport) throws {
        guard let id = try? library.catalog.resolve(task.id) else { return }
        let model = try library.catalog.model(id)
        for format in model.model.kind.formats(formats, notAmong: model.files) {
            let isOffered = task.files.contains { $0.isModel && $0.format == format }
            report.lacks[format, default: SyncReport.Lack()].unmade += isOffered ? 0 : 1
            report.lacks[format, default: SyncReport.Lack()].unfetched += isOffered ? 1 : 0
        }
    }

    /// Why a task's result is not here; nil if it is.
    private func fault(_ task: MeshyTask) throws -> String? {
        let journal = try library.catalog.tasks(.remote([task.id])).last { $0.account == account }
        guard let journal else {
            // It came by an import; its main file is what counts.
            guard let id = try? library.catalog.resolve(task.id) else {
                return "this program does not know such tasks"
            }
            return try fault(library.catalog.model(id).files)
        }
        guard journal.state == .stored else {
            return journal.error.isEmpty ? "it is \(journal.state.rawValue)" : journal.error
        }
        return try fault(library.catalog.files(of: journal.id).map(\.file))
    }

    private func fault(_ files: [ModelFile]) throws -> String? {
        for file in files {
            let path = library.objects.path(hash: file.hash, format: file.format)
            guard let hash = try? ObjectStore.rehash(path) else {
                return "\(file.name): its bytes are not in the library"
            }
            guard hash == file.hash else { return "\(file.name): its bytes have changed on this disk" }
        }
        try library.catalog.markVerified(files.map(\.hash))
        return nil
    }
}

extension MeshyTask {
    /// The task as the journal writes it down; nil if it is of a kind that is not known here.
    fileprivate func adopted(_ wish: TaskWish) -> AdoptedTask? {
        guard let kind else { return nil }
        let request = repeatedRequest(kind)
        var adopted = AdoptedTask(
            kind: Kind(rawValue: kind.rawValue), remote: id, request: request.canonicalText,
            fingerprint: request.fingerprint, answer: json.withoutSignatures.canonicalText)
        adopted.credits = consumedCredits
        adopted.created = createdAt.map { Timestamp(milliseconds: $0) }
        adopted.deadline = deadline.map { Timestamp(milliseconds: $0) }
        adopted.wish = wish
        if let name = json["name"]?.text, wish.title.isEmpty { adopted.wish.title = name }
        return adopted
    }

    /// What the service repeats of the request; the rest is known to nobody.
    private func repeatedRequest(_ kind: TaskKind) -> TaskRequest {
        var request = TaskRequest(kind)
        for definition in kind.parameters {
            guard let value = json[definition.name]?.withoutSignatures, value != "", value != .array([]) else {
                continue
            }
            request[definition.name] = value
        }
        return request
    }
}
