import GRDB

// What happens to a task, one method a step. Each is one transaction, on the disk when it returns, and refuses a step
// that does not follow from the state in the journal: two processes cannot both take it.

extension Catalog {
    /// Reserves the credits and notes that the request leaves now.
    ///
    /// - Parameters:
    ///   - request: what is sent, which may name the task before it only now.
    ///   - now: the service's time, by which the cap of a day counts.
    /// - Throws: ``CatalogError/capReached(_:)`` if a cap would be exceeded, by one credit even.
    package func beginSending(
        _ id: ModelID, request: String, fingerprint: String, credits: Int, caps: [SpendingCap] = [],
        at now: Timestamp = .now
    ) throws(CatalogError) -> JournalTask {
        try step(id, from: [.planned], to: .sending) { db, key, task in
            var ledger = Ledger(db, account: task.account, now: now)
            let caps = try caps + SpendingCap.stored(in: db)
            try ledger.reserve(credits, for: key, caps: caps)
            try db.execute(
                sql: "UPDATE task SET request = ?, fingerprint = ?, credits = ?, sent = ?, error = '' WHERE key = ?",
                arguments: [request, fingerprint, credits, now.milliseconds, key])
        }
    }

    /// Notes that the service accepted the request, and charged for it.
    ///
    /// If the service's task was adopted meanwhile, as one that nobody here had asked for, it is handed over.
    ///
    /// - Throws: ``CatalogError/taskIsTaken(_:by:)`` if another request made that task.
    package func accepted(
        _ id: ModelID, remote: String, call: String, at now: Timestamp = .now
    ) throws(CatalogError) -> JournalTask {
        try step(id, from: [.sending, .unknown], to: .running) { db, key, task in
            var ledger = Ledger(db, account: task.account, now: now)
            try Self.handOver(remote, of: task.account, to: task.id, in: db, &ledger)
            try ledger.charge(key)
            try db.execute(
                sql: "UPDATE task SET remote = ?, call = ?, accepted = ?, error = '' WHERE key = ?",
                arguments: [remote, call, now.milliseconds, key])
        }
    }

    /// Takes a task of the service from the task of the journal that adopted it, whose charge is taken back.
    private static func handOver(
        _ remote: String, of account: String, to id: ModelID, in db: Database, _ ledger: inout Ledger
    ) throws {
        let row = try Row.fetchOne(
            db, sql: "SELECT t.key, t.id, \(isAdopted) FROM task t WHERE t.remote = ? AND t.account = ?",
            arguments: [remote, account])
        guard let row else { return }
        let (key, holder): (Int64, ModelID) = (row[0], try ModelID(stored: row[1]))
        guard row[2] else { throw CatalogError.taskIsTaken(remote, by: holder) }
        try ledger.disown(key)
        try db.execute(
            sql: "UPDATE task SET remote = NULL, state = 'abandoned', owner = '', error = ? WHERE key = ?",
            arguments: ["it is the task of \(id), which asked for it", key])
    }

    /// Whether a task `t` was found on the account, not asked for here: it was never sent, and nothing set aside for it.
    static let isAdopted = """
        (t.sent IS t.accepted AND t.call = ''
            AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.task = t.key AND e.reason = 'reserve'))
        """

    /// Notes that no task was made: the request can be sent later (`again`), or never will be.
    package func notAccepted(
        _ id: ModelID, error: String, call: String = "", again: Bool, at now: Timestamp = .now
    ) throws(CatalogError) -> JournalTask {
        try step(id, from: [.planned, .sending, .unknown], to: again ? .planned : .refused) { db, key, task in
            var ledger = Ledger(db, account: task.account, now: now)
            try ledger.release(key)
            try db.execute(
                sql: "UPDATE task SET error = ?, call = ?, sent = NULL WHERE key = ?", arguments: [error, call, key])
        }
    }

    /// Notes that nobody knows whether the request arrived; its credits stay reserved.
    package func answerLost(_ id: ModelID, error: String) throws(CatalogError) -> JournalTask {
        try step(id, from: [.sending, .unknown], to: .unknown) { db, key, _ in
            try db.execute(sql: "UPDATE task SET error = ? WHERE key = ?", arguments: [error, key])
        }
    }

    /// Notes how far the service is.
    package func progressed(_ id: ModelID, to progress: Int) throws(CatalogError) {
        try write { db in
            try db.execute(
                sql: "UPDATE task SET progress = ? WHERE id = ? AND state = 'running'",
                arguments: [min(max(progress, 0), 100), id.description])
        }
    }

    /// Notes how a task ended at the service.
    ///
    /// - Parameters:
    ///   - state: `succeeded`, `failed`, `canceled` or `gone`.
    ///   - consumed: what the service says that it cost; nil if it says nothing.
    ///   - files: what is to be fetched, after success.
    ///   - model: what came of it all the same; nil to leave that as it is.
    package func ended(
        _ id: ModelID, _ state: TaskState, consumed: Int?, answer: String?, error: String = "",
        deadline: Timestamp? = nil, files: [JournalFile] = [], model: ModelID? = nil, at now: Timestamp = .now
    ) throws(CatalogError) -> JournalTask {
        try step(id, from: [.running, .succeeded], to: state) { db, key, task in
            var ledger = Ledger(db, account: task.account, now: now)
            switch state {
            case .failed: try ledger.settle(key, at: 0, reason: .refund)
            case .canceled: try ledger.settle(key, at: consumed, reason: .refund)
            default: try ledger.settle(key, at: consumed, reason: .correction)
            }
            let progress = state == .succeeded ? 100 : task.progress
            try db.execute(
                sql: """
                    UPDATE task SET progress = ?, answer = coalesce(?, answer), error = ?, ended = ?,
                        deadline = coalesce(?, deadline), model = coalesce((SELECT key FROM model WHERE id = ?), model)
                    WHERE key = ?
                    """,
                arguments: [
                    progress, answer, error, now.milliseconds, deadline?.milliseconds, model?.description, key,
                ])
            let insert = try db.cachedStatement(
                sql: """
                    INSERT INTO task_file (task, place, role, format, name, source) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET source = excluded.source
                    """)
            for file in files {
                try insert.execute(arguments: [
                    key, file.place, file.file.role.rawValue, file.file.format, file.file.name, file.file.source,
                ])
            }
        }
    }

    /// Notes that a file is in the library, or why it is not.
    package func fetched(_ id: ModelID, _ file: JournalFile) throws(CatalogError) {
        try write { db in
            try db.execute(
                sql: "UPDATE task_file SET hash = ?, bytes = ?, format = ?, error = ? WHERE task = ? AND place = ?",
                arguments: [
                    file.isHere ? file.file.hash : nil, file.isHere ? file.file.bytes : nil, file.file.format,
                    file.error, try JournalRow.key(of: id, in: db), file.place,
                ])
        }
    }

    /// Notes that the catalogue holds the model with all its files.
    ///
    /// - Parameter lack: what was wished for and is not among what the service made; empty if nothing.
    package func stored(
        _ id: ModelID, as model: ModelID?, lack: String = "", at now: Timestamp = .now
    ) throws(CatalogError) -> JournalTask {
        try step(id, from: [.succeeded], to: .stored) { db, key, _ in
            try db.execute(
                sql: """
                    UPDATE task SET model = (SELECT key FROM model WHERE id = ?), stored = ?, owner = '', error = ?
                    WHERE key = ?
                    """, arguments: [model?.description, now.milliseconds, lack, key])
        }
    }

    /// Notes why a task cannot go on now; it stays where it is.
    package func troubled(_ id: ModelID, error: String) throws(CatalogError) {
        try write { db in
            try db.execute(sql: "UPDATE task SET error = ? WHERE id = ?", arguments: [error, id.description])
        }
    }

    /// Leaves a task for good, because a person said so. What may have been charged stays on the books as spent.
    package func abandon(_ id: ModelID) throws(CatalogError) -> JournalTask {
        try step(id, from: TaskState.open, to: .abandoned) { db, key, task in
            var ledger = Ledger(db, account: task.account)
            if task.state == .planned { try ledger.release(key) } else { try ledger.charge(key) }
        }
    }

    /// Takes a task from one state to another.
    private func step(
        _ id: ModelID, from states: [TaskState], to state: TaskState,
        _ body: (Database, Int64, JournalTask) throws -> Void
    ) throws(CatalogError) -> JournalTask {
        try write { db in
            let task = try JournalRow.task(id, in: db)
            guard states.contains(task.state) else {
                throw CatalogError.taskMovedOn(id, from: task.state.rawValue, to: state.rawValue)
            }
            let key = try JournalRow.key(of: id, in: db)
            try body(db, key, task)
            try db.execute(
                sql: "UPDATE task SET state = ?1, owner = CASE WHEN ?2 THEN owner ELSE '' END WHERE key = ?3",
                arguments: [state.rawValue, state.isOpen, key])
            return try JournalRow.task(id, in: db)
        }
    }
}
