import GRDB

extension Catalog {
    /// Writes requests down, all or none, before anything is sent; nothing is reserved yet.
    ///
    /// - Parameters:
    ///   - account: the API's address.
    ///   - owner: the process that will work on them.
    ///   - now: the service's time.
    package func plan(
        _ tasks: [PlannedTask], account: String, owner: String, at now: Timestamp = .now
    ) throws(CatalogError) -> [JournalTask] {
        try write { db in
            let now = now.milliseconds
            let insert = try db.cachedStatement(
                sql: """
                    INSERT INTO task (id, account, kind, request, fingerprint, state, preceding, parent, relation, formats,
                        title, tags, collection, batch, credits, owner, planned)
                    VALUES (?, ?, ?, ?, ?, 'planned', (SELECT key FROM task WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            return try tasks.map { task in
                let id = try Self.freeID(preferring: task.id, in: db)
                let wish = task.wish
                try insert.execute(arguments: [
                    id.description, account, task.kind.rawValue, task.request, task.fingerprint,
                    task.preceding?.description, wish.parent, wish.relation?.rawValue ?? "",
                    wish.formats.joined(separator: "\n"), wish.title, wish.tags.joined(separator: "\n"),
                    wish.collection, wish.batch, task.credits, owner, now,
                ])
                return try JournalRow.task(id, in: db)
            }
        }
    }

    /// Writes tasks down that are on the account already; those that the journal knows are left as they are.
    ///
    /// - Returns: the new ones.
    package func adopt(
        _ tasks: [AdoptedTask], account: String, owner: String, at now: Timestamp = .now
    ) throws(CatalogError) -> [JournalTask] {
        try write { db in
            let insert = try db.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO task (id, account, kind, request, fingerprint, state, progress, remote, parent,
                        relation, formats, title, tags, collection, batch, credits, answer, owner, planned, sent, accepted,
                        deadline)
                    VALUES (?, ?, ?, ?, ?, 'running', 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            var ledger = Ledger(db, account: account, now: now)
            return try tasks.compactMap { task in
                let id = try Self.freeID(preferring: .random(), in: db)
                let wish = task.wish
                let created = (task.created ?? now).milliseconds
                try insert.execute(arguments: [
                    id.description, account, task.kind.rawValue, task.request, task.fingerprint, task.remote,
                    wish.parent, wish.relation?.rawValue ?? "", wish.formats.joined(separator: "\n"), wish.title,
                    wish.tags.joined(separator: "\n"), wish.collection, wish.batch, task.credits ?? 0, task.answer,
                    owner, now.milliseconds, created, created, task.deadline?.milliseconds,
                ])
                guard db.changesCount > 0 else { return nil }
                try ledger.adopt(db.lastInsertedRowID, credits: task.credits ?? 0, created: created)
                return try JournalRow.task(id, in: db)
            }
        }
    }

    /// Opens tasks again that the journal has closed without their files, because the account has them, done.
    ///
    /// Whatever closed them was wrong, or is no reason to lose what is there.
    package func reopen(_ remotes: [String], account: String, owner: String) throws(CatalogError) {
        try write { db in
            let update = try db.cachedStatement(
                sql: """
                    UPDATE task SET state = 'running', owner = ?, error = '' WHERE remote = ? AND account = ?
                        AND state IN ('failed', 'canceled', 'gone', 'abandoned')
                    """)
            for remote in remotes { try update.execute(arguments: [owner, remote, account]) }
        }
    }

    /// An id that neither a task nor a model has.
    private static func freeID(preferring wanted: ModelID, in db: Database) throws -> ModelID {
        let taken = try db.cachedStatement(
            sql: "SELECT 1 FROM task WHERE id = ?1 UNION ALL SELECT 1 FROM model WHERE id = ?1")
        var id = wanted
        while try Row.fetchOne(taken, arguments: [id.description]) != nil { id = .random() }
        return id
    }
}
