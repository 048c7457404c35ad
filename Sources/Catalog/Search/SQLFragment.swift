import GRDB

/// A piece of SQL with the values of its question marks. Nothing that a person typed is ever in the text.
struct SQLFragment: Sendable {
    var sql: String
    var arguments: [DatabaseValue]

    init(_ sql: String, _ arguments: any DatabaseValueConvertible...) {
        self.sql = sql
        self.arguments = arguments.map(\.databaseValue)
    }

    init(_ sql: String, arguments: [some DatabaseValueConvertible]) {
        self.sql = sql
        self.arguments = arguments.map(\.databaseValue)
    }

    /// That all parts are true.
    static func all(_ parts: [SQLFragment]) -> SQLFragment { joined(parts, by: " AND ", empty: "1") }

    /// That at least one part is true.
    static func any(_ parts: [SQLFragment]) -> SQLFragment { joined(parts, by: " OR ", empty: "0") }

    private static func joined(_ parts: [SQLFragment], by separator: String, empty: String) -> SQLFragment {
        guard !parts.isEmpty else { return SQLFragment(empty) }
        return SQLFragment(
            parts.map { "(\($0.sql))" }.joined(separator: separator), arguments: parts.flatMap(\.arguments))
    }

    /// The fragment with text around it.
    func wrapped(_ before: String, _ after: String) -> SQLFragment {
        SQLFragment(before + sql + after, arguments: arguments)
    }

    static let never = SQLFragment("0")

    var statementArguments: StatementArguments { StatementArguments(arguments) }
}
