import Testing

@testable import Catalog

struct AnalysisTests {
    private func library() throws -> TemporaryCatalog {
        let library = try TemporaryCatalog(
            ["Mask", "Potion", "Chest", "Unread"].map { title in .titled(title) { $0.inspect { $0.triangles = 100 } } })
        try library.catalog.record([
            (testHash("Mask"), analysis(watertight: true, valid: true, budgets: ["web", "roblox"])),
            (
                testHash("Potion"),
                analysis(
                    watertight: false, valid: false,
                    findings: [("ACCESSOR_MIN_MISMATCH", .error, 3), ("UNUSED_OBJECT", .information, 2)],
                    budgets: ["web"])
            ),
            (testHash("Chest"), analysis(watertight: nil, valid: true, findings: [("NODE_EMPTY", .warning, 1)])),
        ])
        return library
    }

    private func analysis(
        watertight: Bool?, valid: Bool?, findings: [(String, FindingCount.Severity, Int)] = [], budgets: [String] = []
    ) -> Analysis {
        var analysis = Analysis(version: 1)
        analysis.isValid = valid
        analysis.findings = findings.map { FindingCount(code: $0, severity: $1, count: $2) }
        analysis.passedBudgets = budgets
        guard let watertight else {
            analysis.failure = "the data is compressed"
            return analysis
        }
        var surface = Analysis.Surface()
        surface.isWatertight = watertight
        surface.parts = 2
        surface.holes = watertight ? 0 : 1
        surface.area = 3.5
        surface.volume = watertight ? 0.25 : nil
        analysis.surface = surface
        return analysis
    }

    @Test(
        "what was found can be searched for",
        arguments: [
            ("is:watertight", ["Mask"]), ("is:valid", ["Chest", "Mask"]),
            ("-is:watertight", ["Chest", "Potion", "Unread"]),
            ("errors:>0", ["Potion"]), ("errors:3", ["Potion"]), ("warnings:1", ["Chest"]),
            ("errors:0", ["Chest", "Mask", "Unread"]), ("code:ACCESSOR_MIN_MISMATCH", ["Potion"]),
            ("code:accessor_*", ["Potion"]), ("-code:accessor_* is:valid", ["Chest", "Mask"]), ("code:nothing", []),
            ("is:ok(web)", ["Mask", "Potion"]), ("is:ok(roblox)", ["Mask"]), ("is:ok(web) -is:ok(roblox)", ["Potion"]),
            ("mask is:OK(Web)", ["Mask"]), ("(is:ok(web) potion) OR chest", ["Chest", "Potion"]), ("is:ok(vr)", []),
        ])
    func searches(query: String, titles: [String]) throws {
        #expect(try library().titles(query).sorted() == titles, "\(query)")
    }

    @Test("a measured size stands in for one that the file does not state, and for no other") func size() throws {
        let stated = Inspection.Size(x: 1, y: 1, z: 1)
        let library = try TemporaryCatalog([
            .titled("Silent") { $0.inspect { $0.triangles = 1 } },
            .titled("Stated") { $0.inspect { $0.size = stated } },
        ])
        var measured = analysis(watertight: true, valid: true)
        measured.surface?.size = Inspection.Size(x: 1, y: 2, z: 3)
        try library.catalog.record([(testHash("Silent"), measured), (testHash("Stated"), measured)])
        #expect(try library.catalog.model(library.id("Silent")).model.statistics?.size == measured.surface?.size)
        #expect(try library.catalog.model(library.id("Stated")).model.statistics?.size == stated)
    }

    @Test("models can be sorted by their errors") func sorted() throws {
        #expect(try library().titles("sort:-errors").first == "Potion")
    }

    @Test("an analysis reads back as it was recorded") func roundTrip() throws {
        let library = try library()
        let potion = try #require(try library.catalog.model(library.id("Potion")).analysis)
        #expect(
            potion
                == analysis(
                    watertight: false, valid: false,
                    findings: [("ACCESSOR_MIN_MISMATCH", .error, 3), ("UNUSED_OBJECT", .information, 2)],
                    budgets: ["web"]))
        #expect(try library.catalog.model(library.id("Chest")).analysis?.failure == "the data is compressed")
        #expect(try library.catalog.model(library.id("Unread")).analysis == nil)
        let statistics = try library.catalog.statistics()
        #expect(statistics.analyzed == 3)
        #expect(statistics.watertight == 1 && statistics.valid == 2 && statistics.withErrors == 1)
        #expect(statistics.byBudget == [NamedCount(name: "web", models: 2), NamedCount(name: "roblox", models: 1)])
    }

    @Test("what was read is not read again, unless by a newer analyser") func pending() throws {
        let library = try library()
        #expect(try library.catalog.unanalyzedObjects(version: 1).map(\.hash) == [testHash("Unread")])
        #expect(try library.catalog.unanalyzedObjects(version: 2).count == 4)
        let some = [testHash("Mask"), testHash("Unread"), testHash("nobody's")]
        #expect(try library.catalog.unanalyzedObjects(version: 1, among: some).map(\.hash) == [testHash("Unread")])
        // An analysis of an object that is gone meanwhile is no error.
        try library.catalog.record([(testHash("nobody's"), analysis(watertight: true, valid: true))])
    }

    @Test("a newer inspection wants a newer analysis") func newerInspection() throws {
        let library = try library()
        let newer = Inspection(version: 2, statistics: Inspection.Statistics())
        #expect(try library.catalog.record(newer, ofObject: testHash("Mask")))
        #expect(try library.titles("is:watertight").isEmpty)
        #expect(try library.catalog.unanalyzedObjects(version: 1).count == 2)
    }

    @Test("a second analysis replaces the first") func replaced() throws {
        let library = try library()
        try library.catalog.record([(testHash("Potion"), analysis(watertight: true, valid: true))])
        #expect(try library.titles("is:watertight").sorted() == ["Mask", "Potion"])
        #expect(try library.titles("errors:>0").isEmpty && library.titles("code:ACCESSOR_MIN_MISMATCH").isEmpty)
        #expect(try library.titles("is:ok(web)") == ["Mask"])
    }

    @Test(
        "a budget that is not named is asked for, with its place",
        arguments: [("is:ok", 4), ("is:ok()", 4), ("is:ok(web", 4), ("is:ok(we b)", 4), ("is:okay", 4)])
    func mistakes(query: String, column: Int) {
        let error = #expect(throws: QueryError.self) { try Query(parsing: query) }
        #expect(error?.column == column, "\(query)")
    }
}
