/// The distribution of positive numbers by weight, in bins of less than 1 % each: the exponent and the first seven bits
/// of the mantissa of a number in single precision.
struct WeightedHistogram {
    private var weights = [Double](repeating: 0, count: 1 << 15)
    private var total = 0.0

    /// Enters a number that is not negative.
    @inline(__always)
    mutating func add(_ value: Double, weight: Double) {
        weights[Int(min(Float(value), .greatestFiniteMagnitude).bitPattern >> 16) & 0x7FFF] += weight
        total += weight
    }

    /// The number below which a fraction of the weight lies; nil if nothing was entered.
    func quantile(_ fraction: Double) -> Double? {
        guard total > 0 else { return nil }
        var sum = 0.0
        for (bin, weight) in weights.enumerated() where weight > 0 {
            sum += weight
            if sum >= fraction * total {
                // The middle of the bin, except for zero, which is exact.
                return bin == 0 ? 0 : Double(Float(bitPattern: UInt32(bin) << 16 | 0x8000))
            }
        }
        return nil
    }
}
