internal import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The time at the service, learned from the dates of its answers (RFC 9110, section 6.6.1).
///
/// This machine's own clock may be wrong by days, and may be put right or wrong while a request is on its way. What is
/// compared with the service's moments is therefore counted from its last answer, by a clock that nobody puts.
final class ServiceClock: Sendable {
    private struct Reading {
        let milliseconds: Int64
        let taken: ContinuousClock.Instant
    }

    private let last = Mutex<Reading?>(nil)

    /// The time at the service, in milliseconds since 1970 UTC; nil until it has told it.
    var now: Int64? {
        last.withLock { reading in
            reading.map { $0.milliseconds + Int64((ContinuousClock.now - $0.taken) / .milliseconds(1)) }
        }
    }

    /// Takes the header `Date` of an answer that comes from the service itself just now.
    func learn(_ date: String?) {
        guard let date, let milliseconds = Self.milliseconds(date) else { return }
        last.withLock { $0 = Reading(milliseconds: milliseconds, taken: .now) }
    }

    /// A date as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7); nil for the obsolete forms and for nonsense.
    static func milliseconds(_ text: String) -> Int64? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
            let month = months.firstIndex(of: String(words[2])), let date = Day(year: year, month: month + 1, day: day),
            // A machine whose clock was never set is of no help.
            year >= 2024
        else { return nil }
        let time = words[4].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3, (0...23).contains(time[0]), (0...59).contains(time[1]), (0...60).contains(time[2])
        else { return nil }
        let seconds = (time[0] * 60 + time[1]) * 60 + time[2]
        return (Int64(date.daysSince1970) * 86_400 + Int64(seconds)) * 1000
    }

    /// What this machine's clock shows, in milliseconds since 1970 UTC.
    static func local() -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

extension ContinuousClock.Instant {
    fileprivate static var now: Self { ContinuousClock.now }
}
