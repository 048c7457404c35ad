import Testing

@testable import Catalog

struct ReadingTests {
    private func library() throws -> TemporaryCatalog {
        try TemporaryCatalog([
            .titled("Monster mask") { model in
                model.id = ModelID("7k2m9qxd")
                model.taskID = "018f3a7c-aaaa-7000-8000-000000000001"
                model.created = Timestamp("2023-10-05")
                model.tags = ["boss", "mask"]
                model.inspect { $0.triangles = 10 }
            },
            .titled("Potion") { model in
                model.id = ModelID("7k2m0000")
                model.kind = .remesh
                model.created = Timestamp("2023-11-05")
                model.tags = ["mask"]
                model.files[0].file.bytes = 5000
                model.inspect { $0.triangles = 20 }
            },
            .titled("") { model in
                model.id = ModelID("a0000000")
                model.prompt = "a chair"
                model.created = Timestamp("2023-11-06")
            },
        ])
    }

    @Test(
        "ids, their beginnings in any spelling, and task ids mean a model",
        arguments: [
            ("7k2m9qxd", "7k2m9qxd"), ("7K2M9", "7k2m9qxd"), ("7k2mo", "7k2m0000"), ("a", "a0000000"),
            ("018f3a7c", "7k2m9qxd"),
            ("018F3A7C-AAAA-7000-8000-000000000001", "7k2m9qxd"),
        ])
    func resolving(reference: String, id: String) throws {
        #expect(try library().catalog.resolve(reference).description == id)
    }

    @Test("an id that means several models names them")
    func ambiguous() throws {
        let error = #expect(throws: CatalogError.self) { try library().catalog.resolve("7k2m") }
        #expect(
            error?.description
                == "several models have an id that begins with '7k2m': 7k2m0000 (Potion), 7k2m9qxd (Monster mask)")
    }

    @Test("an id that means no model suggests one that is a slip away")
    func unknown() throws {
        let error = #expect(throws: CatalogError.self) { try library().catalog.resolve("7k2m9qdx") }
        #expect(error?.description == "no model has the id '7k2m9qdx'; did you mean 7k2m9qxd (Monster mask)?")
        for reference in ["", "zzz", "018f3a7", "no such!", "7k2m9qxd7", "%", "018f3a7c%"] {
            #expect(throws: CatalogError.noSuchModel(reference, suggestions: [])) {
                try library().catalog.resolve(reference)
            }
        }
    }

    @Test("the library in numbers, without the trash")
    func statistics() throws {
        let library = try library()
        let chair = try library.catalog.resolve("a0")
        _ = try library.catalog.apply([.trash, .addTag("gone")], to: [chair])
        let numbers = try library.catalog.statistics(top: 1)
        #expect(numbers.models == 2)
        #expect(numbers.trashed == 1)
        #expect(numbers.objects == 3)
        #expect(numbers.bytes == 7000)
        #expect(numbers.byKind == [NamedCount(name: "import", models: 1), NamedCount(name: "remesh", models: 1)])
        #expect(numbers.byMonth == [NamedCount(name: "2023-11", models: 1), NamedCount(name: "2023-10", models: 1)])
        #expect(numbers.byState == [NamedCount(name: "draft", models: 2)])
        #expect(numbers.byTag.first == NamedCount(name: "mask", models: 2))
        #expect(numbers.largest.map(\.title) == ["Potion"])
        #expect(numbers.mostTriangles.map(\.title) == ["Potion"])
        #expect(
            try library.catalog.tags() == [
                NamedCount(name: "mask", models: 2), NamedCount(name: "boss", models: 1),
                NamedCount(name: "gone", models: 0),
            ])
    }

    @Test("models come in the order asked for, and all must be there")
    func models() throws {
        let library = try library()
        let ids = try ["7k2m0", "a0", "7k2m9"].map(library.catalog.resolve)
        #expect(try library.catalog.models(ids).map(\.displayTitle) == ["Potion", "a chair", "Monster mask"])
        #expect(throws: CatalogError.self) { try library.catalog.models(ids + [#require(ModelID("00000000"))]) }
    }

    @Test("objects are listed in pages, verified and looked up")
    func objects() throws {
        let library = try library()
        let all = try library.catalog.objects()
        #expect(all.map(\.hash) == all.map(\.hash).sorted())
        #expect(try library.catalog.objects(after: all[0].hash, limit: 1) == [all[1]])
        try library.catalog.markVerified([all[0].hash])
        #expect(try library.catalog.objects().filter { $0.verified != nil }.map(\.hash) == [all[0].hash])
        #expect(try library.catalog.models(withObject: testHash("Potion")).map(\.title) == ["Potion"])
    }
}

struct SavedSearchTests {
    @Test("a saved search stands for its condition")
    func use() throws {
        let library = try TemporaryCatalog([
            .titled("A") { $0.tags = ["x"] }, .titled("B") { $0.tags = ["y"] }, .titled("C"),
        ])
        let catalog = library.catalog
        try catalog.saveSearch(Query(parsing: "tag:x OR tag:y sort:title"), as: "tagged")
        try catalog.saveSearch(Query(parsing: "@tagged -A"), as: "rest")
        try catalog.saveSearch(Query(), as: "all")
        #expect(try Set(library.titles("@tagged")) == ["A", "B"])
        #expect(try library.titles("@rest") == ["B"])
        #expect(try library.titles("-@tagged") == ["C"])
        #expect(try library.titles("@all sort:title") == ["A", "B", "C"])
        #expect(try library.titles("-@all") == [])
        #expect(try library.titles("C @all") == ["C"])
        #expect(try catalog.savedSearches().map(\.name) == ["all", "rest", "tagged"])
        #expect(try catalog.savedSearches().last?.query == "(tag:x OR tag:y) sort:title")
        try catalog.deleteSavedSearches(["rest"])
        #expect(throws: CatalogError.noSuchSavedSearch("rest", suggestion: nil)) {
            try catalog.deleteSavedSearches(["rest"])
        }
        #expect(throws: CatalogError.noSuchSavedSearch("taged", suggestion: "tagged")) { try library.titles("@taged") }
    }

    @Test("circles, floods and bad names are refused")
    func refusals() throws {
        let library = try TemporaryCatalog([.titled("A")])
        let catalog = library.catalog
        try catalog.saveSearch(Query(parsing: "A"), as: "s0")
        for number in 1..<6 {
            try catalog.saveSearch(Query(parsing: "@s\(number - 1) @s\(number - 1)"), as: "s\(number)")
        }
        #expect(throws: CatalogError.tooManySavedSearches(64)) {
            try catalog.saveSearch(Query(parsing: "@s5 @s5"), as: "s6")
        }
        #expect(throws: CatalogError.circularSavedSearch("s0")) {
            try catalog.saveSearch(Query(parsing: "@s5"), as: "s0")
        }
        #expect(try library.titles("@s0") == ["A"])
        for name in ["", "a b", "a:b", "\"", String(repeating: "x", count: 101)] {
            #expect(throws: CatalogError.self) { try catalog.saveSearch(Query(), as: name) }
        }
    }
}
