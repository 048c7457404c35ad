/// A search: which models, and in which order.
///
/// `Query(parsing:)` reads the query language, `description` writes it; reading what was written gives the same value.
public struct Query: Hashable, Sendable {
    /// Which models; nil is all that are not in the trash.
    public var filter: Filter?
    /// In which order; nil is by relevance when there are words, else the newest first.
    public var sort: Sort?

    /// Makes a query.
    public init(_ filter: Filter? = nil, sort: Sort? = nil) {
        self.filter = filter
        self.sort = sort
    }

    /// The order of the results.
    public struct Sort: Hashable, Sendable {
        /// The field to sort by; it must be sortable.
        public var field: Field
        /// Whether the largest comes first.
        public var isDescending: Bool

        /// Makes an order.
        public init(_ field: Field, descending: Bool = false) {
            self.field = field
            self.isDescending = descending
        }
    }
}

/// A condition on models, as a tree.
public indirect enum Filter: Hashable, Sendable {
    /// All of these; always two or more, none of them again `all`.
    case all([Filter])
    /// At least one of these; always two or more, none of them again `any`.
    case any([Filter])
    /// Not this.
    case not(Filter)
    /// Words in the full text, or in one field of it (`title`, `prompt`, `negative`, `note`).
    case words(Words, in: Field?)
    /// A name (`tag`, `in`, `style`, `model`, `generator`, `code`); `isPrefix` accepts every name that begins so.
    case name(Field, String, isPrefix: Bool)
    /// A kind, or a family of kinds (`text-to-3d`).
    case kind(String)
    /// A review state.
    case state(ReviewState)
    /// A number (`rating`, `tris`, …, in whole units, pixels or bytes).
    case number(Field, Comparison<Int64>)
    /// A date (`created`, `imported`).
    case date(Field, DateCondition)
    /// A switch.
    case flag(Flag)
    /// That a budget of the program is passed.
    case passes(String)
    /// Something that a model has.
    case has(Feature)
    /// A reference to a model (`id`, `task`, `parent`): an id, or the beginning of one.
    case reference(Field, String)
    /// A saved search.
    case saved(String)
}

/// A word, a phrase, or the beginning of a word.
public struct Words: Hashable, Sendable {
    /// What was typed: one word, or several that must follow each other.
    public var text: String
    /// Whether it was written between quotation marks.
    public var isQuoted: Bool
    /// Whether the last word may go on.
    public var isPrefix: Bool

    /// Makes a word or a phrase.
    public init(_ text: String, isQuoted: Bool = false, isPrefix: Bool = false) {
        self.text = text
        self.isQuoted = isQuoted
        self.isPrefix = isPrefix
    }
}

/// A value to compare with.
public enum Comparison<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The same.
    case equal(Value)
    /// Less.
    case less(Value)
    /// Less or the same.
    case atMost(Value)
    /// More.
    case greater(Value)
    /// More or the same.
    case atLeast(Value)
    /// Between both, which belong to it.
    case between(Value, Value)
}

/// A condition on a date.
public enum DateCondition: Hashable, Sendable {
    /// Compared with a day, a month or a year: `>` is after its end, `<` before its beginning.
    case period(Comparison<Period>)
    /// Within the last so many units.
    case within(Int, AgeUnit)
}

/// A unit of age.
public enum AgeUnit: String, CaseIterable, Hashable, Sendable {
    /// 60 minutes.
    case hours = "h"
    /// 24 hours.
    case days = "d"
    /// 7 days.
    case weeks = "w"
    /// 30 days.
    case months = "m"
    /// 365 days.
    case years = "y"

    var milliseconds: Int64 {
        switch self {
        case .hours: 3_600_000
        case .days: Timestamp.millisecondsPerDay
        case .weeks: 7 * Timestamp.millisecondsPerDay
        case .months: 30 * Timestamp.millisecondsPerDay
        case .years: 365 * Timestamp.millisecondsPerDay
        }
    }
}

/// A day, a month or a year in UTC.
public struct Period: Hashable, Sendable {
    /// The year, 0 to 9999.
    public let year: Int
    /// The month, 1 to 12; nil for a whole year.
    public let month: Int?
    /// The day of the month; nil for a whole month.
    public let day: Int?
    /// Its first millisecond.
    public let start: Timestamp
    /// The first millisecond after it.
    public let end: Timestamp

    /// Makes a period; nil if the calendar has no such one.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard day == nil || month != nil, let first = CivilDate(year: year, month: month ?? 1, day: day ?? 1) else {
            return nil
        }
        let days =
            switch (month, day) {
            case (_, _?): 1
            case (let month?, nil): CivilDate.daysInMonth(month, year: year)
            case (nil, nil): CivilDate.daysInMonth(2, year: year) == 29 ? 366 : 365
            }
        (self.year, self.month, self.day) = (year, month, day)
        start = Timestamp(milliseconds: Int64(first.daysSince1970) * Timestamp.millisecondsPerDay)
        end = Timestamp(milliseconds: start.milliseconds + Int64(days) * Timestamp.millisecondsPerDay)
    }
}
