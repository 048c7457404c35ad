import GRDB

/// How connections to the catalogue's file are made and checked.
enum Connection {
    /// How long a writer waits for another one, in seconds.
    private static let patience: Double = 10

    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "catalog"
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { db in
            try checkOwner(db)
            // Pages are read where the system's cache holds them, not copied; the limit is address space, not memory.
            try db.execute(sql: "PRAGMA mmap_size = 4294967296; PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    /// Brings the schema up to date. Several processes may do so at once: who comes second finds it done.
    static func upgrade(_ writer: some DatabaseWriter, path: String) throws {
        while try !isCurrent(writer, path: path) {
            let before = try writer.read(appliedMigrations)
            do {
                try Schema.migrator.migrate(writer)
            } catch {
                guard try writer.read(appliedMigrations) != before else { throw error }
            }
        }
    }

    /// Whether the schema is this version's; throws if it is a newer one's.
    static func isCurrent(_ reader: some DatabaseReader, path: String) throws -> Bool {
        let applied = try reader.read(appliedMigrations)
        let known = Schema.migrator.migrations
        let unknown = applied.filter { !known.contains($0) }
        guard unknown.isEmpty else { throw CatalogError.newerSchema(path: path, migrations: unknown) }
        return applied.count == known.count
    }

    private static func appliedMigrations(_ db: Database) throws -> [String] {
        guard try db.tableExists("grdb_migrations") else { return [] }
        return try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
    }

    /// Throws unless the file is a catalogue or empty, before anything is changed in it.
    private static func checkOwner(_ db: Database) throws {
        func isCatalog() throws -> Bool {
            try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID
        }
        if try isCatalog() { return }
        let tables = "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'"
        if try Int.fetchOne(db, sql: tables) == 0 { return }
        // Another process can have made the tables since; it marked the file with them.
        guard try isCatalog() else { throw CatalogError.notACatalog(path: "") }
    }
}

extension CatalogError {
    /// What an error of the database means; errors of the catalogue stay as they are.
    init(_ error: any Error, path: String) {
        switch error {
        case CatalogError.notACatalog: self = .notACatalog(path: path)
        case let error as CatalogError: self = error
        case let error as DatabaseError: self.init(error, path: path)
        default: self = .database(code: 0, message: "\(error)")
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let message = error.message ?? "unknown"
        self =
            switch error.resultCode {
            case .SQLITE_NOTADB: .notACatalog(path: path)
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen(path: path, reason: message)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
            case .SQLITE_FULL: .diskFull
            case .SQLITE_READONLY: .readOnly
            case .SQLITE_CORRUPT: .damaged(message)
            case .SQLITE_CONSTRAINT: .constraint(message)
            default: .database(code: Int(error.extendedResultCode.rawValue), message: message)
            }
    }
}
