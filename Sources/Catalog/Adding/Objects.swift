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
            try db.cachedStatement(sql: "DELETE FROM inspection WHERE object = ?").execute(arguments: [object])
        }
        let numbers = inspection.statistics
        try db.cachedStatement(
            sql: """
                INSERT INTO inspection (
                    object, version, triangles, vertices, meshes, primitives, draw_calls, materials, textures,
                    texture_size, texture_bytes, animations, skins, joints, nodes, size_x, size_y, size_z, errors,
                    warnings, is_valid, is_watertight, generator)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            object, inspection.version, numbers.triangles, numbers.vertices, numbers.meshes, numbers.primitives,
            numbers.drawCalls, numbers.materials, numbers.textures, numbers.textureSize, numbers.textureBytes,
            numbers.animations, numbers.skins, numbers.joints, numbers.nodes, numbers.size?.x, numbers.size?.y,
            numbers.size?.z, numbers.errors, numbers.warnings, numbers.isValid, numbers.isWatertight,
            Name.text(numbers.generator),
        ])
        try db.cachedStatement(sql: "INSERT INTO report (object, names, json) VALUES (?, ?, ?)").execute(arguments: [
            object, inspection.names.map(Name.text).joined(separator: "\n"), inspection.report,
        ])
        return true
    }

    /// The names in a file, one a line; empty if it was not inspected.
    func names(_ object: Int64) throws -> String {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT names FROM report WHERE object = ?"), arguments: [object]) ?? ""
    }
}
