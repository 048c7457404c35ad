/// A task as it was accepted: what happens to it later follows from this and the time alone.
struct TaskRecord: Codable, Sendable {
    let id: TaskID
    let account: Account
    let family: Family
    /// The `type` of the task object, such as `text-to-3d-refine`.
    let type: String
    /// What the task object repeats of the request.
    let echo: [String: JSON]
    let product: Product
    let credits: Int
    let createdAt: Milliseconds
    /// When it leaves the queue.
    let startsAt: Milliseconds
    /// When it ends; never, if it stalls.
    let endsAt: Milliseconds
    /// How many tasks were before it in the queue when it came.
    let precedingTasks: Int
    let ending: Ending
    /// Formats that are left out of its results.
    let missingFormats: [ModelFormat]

    /// How a task ends.
    enum Ending: Codable, Equatable, Sendable {
        case success
        case failure(TaskError)
        case cancellation
        /// It never ends.
        case stall
        /// It succeeds, but in the middle it has a status that nobody documented.
        case detour(status: String)
    }

    /// How long results are kept after a task's end.
    static let retention: Milliseconds = 3 * 86_400_000

    /// When the task and its files disappear.
    var expiresAt: Milliseconds { endsAt == .max ? .max : endsAt + Self.retention }
}
