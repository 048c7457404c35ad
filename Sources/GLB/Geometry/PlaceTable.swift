/// Three coordinates.
struct Place {
    let x: Float
    let y: Float
    let z: Float

    /// The place of a vertex, of whose existence the caller is sure.
    @inline(__always)
    init(_ positions: UnsafeBufferPointer<Float>, _ vertex: UInt32) {
        let first = 3 * Int(vertex)
        (x, y, z) = (positions[first], positions[first + 1], positions[first + 2])
    }

    @inline(__always)
    var isFinite: Bool { x.isFinite && y.isFinite && z.isFinite }
}

/// Numbers places in the order in which they are first asked for: a hash table with open addressing.
///
/// The memory is the table's own and its size is fixed: no more than `capacity` different places may be numbered. That
/// keeps checks and growth out of the loop that looks up each vertex of a file.
struct PlaceTable: ~Copyable {
    let rule: SamePlace
    private var count = 0
    private let sources: UnsafeMutableBufferPointer<UInt32>
    private let places: UnsafeMutableBufferPointer<Place>
    /// The upper half of a hash over the place's number plus one; 0 where there is nothing.
    private let slots: UnsafeMutableBufferPointer<UInt64>
    private var touched: UInt64 = 0

    init(capacity: Int, _ rule: SamePlace) {
        self.rule = rule
        sources = .allocate(capacity: capacity)
        places = .allocate(capacity: capacity)
        // A power of two that leaves a third of the slots empty, so that every search ends.
        var size = 16
        while size < capacity + capacity / 2 { size *= 2 }
        slots = .allocate(capacity: size)
        slots.initialize(repeating: 0)
    }

    deinit {
        sources.deallocate()
        places.deallocate()
        slots.deallocate()
    }

    /// The vertices that were first at their place, and three coordinates for each.
    var contents: (sources: [UInt32], positions: [Float]) {
        let positions = [Float](unsafeUninitializedCapacity: 3 * count) { positions, initialized in
            for place in places[..<count] {
                positions.initializeElement(at: initialized, to: place.x)
                positions.initializeElement(at: initialized + 1, to: place.y)
                positions.initializeElement(at: initialized + 2, to: place.z)
                initialized += 3
            }
        }
        return (Array(sources[..<count]), positions)
    }

    /// Brings the slot of a hash into the processor's cache.
    @inline(__always)
    mutating func touch(_ hash: UInt64) { touched &+= slots[slot(of: hash)] }

    /// The number of a place, a new one if it was not asked for before.
    @inline(__always)
    mutating func number(of place: Place, _ hash: UInt64, vertex: UInt32) -> UInt32 {
        let tag = hash & ~UInt64(UInt32.max)
        var slot = slot(of: hash)
        while true {
            let entry = slots[slot]
            if entry == 0 {
                sources.initializeElement(at: count, to: vertex)
                places.initializeElement(at: count, to: place)
                count += 1
                slots[slot] = tag | UInt64(count)
                return UInt32(count - 1)
            }
            let number = UInt32(truncatingIfNeeded: entry) - 1
            if entry & ~UInt64(UInt32.max) == tag, rule.areSame(places[Int(number)], place) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    @inline(__always)
    private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }
}
