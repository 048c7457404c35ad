/// The vertices that triangles use, numbered anew so that those at the same place have the same number.
struct WeldedVertices {
    /// The new number of each vertex of the file; ``unused`` or ``nowhere`` where it has none.
    let numbers: [UInt32]
    /// The first vertex of the file for each new number.
    let sources: [UInt32]
    /// Three coordinates for each new number.
    let positions: [Float]

    /// Stands for a vertex that no triangle uses.
    static let unused = UInt32.max
    /// Stands for a vertex with a coordinate that is infinite or not a number.
    static let nowhere = UInt32.max - 1

    init(_ positions: [Float], triangles: [UInt32], tolerance: Double) {
        let capacity = min(positions.count / 3, triangles.count)
        let rule = SamePlace(positions, tolerance: tolerance)
        var numbers = [UInt32](repeating: Self.unused, count: positions.count / 3)
        var slots = [UInt64](repeating: 0, count: Self.slotCount(capacity))
        var welded: [Float] = []
        welded.reserveCapacity(3 * capacity)
        sources = [UInt32](unsafeUninitializedCapacity: capacity) { sources, count in
            var numbers = numbers.mutableSpan
            var slots = slots.mutableSpan
            let mask = slots.count - 1
            for vertex in triangles where numbers[Int(vertex)] == Self.unused {
                let first = 3 * Int(vertex)
                let (x, y, z) = (positions[first], positions[first + 1], positions[first + 2])
                guard x.isFinite, y.isFinite, z.isFinite else {
                    numbers[Int(vertex)] = Self.nowhere
                    continue
                }
                // A slot holds the upper half of a hash over the number plus one; zero is an empty slot.
                let key = rule.key(x, y, z)
                let hash = rule.hash(key)
                let tag = hash & ~UInt64(UInt32.max)
                var slot = Int(truncatingIfNeeded: hash) & mask
                var number: UInt32
                while true {
                    let entry = slots[slot]
                    if entry == 0 {
                        number = UInt32(count)
                        slots[slot] = tag | UInt64(count + 1)
                        sources.initializeElement(at: count, to: vertex)
                        count += 1
                        welded.append(x)
                        welded.append(y)
                        welded.append(z)
                        break
                    }
                    number = UInt32(truncatingIfNeeded: entry) - 1
                    let other = 3 * Int(number)
                    if entry & ~UInt64(UInt32.max) == tag,
                        rule.key(welded[other], welded[other + 1], welded[other + 2]) == key
                    {
                        break
                    }
                    slot = (slot + 1) & mask
                }
                numbers[Int(vertex)] = number
            }
        }
        self.numbers = numbers
        self.positions = welded
    }

    /// A power of two that leaves a third of the slots empty.
    private static func slotCount(_ capacity: Int) -> Int {
        var count = 16
        while count < capacity + capacity / 2 { count *= 2 }
        return count
    }
}

/// What makes places the same: equal coordinates, or coordinates that round to the same multiple of a tolerance.
private struct SamePlace {
    typealias Key = (UInt32, UInt32, UInt32)

    /// The reciprocal of the tolerance; 0 for exact comparison.
    private let scale: Double
    /// Chosen anew each time, so that no file can be made whose places all have the same hash.
    private let seeds = (UInt64.random(in: 0 ... .max), UInt64.random(in: 0 ... .max))

    init(_ positions: [Float], tolerance: Double) {
        // A tolerance finer than what 31 bits can count is finer than the coordinates themselves.
        let extent = tolerance > 0 ? positions.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 } : 0
        let scale = 1 / tolerance
        self.scale = tolerance > 0 && Double(extent) * scale < Double(Int32.max) ? scale : 0
    }

    @inline(__always)
    func key(_ x: Float, _ y: Float, _ z: Float) -> Key {
        guard scale != 0 else {
            // Adding zero turns -0 into 0.
            return ((x + 0).bitPattern, (y + 0).bitPattern, (z + 0).bitPattern)
        }
        return (rounded(x), rounded(y), rounded(z))
    }

    @inline(__always)
    private func rounded(_ coordinate: Float) -> UInt32 {
        UInt32(bitPattern: Int32((Double(coordinate) * scale).rounded()))
    }

    /// Mixes by full multiplications, whose halves depend on all bits.
    @inline(__always)
    func hash(_ key: Key) -> UInt64 {
        let left = (UInt64(key.0) | UInt64(key.1) << 32) ^ seeds.0
        let product = left.multipliedFullWidth(by: UInt64(key.2) ^ seeds.1)
        let mixed = (product.high ^ product.low).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return mixed.high ^ mixed.low
    }
}
