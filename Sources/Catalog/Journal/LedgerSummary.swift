/// What became of an account's credits, as far as this library knows.
package struct LedgerSummary: Sendable {
    /// What the service should say that the balance is.
    package var balance = 0
    /// What is set aside for requests on their way.
    package var reserved = 0
    /// What was spent and not given back.
    package var spent = 0
    /// What was given back.
    package var refunded = 0
    /// What is missing from the balance for no reason known here; less than zero if there was too much.
    package var unexplained = 0
    /// What the service said last, and when.
    package var lastReading: (credits: Int, at: Timestamp)?
}

/// One line of the books.
package struct LedgerEntry: Hashable, Sendable {
    /// When it was written.
    package var made: Timestamp
    /// The task; nil if it concerns none.
    package var task: ModelID?
    /// Where the credits were and where they are now: `balance`, `reserved`, `spent`, `unexplained`, `outside`.
    package var origin, target: String
    /// How many.
    package var credits: Int
    /// Why: `opening`, `reserve`, `release`, `charge`, `correction`, `refund`, `adopted`, `unexplained`.
    package var reason: String
}

/// What one kind of task cost in one month.
package struct Spending: Hashable, Sendable {
    /// The month, as `2026-11` (UTC).
    package var month: String
    /// The kind of task.
    package var kind: Kind
    /// How many tasks.
    package var tasks: Int
    /// The credits that were spent.
    package var credits: Int
    /// Those of models that are in the library, by what a reviewer decided; `rejected` counts the trash too.
    package var approved, rejected: Int
    /// Those of tasks that gave no model.
    package var wasted: Int
}
