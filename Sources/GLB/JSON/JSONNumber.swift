extension JSONTape.Node {
    /// Powers of ten that a double holds exactly.
    private static let exactPowers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// The number, correctly rounded; nil for other values and for numbers that overflow to infinity.
    func double(_ bytes: Span<UInt8>) -> Double? {
        guard kind == .integer || kind == .real else { return nil }
        return quickDouble(bytes) ?? slowDouble(bytes)
    }

    /// The number if it is whole and fits 64 bits.
    func integer(_ bytes: Span<UInt8>) -> Int? {
        guard kind == .integer else {
            // Written with a fraction or an exponent: beyond 2⁵³ a double no longer proves what was meant.
            guard let double = double(bytes), double.magnitude <= 0x1p53 else { return nil }
            return Int(exactly: double)
        }
        let isNegative = bytes[Int(start)] == UInt8(ascii: "-")
        var value = 0
        for index in Int(start) + (isNegative ? 1 : 0)..<Int(end) {
            let digit = Int(bytes[index] & 15)
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.subtractingReportingOverflow(digit)
            guard !overflow, !carry else { return nil }
            value = sum
        }
        // Counted downwards, since there is one more negative number than positive ones.
        return isNegative ? value : value == Int.min ? nil : -value
    }

    /// The number where one multiplication or division of two exact doubles gives it, which rounds once.
    private func quickDouble(_ bytes: Span<UInt8>) -> Double? {
        var mantissa: UInt64 = 0
        var digits = 0
        var exponent = 0
        var index = Int(start)
        let end = Int(end)
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var inFraction = false
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: ".") {
                inFraction = true
            } else if byte | 0x20 == UInt8(ascii: "e") {
                break
            } else {
                if digits > 0 || byte != UInt8(ascii: "0") { digits += 1 }
                guard digits <= 19 else { return nil }
                mantissa = mantissa &* 10 &+ UInt64(byte & 15)
                if inFraction { exponent -= 1 }
            }
            index += 1
        }
        if index < end {
            index += 1
            let isExponentNegative = bytes[index] == UInt8(ascii: "-")
            if isExponentNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
            var written = 0
            while index < end {
                written = written * 10 + Int(bytes[index] & 15)
                guard written <= 400 else { return nil }
                index += 1
            }
            exponent += isExponentNegative ? -written : written
        }
        guard mantissa <= 1 << 53, exponent.magnitude < Self.exactPowers.count else { return nil }
        let power = Self.exactPowers[Int(exponent.magnitude)]
        let magnitude = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
        return isNegative ? -magnitude : magnitude
    }

    /// The number by the standard library's own exact conversion.
    private func slowDouble(_ bytes: Span<UInt8>) -> Double? {
        let text = bytes.extracting(Int(start)..<Int(end)).withUnsafeBufferPointer {
            String(decoding: $0, as: UTF8.self)
        }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
}
