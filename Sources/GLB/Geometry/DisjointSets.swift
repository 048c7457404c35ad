/// Sets without common elements, which can be united (union-find with path halving, linked by index).
///
/// The representative of a set is its least element, so results do not depend on the order of unions.
struct DisjointSets {
    private var parents: [UInt32]

    /// A set of its own for each of the numbers below `count`.
    init(count: Int) {
        parents = [UInt32](unsafeUninitializedCapacity: count) { elements, initialized in
            elements.preferLargePages()
            for element in 0..<count { elements.initializeElement(at: element, to: UInt32(element)) }
            initialized = count
        }
    }

    /// The representative of the set that holds `element`.
    @inline(__always)
    mutating func representative(_ element: UInt32) -> UInt32 {
        var element = element
        while true {
            let parent = parents[Int(element)]
            if parent == element { return element }
            let grandparent = parents[Int(parent)]
            parents[Int(element)] = grandparent
            element = grandparent
        }
    }

    /// Unites the sets of two elements.
    @inline(__always)
    mutating func unite(_ first: UInt32, _ second: UInt32) {
        let (first, second) = (representative(first), representative(second))
        if first < second {
            parents[Int(second)] = first
        } else if second < first {
            parents[Int(first)] = second
        }
    }
}
