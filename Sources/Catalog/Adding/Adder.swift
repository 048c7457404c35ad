import GRDB

/// Adds models within one transaction.
struct Adder {
    private let db: Database
    private let now: Timestamp
    private var vocabulary: Vocabulary
    private var objects: Objects
    private var membership: Membership
    /// The last model that is in the full text index.
    private var lastIndexed: Int64

    init(_ database: Database, now: Timestamp) throws {
        db = database
        self.now = now
        vocabulary = Vocabulary(database)
        objects = Objects(database, now: now)
        membership = Membership(database)
        lastIndexed = try Int64.fetchOne(database, sql: "SELECT max(key) FROM model") ?? 0
    }

    mutating func add(_ models: [NewModel]) throws -> [AddOutcome] {
        let outcomes = try models.map { try add($0) }
        try vocabulary.write(to: db)
        try indexNewModels()
        return outcomes
    }

    /// Brings the models that came since the last time into the full text index, all in one statement.
    private mutating func indexNewModels() throws {
        let columns = TextColumn.allCases.map(\.column).joined(separator: ", ")
        try db.cachedStatement(
            sql:
                "INSERT INTO model_text (rowid, \(columns)) SELECT key, \(columns) FROM model WHERE key > ? ORDER BY key"
        ).execute(arguments: [lastIndexed])
        lastIndexed = try Int64.fetchOne(db, sql: "SELECT max(key) FROM model") ?? 0
    }

    private mutating func add(_ model: NewModel) throws -> AddOutcome {
        var model = model.cleaned
        let files = try model.files.map { (file: $0.file, object: try objects.store($0)) }
        let main = Self.main(of: files)
        if let present = try find(object: main, task: model.taskID) {
            // What is not in the index cannot be changed there.
            if present.key > lastIndexed { try indexNewModels() }
            return try fill(present, from: model, files: files, main: main)
        }
        // The task has a model with another file: a task may give several, and each is a model.
        if try !isFree(task: model.taskID) { model.taskID = "" }
        let id = try freeID(preferring: model.id)
        try insert(model, id: id, object: main)
        let key = db.lastInsertedRowID
        try vocabulary.add([
            model.title, model.prompt, model.texturePrompt, model.note, model.tags.joined(separator: "\n"),
            main.map(objects.names) ?? "",
        ])
        try attach(files, to: key)
        for tag in model.tags { try membership.add(tag: tag, to: key) }
        for name in model.collections { try membership.add(collection: name, to: key) }
        try link(key, id: id, task: model.taskID, parents: model.parents)
        return .added(id)
    }

    // MARK: Finding what is there

    private struct Present {
        var key: Int64
        var id: ModelID
        var isTrashed: Bool
    }

    private func find(object: Int64?, task: String) throws -> Present? {
        let byObject = try db.cachedStatement(sql: "SELECT key, id, trashed IS NOT NULL FROM model WHERE object = ?")
        let byTask = try db.cachedStatement(
            sql: """
                SELECT key, id, trashed IS NOT NULL FROM model
                WHERE task_id = ?1 AND (?2 IS NULL OR object IS NULL OR object = ?2)
                """)
        var row = try object.flatMap { try Row.fetchOne(byObject, arguments: [$0]) }
        if row == nil, !task.isEmpty { row = try Row.fetchOne(byTask, arguments: [task, object]) }
        return try row.map { Present(key: $0[0], id: try ModelID(stored: $0[1]), isTrashed: $0[2]) }
    }

    /// Whether no model has a task of the service yet; none is always free.
    private func isFree(task: String) throws -> Bool {
        try task.isEmpty
            || Row.fetchOne(
                db.cachedStatement(sql: "SELECT 1 FROM model WHERE task_id = ?"), arguments: [task]) == nil
    }

    private static func main(of files: [(file: ModelFile, object: Int64)]) -> Int64? {
        let models = files.filter { $0.file.role == .model }
        return (models.first { $0.file.format == "glb" } ?? models.first)?.object
    }

    private func freeID(preferring wanted: ModelID?) throws -> ModelID {
        let taken = try db.cachedStatement(sql: "SELECT 1 FROM model WHERE id = ?")
        var id = wanted ?? .random()
        while try Row.fetchOne(taken, arguments: [id.description]) != nil { id = .random() }
        return id
    }

    // MARK: Writing

    private func insert(_ model: NewModel, id: ModelID, object: Int64?) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO model (
                    object, id, kind, rating, state, created, imported, title, prompt, texture_prompt, note, tags, negative,
                    art_style, ai_model, seed, task_id, parameters, \(Objects.copiedColumns.joined(separator: ", ")))
                SELECT ?1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \(Objects.copiedValues.joined(separator: ", "))
                FROM (SELECT 1) LEFT JOIN object o ON o.key = ?1 LEFT JOIN inspection i ON i.object = ?1
                """
        ).execute(arguments: [
            object, id.description, model.kind.rawValue, model.rating, model.state.rawValue,
            model.created?.milliseconds,
            (model.imported ?? now).milliseconds, model.title, model.prompt, model.texturePrompt, model.note,
            model.tags.joined(separator: "\n"), model.negativePrompt, model.artStyle, model.aiModel, model.seed,
            model.taskID.isEmpty ? nil : model.taskID, model.parameters,
        ])
    }

    private func attach(_ files: [(file: ModelFile, object: Int64)], to key: Int64) throws {
        let insert = try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO file (model, object, role, name, source) VALUES (?, ?, ?, ?, ?)")
        for (file, object) in files {
            try insert.execute(arguments: [key, object, file.role.rawValue, Name.text(file.name), file.source])
        }
    }

    /// Records the parents, and makes this model the parent of those that waited for it.
    private func link(_ key: Int64, id: ModelID, task: String, parents: [NewParent]) throws {
        let insert = try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO lineage (child, parent, reference, relation)
                VALUES (?1, (SELECT key FROM model WHERE (id = ?2 OR task_id = ?2) AND key <> ?1), ?2, ?3)
                """)
        for parent in parents where !parent.reference.isEmpty {
            let reference = ModelID(parent.reference)?.description ?? parent.reference
            // A request that gave the same file again gives no child.
            if reference == id.description { continue }
            try insert.execute(arguments: [key, reference, parent.relation.rawValue])
        }
        try db.cachedStatement(
            sql: "UPDATE lineage SET parent = ?1 WHERE parent IS NULL AND reference IN (?2, ?3) AND child <> ?1"
        ).execute(arguments: [key, id.description, task])
    }

    // MARK: Filling in

    /// Gives a model that is there what it lacks.
    private mutating func fill(
        _ present: Present, from model: NewModel, files: [(file: ModelFile, object: Int64)], main: Int64?
    ) throws -> AddOutcome {
        var filled: [String] = []
        let key = present.key
        let (db, objects, membership) = (db, objects, membership)
        let taskIsFree = try isFree(task: model.taskID)
        try vocabulary.follow(key, in: db) {
            for field in model.fillableFields where field.column != "task_id" || taskIsFree {
                try db.cachedStatement(
                    sql: "UPDATE model SET \(field.column) = ? WHERE key = ? AND \(field.column) IS \(field.empty)"
                ).execute(arguments: [field.value, key])
                if db.changesCount > 0 { filled.append(field.name) }
            }
            if let main {
                try db.cachedStatement(sql: "UPDATE model SET object = ? WHERE key = ? AND object IS NULL")
                    .execute(arguments: [main, key])
                if db.changesCount > 0 { filled.append("file") }
                // Its inspection can be a newer one than what the model has.
                try objects.describe(model: key)
            }
            var tagged = false
            for tag in model.tags where try membership.add(tag: tag, to: key) { tagged = true }
            if tagged {
                try membership.copyTags(of: key)
                filled.append("tag")
            }
        }
        var collected = false
        for name in model.collections where try membership.add(collection: name, to: key) { collected = true }
        if collected { filled.append("in") }
        try attach(files, to: key)
        try link(key, id: present.id, task: model.taskID, parents: model.parents)
        return .alreadyPresent(present.id, filled: filled, isTrashed: present.isTrashed)
    }
}

extension NewModel {
    /// The model as it is stored.
    fileprivate var cleaned: NewModel {
        var model = self
        model.kind = Kind(rawValue: Name.text(kind.rawValue))
        if model.kind.rawValue.isEmpty { model.kind = .imported }
        model.title = Name.text(title)
        model.prompt = Name.text(prompt)
        model.negativePrompt = Name.text(negativePrompt)
        model.texturePrompt = Name.text(texturePrompt)
        model.artStyle = Name.text(artStyle)
        model.aiModel = Name.text(aiModel)
        model.taskID = Name.text(taskID)
        model.note = Name.text(note)
        model.rating = min(max(rating, 0), 5)
        model.tags = Set(tags.map(Name.tag)).subtracting([""]).sorted()
        model.collections = collections.map(Name.collection).filter { !$0.isEmpty }
        return model
    }

    /// A field that is filled in when the model is in the library already and lacks it there.
    fileprivate struct FillableField {
        /// The field's name in the query language, or the name by which people know it.
        var name: String
        var column: String
        var value: (any DatabaseValueConvertible)?
        /// What stands in the column while nothing is known, as SQL.
        var empty = "''"
    }

    /// The fields that this model could fill in.
    fileprivate var fillableFields: [FillableField] {
        let texts = [
            FillableField(name: "title", column: "title", value: title),
            FillableField(name: "prompt", column: "prompt", value: prompt),
            FillableField(name: "texture-prompt", column: "texture_prompt", value: texturePrompt),
            FillableField(name: "negative", column: "negative", value: negativePrompt),
            FillableField(name: "note", column: "note", value: note),
            FillableField(name: "style", column: "art_style", value: artStyle),
            FillableField(name: "model", column: "ai_model", value: aiModel),
            FillableField(name: "task", column: "task_id", value: taskID, empty: "NULL"),
        ].filter { $0.value as? String != "" }
        let others = [
            FillableField(name: "seed", column: "seed", value: seed, empty: "NULL"),
            FillableField(name: "created", column: "created", value: created?.milliseconds, empty: "NULL"),
            FillableField(name: "parameters", column: "parameters", value: parameters, empty: "NULL"),
            FillableField(
                name: "kind", column: "kind", value: kind == .imported ? nil : kind.rawValue, empty: "'import'"),
            FillableField(name: "rating", column: "rating", value: rating == 0 ? nil : rating, empty: "0"),
            FillableField(
                name: "state", column: "state", value: state == .draft ? nil : state.rawValue, empty: "'draft'"),
        ].filter { $0.value != nil }
        return texts + others
    }
}
