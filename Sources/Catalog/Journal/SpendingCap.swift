import GRDB

/// A limit of what a library may spend.
package struct SpendingCap: Hashable, Sendable {
    /// What the limit counts.
    package enum Scope: Hashable, Sendable {
        /// What is spent on one day (UTC).
        case day
        /// What is spent at all.
        case library
        /// What these tasks cost together: one run of a command.
        case tasks([ModelID])
    }

    /// What the limit counts.
    package var scope: Scope
    /// How many credits.
    package var limit: Int

    /// Describes a limit.
    package init(_ scope: Scope, _ limit: Int) {
        self.scope = scope
        self.limit = limit
    }

    /// The settings of a library that hold its caps.
    package static let settings = ["cap-day", "cap-library"]

    static func stored(in db: Database) throws -> [SpendingCap] {
        let rows = try Row.fetchAll(db, sql: "SELECT name, value FROM setting WHERE name IN ('cap-day', 'cap-library')")
        return rows.compactMap { row in
            Int(row[1] as String).map { SpendingCap(row[0] == "cap-day" ? .day : .library, $0) }
        }
    }

    /// What counts towards the limit so far, reserved credits included.
    func used(in db: Database, now: Timestamp) throws -> Int {
        let condition: String
        var arguments = StatementArguments()
        switch scope {
        case .day:
            let day: Int64 = 86_400_000
            condition = "t.sent >= ?"
            arguments = [now.milliseconds / day * day]
        case .library: condition = "TRUE"
        case .tasks(let ids):
            condition = "t.id IN (\(ids.map { "'\($0)'" }.joined(separator: ", ")))"
        }
        return try Int.fetchOne(
            db,
            sql: """
                SELECT coalesce(sum(CASE WHEN e.origin = 'balance' THEN e.credits
                    WHEN e.target = 'balance' THEN -e.credits ELSE 0 END), 0)
                FROM entry e JOIN task t ON t.key = e.task WHERE \(condition)
                """, arguments: arguments) ?? 0
    }
}

extension Catalog {
    /// The library's caps, each with what counts towards it so far.
    ///
    /// - Parameter now: the time that decides which day it is.
    package func caps(at now: Timestamp = .now) throws(CatalogError) -> [(cap: SpendingCap, used: Int)] {
        try read { db in
            try SpendingCap.stored(in: db).map { ($0, try $0.used(in: db, now: now)) }
        }
    }
}

extension SpendingCap {
    /// What to tell a person whose request does not fit below the cap.
    package func sentence(used: Int, wanted: Int) -> String {
        let name =
            switch scope {
            case .day: "a day"
            case .library: "for this library"
            case .tasks: "for this command"
            }
        return "\(wanted) credits would go beyond the cap of \(limit) \(name): \(used) are spent or reserved already"
    }
}
