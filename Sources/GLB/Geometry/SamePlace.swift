/// What makes places the same: equal coordinates, or coordinates that round to the same multiple of a tolerance.
struct SamePlace {
    private typealias Key = (UInt32, UInt32, UInt32)

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

    /// Whether two finite places are the same.
    @inline(__always)
    func areSame(_ one: Place, _ other: Place) -> Bool { key(one) == key(other) }

    @inline(__always)
    private func key(_ place: Place) -> Key {
        guard scale != 0 else {
            // Adding zero turns -0 into 0.
            return ((place.x + 0).bitPattern, (place.y + 0).bitPattern, (place.z + 0).bitPattern)
        }
        return (rounded(place.x), rounded(place.y), rounded(place.z))
    }

    @inline(__always)
    private func rounded(_ coordinate: Float) -> UInt32 {
        UInt32(bitPattern: Int32((Double(coordinate) * scale).rounded()))
    }

    /// A hash, the same for places that are the same: full multiplications, whose halves depend on all bits.
    @inline(__always)
    func hash(_ place: Place) -> UInt64 {
        let key = key(place)
        let left = (UInt64(key.0) | UInt64(key.1) << 32) ^ seeds.0
        let product = left.multipliedFullWidth(by: UInt64(key.2) ^ seeds.1)
        let mixed = (product.high ^ product.low).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return mixed.high ^ mixed.low
    }
}
