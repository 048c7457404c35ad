/// ACCESSOR_INVALID_FLOAT, ACCESSOR_MIN_MISMATCH, ACCESSOR_MAX_MISMATCH: floats are finite, and the stated bounds are
/// those of the data (specification, section 3.6.2.5).
struct BoundsCheck: ElementCheck {
    private let accessor: Document.Accessor
    private let format: AccessorFormat
    /// The least and greatest finite number of each component.
    private(set) var least: [Double]
    private(set) var greatest: [Double]
    private var invalid: Violations<Float>

    init(of accessor: Document.Accessor, format: AccessorFormat, limit: Int) {
        self.accessor = accessor
        self.format = format
        least = [Double](repeating: .infinity, count: format.type.componentCount)
        greatest = [Double](repeating: -.infinity, count: format.type.componentCount)
        invalid = Violations(limit: limit)
    }

    mutating func look(at piece: ElementReader.Piece) {
        switch format.componentType {
        case .float: lookAtFloats(piece)
        case .byte: lookAtIntegers(piece, Int8.self)
        case .unsignedByte: lookAtIntegers(piece, UInt8.self)
        case .short: lookAtIntegers(piece, Int16.self)
        case .unsignedShort: lookAtIntegers(piece, UInt16.self)
        case .unsignedInt: lookAtIntegers(piece, UInt32.self)
        }
    }

    func report(to validation: Validation) {
        invalid.report(.accessorInvalidFloat, at: [accessor.place], to: validation) { element, value in
            "element \(element) is \(value)"
        }
        for (component, actual) in least.enumerated() where actual.isFinite {
            guard let stated = stated("min", component, validation), stated.number != actual else { continue }
            validation.report(
                .accessorMinMismatch, at: stated.place,
                "the minimum is \(format.text(actual)), not \(format.text(stated.number))")
        }
        for (component, actual) in greatest.enumerated() where actual.isFinite {
            guard let stated = stated("max", component, validation), stated.number != actual else { continue }
            validation.report(
                .accessorMaxMismatch, at: stated.place,
                "the maximum is \(format.text(actual)), not \(format.text(stated.number))")
        }
    }

    /// What the document states about a component, rounded as the data is.
    private func stated(_ name: String, _ component: Int, _ validation: Validation) -> (
        number: Double, place: JSONPlace
    )? {
        guard let value = validation.json[accessor.place][name]?[component], let number = value.double else {
            return nil
        }
        return (format.rounded(number), value.place)
    }
}

extension AccessorFormat {
    /// A number as the component type holds it.
    func rounded(_ number: Double) -> Double { componentType == .float ? Double(Float(number)) : number }

    /// A number with the digits that the component type has.
    func text(_ number: Double) -> String {
        Int(exactly: number).map(String.init)
            ?? (componentType == .float ? Float(number).description : number.description)
    }
}

// MARK: - Loops

extension BoundsCheck {
    /// How many elements a step of a loop takes; their components fill as many vectors as an element has components.
    private static let step = 8

    private mutating func lookAtFloats(_ piece: ElementReader.Piece) {
        let components = format.type.componentCount
        guard piece.stride == 4 * components else { return lookAtScatteredFloats(piece) }
        var low = [SIMD8<Float>](repeating: SIMD8(repeating: .infinity), count: components)
        var high = [SIMD8<Float>](repeating: SIMD8(repeating: -.infinity), count: components)
        var exponents = SIMD8<UInt32>(repeating: 0)
        let steps = piece.count / Self.step
        low.withUnsafeMutableBufferPointer { low in
            high.withUnsafeMutableBufferPointer { high in
                var offset = 0
                for _ in 0..<steps {
                    for vector in 0..<components {
                        let bits = piece.bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt32>.self)
                        let values = unsafeBitCast(bits, to: SIMD8<Float>.self)
                        low[vector].replace(with: values, where: values .< low[vector])
                        high[vector].replace(with: values, where: values .> high[vector])
                        exponents.replace(with: 1, where: bits & 0x7F80_0000 .== 0x7F80_0000)
                        offset += 32
                    }
                }
            }
        }
        // Only finite numbers count, so pieces with others are looked at one by one.
        guard exponents == .zero else { return lookAtScatteredFloats(piece) }
        fold(low, high) { Double($0) }
        lookAtScatteredFloats(piece, from: steps * Self.step)
    }

    private mutating func lookAtScatteredFloats(_ piece: ElementReader.Piece, from start: Int = 0) {
        for element in start..<piece.count {
            forEachComponent { component, offset in
                let value = Float(bitPattern: piece.load(element, at: offset, as: UInt32.self))
                guard value.isFinite else { return invalid.add(piece.first + element, value) }
                least[component] = min(least[component], Double(value))
                greatest[component] = max(greatest[component], Double(value))
            }
        }
    }

    private mutating func lookAtIntegers<Component: FixedWidthInteger & BitwiseCopyable & SIMDScalar>(
        _ piece: ElementReader.Piece, _: Component.Type
    ) {
        let components = format.type.componentCount
        let size = MemoryLayout<Component>.size
        var steps = 0
        if piece.stride == size * components, format.type.columnCount == 1 {
            steps = piece.count / Self.step
            var low = [SIMD8<Component>](repeating: SIMD8(repeating: .max), count: components)
            var high = [SIMD8<Component>](repeating: SIMD8(repeating: .min), count: components)
            low.withUnsafeMutableBufferPointer { low in
                high.withUnsafeMutableBufferPointer { high in
                    var offset = 0
                    for _ in 0..<steps {
                        for vector in 0..<components {
                            let values = piece.bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<Component>.self)
                            low[vector].replace(with: values, where: values .< low[vector])
                            high[vector].replace(with: values, where: values .> high[vector])
                            offset += Self.step * size
                        }
                    }
                }
            }
            if steps > 0 { fold(low, high) { Double($0) } }
        }
        for element in steps * Self.step..<piece.count {
            forEachComponent { component, offset in
                let value = Double(piece.load(element, at: offset, as: Component.self))
                least[component] = min(least[component], value)
                greatest[component] = max(greatest[component], value)
            }
        }
    }

    /// Takes over what vectors hold: in all of them together, the components of elements follow each other.
    private mutating func fold<Component: SIMDScalar>(
        _ low: [SIMD8<Component>], _ high: [SIMD8<Component>], _ number: (Component) -> Double
    ) {
        for vector in low.indices {
            for lane in 0..<8 {
                let component = (vector * 8 + lane) % low.count
                least[component] = min(least[component], number(low[vector][lane]))
                greatest[component] = max(greatest[component], number(high[vector][lane]))
            }
        }
    }

    /// Calls `body` with each component and its offset in an element.
    @inline(__always)
    private func forEachComponent(_ body: (_ component: Int, _ offset: Int) -> Void) {
        let columns = format.type.columnCount
        let rows = format.type.componentCount / columns
        for column in 0..<columns {
            for row in 0..<rows {
                body(column * rows + row, column * format.columnStride + row * format.componentType.byteCount)
            }
        }
    }
}
