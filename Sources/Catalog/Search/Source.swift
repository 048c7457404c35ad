import GRDB

/// A way to list the models that fulfil a condition from an index, without looking at others.
struct Source {
    /// Selects the keys of models.
    let keys: SQLFragment

    private init(keys: SQLFragment) {
        self.keys = keys
    }

    /// Nil if no index knows the models that fulfil the condition.
    init?(_ filter: Filter, _ builder: ConditionBuilder) throws {
        switch filter {
        case .any(let parts):
            let sources = try parts.compactMap { try Source($0, builder) }
            guard sources.count == parts.count else { return nil }
            self.init(
                keys: SQLFragment(
                    sources.map(\.keys.sql).joined(separator: " UNION ALL "),
                    arguments: sources.flatMap(\.keys.arguments)))
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
        case .passes(let budget):
            self.init(
                keys: SQLFragment(
                    "SELECT m.key FROM passed_budget b JOIN model m ON m.object = b.object WHERE b.budget = ?", budget))
        case .name(.code, let name, let isPrefix):
            let objects = ConditionBuilder.code(name, isPrefix: isPrefix)
            self.init(keys: objects.wrapped("SELECT m.key FROM model m WHERE m.object IN (", ")"))
        case .flag(.duplicate):
            self.init(keys: SQLFragment("SELECT m.key FROM model m WHERE m.has_twin = 1"))
        case .reference(.parent, let text):
            guard let id = ModelID.canonical(text) else { return nil }
            self.init(
                keys: SQLFragment(
                    """
                    SELECT l.child FROM model p JOIN lineage l ON l.parent = p.key
                    WHERE (p.id >= ? AND p.id < ?) OR p.task_id = ?
                    """, id, id + "~", text))
        case .name, .kind, .state, .number, .date, .reference, .has(.textures), .has(.animations), .flag(.favourite),
            .flag(.trashed), .flag(.preview), .flag(.refined), .flag(.textured), .flag(.rigged), .flag(.animated),
            .flag(.watertight), .flag(.valid), .flag(.failed):
            self.init(keys: try builder.condition(filter).wrapped("SELECT m.key FROM model m WHERE ", ""))
        default: return nil
        }
    }

    /// How many models it lists; nil if they are more than `limit`.
    func count(upTo limit: Int, in db: Database) throws -> Int? {
        let counted = keys.wrapped("SELECT count(*) FROM (", " LIMIT \(limit + 1))")
        let count =
            try Int.fetchOne(
                db.cachedStatement(sql: counted.sql), arguments: counted.statementArguments) ?? 0
        return count > limit ? nil : count
    }
}
