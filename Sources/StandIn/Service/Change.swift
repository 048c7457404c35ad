/// A change of the state that must survive a restart. The state is what all changes, in order, have made of it.
enum Change: Codable, Sendable {
    /// The clock was set, or its speed changed.
    case clock(ServiceClock)
    /// Credits moved.
    case entry(LedgerEntry)
    /// A task was accepted.
    case created(TaskRecord)
    /// A task's end was dealt with.
    case settled(TaskID)
    /// A task and its files were removed.
    case removed(TaskID)
}
