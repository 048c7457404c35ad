import GRDB

/// A way to list the models that fulfil a condition from an index, without looking at others.
struct Source {
    /// Selects the keys of models.
    let keys: SQLFragment
    /// Selects one row, of anything, for each of them; cheaper to count.
    let rows: SQLFragment

    private init(keys: SQLFragment, rows: SQLFragment? = nil) {
        self.keys = keys
        self.rows = rows ?? keys
    }

    /// Nil if no index knows the models that fulfil the condition.
    init?(_ filter: Filter, _ builder: ConditionBuilder) throws {
        switch filter {
        case .any(let parts):
            let sources = try parts.compactMap { try Source($0, builder) }
            guard sources.count == parts.count else { return nil }
            let separator = " UNION ALL "
            self.init(
                keys: SQLFragment(
                    sources.map(\.keys.sql).joined(separator: separator), arguments: sources.flatMap(\.keys.arguments)),
                rows: SQLFragment(
                    sources.map(\.rows.sql).joined(separator: separator), arguments: sources.flatMap(\.rows.arguments)))
        case .name(.tag, let name, let isPrefix):
            let keys = try builder.keys("tag", column: "name", Name.tag(name), isPrefix: isPrefix)
            self.init(
                keys: SQLFragment(
                    "SELECT model FROM model_tag WHERE tag IN (\(ConditionBuilder.marks(keys)))", arguments: keys))
        case .name(.in, let name, let isPrefix):
            let keys = try builder.keys("collection", column: "folded", Name.tag(name), isPrefix: isPrefix)
            self.init(
                keys: SQLFragment(
                    "SELECT model FROM collection_model WHERE collection IN (\(ConditionBuilder.marks(keys)))",
                    arguments: keys))
        case .name(.generator, _, _), .number(.triangles, _), .number(.vertices, _), .number(.meshes, _),
            .number(.materials, _), .number(.textures, _), .number(.textureSize, _), .number(.animations, _),
            .flag(.textured), .flag(.rigged), .flag(.animated), .flag(.watertight), .has(.textures), .has(.animations):
            self.init(ofInspections: try builder.condition(filter))
        case .flag(.duplicate):
            self.init(ofInspections: SQLFragment("i.has_twin = 1"))
        case .number(.size, _):
            let condition = try builder.condition(filter)
            self.init(
                keys: condition.wrapped(
                    "SELECT m.key FROM object o CROSS JOIN model m ON m.object = o.key WHERE ", ""),
                rows: condition.wrapped("SELECT 1 FROM object o WHERE ", ""))
        case .reference(.parent, let text):
            guard let id = ModelID.canonical(text) else { return nil }
            self.init(
                keys: SQLFragment(
                    """
                    SELECT l.child FROM model p JOIN lineage l ON l.parent = p.key
                    WHERE (p.id >= ? AND p.id < ?) OR p.task_id = ?
                    """, id, id + "~", text))
        case .name, .kind, .state, .number(.rating, _), .date, .flag(.favourite), .flag(.trashed), .flag(.preview),
            .flag(.refined), .reference:
            self.init(keys: try builder.condition(filter).wrapped("SELECT m.key FROM model m WHERE ", ""))
        default: return nil
        }
    }

    private init(ofInspections condition: SQLFragment) {
        keys = condition.wrapped(
            "SELECT m.key FROM inspection i CROSS JOIN model m ON m.object = i.object WHERE ", "")
        rows = condition.wrapped("SELECT 1 FROM inspection i WHERE ", "")
    }

    /// How many models it lists; nil if they are more than `limit`.
    func count(upTo limit: Int, in db: Database) throws -> Int? {
        let counted = rows.wrapped("SELECT count(*) FROM (", " LIMIT \(limit + 1))")
        let count =
            try Int.fetchOne(
                db.cachedStatement(sql: counted.sql), arguments: counted.statementArguments) ?? 0
        return count > limit ? nil : count
    }
}
