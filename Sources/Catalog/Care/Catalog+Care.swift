import GRDB

extension Catalog {
    /// Stored objects in the order of their hashes, for `verify`; pass the last hash to get the next ones.
    public func objects(after hash: String = "", limit: Int = 1000) throws(CatalogError) -> [StoredObject] {
        try objects("hash > ? ORDER BY hash LIMIT ?", [hash, limit])
    }

    /// Objects that no model has any more.
    public func unreferencedObjects() throws(CatalogError) -> [StoredObject] {
        try objects("NOT EXISTS (SELECT 1 FROM file WHERE file.object = object.key) ORDER BY hash", [])
    }

    /// Notes that these objects' bytes were compared with their hashes just now.
    public func markVerified(_ hashes: [String]) throws(CatalogError) {
        try write { db in
            let update = try db.cachedStatement(sql: "UPDATE object SET verified = ? WHERE hash = ?")
            let now = Timestamp.now.milliseconds
            for hash in hashes { try update.execute(arguments: [now, hash]) }
        }
    }

    /// Deletes models in the trash for ever, with what was recorded about changes of them. It cannot be undone.
    ///
    /// Models that are not in the trash (any more) are left as they are. Returns the models deleted, and the objects that
    /// no model has any more.
    public func deleteTrashed(
        _ ids: [ModelID]
    ) throws(CatalogError) -> (models: [ModelID], objects: [StoredObject]) {
        try write { db in
            var vocabulary = Vocabulary(db)
            let membership = Membership(db)
            var candidates: Set<Int64> = []
            let objects = try db.cachedStatement(sql: "SELECT object FROM file WHERE model = ?")
            let delete = try db.cachedStatement(sql: "DELETE FROM model WHERE key = ?")
            var deleted: [ModelID] = []
            let select = try db.cachedStatement(sql: "SELECT key FROM model WHERE id = ? AND trashed IS NOT NULL")
            for id in ids {
                guard let key = try Int64.fetchOne(select, arguments: [id.description]) else { continue }
                deleted.append(id)
                candidates.formUnion(try Int64.fetchAll(objects, arguments: [key]))
                try vocabulary.follow(key, in: db) { try delete.execute(arguments: [key]) }
            }
            try vocabulary.write(to: db)
            try membership.forgetEmpty()
            try db.execute(
                sql: "DELETE FROM change WHERE NOT EXISTS (SELECT 1 FROM change_value WHERE change = change.key)")
            let freed = try candidates.sorted().flatMap { key in
                try StoredObject.fetch(
                    db, "key = ? AND NOT EXISTS (SELECT 1 FROM file WHERE file.object = object.key)", [key])
            }
            return (deleted, freed)
        }
    }

    /// Forgets objects whose bytes are gone; those that a model still has are kept.
    public func forgetObjects(_ hashes: [String]) throws(CatalogError) {
        try write { db in
            let delete = try db.cachedStatement(
                sql: """
                    DELETE FROM object WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM file WHERE file.object = object.key)
                    """)
            for hash in hashes { try delete.execute(arguments: [hash]) }
        }
    }

    func objects(
        _ condition: String, _ arguments: [any DatabaseValueConvertible]
    ) throws(CatalogError) -> [StoredObject] {
        try read { db in try StoredObject.fetch(db, condition, arguments) }
    }
}

extension StoredObject {
    static func fetch(
        _ db: Database, _ condition: String, _ arguments: [any DatabaseValueConvertible]
    ) throws -> [StoredObject] {
        let sql = "SELECT hash, bytes, format, verified FROM object WHERE \(condition)"
        return try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).map { row in
            StoredObject(hash: row[0], bytes: row[1], format: row[2], verified: Timestamp(stored: row[3]))
        }
    }
}
