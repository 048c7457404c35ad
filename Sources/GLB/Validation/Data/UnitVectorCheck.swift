/// ACCESSOR_VECTOR3_NON_UNIT, ACCESSOR_INVALID_SIGN: normals and tangents have length 1, and a tangent's fourth
/// component is 1 or -1 (specification, section 3.7.2.1).
struct UnitVectorCheck: ElementCheck {
    /// How far the length may be from 1, which leaves room for normals in single bytes.
    static let tolerance = 0.00674

    private let places: [JSONPlace]
    private let componentCount: Int
    private var lengths: Violations<Double>
    private var signs: Violations<Double>

    /// A check of normals, or of tangents where there are four components.
    init(at places: [JSONPlace], componentCount: Int, limit: Int) {
        self.places = places
        self.componentCount = componentCount
        lengths = Violations(limit: limit)
        signs = Violations(limit: limit)
    }

    mutating func look(at piece: ElementReader.Piece) {
        let isTangent = componentCount == 4
        let least = (1 - Self.tolerance) * (1 - Self.tolerance)
        let greatest = (1 + Self.tolerance) * (1 + Self.tolerance)
        piece.forEachVector { element, vector in
            let square = vector.x * vector.x + vector.y * vector.y + vector.z * vector.z
            // What is not a number is reported as such.
            if square < least || square > greatest { lengths.add(element, square.squareRoot()) }
            if isTangent, abs(vector.w) != 1 { signs.add(element, vector.w) }
        }
    }

    func report(to validation: Validation) {
        lengths.report(.accessorVector3NonUnit, at: places, to: validation) { element, length in
            "element \(element) has length \(length)"
        }
        signs.report(.accessorInvalidSign, at: places, to: validation) { element, sign in
            "the fourth component of element \(element) is \(sign) instead of 1 or -1"
        }
    }
}
