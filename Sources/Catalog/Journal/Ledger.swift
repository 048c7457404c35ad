import GRDB

/// The credits of an account in double entry, within one transaction.
///
/// Credits are in one of five places: the service's `balance`, `reserved` here for a request on its way, `spent`,
/// `unexplained`, and `outside`, which is all that happened before or beside this library.
struct Ledger {
    private let db: Database
    private let account: String
    private let now: Timestamp

    init(_ database: Database, account: String, now: Timestamp = .now) {
        db = database
        self.account = account
        self.now = now
    }

    /// Sets credits aside for a task, if every cap allows it.
    mutating func reserve(_ credits: Int, for task: Int64, caps: [SpendingCap]) throws {
        for cap in caps {
            let used = try cap.used(in: db, now: now)
            guard used + credits <= cap.limit else {
                throw CatalogError.capReached(cap.sentence(used: used, wanted: credits))
            }
        }
        try move(credits, from: .balance, to: .reserved, for: task, .reserve)
    }

    /// Gives back what was set aside.
    mutating func release(_ task: Int64) throws {
        try move(try total(of: .reserved, task), from: .reserved, to: .balance, for: task, .release)
    }

    /// Counts what was set aside as spent.
    mutating func charge(_ task: Int64) throws {
        try move(try total(of: .reserved, task), from: .reserved, to: .spent, for: task, .charge)
    }

    /// Brings what a task has cost to what the service says; nil if it says nothing.
    mutating func settle(_ task: Int64, at credits: Int?, reason: Reason) throws {
        guard let credits else { return }
        let spent = try total(of: .spent, task)
        if credits < spent { try move(spent - credits, from: .spent, to: .balance, for: task, reason) }
        if credits > spent { try move(credits - spent, from: .balance, to: .spent, for: task, .correction) }
    }

    /// Counts what a task has cost that this library did not ask for.
    mutating func adopt(_ task: Int64, credits: Int, created: Int64) throws {
        let opened = try Int64.fetchOne(
            db, sql: "SELECT min(made) FROM balance WHERE account = ?", arguments: [account])
        // What was spent before the balance was known is not missing from it.
        let origin: Place = opened.map { $0 < created } == true ? .balance : .outside
        try move(credits, from: origin, to: .spent, for: task, .adopted)
    }

    /// Takes back what was counted for a task that was adopted, because it turned out to be another task's.
    mutating func disown(_ task: Int64) throws {
        let origin = try String.fetchOne(
            db, sql: "SELECT origin FROM entry WHERE task = ? AND reason = 'adopted'", arguments: [task])
        // Adopted at no cost, it was corrected from the balance since.
        let place = origin.flatMap(Place.init) ?? .balance
        try move(try total(of: .spent, task), from: .spent, to: place, for: task, .correction)
    }

    /// Compares the books with a balance that the service has just told.
    ///
    /// - Returns: what was missing (more than zero) or too much; nil if that cannot be said while tasks are under way.
    mutating func compare(with balance: Int) throws -> Int? {
        let underWay = try Int.fetchOne(
            db,
            sql: "SELECT count(*) FROM task WHERE account = ? AND state IN ('sending', 'unknown', 'running')",
            arguments: [account])
        let isFirst =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM balance WHERE account = ? AND settled", arguments: [account]) == 0
        let isSettled = underWay == 0
        try db.execute(
            sql: "INSERT INTO balance (made, account, credits, settled) VALUES (?, ?, ?, ?)",
            arguments: [now.milliseconds, account, balance, isSettled])
        guard isSettled else { return nil }
        let missing = try total(of: .balance, nil) - balance
        if isFirst {
            if missing < 0 { try move(-missing, from: .outside, to: .balance, for: nil, .opening) }
            if missing > 0 { try move(missing, from: .balance, to: .outside, for: nil, .opening) }
            return 0
        }
        if missing > 0 { try move(missing, from: .balance, to: .unexplained, for: nil, .unexplained) }
        if missing < 0 { try move(-missing, from: .unexplained, to: .balance, for: nil, .unexplained) }
        return missing
    }

    /// Where credits can be.
    enum Place: String { case balance, reserved, spent, unexplained, outside }

    /// Why credits move.
    enum Reason: String { case opening, reserve, release, charge, correction, refund, adopted, unexplained }

    /// How many credits are in a place, of one task or of the whole account.
    func total(of place: Place, _ task: Int64?) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT coalesce(sum(CASE WHEN target = ?1 THEN credits ELSE -credits END), 0) FROM entry
                WHERE (target = ?1 OR origin = ?1) AND account = ?2 AND (?3 IS NULL OR task = ?3)
                """, arguments: [place.rawValue, account, task]) ?? 0
    }

    private func move(_ credits: Int, from: Place, to: Place, for task: Int64?, _ reason: Reason) throws {
        guard credits > 0 else { return }
        try db.execute(
            sql:
                "INSERT INTO entry (made, account, task, origin, target, credits, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [now.milliseconds, account, task, from.rawValue, to.rawValue, credits, reason.rawValue])
    }
}
