import GRDB

/// Reads models as lists show them.
enum ModelRow {
    /// Selects what `model(_:)` reads; to be followed by `WHERE` and the like on `m`.
    static let select = """
        SELECT m.id, m.title, m.kind, m.prompt, m.negative, m.texture_prompt, m.art_style, m.ai_model, m.seed,
            ifnull(m.task_id, ''), m.rating, m.state, m.note, m.created, m.imported, m.trashed, m.tags,
            (SELECT group_concat(name, char(10)) FROM (
                SELECT c.name FROM collection_model x JOIN collection c ON c.key = x.collection
                WHERE x.model = m.key ORDER BY c.folded)),
            (SELECT group_concat(id, char(10)) FROM (
                SELECT p.id FROM lineage l JOIN model p ON p.key = l.parent WHERE l.child = m.key ORDER BY l.key)),
            o.hash, o.format, o.bytes, i.*
        FROM model m LEFT JOIN object o ON o.key = m.object LEFT JOIN inspection i ON i.object = m.object
        """

    static func model(_ row: Row) throws -> Model {
        Model(
            id: try ModelID(stored: row[0]), title: row[1], kind: Kind(rawValue: row[2]), prompt: row[3],
            negativePrompt: row[4], texturePrompt: row[5], artStyle: row[6], aiModel: row[7], seed: row[8],
            taskID: row[9], rating: row[10], state: ReviewState(rawValue: row[11]) ?? .draft, note: row[12],
            created: Timestamp(stored: row[13]), imported: Timestamp(milliseconds: row[14]),
            trashed: Timestamp(stored: row[15]), tags: lines(row[16]), collections: lines(row[17]),
            parents: try lines(row[18]).map(ModelID.init(stored:)), hash: row[19] ?? "", format: row[20] ?? "",
            bytes: row[21], statistics: statistics(row, from: 22))
    }

    /// The numbers of an inspection whose columns begin at `start`, in the order of the table.
    static func statistics(_ row: Row, from start: Int) -> Inspection.Statistics? {
        guard row[start] as Int64? != nil else { return nil }
        var result = Inspection.Statistics()
        result.triangles = row[start + 2]
        result.vertices = row[start + 3]
        result.meshes = row[start + 4]
        result.primitives = row[start + 5]
        result.drawCalls = row[start + 6]
        result.materials = row[start + 7]
        result.textures = row[start + 8]
        result.textureSize = row[start + 9]
        result.textureBytes = row[start + 10]
        result.animations = row[start + 11]
        result.skins = row[start + 12]
        result.joints = row[start + 13]
        result.nodes = row[start + 14]
        if let x = row[start + 15] as Double?, let y = row[start + 16] as Double?, let z = row[start + 17] as Double? {
            result.size = Inspection.Size(x: x, y: y, z: z)
        }
        result.errors = row[start + 18]
        result.warnings = row[start + 19]
        result.isValid = row[start + 20]
        result.isWatertight = row[start + 21]
        result.generator = row[start + 23]
        return result
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
