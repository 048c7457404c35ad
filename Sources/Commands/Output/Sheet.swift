/// What is said about one thing: named lines, and tables under headings.
enum Sheet {
    /// How many rows a table has before it says how many more there are.
    private static let limit = 40

    /// Prints a heading after an empty line.
    static func heading(_ title: String) {
        Console.line()
        Console.line(Style.bold(title))
    }

    /// Prints a table under a heading with its number of rows; nothing where there are no rows.
    static func section(_ title: String, _ count: Int, _ columns: [Table.Column], row: (Int) -> [String]) {
        guard count > 0 else { return }
        heading("\(title) (\(Figures.count(count)))")
        table(count, columns, row: row)
    }

    /// Prints a table, of no more rows than a person reads.
    static func table(_ count: Int, _ columns: [Table.Column], row: (Int) -> [String]) {
        guard count > 0 else { return }
        var table = Table(columns)
        for index in 0..<min(count, limit) { table.add(row(index)) }
        table.show(indent: 2)
        if count > limit { Console.line("  and \(Figures.count(count - limit)) more; --format json has all") }
    }

    /// Prints a line with a name before it; nothing where there is nothing to say.
    static func line(_ name: String, _ text: String) {
        guard !text.isEmpty else { return }
        Console.line(
            "  " + Style.dim(name) + String(repeating: " ", count: max(1, 12 - name.count)) + DisplayText.safe(text))
    }

    /// An object of a file by its index, with its name if it has one.
    static func label(_ index: Int, _ name: String?) -> String {
        "\(index)" + (name.map { " \($0)" } ?? "")
    }
}
