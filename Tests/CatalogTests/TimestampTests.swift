import Foundation
import Testing

@testable import Catalog

struct TimestampTests {
    @Test(
        "ISO 8601 is read and written",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-10-05T12:34:56Z", 1_791_203_696_000),
            ("2000-02-29T23:59:59.007Z", 951_868_799_007),
            ("1969-12-31T23:59:59.999Z", -1),
        ])
    func roundTrip(text: String, milliseconds: Int64) {
        #expect(Timestamp(text)?.milliseconds == milliseconds)
        #expect(Timestamp(milliseconds: milliseconds).description == text)
    }

    @Test(
        "other spellings of the same moment",
        arguments: [
            "2026-10-05T12:34:56+00:00", "2026-10-05T14:34:56+02:00", "2026-10-05T14:34:56+0200",
            "2026-10-05 12:34:56z",
            "2026-10-05T12:34:56", "2026-10-05T12:34:56.0004Z", "2026-10-05T09:04:56-03:30",
        ])
    func spellings(text: String) {
        #expect(Timestamp(text)?.milliseconds == 1_791_203_696_000)
    }

    @Test(
        "what is not a moment is refused",
        arguments: [
            "", "2026", "2026-13-01", "2026-02-29", "2026-10-05T", "2026-10-05T24:00", "2026-10-05T12:60",
            "2026-10-05T12:34:56.Z",
            "2026-10-05T12:34:56+2", "2026-10-05T12:34:56+02:", "2026-10-05T12:34:56Zz", "yesterday", "٢٠٢٦-10-05",
        ])
    func refused(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test("days agree with Foundation's calendar over four centuries")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for day in stride(from: -70_000, to: 80_000, by: 37) {
            let ours = CivilDate(daysSince1970: day)
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day) * 86_400))
            #expect(ours == CivilDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0))
            #expect(ours.daysSince1970 == day)
        }
    }
}
