import GRDB

/// Reads models as lists show them.
enum ModelRow {
    /// Selects what `model(_:)` reads; to be followed by `WHERE` and the like on `m`.
    static let select = """
        SELECT m.id, m.title, m.kind, m.prompt, m.negative, m.texture_prompt, m.art_style, m.ai_model, m.seed,
            ifnull(m.task_id, ''), m.rating, m.state, m.note, m.created, m.imported, m.trashed, m.tags,
            (SELECT group_concat(c.name, char(10)) FROM collection_model x JOIN collection c ON c.key = x.collection
                WHERE x.model = m.key),
            (SELECT group_concat(p.id, char(10)) FROM lineage l JOIN model p ON p.key = l.parent WHERE l.child = m.key),
            o.hash, o.format, o.bytes, \(InspectionRow.selection)
        FROM model m LEFT JOIN object o ON o.key = m.object LEFT JOIN inspection i ON i.object = m.object
        """

    static func model(_ row: Row) throws -> Model {
        Model(
            id: try ModelID(stored: row[0]), title: row[1], kind: Kind(rawValue: row[2]), prompt: row[3],
            negativePrompt: row[4], texturePrompt: row[5], artStyle: row[6], aiModel: row[7], seed: row[8],
            taskID: row[9], rating: row[10], state: ReviewState(rawValue: row[11]) ?? .draft, note: row[12],
            created: Timestamp(stored: row[13]), imported: Timestamp(milliseconds: row[14]),
            trashed: Timestamp(stored: row[15]), tags: lines(row[16]), collections: lines(row[17]).sorted(),
            parents: try lines(row[18]).map(ModelID.init(stored:)).sorted(), hash: row[19] ?? "", format: row[20] ?? "",
            bytes: row[21], statistics: InspectionRow.statistics(row, from: 22))
    }

    private static func lines(_ text: String?) -> [String] {
        guard let text, !text.isEmpty else { return [] }
        return text.split(separator: "\n").map(String.init)
    }
}

extension ModelID {
    /// Reads an id from the database.
    init(stored text: String) throws {
        guard let id = ModelID(text) else { throw CatalogError.damaged("'\(text)' is not a model's id") }
        self = id
    }
}

extension Timestamp {
    /// Reads a moment from the database.
    init?(stored milliseconds: Int64?) {
        guard let milliseconds else { return nil }
        self.init(milliseconds: milliseconds)
    }
}
