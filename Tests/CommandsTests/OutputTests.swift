import Testing

@testable import Commands

@Suite("Output for people")
struct OutputTests {
    @Test(
        "numbers are grouped, sizes have decimal units",
        arguments: [
            (0, "0", "0 B"), (999, "999", "999 B"), (1000, "1,000", "1.00 KB"), (-1234, "-1,234", "-1234 B"),
            (2_210_000, "2,210,000", "2.21 MB"), (48_000_000, "48,000,000", "48.0 MB"), (999_999, "999,999", "1.00 MB"),
            (5_000_000_000, "5,000,000,000", "5.00 GB"), (5_000_000_000_000, "5,000,000,000,000", "5.0 TB"),
        ])
    func figures(value: Int, count: String, bytes: String) {
        #expect(Figures.count(value) == count)
        #expect(Figures.bytes(value) == bytes)
    }

    @Test(
        "lengths have the unit that a person would choose",
        arguments: [
            (1.7, "1.70 m"), (0.9999, "1.00 m"), (0.5, "50.0 cm"), (0.017, "1.7 cm"), (0.0005, "0.5 mm"), (0, "0"),
        ])
    func metres(value: Double, text: String) { #expect(Figures.metres(value) == text) }

    @Test(
        "areas and volumes have the unit that a person would choose",
        arguments: [
            (0, "0", "0"), (1.7, "1.70 m²", "1.70 m³"), (0.0345, "345 cm²", "34.5 l"), (0.00012, "1.20 cm²", "120 cm³"),
            (0.000_000_02, "0.0200 mm²", "20.0 mm³"), (-12.34, "-12.3 m²", "-12.3 m³"),
            (123_456, "123456 m²", "123456 m³"),
        ])
    func squaresAndCubes(value: Double, area: String, volume: String) {
        #expect(Figures.squareMetres(value) == area)
        #expect(Figures.cubicMetres(value) == volume)
    }

    @Test(
        "numbers lose zeros that say nothing",
        arguments: [(1.0, "1"), (0.8, "0.8"), (0.41, "0.41"), (100, "100"), (-0.5, "-0.5")])
    func number(value: Double, text: String) { #expect(Figures.number(value) == text) }

    @Test("shares below one percent are not zero")
    func share() {
        #expect(Figures.share(1, of: 1000) == "<1 %")
        #expect(Figures.share(0, of: 1000) == "0 %")
        #expect(Figures.share(1, of: 0) == "–")
    }

    @Test(
        "text is as wide as a terminal shows it",
        arguments: [("mask", 4), ("Größe", 5), ("仮面", 4), ("❤️x", 3), ("e\u{301}", 1), ("👩‍🚀", 2)])
    func width(text: String, width: Int) { #expect(DisplayText.width(text) == width) }

    @Test("cutting never makes text wider than asked", arguments: 0..<12)
    func cut(limit: Int) {
        for text in ["monster mask", "仮面の怪物", "a仮b面c", "❤️❤️❤️❤️❤️❤️❤️"] {
            #expect(DisplayText.width(DisplayText.cut(text, to: limit)) <= limit)
        }
    }

    @Test("control characters and direction marks are made visible")
    func safe() {
        #expect(DisplayText.safe("a\u{1B}[31mb\u{202E}c\u{7}") == "a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}")
        #expect(DisplayText.safe("two\nlines\t") == "two lines ")
        #expect(DisplayText.safe("Größe ❤️ 仮面") == "Größe ❤️ 仮面")
    }

    @Test("a table fits its width by cutting the columns that may shrink", arguments: [40, 60, 80, 200])
    func table(width: Int) {
        World.$current.withValue(.silent) {
            var table = Table([
                .init(title: "id"), .init(title: "title", shrinks: true), .init(title: "n", alignment: .right),
            ])
            table.add(["7k2m9qxd", String(repeating: "monster mask ", count: 8), "1,000"])
            table.add(["9qxd7k2m", "仮面", "5"])
            let lines = table.lines(width: width)
            #expect(lines.allSatisfy { DisplayText.width($0) <= width })
            #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
            #expect(lines[1].hasPrefix("7k2m9qxd  monster") && lines[1].hasSuffix("1,000"))
        }
    }

    @Test("words that begin with a dash are taken, unknown long options are not")
    func words() throws {
        #expect(try Words.checked(["mask", "-draft", "--", "--x"]) == ["mask", "-draft", "--x"])
        #expect(throws: CommandFailure.self) { try Words.checked(["mask", "--lmit"]) }
    }
}

extension World {
    /// A world in which nobody listens.
    fileprivate static let silent = World(
        environment: { _ in nil }, outputIsTerminal: false, errorsAreTerminal: false, inputIsTerminal: false, width: 80,
        write: { _, _ in })
}
