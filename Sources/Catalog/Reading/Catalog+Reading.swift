import GRDB

extension Catalog {
    /// Everything about a model.
    public func model(_ id: ModelID) throws(CatalogError) -> ModelDetail {
        try read { db in
            let key = try Curated.key(id, in: db)
            let statement = try db.cachedStatement(sql: ModelRow.select + " WHERE m.key = ?")
            guard let row = try Row.fetchOne(statement, arguments: [key]) else {
                throw CatalogError.noSuchModel(id.description, suggestions: [])
            }
            return ModelDetail(
                model: try ModelRow.model(row), files: try files(of: key, in: db),
                parameters: try String.fetchOne(
                    db, sql: "SELECT parameters FROM model WHERE key = ?", arguments: [key]),
                inspection: try inspection(of: key, in: db), analysis: try AnalysisRow.analysis(of: key, in: db),
                parents: try relatives("l.parent", where: "l.child", key, in: db),
                children: try relatives("l.child", where: "l.parent", key, in: db))
        }
    }

    /// Models as lists show them, in the order of `ids`. Throws if one of them is not there.
    public func models(_ ids: [ModelID]) throws(CatalogError) -> [Model] {
        try read { db in
            let statement = try db.cachedStatement(sql: ModelRow.select + " WHERE m.id = ?")
            return try ids.map { id in
                guard let row = try Row.fetchOne(statement, arguments: [id.description]) else {
                    throw CatalogError.noSuchModel(id.description, suggestions: [])
                }
                return try ModelRow.model(row)
            }
        }
    }

    /// The models that have a file of this content, the trash included.
    public func models(withObject hash: String) throws(CatalogError) -> [Model] {
        try read { db in
            let sql = """
                \(ModelRow.select) WHERE m.key IN (
                    SELECT f.model FROM file f JOIN object b ON b.key = f.object WHERE b.hash = ?) ORDER BY m.key
                """
            return try Row.fetchAll(db, sql: sql, arguments: [hash]).map(ModelRow.model)
        }
    }

    /// All tags, the most frequent first.
    public func tags() throws(CatalogError) -> [NamedCount] {
        try read { db in try LibraryStatistics.tags(db, limit: .max) }
    }

    /// All collections by name.
    public func collections() throws(CatalogError) -> [NamedCount] {
        try read { db in
            try LibraryStatistics.counts(
                db,
                """
                SELECT c.name, count(m.key) FROM collection c LEFT JOIN collection_model x ON x.collection = c.key
                LEFT JOIN model m ON m.key = x.model AND m.trashed IS NULL
                GROUP BY c.key ORDER BY c.folded
                """)
        }
    }

    /// The name of a collection as it is written, from one that may differ in case and space.
    ///
    /// Throws `noSuchCollection` if there is none of this name.
    public func collection(named text: String) throws(CatalogError) -> String {
        try read { db in
            let folded = Name.tag(text)
            let name = try String.fetchOne(
                db, sql: "SELECT name FROM collection WHERE folded = ?", arguments: [folded])
            if let name { return name }
            let names = try String.fetchAll(db, sql: "SELECT folded FROM collection")
            throw CatalogError.noSuchCollection(text, suggestion: Spelling.nearest(to: folded, in: names))
        }
    }

    private func files(of key: Int64, in db: Database) throws -> [ModelFile] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT f.role, o.hash, o.bytes, o.format, f.name, f.source
                FROM file f JOIN object o ON o.key = f.object JOIN model m ON m.key = f.model
                WHERE f.model = ? ORDER BY f.object IS m.object DESC, f.key
                """, arguments: [key])
        return rows.map { row in
            ModelFile(
                role: ModelFile.Role(rawValue: row[0]) ?? .model, hash: row[1], bytes: row[2], format: row[3],
                name: row[4], source: row[5])
        }
    }

    private func inspection(of key: Int64, in db: Database) throws -> Inspection? {
        let sql = """
            SELECT i.version, i.names, i.report, \(InspectionRow.selection)
            FROM model m JOIN inspection i ON i.object = m.object WHERE m.key = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [key]),
            let statistics = InspectionRow.statistics(row, from: 3)
        else { return nil }
        return Inspection(
            version: row[0], statistics: statistics, names: (row[1] as String).split(separator: "\n").map(String.init),
            report: row[2])
    }

    private func relatives(
        _ other: String, where this: String, _ key: Int64, in db: Database
    ) throws -> [Relative] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT m.id, ifnull(m.title, ''), l.reference, l.relation FROM lineage l LEFT JOIN model m ON m.key = \(other)
                WHERE \(this) = ? ORDER BY l.key
                """, arguments: [key])
        return try rows.map { row in
            guard let relation = Relation(rawValue: row[3]) else {
                throw CatalogError.damaged("'\(row[3] as String)' is not a relation of models")
            }
            return Relative(
                id: try (row[0] as String?).map(ModelID.init(stored:)), title: row[1], reference: row[2],
                relation: relation)
        }
    }
}
