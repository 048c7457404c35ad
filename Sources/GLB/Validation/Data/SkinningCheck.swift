/// ACCESSOR_JOINTS_INDEX_OOB, ACCESSOR_JOINTS_INDEX_DUPLICATE, ACCESSOR_JOINTS_USED_ZERO_WEIGHT,
/// ACCESSOR_WEIGHTS_NEGATIVE, ACCESSOR_WEIGHTS_NON_NORMALIZED: what the joints and weights of each vertex must be.
struct SkinningCheck {
    /// Where a set of joints and its weights are named.
    struct Places {
        let joints: JSONPlace
        let weights: JSONPlace
    }

    /// How far the sum of the weights may be from 1 for each weight that is not 0 (section 3.7.3.3).
    static let tolerance = 2e-7

    private let places: [Places]
    private let jointCount: Int?
    private var outside: [Violations<UInt32>]
    private var duplicates: [Violations<UInt32>]
    private var useless: [Violations<UInt32>]
    private var negative: [Violations<Float>]
    private var sums: Violations<Double>
    /// The joints that move the vertex at hand.
    private var seen: [UInt32] = []

    init(_ places: [Places], jointCount: Int?, limit: Int) {
        self.places = places
        self.jointCount = jointCount
        outside = places.map { _ in Violations(limit: limit) }
        duplicates = outside
        useless = outside
        negative = places.map { _ in Violations(limit: limit) }
        sums = Violations(limit: limit)
    }

    /// Looks at some vertices; the arrays hold four joints and weights a vertex for each set.
    mutating func look(at vertices: Range<Int>, _ joints: [[UInt32]], _ weights: [[Float]]) {
        for vertex in 0..<vertices.count {
            seen.removeAll(keepingCapacity: true)
            var sum = 0.0
            var count = 0
            for set in places.indices {
                for component in 4 * vertex..<4 * vertex + 4 {
                    let weight = weights[set][component]
                    look(at: joints[set][component], weight, vertices.lowerBound + vertex, set)
                    // Influences that are wrong by themselves have been reported, and do not count.
                    guard weight > 0, Int(joints[set][component]) < jointCount ?? .max else { continue }
                    sum += Double(weight)
                    count += 1
                }
            }
            if abs(sum - 1) > Self.tolerance * Double(max(1, count)) { sums.add(vertices.lowerBound + vertex, sum) }
        }
    }

    private mutating func look(at joint: UInt32, _ weight: Float, _ vertex: Int, _ set: Int) {
        if let jointCount, joint >= jointCount { outside[set].add(vertex, joint) }
        if weight == 0 {
            if joint != 0 { useless[set].add(vertex, joint) }
            return
        }
        if weight < 0 { negative[set].add(vertex, weight) }
        if seen.contains(joint) { duplicates[set].add(vertex, joint) } else { seen.append(joint) }
    }

    func report(to validation: Validation) {
        for (set, places) in places.enumerated() {
            outside[set].report(.accessorJointsIndexOutOfBounds, at: [places.joints], to: validation) { vertex, joint in
                "vertex \(vertex) names joint \(joint), the skin has \(jointCount ?? 0)"
            }
            useless[set].report(.accessorJointsUsedZeroWeight, at: [places.joints], to: validation) { vertex, joint in
                "vertex \(vertex) names joint \(joint) with weight 0"
            }
            duplicates[set].report(.accessorJointsIndexDuplicate, at: [places.joints], to: validation) {
                vertex, joint in
                "vertex \(vertex) names joint \(joint) twice"
            }
            negative[set].report(.accessorWeightsNegative, at: [places.weights], to: validation) { vertex, weight in
                "a weight of vertex \(vertex) is \(weight)"
            }
        }
        sums.report(.accessorWeightsNonNormalized, at: places.map(\.weights), to: validation) { vertex, sum in
            "the weights of vertex \(vertex) add up to \(sum)"
        }
    }
}
