/// How a task is followed to its end.
package struct FollowOptions: Equatable, Sendable {
    /// After how long to give up here; the task goes on at the service and can be followed again.
    package var deadline: Duration = .seconds(3600)
    /// Whether to listen to the event stream before asking again and again.
    package var usesStream = true
    /// How long to wait between two questions at first, where the service does not say.
    package var firstWait: Duration = .seconds(5)
    /// How long to wait between two questions at most.
    package var longestWait: Duration = .seconds(30)

    /// The usual options: the service advises to wait up to an hour.
    package init() {}
}

/// How the following of a task ended.
package enum FollowOutcome: Hashable, Sendable {
    /// The task ended, well or not; its status says which.
    case finished(MeshyTask)
    /// The service knows no such task, any more.
    case gone(last: MeshyTask?)
    /// The deadline passed; the task goes on at the service.
    case gaveUp(last: MeshyTask?)
}

/// What happens while a task is followed.
package enum FollowEvent: Hashable, Sendable {
    /// How the task stands now.
    case update(MeshyTask)
    /// Something went wrong; the next question comes after the wait.
    case trouble(MeshyAPIError, retryIn: Duration)
}

/// Decides, while a task is followed, what to do next: listen, ask, wait, or end.
///
/// Times are counted from the beginning. Every way through ends at the deadline at the latest.
struct FollowMachine: Sendable {
    enum Step: Equatable {
        case listen
        case ask
        case wait(Duration, then: Next)
        case end(FollowOutcome)
        case fail(MeshyAPIError)
    }

    enum Next: Equatable { case listen, ask }

    private let options: FollowOptions
    private(set) var last: MeshyTask?
    private var wait: Duration
    private var troubles = 0
    private var silentStreams = 0
    private var timesNotFound = 0

    init(_ options: FollowOptions) {
        self.options = options
        wait = options.firstWait
    }

    var first: Step { options.usesStream ? .listen : .ask }

    /// An event told how the task stands; nil to go on listening.
    mutating func heard(_ task: MeshyTask, at elapsed: Duration) -> Step? {
        timesNotFound = 0
        troubles = 0
        silentStreams = 0
        if task.status == .expired { return .end(.gone(last: task)) }
        guard task.isFinal else {
            last = task
            return overdue(at: elapsed)
        }
        // The short form of an event holds no files; the whole task is one question away.
        if task.status == .succeeded, task.files.isEmpty { return .ask }
        return .end(.finished(task))
    }

    /// Time passed; nil to go on.
    func overdue(at elapsed: Duration) -> Step? {
        elapsed < options.deadline ? nil : .end(.gaveUp(last: last))
    }

    /// The stream ended, by itself or by an error, before the task did.
    mutating func streamEnded(_ error: MeshyAPIError?, at elapsed: Duration) -> Step {
        silentStreams += 1
        // The question has the last word, also on whether it is gone: what is in between may refuse streams alone.
        if let error, error.reason == .cancelled { return .fail(error) }
        return overdue(at: elapsed) ?? .ask
    }

    /// A question was answered.
    ///
    /// - Parameter asked: how many seconds the service wants between two questions.
    mutating func answered(_ task: MeshyTask, retryAfter asked: Int?, at elapsed: Duration, chance: Double) -> Step {
        last = task
        timesNotFound = 0
        troubles = 0
        if task.status == .expired { return .end(.gone(last: task)) }
        if task.isFinal { return .end(.finished(task)) }
        let pause = asked.map { .seconds(max($0, 1)) } ?? wait * (1 - chance / 4)
        wait = min(wait * 1.5, options.longestWait)
        // A stream that tells nothing is not worth a third try.
        return pauseOrGiveUp(pause, then: options.usesStream && silentStreams < 2 ? .listen : .ask, at: elapsed)
    }

    /// A question was not answered, or with a refusal.
    mutating func failed(_ error: MeshyAPIError, at elapsed: Duration, chance: Double) -> Step {
        if error.reason == .notFound {
            timesNotFound += 1
            // Asked twice: a service of many machines may not know at once what it has just made.
            if timesNotFound > 1 { return .end(.gone(last: last)) }
        } else if Self.isHopeless(error) {
            return .fail(error)
        }
        troubles += 1
        var policy = RetryPolicy()
        policy.base = min(.seconds(1), options.firstWait)
        policy.longest = options.longestWait
        let pause = max(policy.backoff(attempt: troubles, chance: chance), error.retryAfter ?? .zero)
        return pauseOrGiveUp(pause, then: .ask, at: elapsed)
    }

    private func pauseOrGiveUp(_ pause: Duration, then next: Next, at elapsed: Duration) -> Step {
        let left = options.deadline - elapsed
        return left > .zero ? .wait(min(pause, left), then: next) : .end(.gaveUp(last: last))
    }

    /// Whether no amount of patience helps. A redirection may come from a network that wants its users to sign in.
    private static func isHopeless(_ error: MeshyAPIError) -> Bool {
        switch error.reason {
        case .notFound, .redirected: false
        default: !error.isTransient
        }
    }
}
