import GRDB

/// The tables of the catalogue, as a list of steps that are never edited once a library was made with them.
enum Schema {
    /// Marks the file as a catalogue (`PRAGMA application_id`): the letters "mesh".
    static let applicationID = 0x6D65_7368

    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1 models") { db in try db.execute(sql: modelsV1) }
        migrator.registerMigration("v1 curation") { db in try db.execute(sql: curationV1) }
        migrator.registerMigration("v1 full text") { db in try db.execute(sql: fullTextV1) }
        migrator.registerMigration("v2 journal") { db in try db.execute(sql: journalV2) }
        migrator.registerMigration("v2 ledger") { db in try db.execute(sql: ledgerV2) }
        migrator.registerMigration("analysis") { db in try db.execute(sql: analysisV1) }
        return migrator
    }()
}
