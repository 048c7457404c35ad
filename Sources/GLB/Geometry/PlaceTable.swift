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
/// The memory's size is fixed: no more different places may be numbered than there is room for. That keeps checks and
/// growth out of the loop that looks up each vertex of a file.
struct PlaceTable: ~Copyable {
    let rule: SamePlace
    /// How many places were numbered.
    private(set) var count = 0
    private let sources: UnsafeMutableBufferPointer<UInt32>
    private let places: UnsafeMutableBufferPointer<Place>
    /// The place's number plus one in the lower 24 bits, and above them a part of its hash; 0 where there is nothing.
    /// The smaller the table, the more of it stays in the processor's cache.
    private let slots: UnsafeMutableBufferPointer<UInt32>
    private var touched: UInt32 = 0

    /// How many places can be told apart.
    static let limit = numberMask
    private static let numberMask = (1 << 24) - 1

    /// An empty table.
    ///
    /// - Parameters:
    ///   - sources: where the vertex goes that was first at each place.
    ///   - places: where the places go; room for as many as ``sources`` has.
    init(
        sources: UnsafeMutableBufferPointer<UInt32>, places: UnsafeMutableBufferPointer<Place>, _ rule: SamePlace
    ) {
        precondition(sources.count <= Self.limit, "more places than their numbers have bits for")
        precondition(places.count >= sources.count, "no room for all places")
        self.rule = rule
        self.sources = sources
        self.places = places
        // A power of two that leaves a quarter of the slots empty, so that every search ends.
        var size = 16
        while size < sources.count + sources.count / 3 { size *= 2 }
        slots = .allocate(capacity: size)
        slots.preferLargePages()
        slots.initialize(repeating: 0)
    }

    deinit { slots.deallocate() }

    /// Brings the slot of a hash into the processor's cache.
    @inline(__always)
    mutating func touch(_ hash: UInt64) { touched &+= slots[slot(of: hash)] }

    /// Brings the place that a hash will be compared with into the processor's cache, once its slot is there.
    @inline(__always)
    mutating func touchPlace(_ hash: UInt64) {
        let entry = slots[slot(of: hash)]
        guard entry != 0, entry & ~UInt32(Self.numberMask) == Self.tag(of: hash) else { return }
        touched &+= places[Int(entry & UInt32(Self.numberMask)) - 1].x.bitPattern
    }

    /// The number of a place, a new one if it was not asked for before.
    @inline(__always)
    mutating func number(of place: Place, _ hash: UInt64, vertex: UInt32) -> UInt32 {
        let tag = Self.tag(of: hash)
        var slot = slot(of: hash)
        while true {
            let entry = slots[slot]
            if entry == 0 {
                sources.initializeElement(at: count, to: vertex)
                places.initializeElement(at: count, to: place)
                count += 1
                slots[slot] = tag | UInt32(count)
                return UInt32(count - 1)
            }
            let number = (entry & UInt32(Self.numberMask)) - 1
            if entry & ~UInt32(Self.numberMask) == tag, rule.areSame(places[Int(number)], place) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    /// The part of a hash that stands in a slot.
    @inline(__always)
    private static func tag(of hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: hash >> 32) & ~UInt32(numberMask)
    }

    @inline(__always)
    private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }
}
