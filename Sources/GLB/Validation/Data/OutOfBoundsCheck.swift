/// ACCESSOR_ELEMENT_OUT_OF_MIN_BOUND, ACCESSOR_ELEMENT_OUT_OF_MAX_BOUND: how many elements are outside the stated
/// bounds; only made where ``BoundsCheck`` found that some are.
struct OutOfBoundsCheck: ElementCheck {
    private let accessor: Document.Accessor
    private let format: AccessorFormat
    private let min: [Double]
    private let max: [Double]
    private var less: [Int]
    private var greater: [Int]

    /// Nil unless the data is outside the bounds that the document states.
    init?(of accessor: Document.Accessor, after bounds: BoundsCheck, format: AccessorFormat) {
        func stated(_ numbers: [Double]?, or value: Double) -> [Double] {
            let numbers = (numbers ?? []).map { format.rounded($0) }
            let count = format.type.componentCount
            return numbers.count == count ? numbers : [Double](repeating: value, count: count)
        }
        min = stated(accessor.min, or: -.infinity)
        max = stated(accessor.max, or: .infinity)
        guard
            zip(bounds.least, min).contains(where: { $0 < $1 })
                || zip(bounds.greatest, max).contains(where: { $0 > $1 })
        else { return nil }
        self.accessor = accessor
        self.format = format
        less = [Int](repeating: 0, count: format.type.componentCount)
        greater = less
    }

    mutating func look(at piece: ElementReader.Piece) {
        let columns = format.type.columnCount
        let rows = format.type.componentCount / columns
        for component in min.indices {
            let offset = component / rows * format.columnStride + component % rows * format.componentType.byteCount
            for element in 0..<piece.count {
                let number = piece.number(element, at: offset)
                if number < min[component] { less[component] += 1 }
                if number > max[component] { greater[component] += 1 }
            }
        }
    }

    func report(to validation: Validation) {
        let json = validation.json[accessor.place]
        for (component, count) in less.enumerated() where count > 0 {
            guard let place = json["min"]?[component]?.place else { continue }
            validation.report(
                .accessorElementOutOfMinBound, at: place, "\(count) elements are less than \(min[component])")
        }
        for (component, count) in greater.enumerated() where count > 0 {
            guard let place = json["max"]?[component]?.place else { continue }
            validation.report(
                .accessorElementOutOfMaxBound, at: place, "\(count) elements are greater than \(max[component])")
        }
    }
}

extension ElementReader.Piece {
    /// One component as a number, as it is stored.
    fileprivate func number(_ element: Int, at offset: Int) -> Double {
        switch format.componentType {
        case .float: Double(Float(bitPattern: load(element, at: offset, as: UInt32.self)))
        case .byte: Double(load(element, at: offset, as: Int8.self))
        case .unsignedByte: Double(load(element, at: offset, as: UInt8.self))
        case .short: Double(load(element, at: offset, as: Int16.self))
        case .unsignedShort: Double(load(element, at: offset, as: UInt16.self))
        case .unsignedInt: Double(load(element, at: offset, as: UInt32.self))
        }
    }
}
