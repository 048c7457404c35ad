/// Reads lengths of time as people write them: `250ms`, `2s`, `5m`, `12h`, `3d`; a bare number means seconds.
enum DurationText {
    private static let units: [(suffix: String, length: Double)] = [
        ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]

    /// The length in milliseconds, or nil if `text` is not one, is negative or is longer than a hundred years.
    static func milliseconds(_ text: some StringProtocol) -> Milliseconds? {
        let unit = units.first { text.hasSuffix($0.suffix) } ?? units[1]
        let digits = text.hasSuffix(unit.suffix) ? text.dropLast(unit.suffix.count) : text[...]
        guard let number = Double(String(digits)), number >= 0, number * unit.length <= 36_525 * 86_400_000 else {
            return nil
        }
        return Int(number * unit.length)
    }
}
