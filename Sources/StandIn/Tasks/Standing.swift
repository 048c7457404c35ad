/// Where a task stands at some moment.
struct Standing: Equatable, Sendable {
    enum Phase: Sendable { case queued, running, finished }

    let phase: Phase
    /// The word for it in the task object.
    let status: String
    /// 0 to 100.
    let progress: Int
    let precedingTasks: Int
}

extension TaskRecord {
    /// Where the task stands at `now`.
    func standing(at now: Milliseconds) -> Standing {
        if now < startsAt {
            return Standing(phase: .queued, status: "PENDING", progress: 0, precedingTasks: precedingTasks(at: now))
        }
        if now < endsAt {
            let progress = progress(at: now)
            let status: String =
                if case .detour(let status) = ending, (40..<70).contains(progress) { status } else { "IN_PROGRESS" }
            return Standing(phase: .running, status: status, progress: progress, precedingTasks: 0)
        }
        let (status, progress) =
            switch ending {
            case .success, .detour: ("SUCCEEDED", 100)
            case .failure: ("FAILED", lastProgress)
            case .cancellation: ("CANCELED", lastProgress)
            case .stall: ("IN_PROGRESS", lastProgress)
            }
        return Standing(phase: .finished, status: status, progress: progress, precedingTasks: 0)
    }

    /// Whether the task gave what it was asked for.
    func hasSucceeded(at now: Milliseconds) -> Bool {
        switch ending {
        case .success, .detour: now >= endsAt
        case .failure, .cancellation, .stall: false
        }
    }

    /// The tasks before this one leave the queue at even intervals.
    private func precedingTasks(at now: Milliseconds) -> Int {
        guard startsAt > createdAt else { return 0 }
        return (precedingTasks * (startsAt - now) + startsAt - createdAt - 1) / (startsAt - createdAt)
    }

    /// Most of the work goes evenly; the last percents, in which files are written, take a fifth of the time.
    private func progress(at now: Milliseconds) -> Int {
        let elapsed = Double(now - startsAt)
        guard endsAt != .max else { return min(lastProgress, Int(elapsed / 1000)) }
        let share = elapsed / Double(endsAt - startsAt)
        switch ending {
        case .failure, .cancellation: return Int(share * Double(lastProgress))
        default: return share < 0.8 ? Int(share / 0.8 * 95) : min(99, 95 + Int((share - 0.8) / 0.2 * 5))
        }
    }

    /// How far a task comes that does not succeed.
    private var lastProgress: Int { 20 + Int(id.hash % 60) }
}
