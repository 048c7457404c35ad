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

    @Test("a catalogue of a newer version is refused and left alone")
    func newer() throws {
        let library = try TemporaryCatalog([.titled("A")])
        try library.catalog.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v9 portals')") }
        let expected = CatalogError.newerSchema(path: library.path, migrations: ["v9 portals"])
        #expect(throws: expected) { try Catalog(path: library.path) }
        #expect(throws: expected) { try Catalog(path: library.path, access: .read) }
    }

    @Test("a damaged catalogue is an error in a sentence, never a crash")
    func damage() throws {
        try withSeed { (generator: inout Seeded) throws in
            let library = try TemporaryCatalog((0..<200).map { .titled("Model \($0)") })
            let copy = library.folder + "/copy.sqlite"
            try library.catalog.backup(to: copy)
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
