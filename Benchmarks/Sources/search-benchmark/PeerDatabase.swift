import Catalog
import GRDBSQLite

/// What one would write without this program: a table, its indexes, and SQLite's full text ranked by its own BM25.
final class PeerDatabase {
    private let connection: OpaquePointer

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    init(path: String) throws {
        var connection: OpaquePointer?
        guard sqlite3_open(path, &connection) == SQLITE_OK, let connection else {
            throw Failure(description: "cannot open \(path)")
        }
        self.connection = connection
        try execute("PRAGMA mmap_size = 4294967296; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF")
    }

    deinit { sqlite3_close(connection) }

    func create() throws {
        try execute(
            """
            CREATE TABLE model (id INTEGER PRIMARY KEY, title TEXT, prompt TEXT, kind TEXT, rating INTEGER, state TEXT,
                created INTEGER, triangles INTEGER, textures INTEGER, skins INTEGER, bytes INTEGER);
            CREATE TABLE tag (model INTEGER, name TEXT, PRIMARY KEY (name, model)) WITHOUT ROWID;
            CREATE VIRTUAL TABLE text USING fts5 (title, prompt, content = 'model', content_rowid = 'id');
            """)
    }

    func index() throws {
        try execute(
            """
            INSERT INTO text (text) VALUES ('rebuild');
            CREATE INDEX by_created ON model (created); CREATE INDEX by_triangles ON model (triangles);
            CREATE INDEX by_rating ON model (rating); CREATE INDEX by_state ON model (state);
            CREATE INDEX by_kind ON model (kind); CREATE INDEX tag_model ON tag (model); ANALYZE;
            """)
    }

    func add(_ models: [NewModel], first: Int) throws {
        try execute("BEGIN")
        let model = try prepare("INSERT INTO model VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let tag = try prepare("INSERT OR IGNORE INTO tag VALUES (?, ?)")
        defer { for statement in [model, tag] { sqlite3_finalize(statement) } }
        for (offset, new) in models.enumerated() {
            let id = Int64(first + offset + 1)
            let numbers = new.files.first?.inspection?.statistics ?? Inspection.Statistics()
            bind(
                model,
                [
                    .number(id), .text(new.title), .text(new.prompt), .text(new.kind.rawValue),
                    .number(Int64(new.rating)),
                    .text(new.state.rawValue), .number(new.created?.milliseconds ?? 0),
                    .number(Int64(numbers.triangles)),
                    .number(Int64(numbers.textures)), .number(Int64(numbers.skins)),
                    .number(new.files.first?.file.bytes ?? 0),
                ])
            sqlite3_step(model)
            for name in new.tags {
                bind(tag, [.number(id), .text(name)])
                sqlite3_step(tag)
            }
        }
        try execute("COMMIT")
    }

    /// Runs a statement and counts its rows.
    func run(_ sql: String) throws -> Int {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        var rows = 0
        while sqlite3_step(statement) == SQLITE_ROW {
            _ = sqlite3_column_text(statement, 1)
            rows += 1
        }
        return rows
    }

    private enum Value { case number(Int64), text(String) }

    private func bind(_ statement: OpaquePointer, _ values: [Value]) {
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        sqlite3_reset(statement)
        for (index, value) in values.enumerated() {
            switch value {
            case .number(let number): sqlite3_bind_int64(statement, CInt(index + 1), number)
            case .text(let text): sqlite3_bind_text(statement, CInt(index + 1), text, -1, transient)
            }
        }
    }

    private func prepare(_ sql: String) throws -> OpaquePointer {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
            throw Failure(description: "\(String(cString: sqlite3_errmsg(connection))) in \(sql)")
        }
        return statement
    }

    private func execute(_ sql: String) throws {
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
            throw Failure(description: String(cString: sqlite3_errmsg(connection)))
        }
    }
}
