/// ACCESSOR_ANIMATION_SAMPLER_OUTPUT_NON_NORMALIZED_QUATERNION: animated rotations have length 1 (specification,
/// section 3.11).
struct RotationCheck: ElementCheck {
    private let places: [JSONPlace]
    /// Whether each keyframe has two tangents around its value, which can have any length.
    private let isSpline: Bool
    private var lengths: Violations<Double>

    init(at places: [JSONPlace], isSpline: Bool, limit: Int) {
        self.places = places
        self.isSpline = isSpline
        lengths = Violations(limit: limit)
    }

    mutating func look(at piece: ElementReader.Piece) {
        piece.forEachVector { element, rotation in
            guard !isSpline || element % 3 == 1 else { return }
            let length = (rotation * rotation).sum().squareRoot()
            if abs(length - 1) > NodeRules.unitTolerance { lengths.add(element, length) }
        }
    }

    func report(to validation: Validation) {
        lengths.report(.animationOutputNonNormalizedQuaternion, at: places, to: validation) { element, length in
            "element \(element) has length \(length)"
        }
    }
}
