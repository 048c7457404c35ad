import Foundation
import GRDB
import Testing

@testable import Catalog

struct OpeningTests {
    @Test("a reader needs a catalogue that is there, and cannot write")
    func reading() throws {
        let library = try TemporaryCatalog([.titled("A")])
        let missing = library.folder + "/none.sqlite"
        #expect(throws: CatalogError.missing(path: missing)) { try Catalog(path: missing, access: .read) }
        #expect(!FileManager.default.fileExists(atPath: missing))
        let reader = try Catalog(path: library.path, access: .read)
        #expect(try reader.search(Query()).hits.count == 1)
        #expect(throws: CatalogError.readOnly) { try reader.undo() }
    }

    @Test("what is not a catalogue is refused and left alone")
    func notACatalog() throws {
        let library = try TemporaryCatalog()
        let text = library.folder + "/text.sqlite"
        try
            "This is a text, not a database, and longer than a hundred bytes, so that it could be a header. Indeed it is not."
            .write(toFile: text, atomically: false, encoding: .utf8)
        let other = library.folder + "/other.sqlite"
        try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE photo (id INTEGER)") }
        for path in [text, other] {
            let before = try Data(contentsOf: URL(filePath: path))
            #expect(throws: CatalogError.notACatalog(path: path)) { try Catalog(path: path, access: .write) }
            #expect(throws: CatalogError.notACatalog(path: path)) { try Catalog(path: path, access: .read) }
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
        let nowhere = library.folder + "/no/such/folder/catalog.sqlite"
        let error = #expect(throws: CatalogError.self) { try Catalog(path: nowhere) }
        guard case .cannotOpen = error else { Issue.record("\(String(describing: error))"); return }
    }

    @Test("a writer flushes the catalogue to the disk at every commit")
    func durability() throws {
        let library = try TemporaryCatalog()
        let full = 2
        #expect(try library.catalog.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == full)
    }

    @Test("a catalogue of a newer version is refused and left alone")
    func newer() throws {
        let library = try TemporaryCatalog([.titled("A")])
        try library.catalog.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v9 portals')") }
        let expected = CatalogError.newerSchema(path: library.path, migrations: ["v9 portals"])
        #expect(throws: expected) { try Catalog(path: library.path) }
        #expect(throws: expected) { try Catalog(path: library.path, access: .read) }
    }

    @Test("a full disk is an error, and what was there stays")
    func fullDisk() throws {
        let library = try TemporaryCatalog([.titled("A")])
        try library.catalog.write { db in
            let pages = try #require(try Int.fetchOne(db, sql: "PRAGMA page_count"))
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        #expect(throws: CatalogError.diskFull) { try library.catalog.add((0..<500).map { .titled("Model \($0)") }) }
        #expect(try library.titles("") == ["A"])
    }

    @Test(
        "SQLite's errors become sentences",
        arguments: [
            (ResultCode.SQLITE_BUSY, "another process has kept the catalogue locked for too long"),
            (.SQLITE_FULL, "the disk is full"), (.SQLITE_READONLY, "the catalogue may not be written"),
            (.SQLITE_NOTADB, "/x is not a catalogue of models"),
            (.SQLITE_CANTOPEN, "the catalogue /x cannot be opened: why"),
            (.SQLITE_CORRUPT, "the catalogue is damaged: why"),
            (.SQLITE_CONSTRAINT_CHECK, "the catalogue refuses this: why"),
            (.SQLITE_IOERR, "the catalogue failed: why (SQLite code 10)"),
        ])
    func sentences(code: ResultCode, sentence: String) {
        #expect(CatalogError(DatabaseError(resultCode: code, message: "why"), path: "/x").description == sentence)
    }

    @Test("a damaged catalogue is an error in a sentence, never a crash")
    func damage() throws {
        try withSeed { (generator: inout Seeded) throws in
            let library = try TemporaryCatalog((0..<200).map { .titled("Model \($0)") })
            let copy = library.folder + "/copy.sqlite"
            try DatabaseQueue(path: library.path).vacuum(into: copy)
            let good = try Data(contentsOf: URL(filePath: copy))
            for number in 0..<30 {
                let path = library.folder + "/bad\(number).sqlite"
                var bad = good
                for _ in 0..<20 {
                    bad[Int.random(in: 0..<bad.count, using: &generator)] = .random(in: 0...255, using: &generator)
                }
                try bad.write(to: URL(filePath: path))
                do {
                    let catalog = try Catalog(path: path)
                    _ = try catalog.search(Query(parsing: "model"))
                    _ = try catalog.search(Query(parsing: "sort:title"))
                    _ = try catalog.statistics()
                } catch {
                    #expect(error is CatalogError || error is QueryError)
                }
            }
        }
    }
}
