import GRDB

extension Catalog {
    /// The number of the last line of the books; a balance that was asked for later knows of all lines up to it.
    package func ledgerPosition(account: String) throws(CatalogError) -> Int64 {
        try read { db in
            try Int64.fetchOne(db, sql: "SELECT max(key) FROM entry WHERE account = ?", arguments: [account]) ?? 0
        }
    }

    /// Compares the books with a balance that the service told, and writes down what is missing.
    ///
    /// - Parameters:
    ///   - position: ``ledgerPosition(account:)`` before the service was asked.
    ///   - now: the service's time.
    /// - Returns: what is missing (more than zero) or too much; nil if that cannot be said yet, because tasks are under
    ///   way or the books have changed since.
    package func settle(
        balance: Int, account: String, position: Int64, at now: Timestamp = .now
    ) throws(CatalogError) -> Int? {
        try write { db in
            let last = try Int64.fetchOne(
                db, sql: "SELECT max(key) FROM entry WHERE account = ?", arguments: [account])
            guard (last ?? 0) == position else { return nil }
            var ledger = Ledger(db, account: account, now: now)
            return try ledger.compare(with: balance)
        }
    }

    /// Where an account's credits are.
    package func ledger(account: String) throws(CatalogError) -> LedgerSummary {
        try read { db in
            let ledger = Ledger(db, account: account)
            var summary = LedgerSummary()
            summary.balance = try ledger.total(of: .balance, nil)
            summary.reserved = try ledger.total(of: .reserved, nil)
            summary.spent = try ledger.total(of: .spent, nil)
            summary.unexplained = try ledger.total(of: .unexplained, nil)
            summary.refunded =
                try Int.fetchOne(
                    db, sql: "SELECT sum(credits) FROM entry WHERE account = ? AND reason = 'refund'",
                    arguments: [account]) ?? 0
            let row = try Row.fetchOne(
                db, sql: "SELECT credits, made FROM balance WHERE account = ? ORDER BY key DESC LIMIT 1",
                arguments: [account])
            summary.lastReading = row.map { ($0[0], Timestamp(milliseconds: $0[1])) }
            return summary
        }
    }

    /// The accounts of which the books know.
    package func accounts() throws(CatalogError) -> [String] {
        try read { db in
            try String.fetchAll(db, sql: "SELECT account FROM task UNION SELECT account FROM balance ORDER BY 1")
        }
    }

    /// The lines of the books, oldest first; of one task or of all.
    package func entries(of task: ModelID? = nil) throws(CatalogError) -> [LedgerEntry] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT e.made, t.id, e.origin, e.target, e.credits, e.reason FROM entry e
                    LEFT JOIN task t ON t.key = e.task WHERE ?1 IS NULL OR t.id = ?1 ORDER BY e.key
                    """, arguments: [task?.description])
            return try rows.map { row in
                LedgerEntry(
                    made: Timestamp(milliseconds: row[0]), task: try (row[1] as String?).map(ModelID.init(stored:)),
                    origin: row[2], target: row[3], credits: row[4], reason: row[5])
            }
        }
    }

    /// What one task has cost so far.
    package func spent(on task: ModelID) throws(CatalogError) -> Int {
        try read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT coalesce(sum(CASE WHEN e.target = 'spent' THEN e.credits
                        WHEN e.origin = 'spent' THEN -e.credits ELSE 0 END), 0)
                    FROM entry e JOIN task t ON t.key = e.task WHERE t.id = ?
                    """, arguments: [task.description]) ?? 0
        }
    }

    /// What was spent, by month and kind.
    package func spending() throws(CatalogError) -> [Spending] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    WITH cost AS (
                        SELECT t.key, t.kind, strftime('%Y-%m', coalesce(t.sent, t.planned) / 1000, 'unixepoch') AS month,
                            sum(CASE WHEN e.target = 'spent' THEN e.credits WHEN e.origin = 'spent' THEN -e.credits
                                ELSE 0 END) AS credits,
                            m.key AS model, m.state, m.trashed
                        FROM task t JOIN entry e ON e.task = t.key LEFT JOIN model m ON m.key = t.model
                        GROUP BY t.key)
                    SELECT month, kind, count(*), sum(credits),
                        sum(CASE WHEN state = 'approved' AND trashed IS NULL THEN credits ELSE 0 END),
                        sum(CASE WHEN state = 'rejected' OR trashed IS NOT NULL THEN credits ELSE 0 END),
                        sum(CASE WHEN model IS NULL THEN credits ELSE 0 END)
                    FROM cost GROUP BY month, kind ORDER BY month, kind
                    """)
            return rows.map { row in
                Spending(
                    month: row[0], kind: Kind(rawValue: row[1]), tasks: row[2], credits: row[3], approved: row[4],
                    rejected: row[5], wasted: row[6])
            }
        }
    }
}
