import Synchronization

/// Spreads requests so that no more than the account may send leave in a second.
///
/// Times are counted from any fixed moment.
struct RequestPace: Equatable, Sendable {
    private let interval: Duration
    private let burst: Duration
    private var next: Duration = .zero

    /// Lets `rate` requests through a second, and as many at once after a pause.
    init(rate: Int) {
        interval = .seconds(1) / max(rate, 1)
        burst = interval * (max(rate, 1) - 1)
    }

    /// Takes the next place; gives how long to wait for it.
    mutating func reserve(at now: Duration) -> Duration {
        next = max(next, now - burst)
        defer { next += interval }
        return max(.zero, next - now)
    }

    /// Lets nothing through before a moment, because the service asked for it.
    mutating func hold(until moment: Duration) {
        next = max(next, moment)
    }
}
