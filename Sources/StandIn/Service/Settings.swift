/// What the stand-in is told when it starts.
package struct Settings: Sendable {
    /// The key of the paying account.
    package var key = "msy-stand-in"
    /// What the paying account has at the beginning.
    package var credits = 1000
    /// How many times as fast as the wall clock the service's time runs.
    package var timeScale = 100.0
    /// How many requests an account may make in a second of the wall clock.
    package var requestsPerSecond = 20
    /// How many unfinished tasks an account may have.
    package var queueLength = 10
    /// Whether the documented test-mode key is accepted.
    package var acceptsTestKey = false
    /// How long the signature of a file's address lives, in the service's time.
    package var linkLife: Milliseconds = 86_400_000
    /// Whether every event of a stream carries the whole task.
    package var sendsWholeEvents = false
    /// What chance is drawn from: identifiers, seeds that no request names, faults.
    package var seed: UInt64
    /// What is to go wrong.
    package var faults = FaultPlan.none

    package init(seed: UInt64 = .random(in: 0 ... .max)) { self.seed = seed }

    /// Reads a length of time such as `90s`, `5m` or `3d`; nil if `text` is none.
    package static func length(_ text: String) -> Milliseconds? { DurationText.milliseconds(text) }
}
