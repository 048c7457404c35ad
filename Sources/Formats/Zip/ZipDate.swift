/// A date and time as ZIP keeps them (APPNOTE 4.4.6): two-second steps, from 1980 to 2107, without a time zone.
package struct ZipDate: Equatable, Sendable {
    let date: UInt16
    let time: UInt16

    /// Makes the date from its parts, clamped to what the format can say.
    package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard year >= 1980 else {
            (date, time) = (1 << 5 | 1, 0)
            return
        }
        let years = UInt16(clamping: min(year, 2107) - 1980)
        date = years << 9 | (UInt16(clamping: month) & 15) << 5 | (UInt16(clamping: day) & 31)
        time =
            (UInt16(clamping: hour) & 31) << 11 | (UInt16(clamping: minute) & 63) << 5
            | (UInt16(clamping: second / 2) & 31)
    }
}
