import Synchronization

/// What stops the tasks of a run that have not begun yet.
final class Brake: Sendable {
    private let first = Mutex<(any Error)?>(nil)

    /// Why everything stops; nil if it does not.
    var cause: (any Error)? { first.withLock { $0 } }

    /// Whether everything stops.
    var isOn: Bool { cause != nil }

    /// Stops everything; the first reason counts.
    func pull(_ error: any Error) { first.withLock { $0 = $0 ?? error } }
}
