import GRDB

/// Makes edits to models, records them, and takes them back.
///
/// An edit becomes differences of values first; applying, previewing and undoing are all about those.
struct Curator {
    typealias Difference = ChangeSummary.Difference
    typealias ModelChange = ChangeSummary.ModelChange

    private let db: Database
    private let now: Timestamp

    init(_ database: Database, now: Timestamp) {
        db = database
        self.now = now
    }

    // MARK: Planning

    /// What the edits, one after the other, would change.
    func plan(_ edits: [Edit], on ids: [ModelID]) throws -> ChangeSummary {
        let edits = try edits.map { try $0.cleaned }
        var changes: [ModelChange] = []
        var seen: Set<ModelID> = []
        for id in ids where seen.insert(id).inserted {
            let before = try Curated(id, in: db)
            var after = before
            for edit in edits { after.make(edit, now: now) }
            // Taken out of the trash and put back is as before.
            if before.trashed != nil, after.trashed != nil { after.trashed = before.trashed }
            let differences = before.differences(to: after)
            if !differences.isEmpty {
                changes.append(ModelChange(id: id, title: before.title, differences: differences))
            }
        }
        return ChangeSummary(
            models: changes, unchanged: seen.count - changes.count,
            description: edits.map(\.description).joined(separator: ", "))
    }

    // MARK: Applying

    /// Makes and records a planned change.
    func apply(_ summary: ChangeSummary) throws {
        guard !summary.models.isEmpty else { return }
        try db.execute(
            sql: "INSERT INTO change (made, description) VALUES (?, ?)",
            arguments: [now.milliseconds, summary.description])
        let change = db.lastInsertedRowID
        let record = try db.cachedStatement(
            sql: "INSERT INTO change_value (change, model, field, old, new) VALUES (?, ?, ?, ?, ?)")
        try write(summary.models) { model, difference in
            try record.execute(arguments: [change, model, difference.field.rawValue, difference.old, difference.new])
        }
    }

    /// Writes the new values of differences, and calls `record` for each.
    private func write(_ changes: [ModelChange], _ record: (Int64, Difference) throws -> Void) throws {
        var vocabulary = Vocabulary(db)
        let membership = Membership(db)
        for change in changes {
            let model = try Curated.key(change.id, in: db)
            try vocabulary.follow(model, in: db) {
                for difference in change.differences {
                    try write(difference, to: model, membership)
                    try record(model, difference)
                }
                if change.differences.contains(where: { $0.field == .tag }) { try membership.copyTags(of: model) }
            }
        }
        try vocabulary.write(to: db)
    }

    private func write(_ difference: Difference, to model: Int64, _ membership: Membership) throws {
        switch (difference.field, difference.old, difference.new) {
        case (.tag, _, let name?): try membership.add(tag: name, to: model)
        case (.tag, let name?, nil): try membership.remove(tag: name, from: model)
        case (.collection, _, let name?): try membership.add(collection: name, to: model)
        case (.collection, let name?, nil): try membership.remove(collection: name, from: model)
        case (.tag, nil, nil), (.collection, nil, nil): break
        case (.title, _, let value), (.note, _, let value), (.state, _, let value):
            try set(difference.field, value, model)
        case (.rating, _, let value), (.trashed, _, let value):
            try set(difference.field, value.flatMap(Int64.init), model)
        }
    }

    private func set(_ field: Difference.Field, _ value: (any DatabaseValueConvertible)?, _ model: Int64) throws {
        try db.cachedStatement(sql: "UPDATE model SET \(field.rawValue) = ? WHERE key = ?")
            .execute(arguments: [value, model])
    }

    // MARK: Undoing

    /// Takes back the last change that was not taken back yet.
    func undo() throws -> UndoSummary? {
        let sql = "SELECT key, made, description FROM change WHERE undone IS NULL ORDER BY key DESC LIMIT 1"
        guard let row = try Row.fetchOne(db, sql: sql) else { return nil }
        let change: Int64 = row[0]
        var undone: [ModelChange] = []
        var conflicts: [ModelChange] = []
        for recorded in try self.recorded(change) {
            let present = try Curated(recorded.id, in: db)
            let (possible, changedSince) = present.separate(recorded.differences)
            func entry(_ differences: [Difference]) -> ModelChange {
                ModelChange(id: recorded.id, title: present.title, differences: differences.reversed().map(\.reversed))
            }
            if !possible.isEmpty { undone.append(entry(possible)) }
            if !changedSince.isEmpty { conflicts.append(entry(changedSince)) }
        }
        try write(undone) { _, _ in }
        try db.execute(sql: "UPDATE change SET undone = ? WHERE key = ?", arguments: [now.milliseconds, change])
        return UndoSummary(
            description: row[2], date: Timestamp(milliseconds: row[1]), models: undone, conflicts: conflicts)
    }

    /// What a change recorded, by model, in the order in which it was done.
    private func recorded(_ change: Int64) throws -> [ModelChange] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT m.id, v.field, v.old, v.new FROM change_value v JOIN model m ON m.key = v.model
                WHERE v.change = ? ORDER BY v.key
                """, arguments: [change])
        var changes: [ModelChange] = []
        for row in rows {
            let id = try ModelID(stored: row[0])
            guard let field = Difference.Field(rawValue: row[1]) else {
                throw CatalogError.damaged("a change of '\(row[1] as String)' is recorded")
            }
            let difference = Difference(field: field, old: row[2], new: row[3])
            if changes.last?.id == id {
                changes[changes.count - 1].differences.append(difference)
            } else {
                changes.append(ModelChange(id: id, title: "", differences: [difference]))
            }
        }
        return changes
    }
}

extension Catalog {
    /// Makes the same edits, one after the other, to many models, in one transaction that ``undo()`` takes back as a whole.
    public func apply(_ edits: [Edit], to ids: [ModelID]) throws(CatalogError) -> ChangeSummary {
        try write { db in
            let curator = Curator(db, now: .now)
            let summary = try curator.plan(edits, on: ids)
            try curator.apply(summary)
            return summary
        }
    }

    /// What ``apply(_:to:)`` would do, without doing it.
    public func preview(_ edits: [Edit], on ids: [ModelID]) throws(CatalogError) -> ChangeSummary {
        try read { db in try Curator(db, now: .now).plan(edits, on: ids) }
    }

    /// Takes back the last change that was not taken back yet; nil if there is none.
    ///
    /// A value that something else has changed since is left alone and reported as a conflict.
    public func undo() throws(CatalogError) -> UndoSummary? {
        try write { db in try Curator(db, now: .now).undo() }
    }
}
