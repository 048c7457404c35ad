extension MendRule {
    /// Lets the weights of each vertex add up to 1, and names no joint that has the weight 0.
    static let weights = MendRule(.accessorWeightsNonNormalized, .accessorJointsUsedZeroWeight) { draft in
        let influences = Influences(draft.document)
        var seen: Set<[Int]> = []
        for primitive in draft.document.meshes.lazy.flatMap(\.primitives) {
            let named = primitive.accessorsByName
            let weights = (0..<named.count).prefix { named["WEIGHTS_\($0)"] != nil }
                .compactMap { named["WEIGHTS_\($0)"] }
            let joints = (0..<weights.count).compactMap { named["JOINTS_\($0)"] }
            guard !weights.isEmpty, joints.count == weights.count, seen.insert(weights).inserted,
                draft.budget.take(
                    weights.reduce(0) { $0.saturatingSum(draft.document.accessors[$1].count.saturatingProduct(32)) })
            else { continue }
            if influences.areOwn(weights) { draft.normalize(weights) }
            for (set, (joints, weights)) in zip(joints, weights).enumerated()
            where influences.areOwn(joints, set: set, weights) {
                draft.clearJoints(joints, weights)
            }
        }
    }
}

extension Document.Primitive {
    /// The accessors of the attributes, for looking up many of them.
    fileprivate var accessorsByName: [String: Int] {
        Dictionary(attributes.map { ($0.name, $0.accessor) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Which joints and weights belong together, in all primitives.
private struct Influences {
    private let uses: ElementUses
    /// The primitives' sets of weights, numbered, and those in which each accessor stands.
    private var sets: [Int: Set<Int>] = [:]
    /// The weights that each accessor of joints goes with; nil for joints without.
    private var weights: [Int: Set<Int?>] = [:]

    init(_ document: Document) {
        uses = ElementUses(document)
        var numbers: [[Int]: Int] = [:]
        for primitive in document.meshes.lazy.flatMap(\.primitives) {
            let named = primitive.accessorsByName
            let all = primitive.attributes.filter { $0.name.hasPrefix("WEIGHTS_") }.map(\.accessor).sorted()
            let number = numbers[all] ?? numbers.count
            numbers[all] = number
            for accessor in all { sets[accessor, default: []].insert(number) }
            for joints in primitive.attributes where joints.name.hasPrefix("JOINTS_") {
                weights[joints.accessor, default: []].insert(named["WEIGHTS_" + joints.name.dropFirst(7)])
            }
        }
    }

    /// Whether weights, set after set, add up to the weights of the same vertices wherever they are used.
    func areOwn(_ weights: [Int]) -> Bool {
        weights.enumerated().allSatisfy { set, accessor in
            sets[accessor]?.count == 1 && uses.isOnly(accessor, "WEIGHTS_\(set)")
        }
    }

    /// Whether joints go with these weights wherever they are used.
    func areOwn(_ joints: Int, set: Int, _ weights: Int) -> Bool {
        self.weights[joints] == [weights] && uses.isOnly(joints, "JOINTS_\(set)")
    }
}

extension Draft {
    /// Divides the weights of each vertex by their sum.
    fileprivate mutating func normalize(_ sets: [Int]) {
        var sums: [Float] = []
        for set in sets {
            guard let values = try? file.data(ofAccessor: set), values.componentType == .float,
                let vectors = values.vectors4(), elements(of: set) != nil, sums.isEmpty || sums.count == vectors.count
            else { return }
            if sums.isEmpty { sums = [Float](repeating: 0, count: vectors.count) }
            for (index, vector) in vectors.enumerated() {
                // Negative weights are for a person to judge.
                sums[index] = vector.min() < 0 ? .nan : sums[index] + vector.sum()
            }
        }
        for set in sets {
            let changed = changeVectors(of: set) { vertex, weights in
                let sum = sums[vertex]
                guard sum.isFinite, sum > 0, abs(Double(sum) - 1) > SkinningCheck.tolerance else { return }
                weights /= sum
            }
            guard let changed, changed > 0 else { continue }
            record(
                .accessorWeightsNonNormalized, pointer(to: document.accessors[set]),
                "let the weights of \(changed) vertices add up to 1")
        }
    }

    /// Names joint 0 where the weight is 0.
    fileprivate mutating func clearJoints(_ index: Int, _ weights: Int) {
        guard let elements = elements(of: index), elements.format.type == .vec4,
            let values = try? file.data(ofAccessor: weights), values.type == .vec4, values.count == elements.count
        else { return }
        let size = elements.format.componentType.byteCount
        let floats = values.floats()
        var places: [Int] = []
        for component in 0..<4 * elements.count where floats[component] == 0 {
            let offset = elements.start + component / 4 * elements.stride + component % 4 * size
            if binary[offset..<offset + size].contains(where: { $0 != 0 }) { places.append(offset) }
        }
        guard !places.isEmpty else { return }
        for place in places { for offset in place..<place + size { binary[offset] = 0 } }
        record(
            .accessorJointsUsedZeroWeight, pointer(to: document.accessors[index]),
            "named joint 0 at \(places.count) weights of 0")
    }
}
