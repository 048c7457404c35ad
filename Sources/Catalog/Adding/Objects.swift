import GRDB

/// Stores what is known about files' contents.
struct Objects {
    private let db: Database
    private let now: Timestamp

    init(_ database: Database, now: Timestamp) {
        db = database
        self.now = now
    }

    /// The key of a file's content, stored if it is new, with its inspection if that is newer than what is there.
    func store(_ file: NewFile) throws -> Int64 {
        let select = try db.cachedStatement(sql: "SELECT key FROM object WHERE hash = ?")
        let key: Int64
        if let present = try Int64.fetchOne(select, arguments: [file.file.hash]) {
            key = present
        } else {
            try db.cachedStatement(sql: "INSERT INTO object (hash, bytes, format, added) VALUES (?, ?, ?, ?)")
                .execute(arguments: [file.file.hash, file.file.bytes, file.file.format, now.milliseconds])
            key = db.lastInsertedRowID
        }
        if let inspection = file.inspection { try record(inspection, of: key) }
        return key
    }

    /// Stores an inspection; false if there is one of the same inspector or a newer one.
    @discardableResult
    func record(_ inspection: Inspection, of object: Int64) throws -> Bool {
        let select = try db.cachedStatement(sql: "SELECT version FROM inspection WHERE object = ?")
        if let version = try Int.fetchOne(select, arguments: [object]) {
            guard version < inspection.version else { return false }
            // What completed the old inspection must complete the new one.
            for table in ["inspection", "analysis"] {
                try db.cachedStatement(sql: "DELETE FROM \(table) WHERE object = ?").execute(arguments: [object])
            }
        }
        let columns = InspectionRow.columns
        let marks = repeatElement("?", count: columns.count + 4).joined(separator: ", ")
        try db.cachedStatement(
            sql: """
                INSERT INTO inspection (object, version, \(columns.joined(separator: ", ")), names, report) VALUES (\(marks))
                """
        ).execute(
            arguments: [object, inspection.version] + StatementArguments(InspectionRow.values(inspection.statistics))
                + [inspection.names.map(Name.text).joined(separator: "\n"), inspection.report])
        return true
    }

    /// The names in a file, one a line; empty if it was not inspected.
    func names(_ object: Int64) throws -> String {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT names FROM inspection WHERE object = ?"), arguments: [object]) ?? ""
    }

    /// The columns of a model that copy what is known about its main file, and where they come from: `o` is the object and
    /// `i` its inspection, if it has one.
    static let copiedColumns = [
        "bytes", "triangles", "vertices", "meshes", "materials", "textures", "texture_size", "animations", "skins",
        "size_x",
        "size_y", "size_z", "is_valid", "is_watertight", "generator", "names", "errors", "warnings",
    ]
    static let copiedValues = copiedColumns.map { column in
        switch column {
        case "bytes": "o.bytes"
        case "names": "ifnull(i.names, '')"
        default: "i.\(column)"
        }
    }

    /// Copies what is known about a model's main file to the model. The words of the names are for the caller to count.
    func describe(model: Int64) throws {
        try db.cachedStatement(
            sql: """
                UPDATE model SET has_twin = 0, (\(Self.copiedColumns.joined(separator: ", "))) = (
                    SELECT \(Self.copiedValues.joined(separator: ", ")) FROM object o
                    LEFT JOIN inspection i ON i.object = o.key WHERE o.key = model.object)
                WHERE key = ? AND object IS NOT NULL
                """
        ).execute(arguments: [model])
    }
}
