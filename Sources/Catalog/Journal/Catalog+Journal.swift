import GRDB

extension Catalog {
    /// Which tasks of the journal are meant.
    package enum TaskSelection: Hashable, Sendable {
        /// Every one.
        case all
        /// Those with something still to be done.
        case open
        /// Those in these states.
        case states([TaskState])
        /// Those of a batch.
        case batch(String)
        /// Those with these ids.
        case ids([ModelID])
        /// Those that made a model.
        case of(model: ModelID)
        /// Those of these ids at the service.
        case remote([String])
    }

    /// Tasks of the journal, in the order in which they were planned.
    package func tasks(_ selection: TaskSelection, limit: Int? = nil) throws(CatalogError) -> [JournalTask] {
        try read { db in
            let (condition, arguments) = try Self.condition(selection)
            var sql = "\(condition) ORDER BY t.key"
            // The newest are the ones that a person wants to see.
            if let limit {
                sql =
                    "t.key IN (SELECT key FROM task t WHERE \(condition) ORDER BY key DESC LIMIT \(limit)) ORDER BY t.key"
            }
            return try JournalRow.fetch(db, sql, arguments)
        }
    }

    /// The task that a reference means: its id or the beginning of it, or the service's id.
    package func task(_ reference: String) throws(CatalogError) -> JournalTask {
        try read { db in
            if let id = ModelID.canonical(reference), !id.isEmpty, id.utf8.count <= ModelID.length {
                let found = try JournalRow.fetch(db, "t.id >= ? AND t.id < ? LIMIT 2", [id, id + "~"])
                if found.count > 1 { throw CatalogError.ambiguousTask(reference) }
                if let task = found.first { return task }
            }
            let found = try JournalRow.fetch(db, "t.remote = ? ORDER BY t.key DESC LIMIT 1", [reference.lowercased()])
            guard let task = found.first else { throw CatalogError.noSuchTask(reference) }
            return task
        }
    }

    /// The files of a task.
    package func files(of id: ModelID) throws(CatalogError) -> [JournalFile] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT f.place, f.role, f.format, f.name, f.source, f.hash, f.bytes, f.error FROM task_file f
                    JOIN task t ON t.key = f.task WHERE t.id = ? ORDER BY f.place
                    """, arguments: [id.description])
            return rows.map { row in
                JournalFile(
                    place: row[0],
                    file: ModelFile(
                        role: ModelFile.Role(rawValue: row[1]) ?? .model, hash: row[5] ?? "", bytes: row[6] ?? 0,
                        format: row[2], name: row[3], source: row[4]),
                    error: row[7])
            }
        }
    }

    /// Takes open tasks over from processes that are dead.
    ///
    /// - Parameters:
    ///   - owner: the process that takes them.
    ///   - isAlive: whether the process of that name still works.
    /// - Returns: what was taken, and what was left to the living.
    package func claimTasks(
        _ selection: TaskSelection, for owner: String, isAlive: (String) -> Bool
    ) throws(CatalogError) -> (taken: [JournalTask], left: [JournalTask]) {
        try write { db in
            let (condition, arguments) = try Self.condition(selection)
            let states = TaskState.open.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            let found = try JournalRow.fetch(
                db, "(\(condition)) AND t.state IN (\(states)) ORDER BY t.key", arguments)
            var alive: [String: Bool] = [:]
            func isFree(_ task: JournalTask) -> Bool {
                if task.owner.isEmpty || task.owner == owner { return true }
                let known = alive[task.owner] ?? isAlive(task.owner)
                alive[task.owner] = known
                return !known
            }
            let update = try db.cachedStatement(sql: "UPDATE task SET owner = ? WHERE id = ?")
            var taken: [JournalTask] = []
            var left: [JournalTask] = []
            for var task in found {
                guard isFree(task) else {
                    left.append(task)
                    continue
                }
                try update.execute(arguments: [owner, task.id.description])
                task.owner = owner
                taken.append(task)
            }
            return (taken, left)
        }
    }

    /// The service's ids of this list that the journal does not know and that made no model of the library.
    package func unknownTasks(_ remotes: [String], account: String) throws(CatalogError) -> Set<String> {
        try read { db in
            let known = try db.cachedStatement(
                sql: """
                    SELECT 1 FROM task WHERE remote = ?1 AND account = ?2
                    UNION ALL SELECT 1 FROM model WHERE task_id = ?1 AND object IS NOT NULL
                    """)
            return Set(try remotes.filter { try Row.fetchOne(known, arguments: [$0, account]) == nil })
        }
    }

    /// As ``unknownTasks(_:account:)``, and those that were found on the account without anybody here having asked for
    /// them: each may be the task of a request whose answer was lost.
    package func unclaimedTasks(_ remotes: [String], account: String) throws(CatalogError) -> Set<String> {
        let unknown = try unknownTasks(remotes, account: account)
        return try read { db in
            let adopted = try db.cachedStatement(
                sql: "SELECT 1 FROM task t WHERE t.remote = ? AND t.account = ? AND \(Self.isAdopted)")
            return Set(
                try remotes.filter {
                    try unknown.contains($0) || Row.fetchOne(adopted, arguments: [$0, account]) != nil
                })
        }
    }

    /// The hashes of what open tasks hand over or have fetched: no model has it yet.
    package func objectsOfOpenTasks() throws(CatalogError) -> Set<String> {
        try read { db in
            let open = TaskState.open.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            let fetched = try String.fetchAll(
                db,
                sql: """
                    SELECT f.hash FROM task_file f JOIN task t ON t.key = f.task
                    WHERE f.hash IS NOT NULL AND t.state IN (\(open))
                    """)
            let requests = try String.fetchAll(
                db, sql: "SELECT request FROM task WHERE state IN (\(open)) AND instr(request, 'object:')")
            let handedOver = requests.flatMap { request in
                request.matches(of: /object:([0-9a-f]{64})/).map { String($0.1) }
            }
            return Set(fetched + handedOver)
        }
    }

    /// The value of one of the library's settings; nil if it was not set.
    package func setting(_ name: String) throws(CatalogError) -> String? {
        try read { db in try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name]) }
    }

    /// Every setting of the library, by name.
    package func settings() throws(CatalogError) -> [String: String] {
        try read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT name, value FROM setting")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
        }
    }

    /// Changes one of the library's settings; nil forgets it.
    package func set(_ name: String, to value: String?) throws(CatalogError) {
        try write { db in
            guard let value else {
                return try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
            }
            try db.execute(
                sql: "INSERT INTO setting VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2",
                arguments: [name, value])
        }
    }

    private static func condition(_ selection: TaskSelection) throws -> (String, StatementArguments) {
        func list(_ column: String, _ values: [String]) -> (String, StatementArguments) {
            let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
            return ("\(column) IN (\(marks))", StatementArguments(values))
        }
        return switch selection {
        case .all: ("TRUE", [])
        case .open: list("t.state", TaskState.open.map(\.rawValue))
        case .states(let states): list("t.state", states.map(\.rawValue))
        case .batch(let batch): ("t.batch = ?", [batch])
        case .ids(let ids): list("t.id", ids.map(\.description))
        case .of(let model): ("t.model = (SELECT key FROM model WHERE id = ?)", [model.description])
        case .remote(let remotes): list("t.remote", remotes)
        }
    }
}
