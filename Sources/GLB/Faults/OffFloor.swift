extension FaultRule {
    /// MESHY_OFF_FLOOR: the model stands halfway in the floor of its scene.
    static let offFloor = FaultRule(code: .meshyOffFloor) { file, validation, _ in
        let bounds = validation.bounds(of: file)
        guard let box = bounds.box, bounds.accuracy == .exact else { return }
        let height = box.size.y
        guard height > 0, -box.min.y > leastShare * height, box.max.y > leastShare * height else { return }
        validation.report(
            .meshyOffFloor, at: "/",
            "\(Float(-box.min.y)) of its \(Float(height)) metres are below the floor, y = 0")
    }

    /// Soles and roots that reach a little below the floor are meant to.
    private static let leastShare = 0.05
}
