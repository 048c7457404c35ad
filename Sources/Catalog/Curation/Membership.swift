import GRDB

/// Puts models into tags and collections and takes them out. Names must be in the shape that ``Name`` gives them.
struct Membership {
    private let db: Database

    init(_ database: Database) {
        db = database
    }

    /// Tags a model; false if it has the tag. The copy in `model.tags` is for the caller to bring up to date.
    @discardableResult
    func add(tag name: String, to model: Int64) throws -> Bool {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO tag (name) VALUES (?)").execute(arguments: [name])
        try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO model_tag (tag, model) VALUES ((SELECT key FROM tag WHERE name = ?), ?)"
        ).execute(arguments: [name, model])
        return db.changesCount > 0
    }

    /// Takes a tag off a model, and forgets it if no model has it any more.
    func remove(tag name: String, from model: Int64) throws {
        try db.cachedStatement(
            sql: "DELETE FROM model_tag WHERE tag = (SELECT key FROM tag WHERE name = ?) AND model = ?"
        ).execute(arguments: [name, model])
        try db.cachedStatement(
            sql: "DELETE FROM tag WHERE name = ? AND NOT EXISTS (SELECT 1 FROM model_tag WHERE tag = tag.key)"
        ).execute(arguments: [name])
    }

    /// Brings the copy of a model's tags up to date that full text search reads.
    func copyTags(of model: Int64) throws {
        try db.cachedStatement(
            sql: """
                UPDATE model SET tags = ifnull((
                    SELECT group_concat(name, char(10)) FROM (
                        SELECT name FROM model_tag JOIN tag ON tag.key = tag WHERE model = ?1 ORDER BY name)), '')
                WHERE key = ?1
                """
        ).execute(arguments: [model])
    }

    /// Puts a model into a collection, which is made if there is none of this name; false if it is in it.
    @discardableResult
    func add(collection name: String, to model: Int64) throws -> Bool {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO collection (name, folded) VALUES (?, ?)")
            .execute(arguments: [name, name.lowercased()])
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO collection_model (collection, model)
                VALUES ((SELECT key FROM collection WHERE folded = ?), ?)
                """
        ).execute(arguments: [name.lowercased(), model])
        return db.changesCount > 0
    }

    /// Takes a model out of a collection, and forgets the collection if nothing is left in it.
    func remove(collection name: String, from model: Int64) throws {
        try db.cachedStatement(
            sql: """
                DELETE FROM collection_model
                WHERE collection = (SELECT key FROM collection WHERE folded = ?) AND model = ?
                """
        ).execute(arguments: [name.lowercased(), model])
        try db.cachedStatement(
            sql: """
                DELETE FROM collection
                WHERE folded = ? AND NOT EXISTS (SELECT 1 FROM collection_model WHERE collection = collection.key)
                """
        ).execute(arguments: [name.lowercased()])
    }
}

extension Membership {
    /// Forgets the tags and collections that nothing is in, after models were deleted.
    func forgetEmpty() throws {
        try db.execute(sql: "DELETE FROM tag WHERE NOT EXISTS (SELECT 1 FROM model_tag WHERE tag = tag.key)")
        try db.execute(
            sql:
                "DELETE FROM collection WHERE NOT EXISTS (SELECT 1 FROM collection_model WHERE collection = collection.key)"
        )
    }
}
