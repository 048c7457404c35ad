extension Int {
    /// The sum of two counts, or the largest number there is: counts come from files, and a file may claim anything.
    func clampedSum(_ other: Int) -> Int {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? .max : sum
    }
}

/// Numbers as people read them.
enum Figures {
    /// `1234567` as `1,234,567`.
    static func count(_ value: some BinaryInteger) -> String {
        let digits = String(value.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return (value < 0 ? "-" : "") + text
    }

    /// A size with decimal units, as in the query language: `2.2 MB`.
    static func bytes(_ value: some BinaryInteger) -> String {
        var value = Double(value)
        if value < 999.5 { return "\(Int(value)) B" }
        for unit in ["KB", "MB", "GB"] {
            value /= 1000
            if value < 999.5 { return "\(decimal(value, value < 9.995 ? 2 : value < 99.95 ? 1 : 0)) \(unit)" }
        }
        return "\(decimal(value / 1000, 1)) TB"
    }

    /// A share of a whole: `86 %`, `<1 %`.
    static func share(_ part: some BinaryInteger, of whole: some BinaryInteger) -> String {
        guard whole > 0 else { return "–" }
        let percent = 100 * Double(part) / Double(whole)
        return part > 0 && percent < 1 ? "<1 %" : "\(decimal(percent, 0)) %"
    }

    /// A share of one: `86 %`, `<1 %`.
    static func share(_ part: Double) -> String {
        share(Int((part * 1e6).rounded()), of: 1_000_000)
    }

    /// A length in metres: `1.70 m`, `3.2 cm`, `0.4 mm`.
    static func metres(_ value: Double) -> String {
        switch value.magnitude {
        case 0.995...: "\(decimal(value, 2)) m"
        case 0.01...: "\(decimal(value * 100, 1)) cm"
        case 0: "0"
        default: "\(decimal(value * 1000, value.magnitude < 0.0001 ? 3 : 1)) mm"
        }
    }

    /// An area: `1.20 m²`, `34.5 cm²`, `6.78 mm²`.
    static func squareMetres(_ value: Double) -> String {
        switch value.magnitude {
        case 0: "0"
        case 0.1...: "\(significant(value)) m²"
        case 1e-5...: "\(significant(value * 1e4)) cm²"
        default: "\(significant(value * 1e6)) mm²"
        }
    }

    /// A volume: `1.20 m³`, `34.5 l`, `6.78 cm³`, `0.12 mm³`.
    static func cubicMetres(_ value: Double) -> String {
        switch value.magnitude {
        case 0: "0"
        case 1...: "\(significant(value)) m³"
        case 1e-3...: "\(significant(value * 1e3)) l"
        case 1e-7...: "\(significant(value * 1e6)) cm³"
        default: "\(significant(value * 1e9)) mm³"
        }
    }

    /// A number with three digits that say something, or all before the point: `0.0123`, `1.20`, `34.5`, `6789`.
    static func significant(_ value: Double) -> String {
        var digits = 2
        var limit = 9.995
        while digits > 0, value.magnitude >= limit {
            digits -= 1
            limit *= 10
        }
        limit = 0.9995
        while digits < 8, value.magnitude < limit, value != 0 {
            digits += 1
            limit /= 10
        }
        return decimal(value, digits)
    }

    /// Seconds: `0.67 s`, `4 min 10 s`, `2 h 5 min`.
    static func duration(_ seconds: Double) -> String {
        if seconds < 60 { return "\(decimal(seconds, seconds < 10 ? 2 : 0)) s" }
        let whole = Int(min(seconds.rounded(), 1e9))
        return whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole % 3600 / 60) min"
    }

    /// How long something will still take: `9 s`, `4 min 10 s`.
    static func wait(_ seconds: Double) -> String {
        seconds < 60 ? "\(decimal(max(seconds, 1), 0)) s" : duration(seconds)
    }

    /// A number with a fixed number of digits behind the point.
    static func decimal(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite else { return "–" }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = (value * scale).rounded()
        guard scaled.magnitude < 1e15 else { return value.description }
        let whole = Int64(scaled.magnitude)
        let sign = scaled < 0 ? "-" : ""
        guard digits > 0 else { return "\(sign)\(whole)" }
        let fraction = String(whole % Int64(scale))
        return "\(sign)\(whole / Int64(scale)).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
    }

    /// A number with as many digits as say something, at most six: `0.8`, `1`, `0.0001`.
    static func number(_ value: Double) -> String {
        var text = decimal(value, 6)
        while text.contains("."), text.last == "0" || text.last == "." {
            let last = text.removeLast()
            if last == "." { break }
        }
        return text
    }

    /// `1 model`, `2 models`.
    static func plural(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(Self.count(count)) \(count == 1 ? one : many ?? one + "s")"
    }
}
