/// ACCESSOR_ANIMATION_INPUT_NEGATIVE, ACCESSOR_ANIMATION_INPUT_NON_INCREASING: keyframes are in the order of time
/// (specification, section 5.8).
struct KeyframeTimeCheck: ElementCheck {
    private let places: [JSONPlace]
    private var previous = 0.0
    private var negative: Violations<Double>
    private var unordered: Violations<(time: Double, previous: Double)>

    init(at places: [JSONPlace], limit: Int) {
        self.places = places
        negative = Violations(limit: limit)
        unordered = Violations(limit: limit)
    }

    mutating func look(at piece: ElementReader.Piece) {
        piece.forEachVector { element, vector in
            let time = vector.x
            guard time >= 0 else { return negative.add(element, time) }
            if element > 0, time <= previous { unordered.add(element, (time, previous)) }
            previous = time
        }
    }

    func report(to validation: Validation) {
        negative.report(.animationInputNegative, at: places, to: validation) { element, time in
            "keyframe \(element) is at \(time) seconds"
        }
        unordered.report(.animationInputNonIncreasing, at: places, to: validation) { element, times in
            "keyframe \(element) is at \(times.time) seconds, the one before at \(times.previous)"
        }
    }
}
