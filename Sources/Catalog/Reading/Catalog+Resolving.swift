import GRDB

extension Catalog {
    /// The model that a reference means: its id or the beginning of it, or the service's id of its task or the beginning of
    /// that (eight characters or more). Models in the trash count too.
    ///
    /// Throws `ambiguousID` when several models fit, and `noSuchModel`, with models of a similar id, when none does.
    public func resolve(_ reference: String) throws(CatalogError) -> ModelID {
        try read { db in
            let found = try candidates(reference, in: db)
            if found.count > 1, let exact = found.first(where: { $0.id == ModelID(reference) }) { return exact.id }
            guard let first = found.first else {
                throw CatalogError.noSuchModel(reference, suggestions: try neighbours(of: reference, in: db))
            }
            guard found.count == 1 else { throw CatalogError.ambiguousID(reference, candidates: found) }
            return first.id
        }
    }

    /// How many candidates an error names.
    private static var candidateLimit: Int { 8 }

    private func candidates(_ reference: String, in db: Database) throws -> [CatalogError.Candidate] {
        guard !reference.isEmpty else { return [] }
        var conditions: [SQLFragment] = []
        if let id = ModelID.canonical(reference), id.utf8.count <= ModelID.length {
            conditions.append(SQLFragment("id >= ? AND id < ?", id, id + "~"))
        }
        if reference.utf8.count >= 8 {
            let task = reference.lowercased()
            conditions.append(SQLFragment("task_id >= ? AND task_id < ?", task, task + "\u{10FFFF}"))
            conditions.append(SQLFragment("task_id = ?", reference))
        }
        let condition = SQLFragment.any(conditions)
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT id, title, prompt FROM model WHERE \(condition.sql) ORDER BY id LIMIT \(Self.candidateLimit)",
            arguments: condition.statementArguments)
        return try rows.map(candidate)
    }

    private func neighbours(of reference: String, in db: Database) throws -> [CatalogError.Candidate] {
        guard let id = ModelID(reference) else { return [] }
        let statement = try db.cachedStatement(sql: "SELECT id, title, prompt FROM model WHERE id = ?")
        let found = try id.neighbours.compactMap { neighbour in
            try Row.fetchOne(statement, arguments: [neighbour.description]).map(candidate)
        }
        return Array(found.prefix(Self.candidateLimit))
    }

    private func candidate(_ row: Row) throws -> CatalogError.Candidate {
        let title: String = row[1]
        return CatalogError.Candidate(id: try ModelID(stored: row[0]), title: title.isEmpty ? row[2] : title)
    }
}
