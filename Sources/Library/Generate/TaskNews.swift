package import Catalog
package import MeshyAPI

/// What happens while tasks are worked on, for whoever shows it.
package enum TaskNews: Sendable {
    /// The request leaves now.
    case sending(JournalTask)
    /// The service works on it; `ahead` says how many tasks come before it in the queue.
    case running(JournalTask, progress: Int, ahead: Int?)
    /// Something went wrong that time may mend; the next try comes after the wait.
    case trouble(JournalTask, String, retryIn: Duration)
    /// A file is being fetched; `total` is nil while nobody knows the size.
    case fetching(JournalTask, name: String, bytes: Int64, total: Int64?)
    /// No more happens to it in this run: it is done, or waits for `resume`.
    case rested(JournalTask)

    /// The task.
    package var task: JournalTask {
        switch self {
        case .sending(let task), .running(let task, _, _), .trouble(let task, _, _), .fetching(let task, _, _, _),
            .rested(let task):
            task
        }
    }
}

/// How a run of tasks goes.
package struct RunOptions: Sendable {
    /// How many tasks are worked on side by side; the service's smallest plan allows ten.
    package var width = 10
    /// Caps of this run, beside those of the library.
    package var caps: [SpendingCap] = []
    /// How long an outage is waited out before the rest is left to `resume`.
    package var patience: Duration = .seconds(3600)
    /// How tasks are followed.
    package var follow = FollowOptions()
    /// Which AI models and parameters are retired.
    package var retirements = RetirementTable.current
    /// Whether a request of which the account shows no trace is sent again without asking.
    package var sendsAgain = false
    /// How long after it was sent a request may still show up on the account; only then is it sent again.
    package var arrival: Duration = .seconds(30)

    /// The usual run.
    package init() {}
}
