/// ACCESSOR_NON_CLAMPED: the colours of COLOR_0 are within 0 and 1 (specification, section 3.7.2.1).
struct ColourCheck: ElementCheck {
    private let places: [JSONPlace]
    private let componentCount: Int
    private var values: Violations<Double>

    init(at places: [JSONPlace], componentCount: Int, limit: Int) {
        self.places = places
        self.componentCount = componentCount
        values = Violations(limit: limit)
    }

    mutating func look(at piece: ElementReader.Piece) {
        piece.forEachVector { element, vector in
            for component in 0..<componentCount where vector[component] < 0 || vector[component] > 1 {
                values.add(element, vector[component])
            }
        }
    }

    func report(to validation: Validation) {
        values.report(.accessorNonClamped, at: places, to: validation) { element, value in
            "element \(element) has the component \(value)"
        }
    }
}
