/// Rows and columns for people, as wide as the terminal and no wider.
struct Table {
    /// One column.
    struct Column {
        let title: String
        var alignment: Alignment = .left
        /// Whether the column gives up width where the terminal is narrow.
        var shrinks = false
        /// Whether what is cut off is the beginning, as of a path, whose end says more.
        var keepsEnd = false
        /// Columns with a number are left out where the terminal is too narrow for all, the lowest first.
        var leftOut: Int?
    }

    /// Where a cell's text stands.
    enum Alignment {
        case left
        case right
    }

    let columns: [Column]
    private(set) var rows: [[String]] = []
    /// A row of totals below a rule.
    var total: [String]?

    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row, one cell a column; cells may be of any origin and are made safe here.
    mutating func add(_ cells: [String]) {
        rows.append(cells.map(DisplayText.safe))
    }

    /// The table as lines, cut to `width` columns.
    func lines(width: Int) -> [String] {
        if let narrower = leavingOut(width) { return narrower.lines(width: width) }
        let all = [columns.map(\.title)] + rows + (total.map { [$0] } ?? [])
        var widths = columns.indices.map { column in
            all.map { DisplayText.width($0[column]) }.max() ?? 0
        }
        shrink(&widths, to: width)
        var lines = [line(columns.map(\.title), widths) { Style.bold($0) }]
        lines += rows.map { line($0, widths) }
        if let total {
            lines.append(String(repeating: "─", count: widths.reduce(0, +) + 2 * (widths.count - 1)))
            lines.append(line(total, widths) { Style.bold($0) })
        }
        return lines
    }

    /// Prints the table, indented by some columns.
    func show(indent: Int = 0) {
        // Cells are cut for a person's screen only; a file or a pipe gets all of them.
        let world = World.current
        let space = String(repeating: " ", count: indent)
        for line in lines(width: world.outputIsTerminal ? world.width - indent : .max) { Console.line(space + line) }
    }

    /// What a shrinking column keeps at least.
    private static let leastWidth = 12

    /// The table without its least important column, if it is too wide even when all columns have shrunk.
    private func leavingOut(_ limit: Int) -> Table? {
        let least = columns.indices.reduce(2 * (columns.count - 1)) { sum, column in
            let cells = [columns[column].title] + rows.map { $0[column] } + (total.map { [$0[column]] } ?? [])
            let width = cells.map(DisplayText.width).max() ?? 0
            return sum + (columns[column].shrinks ? min(width, Self.leastWidth) : width)
        }
        let candidates = columns.indices.filter { columns[$0].leftOut != nil }
        guard least > limit, let index = candidates.min(by: { columns[$0].leftOut ?? 0 < columns[$1].leftOut ?? 0 })
        else { return nil }
        func without<Element>(_ elements: [Element]) -> [Element] {
            elements.enumerated().filter { $0.offset != index }.map(\.element)
        }
        var table = Table(without(columns))
        table.rows = rows.map(without)
        table.total = total.map(without)
        return table
    }

    private func line(_ cells: [String], _ widths: [Int], style: (String) -> String = { $0 }) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let text = DisplayText.cut(cell, to: widths[index], keepingEnd: columns[index].keepsEnd)
            let space = String(repeating: " ", count: max(0, widths[index] - DisplayText.width(text)))
            let isLast = index == cells.count - 1
            switch columns[index].alignment {
            case .left: line += style(text) + (isLast ? "" : space)
            case .right: line += space + style(text)
            }
            if !isLast { line += "  " }
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// Takes width from the shrinking columns, always from the widest, until the table fits.
    private func shrink(_ widths: inout [Int], to limit: Int) {
        var excess = widths.reduce(2 * (widths.count - 1), +) - min(limit, 1 << 30)
        let least = Self.leastWidth
        while excess > 0 {
            let candidates = columns.indices.filter { columns[$0].shrinks && widths[$0] > least }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
            let next = candidates.filter { $0 != widest }.map { widths[$0] }.max() ?? least
            let step = min(excess, max(1, widths[widest] - max(next, least)))
            widths[widest] -= step
            excess -= step
        }
    }
}
