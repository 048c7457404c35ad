/// How far a task of the journal is (`docs/journal.md` draws how they follow each other).
package enum TaskState: String, CaseIterable, Hashable, Sendable {
    /// Written down; nothing was sent.
    case planned
    /// The request is on its way. Found after a crash, it may have arrived or not.
    case sending
    /// The request may have arrived, and no usable answer came.
    case unknown
    /// The service has accepted and charged it, and works on it.
    case running
    /// The service has finished; its files are still to be fetched.
    case succeeded
    /// Every file that was wanted is in the library, and the catalogue knows the model.
    case stored
    /// The service did not accept the request: no task, no charge.
    case refused
    /// The service could not do it, and gave the credits back.
    case failed
    /// It was cancelled.
    case canceled
    /// The service removed the task or its files before they were here.
    case gone
    /// A person decided to leave it.
    case abandoned

    /// Whether something is still to be done.
    package var isOpen: Bool {
        switch self {
        case .planned, .sending, .unknown, .running, .succeeded: true
        case .stored, .refused, .failed, .canceled, .gone, .abandoned: false
        }
    }

    /// The states in which something is still to be done.
    package static let open = allCases.filter(\.isOpen)
}
