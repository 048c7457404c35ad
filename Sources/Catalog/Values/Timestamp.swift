#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A moment in UTC, counted in milliseconds since 1970-01-01T00:00:00Z.
///
/// Its text is ISO 8601: `2026-10-05T12:34:56Z`, with three decimals when there are milliseconds.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
    public var milliseconds: Int64

    /// Makes a moment from milliseconds since 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Makes a moment from milliseconds since 1970; nil outside of the years 0 to 9999, where its text would be no date.
    public init?(inCalendar milliseconds: Int64) {
        guard (Self.calendarStart..<Self.calendarEnd).contains(milliseconds) else { return nil }
        self.milliseconds = milliseconds
    }

    /// 0000-01-01T00:00:00Z.
    private static let calendarStart: Int64 = -62_167_219_200_000
    /// 10000-01-01T00:00:00Z.
    private static let calendarEnd: Int64 = 253_402_300_800_000

    /// The present moment by the system's clock.
    public static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// The first millisecond of a day of the proleptic Gregorian calendar; nil if there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard let days = CivilDate(year: year, month: month, day: day)?.daysSince1970 else { return nil }
        milliseconds = Int64(days) * Self.millisecondsPerDay
    }

    /// The calendar day in UTC, as `2026-10-05`.
    public var day: String { CivilDate(daysSince1970: daysSince1970).description }

    /// Whether the first moment comes before the second.
    public static func < (first: Timestamp, second: Timestamp) -> Bool {
        first.milliseconds < second.milliseconds
    }

    static let millisecondsPerDay: Int64 = 86_400_000

    private var daysSince1970: Int {
        let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: Self.millisecondsPerDay)
        return Int(remainder < 0 ? quotient - 1 : quotient)
    }
}

extension Timestamp: LosslessStringConvertible {
    /// The moment in ISO 8601, as `2026-10-05T12:34:56Z` or `2026-10-05T12:34:56.789Z`.
    public var description: String {
        let inDay = milliseconds - Int64(daysSince1970) * Self.millisecondsPerDay
        let (seconds, fraction) = (inDay / 1000, inDay % 1000)
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
        return "\(day)T\(time)\(fraction == 0 ? "" : "." + padded(fraction, 3))Z"
    }

    /// Reads a date, or a date and time with an optional fraction and an offset (`Z`, `+02:00`); nil if it is neither.
    ///
    /// Without an offset the time is taken as UTC.
    public init?(_ text: String) {
        var fields = FieldReader(text)
        guard let year = fields.number(4), fields.skip("-"), let month = fields.number(2), fields.skip("-"),
            let day = fields.number(2), let midnight = Timestamp(year: year, month: month, day: day)
        else { return nil }
        milliseconds = midnight.milliseconds
        if fields.isAtEnd { return }

        guard fields.skip("T") || fields.skip("t") || fields.skip(" "), let hour = fields.number(2), hour < 24,
            fields.skip(":"), let minute = fields.number(2), minute < 60
        else { return nil }
        var second = 0
        if fields.skip(":") {
            guard let number = fields.number(2), number < 61 else { return nil }
            second = number
        }
        milliseconds += Int64(hour * 3600 + minute * 60 + second) * 1000
        if fields.skip(".") {
            guard let fraction = fields.fractionInMilliseconds() else { return nil }
            milliseconds += fraction
        }
        if fields.isAtEnd || fields.skip("Z") || fields.skip("z") {
            if fields.isAtEnd { return } else { return nil }
        }
        let isAhead = fields.skip("+")
        guard isAhead || fields.skip("-"), let hours = fields.number(2), hours < 24 else { return nil }
        let hasColon = fields.skip(":")
        let minutes = fields.number(2)
        guard fields.isAtEnd, (minutes ?? 0) < 60, minutes != nil || !hasColon else { return nil }
        let offset = Int64(hours * 60 + (minutes ?? 0)) * 60_000
        milliseconds += isAhead ? -offset : offset
        guard (Self.calendarStart..<Self.calendarEnd).contains(milliseconds) else { return nil }
    }
}

/// A day of the proleptic Gregorian calendar.
struct CivilDate: Equatable, CustomStringConvertible {
    var year: Int
    var month: Int
    var day: Int

    init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.daysInMonth(month, year: year)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The day that lies so many days after 1970-01-01.
    ///
    /// Years are counted from March, so that the leap day ends them; 400 years have 146,097 days.
    init(daysSince1970: Int) {
        let days = daysSince1970 + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

private func padded(_ number: some BinaryInteger, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// Reads numbers of a fixed width and single characters from ASCII text.
private struct FieldReader {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func number(_ digits: Int) -> Int? {
        let field = rest.prefix(digits)
        guard field.count == digits else { return nil }
        var value = 0
        for byte in field {
            guard let digit = Self.digit(byte) else { return nil }
            value = value * 10 + digit
        }
        rest = rest.dropFirst(digits)
        return value
    }

    mutating func fractionInMilliseconds() -> Int64? {
        var value: Int64 = 0
        var digits = 0
        while let byte = rest.first, let digit = Self.digit(byte) {
            if digits < 3 { value = value * 10 + Int64(digit) }
            digits += 1
            rest.removeFirst()
        }
        guard digits > 0 else { return nil }
        for _ in min(digits, 3)..<3 { value *= 10 }
        return value
    }

    private static func digit(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }
}
