/// When a call that changes nothing is tried again, and after how long.
package struct RetryPolicy: Equatable, Sendable {
    /// How often a call is tried at most.
    package var attempts = 5
    /// About how long to wait after the first try; it doubles with each further one.
    package var base: Duration = .milliseconds(500)
    /// How long to wait at most, and the longest wait the service may ask for.
    package var longest: Duration = .seconds(60)

    /// The usual policy: five tries within about eight seconds, longer where the service asks for it.
    package init() {}

    /// How long to wait before the next try; nil if there should be none.
    ///
    /// - Parameters:
    ///   - attempt: how many tries there were.
    ///   - chance: a random number from 0 to 1, which keeps many clients from trying at the same moment.
    func delay(after error: MeshyAPIError, attempt: Int, chance: Double) -> Duration? {
        guard error.isTransient, error.reason != .queueFull, attempt < attempts else { return nil }
        let delay = backoff(attempt: attempt, chance: chance)
        guard let asked = error.retryAfter else { return delay }
        // Never earlier than asked; a wait that nobody would sit through is for the caller to plan.
        return asked > longest ? nil : max(asked, delay)
    }

    /// The wait after so many tries: it doubles, and chance takes up to half of it away.
    func backoff(attempt: Int, chance: Double) -> Duration {
        let doublings = min(max(attempt - 1, 0), 16)
        return min(base * (1 << doublings), longest) * (1 - chance / 2)
    }
}

/// Reads the header `Retry-After`.
enum RetryAfter {
    /// The seconds; nil for dates, which would need the two clocks to agree, and for nonsense.
    static func seconds(_ header: String?) -> Int? {
        guard let header, let seconds = Int(header.filter { $0 != " " }), (0...86_400).contains(seconds) else {
            return nil
        }
        return seconds
    }
}
