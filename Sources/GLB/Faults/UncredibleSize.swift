extension FaultRule {
    /// MESHY_UNCREDIBLE_SIZE: the size is the generator's own, or one that no thing has.
    static let uncredibleSize = FaultRule(code: .meshyUncredibleSize) { file, validation, _ in
        let bounds = validation.bounds(of: file)
        guard let box = bounds.box, bounds.accuracy == .exact else { return }
        let (size, centre) = (box.size, (box.min + box.max) / 2)
        let longest = size.max()
        let words = "\(Float(size.x)) × \(Float(size.y)) × \(Float(size.z)) metres"
        if longest > 0, longest < leastSize || longest > greatestSize {
            validation.report(.meshyUncredibleSize, at: "/", "the model is \(words) large")
        } else if file.document.skins.isEmpty, normalizedSize.contains(longest), abs(centre).max() < centreTolerance {
            validation.report(
                .meshyUncredibleSize, at: "/",
                "the model is \(words) large and lies around the origin: the size that every generated model gets")
        }
    }

    /// What models are scaled to whose size nobody knows.
    private static let normalizedSize = 1.88...2.02
    private static let centreTolerance = 0.06
    /// Metres; the limits of the Khronos 3D Commerce recommendations are 0.01 and 100.
    private static let leastSize = 0.01
    private static let greatestSize = 100.0
}

/// The distances from 0.
private func abs(_ vector: SIMD3<Double>) -> SIMD3<Double> { vector.replacing(with: -vector, where: vector .< 0) }
