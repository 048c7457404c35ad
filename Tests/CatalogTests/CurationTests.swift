import GRDB
import Testing

@testable import Catalog

struct CurationTests {
    @Test("edits change models and say what they did")
    func edits() throws {
        let library = try TemporaryCatalog([.titled("A"), .titled("B") { $0.tags = ["boss"] }])
        let ids = try [library.id("A"), library.id("B")]
        let summary = try library.catalog.apply([.addTag(" Boss "), .rate(4)], to: ids)
        #expect(summary.description == "tagged 'boss', rated 4")
        #expect(summary.models.map(\.title) == ["A", "B"])
        #expect(summary.models[0].differences.map(\.field) == [.rating, .tag])
        #expect(summary.models[1].differences.map(\.field) == [.rating])
        #expect(try Set(library.titles("tag:boss rating:4")) == ["A", "B"])
        let again = try library.catalog.apply([.addTag("boss")], to: ids + ids)
        #expect(again.models.isEmpty)
        #expect(again.unchanged == 2)
    }

    @Test("a preview says the same and changes nothing")
    func preview() throws {
        let library = try TemporaryCatalog([.titled("A"), .titled("B")])
        let ids = try [library.id("A"), library.id("B")]
        let edits: [Edit] = [.rename("C"), .addToCollection("Dungeon"), .appendNote("x")]
        let planned = try library.catalog.preview(edits, on: ids)
        #expect(try Set(library.titles("")) == ["A", "B"])
        #expect(try library.catalog.collections().isEmpty)
        #expect(try library.catalog.undo() == nil)
        #expect(try library.catalog.apply(edits, to: ids) == planned)
    }

    @Test("notes are written and extended, in the full text too")
    func notes() throws {
        let library = try TemporaryCatalog([.titled("A")])
        let id = try library.id("A")
        _ = try library.catalog.apply([.setNote("first")], to: [id])
        _ = try library.catalog.apply([.appendNote("second")], to: [id])
        #expect(try library.catalog.model(id).model.note == "first\n\nsecond")
        #expect(try library.titles("note:second first") == ["A"])
        _ = try library.catalog.apply([.setNote("")], to: [id])
        #expect(try library.titles("\"second\"") == [])
    }

    @Test("collections keep their spelling, differ in more than case, and go when they are empty")
    func collections() throws {
        let library = try TemporaryCatalog([.titled("A"), .titled("B")])
        _ = try library.catalog.apply([.addToCollection("Dungeon")], to: [library.id("A")])
        _ = try library.catalog.apply([.addToCollection("DUNGEON")], to: [library.id("B")])
        #expect(try library.catalog.collections() == [NamedCount(name: "Dungeon", models: 2)])
        _ = try library.catalog.apply([.trash], to: [library.id("B")])
        #expect(try library.catalog.collections() == [NamedCount(name: "Dungeon", models: 1)])
        _ = try library.catalog.apply(
            [.removeFromCollection("dungeon")], to: library.catalog.ids(matching: Query(parsing: "is:trashed OR A")))
        #expect(try library.catalog.collections().isEmpty)
    }

    @Test("what cannot be a name is refused, and nothing is changed")
    func refusals() throws {
        let library = try TemporaryCatalog([.titled("A")])
        let id = try library.id("A")
        #expect(throws: CatalogError.self) { try library.catalog.apply([.rate(3), .addTag(" \n")], to: [id]) }
        #expect(throws: CatalogError.self) {
            try library.catalog.apply([.rate(3)], to: [id, #require(ModelID("00000000"))])
        }
        #expect(try library.catalog.model(id).model.rating == 0)
        #expect(try library.catalog.undo() == nil)
    }

    @Test("undo brings back different values, and says what it did")
    func undo() throws {
        let library = try TemporaryCatalog([.titled("A") { $0.rating = 1 }, .titled("B") { $0.rating = 2 }])
        let ids = try library.catalog.ids(matching: Query())
        _ = try library.catalog.apply([.rate(5), .addTag("x")], to: ids)
        let undone = try #require(try library.catalog.undo())
        #expect(undone.description == "tagged 'x', rated 5" || undone.description == "rated 5, tagged 'x'")
        #expect(undone.models.count == 2)
        #expect(undone.conflicts.isEmpty)
        #expect(try library.titles("rating:1") == ["A"])
        #expect(try library.titles("rating:2") == ["B"])
        #expect(try library.catalog.tags().isEmpty)
        #expect(try library.catalog.undo() == nil)
    }

    @Test("what something else has changed since is left alone and reported")
    func conflict() throws {
        let library = try TemporaryCatalog([.titled("A"), .titled("B")])
        let ids = try [library.id("A"), library.id("B")]
        _ = try library.catalog.apply([.rate(0), .addTag("x")], to: ids)
        _ = try library.catalog.apply([.setNote("mine")], to: ids)
        // An import fills in what is empty, which is nobody's edit.
        try library.catalog.write { db in try db.execute(sql: "UPDATE model SET note = 'other' WHERE title = 'A'") }
        let undone = try #require(try library.catalog.undo())
        #expect(undone.models.map(\.title) == ["B"])
        #expect(undone.conflicts.map(\.title) == ["A"])
        #expect(try library.catalog.model(ids[0]).model.note == "other")
        #expect(try library.catalog.model(ids[1]).model.note == "")
        #expect(try library.catalog.undo()?.description == "rating removed, tagged 'x'")
    }

    @Test("deleting models for ever takes their changes with them, and frees their objects")
    func deletion() throws {
        let shared = NewFile(ModelFile(role: .texture, hash: testHash("shared"), bytes: 7, format: "png"))
        let library = try TemporaryCatalog([
            .titled("A") { $0.files.append(shared) }, .titled("B") { $0.files.append(shared) },
        ])
        let (a, b) = try (library.id("A"), library.id("B"))
        _ = try library.catalog.apply([.rate(1)], to: [a, b])
        _ = try library.catalog.apply([.trash, .addTag("gone")], to: [a])
        let deleted = try library.catalog.deleteTrashed([a, b])
        #expect(deleted.models == [a])
        #expect(deleted.objects.map(\.hash) == [testHash("A")])
        #expect(try library.catalog.unreferencedObjects().map(\.hash) == [testHash("A")])
        #expect(try library.catalog.tags().isEmpty)
        let undone = try #require(try library.catalog.undo())
        #expect(undone.description == "rated 1")
        #expect(undone.models.map(\.id) == [b])
        try library.catalog.forgetObjects([testHash("A"), testHash("B")])
        #expect(try Set(library.catalog.objects().map(\.hash)) == [testHash("B"), testHash("shared")])
        #expect(throws: CatalogError.self) { try library.catalog.model(a) }
    }

    @Test("any sequence of edits and undos does what a plain model of them does")
    func sequences() throws {
        try withSeed { generator in
            for _ in 0..<15 { try sequence(using: &generator) }
        }
    }

    private func sequence(using generator: inout Seeded) throws {
        let titles = ["A", "B", "C", "D"]
        let library = try TemporaryCatalog(
            titles.map { title in
                .titled(title) { ($0.tags, $0.rating) = (title < "C" ? ["old"] : [], title == "A" ? 3 : 0) }
            })
        let ids = try titles.map(library.id)
        var history = [try ids.map { try Snapshot(library.catalog.model($0).model) }]
        for _ in 0..<40 {
            if Int.random(in: 0..<3, using: &generator) == 0 {
                let undone = try library.catalog.undo()
                #expect((undone != nil) == (history.count > 1))
                #expect(undone?.conflicts.isEmpty ?? true)
                if history.count > 1 { history.removeLast() }
            } else {
                let chosen = ids.indices.filter { _ in Bool.random(using: &generator) }
                let edits = (0..<Int.random(in: 1...3, using: &generator)).map { _ in Edit.random(using: &generator) }
                var next = try #require(history.last)
                for index in chosen { edits.forEach { next[index].make($0) } }
                let summary = try library.catalog.apply(edits, to: chosen.map { ids[$0] })
                #expect(summary.models.isEmpty == (next == history.last))
                if next != history.last { history.append(next) }
            }
            #expect(try ids.map { try Snapshot(library.catalog.model($0).model) } == history.last)
        }
        try library.catalog.checkWords()
    }
}

/// What edits do, in the plainest way.
private struct Snapshot: Equatable {
    var title, note: String
    var rating: Int
    var state: ReviewState
    var tags, collections: Set<String>
    var isTrashed: Bool

    init(_ model: Model) {
        (title, note, rating, state) = (model.title, model.note, model.rating, model.state)
        (tags, collections, isTrashed) = (Set(model.tags), Set(model.collections), model.trashed != nil)
    }

    mutating func make(_ edit: Edit) {
        switch edit {
        case .addTag(let name): tags.insert(name)
        case .removeTag(let name): tags.remove(name)
        case .rename(let text): title = text
        case .setNote(let text): note = text
        case .appendNote(let text): note += note.isEmpty ? text : "\n\n" + text
        case .rate(let stars): rating = stars
        case .review(let new): state = new
        case .addToCollection(let name): collections.insert(name)
        case .removeFromCollection(let name): collections.remove(name)
        case .trash: isTrashed = true
        case .restore: isTrashed = false
        }
    }
}

extension Edit {
    fileprivate static func random(using generator: inout Seeded) -> Edit {
        let name = ["old", "new", "big boss"].randomElement(using: &generator) ?? "old"
        let edits: [Edit] = [
            .addTag(name), .removeTag(name), .rename("Title of \(name)"), .setNote(name), .setNote(""),
            .appendNote(name),
            .rate(.random(in: 0...5, using: &generator)),
            .review(ReviewState.allCases.randomElement(using: &generator) ?? .draft),
            .addToCollection(name), .removeFromCollection(name), .trash, .restore,
        ]
        return edits.randomElement(using: &generator) ?? .trash
    }
}
