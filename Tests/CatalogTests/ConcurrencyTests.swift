import Foundation
import GRDB
import Synchronization
import Testing

@testable import Catalog

struct ConcurrencyTests {
    @Test("a long write does not keep a reader waiting, and is not seen before it is whole")
    func readersDoNotWait() throws {
        let library = try TemporaryCatalog([.titled("A")])
        let writer = try Catalog(path: library.path)
        let reader = try Catalog(path: library.path, access: .read)
        try writer.write { db in
            try db.execute(sql: "UPDATE model SET title = 'B'")
            // Were the reader to wait for the writer, this would never end.
            #expect(try reader.search(Query()).hits.map(\.model.title) == ["A"])
            #expect(try Catalog(path: library.path, access: .read).search(Query()).hits.map(\.model.title) == ["A"])
        }
        #expect(try reader.search(Query()).hits.map(\.model.title) == ["B"])
    }

    @Test("many connections add and edit at once, and nothing is lost")
    func writersWaitForEachOther() async throws {
        let library = try TemporaryCatalog([.titled("shared")])
        let path = library.path
        let shared = try library.id("shared")
        try await withThrowingTaskGroup { group in
            for worker in 0..<4 {
                group.addTask {
                    let catalog = try Catalog(path: path)
                    for number in 0..<10 {
                        _ = try catalog.add([.titled("model \(worker) \(number)"), .titled("common \(number)")])
                        _ = try catalog.apply([.addTag("tag \(worker) \(number)")], to: [shared])
                    }
                }
            }
            for _ in 0..<2 {
                group.addTask {
                    let catalog = try Catalog(path: path, access: .read)
                    for _ in 0..<20 { _ = try catalog.search(Query(parsing: "model sort:title")) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try library.titles("model").count == 40)
        #expect(try library.titles("common").count == 10)
        #expect(try library.catalog.model(shared).model.tags.count == 40)
        var undone = 0
        while try library.catalog.undo() != nil { undone += 1 }
        #expect(undone == 40)
        try library.catalog.checkWords()
    }

    @Test("several may make the same new catalogue at once")
    func creation() async throws {
        let library = try TemporaryCatalog()
        for round in 0..<5 {
            let path = library.folder + "/new\(round).sqlite"
            try await withThrowingTaskGroup { group in
                for worker in 0..<4 {
                    group.addTask { _ = try Catalog(path: path).add([.titled("model \(worker)")]) }
                }
                try await group.waitForAll()
            }
            #expect(try Catalog(path: path, access: .read).search(Query()).total == .exactly(4))
        }
    }

    @Test("a process that dies in the middle of a write leaves nothing of it behind")
    func crash() async throws {
        let library = try TemporaryCatalog([.titled("A")])
        let path = library.path
        await #expect(processExitsWith: .failure) { [path = path as String] in
            let catalog = try Catalog(path: path)
            try catalog.write { db in
                try db.execute(sql: "UPDATE model SET title = 'B'")
                abort()
            }
        }
        #expect(try library.titles("") == ["A"])
        #expect(try Catalog(path: path).add([.titled("C")]).count == 1)
    }
}
