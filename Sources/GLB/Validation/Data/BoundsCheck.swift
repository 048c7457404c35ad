/// ACCESSOR_INVALID_FLOAT, ACCESSOR_MIN_MISMATCH, ACCESSOR_MAX_MISMATCH: floats are finite, and the stated bounds are
/// those of the data (specification, section 3.6.2.5).
struct BoundsCheck: ElementCheck {
    private let accessor: Document.Accessor
    private let format: AccessorFormat
    /// The least and greatest finite number of each component.
    private(set) var least: [Double]
    private(set) var greatest: [Double]
    private var invalid: Violations<Float>
    /// Whether anybody wants to know the bounds; if not, only floats are looked at, and only for being numbers.
    private let isComparing: Bool

    init(of accessor: Document.Accessor, format: AccessorFormat, isComparing: Bool = true, limit: Int) {
        self.isComparing = isComparing
        self.accessor = accessor
        self.format = format
        least = [Double](repeating: .infinity, count: format.type.componentCount)
        greatest = [Double](repeating: -.infinity, count: format.type.componentCount)
        invalid = Violations(limit: limit)
    }

    mutating func look(at piece: ElementReader.Piece) {
        if !isComparing {
            guard format.componentType == .float, !Self.areFinite(piece) else { return }
            return lookAtScatteredFloats(piece)
        }
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

    /// What the document states about a component, rounded as the data is; nothing if it does not state a number for
    /// each component.
    private func stated(_ name: String, _ component: Int, _ validation: Validation) -> (
        number: Double, place: JSONPlace
    )? {
        guard let bounds = validation.json[accessor.place][name], bounds.count == format.type.componentCount,
            let value = bounds[component], let number = value.double
        else { return nil }
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

    /// Whether all floats of a piece are certainly numbers; interleaved ones are not looked at.
    private static func areFinite(_ piece: ElementReader.Piece) -> Bool {
        let length = 4 * piece.format.type.componentCount
        guard piece.stride == length else { return false }
        let total = piece.count * length
        // Two floats at a time: adding 1 to an exponent of all ones, and to no other, sets the bit above it.
        var carries: UInt64 = 0
        var offset = 0
        while offset + 8 <= total {
            let bits = piece.bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            carries |= bits & 0x7F80_0000_7F80_0000 &+ 0x0080_0000_0080_0000
            offset += 8
        }
        if offset < total {
            let bits = piece.bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            carries |= UInt64(bits & 0x7F80_0000 &+ 0x0080_0000)
        }
        return carries & 0x8000_0000_8000_0000 == 0
    }

    /// As ``lookAtFloats(_:)`` for the three components of positions, which most files have most of.
    private mutating func lookAtPoints(_ piece: ElementReader.Piece) {
        guard Self.areFinite(piece), piece.count >= Self.step else { return lookAtScatteredFloats(piece) }
        let steps = piece.count / Self.step
        func load(_ offset: Int) -> SIMD8<Float> {
            piece.bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
        }
        var (low0, low1, low2) = (load(0), load(32), load(64))
        var (high0, high1, high2) = (low0, low1, low2)
        for step in 1..<max(1, steps) {
            let (values0, values1, values2) = (load(96 * step), load(96 * step + 32), load(96 * step + 64))
            low0.replace(with: values0, where: values0 .< low0)
            low1.replace(with: values1, where: values1 .< low1)
            low2.replace(with: values2, where: values2 .< low2)
            high0.replace(with: values0, where: values0 .> high0)
            high1.replace(with: values1, where: values1 .> high1)
            high2.replace(with: values2, where: values2 .> high2)
        }
        fold([low0, low1, low2], [high0, high1, high2]) { Double($0) }
        lookAtScatteredFloats(piece, from: steps * Self.step)
    }

    private mutating func lookAtFloats(_ piece: ElementReader.Piece) {
        let components = format.type.componentCount
        guard piece.stride == 4 * components else { return lookAtScatteredFloats(piece) }
        if components == 3 { return lookAtPoints(piece) }
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
