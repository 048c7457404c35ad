import GRDB

/// Turns conditions into SQL on `m`, a row of `model`.
///
/// A condition may be NULL where a value is not known, which counts as false; a negation says so itself.
struct ConditionBuilder {
    let db: Database
    let words: WordIndex
    let now: Timestamp

    func condition(_ filter: Filter) throws -> SQLFragment {
        switch filter {
        case .all(let parts): .all(try parts.map(condition))
        case .any(let parts): .any(try parts.map(condition))
        case .not(let part): try condition(part).wrapped("NOT ifnull((", "), 0)")
        case .words: try textCondition(filter)
        case .name(let field, let name, let isPrefix): try self.name(field, name, isPrefix: isPrefix)
        case .kind(let kind): Self.kinds(kind)
        case .state(let state): SQLFragment("m.state = ?", state.rawValue)
        case .number(let field, let comparison): Self.compare(Self.column(field), comparison)
        case .date(let field, let condition): date(field == .imported ? "m.imported" : Self.dated, condition)
        case .flag(let flag): Self.flag(flag)
        case .passes(let budget):
            SQLFragment(
                "EXISTS (SELECT 1 FROM passed_budget b WHERE b.budget = ? AND b.object = m.object)", budget)
        case .has(let feature): Self.has(feature)
        case .reference(let field, let text): Self.reference(field, text)
        case .saved: .never
        }
    }

    /// Words within a condition that is not about words alone are looked up in the index at once.
    private func textCondition(_ filter: Filter) throws -> SQLFragment {
        let query = try TextQuery([filter], words: words)
        guard let expression = query.expression else { return .never }
        return SQLFragment("m.key IN (SELECT rowid FROM model_text WHERE model_text MATCH ?)", expression)
    }

    // MARK: Names

    private func name(_ field: Field, _ name: String, isPrefix: Bool) throws -> SQLFragment {
        switch field {
        case .tag:
            let keys = try keys("tag", column: "name", Name.tag(name), isPrefix: isPrefix)
            return SQLFragment(
                "EXISTS (SELECT 1 FROM model_tag t WHERE t.model = m.key AND t.tag IN (\(Self.marks(keys))))",
                arguments: keys)
        case .in:
            let keys = try keys("collection", column: "folded", Name.tag(name), isPrefix: isPrefix)
            return SQLFragment(
                """
                EXISTS (SELECT 1 FROM collection_model c WHERE c.model = m.key AND c.collection IN (\(Self.marks(keys))))
                """,
                arguments: keys)
        case .code: return Self.code(name, isPrefix: isPrefix).wrapped("m.object IN (", ")")
        case .style: return Self.match("m.art_style", name, isPrefix: isPrefix)
        case .model: return Self.match("m.ai_model", name, isPrefix: isPrefix)
        default: return Self.match("m.generator", name, isPrefix: isPrefix)
        }
    }

    /// The objects in which a code was found, which is written in capitals.
    static func code(_ name: String, isPrefix: Bool) -> SQLFragment {
        let code = name.uppercased()
        return isPrefix
            ? SQLFragment("SELECT f.object FROM finding f WHERE f.code >= ? AND f.code < ?", code, code + "\u{10FFFF}")
            : SQLFragment("SELECT f.object FROM finding f WHERE f.code = ?", code)
    }

    /// The keys of tags or collections; a name in the shape in which names are stored.
    func keys(_ table: String, column: String, _ name: String, isPrefix: Bool) throws -> [Int64] {
        isPrefix
            ? try Int64.fetchAll(
                db, sql: "SELECT key FROM \(table) WHERE \(column) >= ? AND \(column) < ?",
                arguments: [name, name + "\u{10FFFF}"])
            : try Int64.fetchAll(db, sql: "SELECT key FROM \(table) WHERE \(column) = ?", arguments: [name])
    }

    static func marks(_ values: [Int64]) -> String {
        repeatElement("?", count: values.count).joined(separator: ", ")
    }

    /// Compares without regard to the case of ASCII letters, as the indexes do.
    private static func match(_ column: String, _ name: String, isPrefix: Bool) -> SQLFragment {
        isPrefix
            ? SQLFragment(
                "\(column) >= ? COLLATE NOCASE AND \(column) < ? COLLATE NOCASE", name, name + "\u{10FFFF}")
            : SQLFragment("\(column) = ? COLLATE NOCASE", name)
    }

    private static func kinds(_ name: String) -> SQLFragment {
        let kinds = Kind.known.map(\.rawValue).filter { $0 == name || $0.hasPrefix(name + ".") }
        return kinds.count == 1
            ? SQLFragment("m.kind = ?", kinds[0])
            : SQLFragment(
                "m.kind IN (\(repeatElement("?", count: kinds.count).joined(separator: ", ")))", arguments: kinds)
    }

    // MARK: Numbers and dates

    /// When a model was made, or came into the library if nobody knows; written as its index has it.
    static let dated = "coalesce(m.created, m.imported)"

    static func column(_ field: Field) -> String {
        switch field {
        case .triangles: "m.triangles"
        case .vertices: "m.vertices"
        case .meshes: "m.meshes"
        case .materials: "m.materials"
        case .textures: "m.textures"
        case .textureSize: "m.texture_size"
        case .animations: "m.animations"
        case .size: "m.bytes"
        case .errors: "m.errors"
        case .warnings: "m.warnings"
        default: "m.rating"
        }
    }

    private static func compare(_ column: String, _ comparison: Comparison<Int64>) -> SQLFragment {
        switch comparison {
        case .equal(let value): SQLFragment("\(column) = ?", value)
        case .less(let value): SQLFragment("\(column) < ?", value)
        case .atMost(let value): SQLFragment("\(column) <= ?", value)
        case .greater(let value): SQLFragment("\(column) > ?", value)
        case .atLeast(let value): SQLFragment("\(column) >= ?", value)
        case .between(let low, let high): SQLFragment("\(column) BETWEEN ? AND ?", low, high)
        }
    }

    private func date(_ column: String, _ condition: DateCondition) -> SQLFragment {
        func from(_ moment: Timestamp) -> SQLFragment { SQLFragment("\(column) >= ?", moment.milliseconds) }
        func before(_ moment: Timestamp) -> SQLFragment { SQLFragment("\(column) < ?", moment.milliseconds) }
        func within(_ start: Timestamp, _ end: Timestamp) -> SQLFragment {
            SQLFragment("\(column) >= ? AND \(column) < ?", start.milliseconds, end.milliseconds)
        }
        return switch condition {
        case .within(let count, let unit):
            from(Timestamp(milliseconds: now.milliseconds - Int64(count) * unit.milliseconds))
        case .period(.equal(let period)): within(period.start, period.end)
        case .period(.less(let period)): before(period.start)
        case .period(.atMost(let period)): before(period.end)
        case .period(.greater(let period)): from(period.end)
        case .period(.atLeast(let period)): from(period.start)
        case .period(.between(let first, let last)): within(first.start, last.end)
        }
    }

    // MARK: Switches

    private static func flag(_ flag: Flag) -> SQLFragment {
        switch flag {
        case .favourite: SQLFragment("m.rating = 5")
        case .trashed: SQLFragment("m.trashed IS NOT NULL")
        case .textured: SQLFragment("m.textures > 0")
        case .rigged: SQLFragment("m.skins > 0")
        case .animated: SQLFragment("m.animations > 0")
        case .watertight: SQLFragment("m.is_watertight = 1")
        case .valid: SQLFragment("m.is_valid = 1")
        case .duplicate:
            SQLFragment(
                """
                m.has_twin = 1 AND EXISTS (
                    SELECT 1 FROM model n INDEXED BY model_geometry
                    WHERE n.triangles = m.triangles AND n.vertices = m.vertices AND n.size_x IS m.size_x
                        AND n.size_y IS m.size_y AND n.size_z IS m.size_z AND n.key <> m.key AND n.trashed IS NULL)
                """)
        case .preview: SQLFragment("m.kind = ?", Kind.textTo3DPreview.rawValue)
        case .refined: SQLFragment("m.kind = ?", Kind.textTo3DRefine.rawValue)
        case .failed: SQLFragment("m.object IS NULL")
        }
    }

    private static func has(_ feature: Feature) -> SQLFragment {
        switch feature {
        case .prompt: SQLFragment("m.prompt <> ''")
        case .note: SQLFragment("m.note <> ''")
        case .textures: SQLFragment("m.textures > 0")
        case .animations: SQLFragment("m.animations > 0")
        case .thumbnail: SQLFragment("EXISTS (SELECT 1 FROM file f WHERE f.model = m.key AND f.role = 'thumbnail')")
        case .lineage:
            SQLFragment("EXISTS (SELECT 1 FROM lineage l WHERE l.child = m.key OR l.parent = m.key)")
        }
    }

    private static func reference(_ field: Field, _ text: String) -> SQLFragment {
        switch field {
        case .id: identifier("m", text)
        case .task: SQLFragment("m.task_id >= ? AND m.task_id < ?", text, text + "\u{10FFFF}")
        default:
            SQLFragment.any([identifier("p", text), SQLFragment("p.task_id = ?", text)]).wrapped(
                "EXISTS (SELECT 1 FROM lineage l JOIN model p ON p.key = l.parent WHERE l.child = m.key AND (", "))")
        }
    }

    private static func identifier(_ table: String, _ text: String) -> SQLFragment {
        guard let id = ModelID.canonical(text) else { return .never }
        return SQLFragment("\(table).id >= ? AND \(table).id < ?", id, id + "~")
    }
}
