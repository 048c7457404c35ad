import GRDB

/// Reads tasks of the journal.
enum JournalRow {
    /// Selects what `task(_:)` reads; to be followed by `WHERE` and the like on `t`.
    static let select = """
        SELECT t.id, t.account, t.kind, t.request, t.fingerprint, t.state, t.progress, t.remote, p.id AS preceding,
            t.parent, t.relation, t.formats, t.title, t.tags, t.collection, t.batch, t.credits, t.answer, t.error,
            t.call, t.owner, m.id AS model, t.planned, t.sent, t.accepted, t.ended, t.stored, t.deadline
        FROM task t LEFT JOIN task p ON p.key = t.preceding LEFT JOIN model m ON m.key = t.model
        """

    static func task(_ row: Row) throws -> JournalTask {
        var wish = TaskWish()
        wish.parent = row["parent"]
        wish.relation = Relation(rawValue: row["relation"])
        wish.formats = lines(row["formats"])
        wish.title = row["title"]
        wish.tags = lines(row["tags"])
        wish.collection = row["collection"]
        wish.batch = row["batch"]
        guard let state = TaskState(rawValue: row["state"]) else {
            throw CatalogError.damaged("'\(row["state"] as String)' is not a state of tasks")
        }
        return JournalTask(
            id: try ModelID(stored: row["id"]), account: row["account"], kind: Kind(rawValue: row["kind"]),
            request: row["request"], fingerprint: row["fingerprint"], state: state, progress: row["progress"],
            remote: row["remote"], preceding: try (row["preceding"] as String?).map(ModelID.init(stored:)), wish: wish,
            credits: row["credits"], answer: row["answer"], error: row["error"], call: row["call"],
            owner: row["owner"], model: try (row["model"] as String?).map(ModelID.init(stored:)),
            planned: Timestamp(milliseconds: row["planned"]), sent: Timestamp(stored: row["sent"]),
            accepted: Timestamp(stored: row["accepted"]), ended: Timestamp(stored: row["ended"]),
            stored: Timestamp(stored: row["stored"]), deadline: Timestamp(stored: row["deadline"]))
    }

    static func fetch(
        _ db: Database, _ condition: String, _ arguments: StatementArguments = []
    ) throws -> [JournalTask] {
        try Row.fetchAll(db, sql: "\(select) WHERE \(condition)", arguments: arguments).map(task)
    }

    static func task(_ id: ModelID, in db: Database) throws -> JournalTask {
        guard let task = try fetch(db, "t.id = ?", [id.description]).first else {
            throw CatalogError.noSuchTask(id.description)
        }
        return task
    }

    static func key(of id: ModelID, in db: Database) throws -> Int64 {
        let sql = "SELECT key FROM task WHERE id = ?"
        guard let key = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [id.description]) else {
            throw CatalogError.noSuchTask(id.description)
        }
        return key
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init)
    }
}
