import Catalog
import Library
import Synchronization

/// What is going on with tasks: a line a task on a terminal, a line a change elsewhere.
final class TaskBoard: Sendable {
    private struct Line {
        var kind = ""
        var text: String
        var share: Double?
    }

    private struct State {
        var lines: [(id: ModelID, line: Line)] = []
        var done = 0
        var failed = 0
        var drawn = 0
        var lastDrawn: ContinuousClock.Instant?
        var lastSaid: [ModelID: String] = [:]
        var hasSaidPatience = false
    }

    private let state = Mutex(State())
    private let total: Int
    private let patience: Int
    private let world = World.current
    private let start = ContinuousClock.now

    /// - Parameters:
    ///   - total: how many tasks there will be.
    ///   - patience: for how many seconds a service that is out of order is waited for.
    init(total: Int, patience: Int) {
        self.total = total
        self.patience = patience
    }

    /// Takes news of a task.
    func show(_ news: TaskNews) {
        state.withLock { state in
            switch news {
            case .rested(let task):
                state.lines.removeAll { $0.id == task.id }
                if task.state == .stored { state.done += 1 } else { state.failed += 1 }
                say(Self.ending(task), of: task, &state)
            default:
                var line = Self.line(news)
                line.kind = news.task.kind.rawValue
                if let index = state.lines.firstIndex(where: { $0.id == news.task.id }) {
                    state.lines[index].line = line
                } else {
                    state.lines.append((news.task.id, line))
                }
                if case .trouble(_, let what, _) = news {
                    // Trouble stays to be read; the same trouble again says nothing new.
                    if state.lastSaid[news.task.id] != what { say(line.text, of: news.task, &state) }
                    state.lastSaid[news.task.id] = what
                    sayPatience(&state)
                } else {
                    sayStep(news, &state)
                }
            }
            draw(&state, isForced: false)
        }
    }

    /// Takes the display away; what lasts stays.
    func finish() {
        state.withLock { state in
            state.lines.removeAll()
            erase(&state)
        }
    }

    private static func line(_ news: TaskNews) -> Line {
        switch news {
        case .sending: Line(text: "sending the request")
        case .running(_, let progress, let ahead):
            ahead.map { Line(text: "waits behind \(Figures.plural($0, "task"))") }
                ?? Line(text: "\(progress) %", share: Double(progress) / 100)
        case .trouble(_, let what, let pause):
            Line(text: "\(DisplayText.safe(what)); the next try is in \(Figures.wait(pause / .seconds(1)))")
        case .fetching(_, let name, let bytes, let total):
            Line(
                text: "fetching \(DisplayText.safe(name)) \(Figures.bytes(bytes))",
                share: total.flatMap { $0 > 0 ? Double(bytes) / Double($0) : nil })
        case .rested(let task): Line(text: ending(task))
        }
    }

    private static func ending(_ task: JournalTask) -> String {
        let reason = task.error.isEmpty ? "" : ": \(DisplayText.safe(task.error))"
        return switch task.state {
        case .stored:
            (task.model == nil || task.model == task.id ? "is here" : "is here as \(task.model?.description ?? "")")
                + (task.error.isEmpty ? "" : "; \(DisplayText.safe(task.error))")
        case .refused: "was refused, and nothing was charged\(reason)"
        case .failed: "failed at the service, which gives the credits back\(reason)"
        case .canceled: "was cancelled"
        case .gone: "is gone\(reason)"
        case .abandoned: "was abandoned"
        case .planned: "is planned and was not sent\(reason)"
        case .sending, .unknown: "has an unknown fate\(reason)"
        case .running: "goes on at the service\(reason)"
        case .succeeded: "is done at the service, but not all of it is here\(reason)"
        }
    }

    /// How long trouble is waited out, and how to end that, once.
    private func sayPatience(_ state: inout State) {
        guard !state.hasSaidPatience else { return }
        state.hasSaidPatience = true
        erase(&state)
        world.write(
            .errors,
            "what time may mend is waited for, \(Figures.wait(Double(patience))) at most (--patience); Ctrl-C ends the wait, and "
                + "nothing is lost\n")
        draw(&state, isForced: true)
    }

    /// Off a terminal, each step is said once, not each per cent.
    private func sayStep(_ news: TaskNews, _ state: inout State) {
        guard !world.errorsAreTerminal else { return }
        let step: String
        switch news {
        case .sending: step = "sending the request"
        case .running(_, _, let ahead): step = ahead == nil ? "the service works on it" : "waits in the queue"
        case .fetching: step = "fetching its files"
        default: return
        }
        if state.lastSaid[news.task.id] == step { return }
        state.lastSaid[news.task.id] = step
        say(step, of: news.task, &state)
    }

    private func say(_ text: String, of task: JournalTask, _ state: inout State) {
        erase(&state)
        world.write(.errors, "\(task.id) \(task.kind.rawValue) \(text)\n")
        draw(&state, isForced: true)
    }

    private func draw(_ state: inout State, isForced: Bool) {
        guard world.errorsAreTerminal else { return }
        let now = ContinuousClock.now
        if !isForced, let last = state.lastDrawn, now - last < .milliseconds(100) { return }
        state.lastDrawn = now
        erase(&state)
        let room = 12
        var lines = state.lines.prefix(room).map { id, line in
            "\(id) \(line.share.map(bar) ?? String(repeating: " ", count: 20)) \(line.kind) \(line.text)"
        }
        if state.lines.count > room { lines.append("and \(state.lines.count - room) more under way") }
        if total > 1 {
            let elapsed = (now - start) / .seconds(1)
            var summary = "\(state.done) of \(total) here"
            if state.failed > 0 { summary += ", \(state.failed) not" }
            let ended = state.done + state.failed
            if ended > 0, ended < total {
                summary += ", \(Figures.wait(elapsed / Double(ended) * Double(total - ended))) left"
            }
            lines.append(summary)
        }
        for line in lines { world.write(.errors, DisplayText.cut(line, to: world.width - 1) + "\n") }
        state.drawn = lines.count
    }

    private func erase(_ state: inout State) {
        guard state.drawn > 0 else { return }
        world.write(.errors, "\u{1B}[\(state.drawn)A\r\u{1B}[J")
        state.drawn = 0
    }

    private func bar(_ share: Double) -> String {
        let width = 20
        let full = Int((min(max(share, 0), 1) * Double(width)).rounded())
        return String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    }
}
