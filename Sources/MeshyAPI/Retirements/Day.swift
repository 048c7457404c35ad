#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A day of the calendar, in UTC.
package struct Day: Hashable, Comparable, Sendable {
    private let number: Int

    /// Makes a day; nil if the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...Self.length(of: month, year)).contains(day)
        else { return nil }
        number = (year * 100 + month) * 100 + day
    }

    /// The day that a moment falls on.
    ///
    /// - Parameter milliseconds: since 1970-01-01T00:00:00Z; nil if the year would have more than four digits.
    package init?(milliseconds: Int64) {
        var seconds = time_t(milliseconds / 1000)
        var parts = tm()
        guard gmtime_r(&seconds, &parts) != nil else { return nil }
        self.init(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }

    /// The present day by the system's clock.
    package static var today: Day {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        // A clock beyond the year 9999 is as good as none.
        return Day(milliseconds: Int64(now.tv_sec) * 1000) ?? Day(number: 9999_12_31)
    }

    /// How many days it is after 1970-01-01.
    var daysSince1970: Int {
        // Years that begin with March, so that the leap day is the last (the civil calendar repeats every 400 years).
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private init(number: Int) {
        self.number = number
    }

    /// Whether the first day comes before the second.
    package static func < (first: Day, second: Day) -> Bool { first.number < second.number }

    private static func length(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day: LosslessStringConvertible {
    /// The day as `2026-10-05`.
    package var description: String {
        let digits = String(number)
        let text = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
        return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.dropFirst(6))"
    }

    /// Reads `2026-10-05`; nil for anything else.
    package init?(_ text: String) {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard fields.map(\.utf8.count) == [4, 2, 2],
            fields.allSatisfy({ $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }),
            let year = Int(fields[0]), let month = Int(fields[1]), let day = Int(fields[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
