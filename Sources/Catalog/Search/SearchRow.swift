import GRDB
import GRDBSQLite

/// A row of a search, valid until the next one is read.
struct SearchRow {
    let statement: SQLiteStatement

    var key: Int64 { sqlite3_column_int64(statement, 0) }

    var fulfilsConditions: Bool { sqlite3_column_int64(statement, 1) != 0 }

    /// The bytes of a text, which SQLite keeps until the next row is read.
    func text(_ column: TextColumn) -> UnsafeBufferPointer<UInt8> {
        let index = CInt(2 + column.rawValue)
        let start = sqlite3_column_text(statement, index)
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index)))
    }
}
