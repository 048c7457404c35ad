import Testing

@testable import Budgets

@Suite struct ShippedBudgetsTests {
    @Test("every budget can be read and is called what its file is", arguments: Budget.shipped.map(\.name))
    func reads(name: String) throws {
        let budget = try #require(try Budget.shipped(name))
        #expect(budget.name == name)
        #expect(!budget.title.isEmpty)
    }

    @Test(
        "no number stands without its source and the day on which somebody looked",
        arguments: Budget.shipped.map(\.name))
    func sources(name: String) throws {
        for limit in try #require(try Budget.shipped(name)).limits {
            #expect(limit.source.hasPrefix("https://"), "\(limit.measure.rawValue)")
            #expect(limit.checked >= "2026-11-23", "\(limit.measure.rawValue)")
            #expect(!limit.reason.isEmpty && !limit.change.isEmpty, "\(limit.measure.rawValue)")
        }
    }

    @Test("where nothing is published there is no number") func templates() throws {
        for name in ["game-prop", "game-hero"] {
            #expect(try #require(try Budget.shipped(name)).limits.isEmpty)
        }
        #expect(try Budget.shipped("no-such-budget") == nil)
    }
}
