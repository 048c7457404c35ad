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

    /// Where the shipped numbers stand. Who adds a limit from elsewhere has read that page, and adds it here and to
    /// `docs/budgets.md`.
    private static let sources = [
        "https://github.com/KhronosGroup/gltf-asset-auditor", "https://registry.khronos.org/glTF/specs/2.0/",
        "https://create.roblox.com/docs/art/modeling/specifications",
        "https://create.roblox.com/docs/avatar/rigid-accessories/specifications",
        "https://developer.apple.com/forums/thread/693867", "https://github.com/3MFConsortium/spec_core",
    ]

    @Test("all limits are from first-hand sources, and a requirement of prints is no number")
    func firstHand() throws {
        for (name, _) in Budget.shipped {
            for limit in try #require(try Budget.shipped(name)).limits {
                #expect(Self.sources.contains { limit.source.hasPrefix($0) }, "\(name): \(limit.source)")
                guard name.hasPrefix("print-") else { continue }
                #expect(limit.measure.unit == .truth, "\(name): \(limit.measure.rawValue)")
            }
        }
    }

    @Test("where nothing is published there is a text to fill in, which says so and can be filled in")
    func templates() throws {
        for name in ["game-prop", "game-hero", "mobile-ar", "vr"] {
            let budget = try #require(try Budget.shipped(name))
            #expect(budget.limits.isEmpty)
            #expect(budget.title.contains("no public source"))
            let text = try #require(Budget.shipped.first { $0.name == name }).text
            let filled = text.replacing("\n#  - ", with: "\n  - ").replacing("\n#    ", with: "\n    ")
                .replacing("at-most: …", with: "at-most: 8")
            let start = try #require(filled.firstRange(of: "name: ")).lowerBound
            #expect(try Budget(parsing: String(filled[start...])).limits.count >= 3)
        }
        #expect(try Budget.shipped("no-such-budget") == nil)
    }

    @Test("the budgets have the names that people know") func names() {
        let expected = [
            "web", "mobile-ar", "quick-look", "game-prop", "game-hero", "roblox", "vr", "print-fdm", "print-resin",
        ]
        #expect(Set(expected).isSubset(of: Budget.shipped.map(\.name)))
    }
}
