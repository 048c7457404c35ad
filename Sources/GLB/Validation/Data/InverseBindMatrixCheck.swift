/// ACCESSOR_INVALID_IBM: the last row of an inverse bind matrix is 0 0 0 1 (specification, section 3.7.3.1).
struct InverseBindMatrixCheck: ElementCheck {
    private let places: [JSONPlace]
    private var values: Violations<Float>

    init(at places: [JSONPlace], limit: Int) {
        self.places = places
        values = Violations(limit: limit)
    }

    mutating func look(at piece: ElementReader.Piece) {
        for element in 0..<piece.count {
            for column in 0..<4 {
                let value = Float(bitPattern: piece.load(element, at: column * 16 + 12, as: UInt32.self))
                if value != (column == 3 ? 1 : 0) { values.add(piece.first + element, value) }
            }
        }
    }

    func report(to validation: Validation) {
        values.report(.accessorInvalidInverseBindMatrix, at: places, to: validation) { element, value in
            "the last row of matrix \(element) has \(value) where 0 0 0 1 is needed"
        }
    }
}
