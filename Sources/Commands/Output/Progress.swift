import Synchronization

/// How far long work has come: a bar with rate and time left on a terminal, a plain line now and then elsewhere.
final class Progress: Sendable {
    private struct State {
        var done = 0
        var total: Int?
        var lastShown: ContinuousClock.Instant?
        var isOnScreen = false
    }

    private let title: String
    private let unit: String
    private let start = ContinuousClock.now
    private let state: Mutex<State>
    private let world = World.current

    /// Starts the measure of some work.
    ///
    /// - Parameters:
    ///   - title: what is done, such as `importing`.
    ///   - unit: what is counted, in the plural.
    init(_ title: String, total: Int?, unit: String) {
        self.title = title
        self.unit = unit
        state = Mutex(State(total: total))
    }

    /// Says how many are done, and of how many if that is known now.
    func update(done: Int, total: Int? = nil) {
        state.withLock { state in
            state.done = done
            if let total { state.total = total }
            let now = ContinuousClock.now
            let pause: Duration = world.errorsAreTerminal ? .milliseconds(100) : .seconds(5)
            guard now - (state.lastShown ?? start) >= pause else { return }
            state.lastShown = now
            show(&state, now)
        }
    }

    /// Ends the display; the bar goes away, since the command's own last words say more.
    func finish() {
        state.withLock { state in
            if state.isOnScreen { world.write(.errors, "\r\u{1B}[K") }
            state.isOnScreen = false
        }
    }

    private func show(_ state: inout State, _ now: ContinuousClock.Instant) {
        let elapsed = (now - start) / .seconds(1)
        let rate = Double(state.done) / max(elapsed, 0.001)
        var text = "\(title) \(Figures.count(state.done))"
        if let total = state.total, total > 0 {
            text += "/\(Figures.count(total))"
            let rest = Double(total - state.done) / max(rate, 0.001)
            if world.errorsAreTerminal { text = bar(Double(state.done) / Double(total)) + " " + text }
            text +=
                " \(unit), \(Figures.decimal(rate, rate < 10 ? 1 : 0)) a second, \(Figures.wait(rest)) left"
        } else {
            text += " \(unit), \(Figures.decimal(rate, rate < 10 ? 1 : 0)) a second"
        }
        if world.errorsAreTerminal {
            world.write(.errors, "\r\u{1B}[K" + DisplayText.cut(text, to: world.width - 1))
            state.isOnScreen = true
        } else {
            world.write(.errors, text + "\n")
        }
    }

    private func bar(_ share: Double) -> String {
        let width = 20
        let full = Int((min(max(share, 0), 1) * Double(width)).rounded())
        return String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    }
}
