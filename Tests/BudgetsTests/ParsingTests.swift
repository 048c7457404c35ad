import Testing

@testable import Budgets

@Suite struct ParsingTests {
    private func budget(_ limit: String) throws(BudgetError) -> Budget {
        try Budget(
            parsing: """
                name: mine
                title: my own
                limits:
                  - severity: error
                    kind: hard
                    source: here
                    checked: 2026-11-23
                    reason: because
                \(limit.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
                """)
    }

    @Test(
        "numbers have the units that people write",
        arguments: [
            ("measure: file-bytes\nat-most: 5 MB", Budget.Bound.atMost(5_000_000)),
            ("measure: file-bytes\nat-most: 5MiB", .atMost(5_242_880)),
            ("measure: triangles\nat-most: 20000", .atMost(20_000)),
            ("measure: height\nat-least: 3 cm", .atLeast(0.03)),
            ("measure: overlap-on-the-texture\nat-most: 5 %", .atMost(0.05)),
            ("measure: watertight\nmust-be: true", .mustBe(true)), ("measure: rigged\nmust-be: false", .mustBe(false)),
        ])
    func bounds(limit: String, bound: Budget.Bound) throws {
        #expect(try budget(limit).limits.first?.bound == bound)
    }

    @Test("what to do is the measure's own advice unless the budget says it better") func advice() throws {
        #expect(try budget("measure: triangles\nat-most: 1").limits[0].change == Measure.triangles.advice)
        #expect(try budget("measure: triangles\nat-most: 1\nchange: ask Ann").limits[0].change == "ask Ann")
    }

    @Test(
        "what cannot be meant is refused with its line",
        arguments: [
            ("", 1, "is empty"), ("- a list", 1, "a budget has members"),
            ("name: x\ntitle: y", 1, "needs the member 'limits'"),
            ("name: x\ntitle: y\nlimits: 3", 3, "'limits' is a list"), ("name: [x", 1, ""),
            ("name: x\ntitle: y\nlimits:\n  - measure: tris\n", 4, "'measure' is one of file-bytes"),
            ("name: x\ntitle: y\nlimits:\ncolour: red", 4, "no member 'colour'"),
        ])
    func refuses(text: String, line: Int, message: String) throws {
        let error = try #require(throws: BudgetError.self) { try Budget(parsing: text) }
        #expect(error.message.contains(message), "\(error)")
        if !text.isEmpty && !message.isEmpty { #expect(error.line == line, "\(error)") }
    }

    @Test(
        "a limit needs one bound that fits its measure",
        arguments: [
            "measure: triangles", "measure: triangles\nat-most: 1\nat-least: 0", "measure: triangles\nmust-be: true",
            "measure: watertight\nat-most: 1", "measure: triangles\nat-most: many", "measure: triangles\nat-most: 5 MB",
            "measure: height\nat-most: 5 MB", "measure: watertight\nmust-be: perhaps",
            "measure: triangles\nat-most: -1",
            "measure: triangles\nat-most: 1\natmost: 2", "measure: triangles\nat-most: 1e400",
        ])
    func badBounds(limit: String) {
        #expect(throws: BudgetError.self) { try budget(limit) }
    }

    @Test("a bomb of aliases is no danger") func aliases() throws {
        var text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            let (name, before) = ("b\(level)", level == 1 ? "a" : "b\(level - 1)")
            text += "\(name): &\(name) [\(Array(repeating: "*\(before)", count: 10).joined(separator: ", "))]\n"
        }
        #expect(throws: BudgetError.self) { try Budget(parsing: text) }
    }
}
