/// Where the joints of a standing model are, and which of them move which of its vertices.
struct Skeleton: Sendable {
    /// One joint's share in moving a vertex.
    struct Influence: Hashable, Sendable {
        var joint: Joint
        var weight: Float
    }

    private let places: [Joint: Vector]

    /// For each vertex at most four influences, the strongest first; their weights add up to 1.
    let influences: [[Influence]]

    /// Fits the skeleton of a sculpture to the vertices taken from its surface; nil for a sculpture that has none.
    init?(_ sculpture: Sculpture, vertices: [Vector]) {
        guard Joint.allCases.allSatisfy({ sculpture.place(of: $0) != nil }) else { return nil }
        places = Dictionary(uniqueKeysWithValues: Joint.allCases.map { ($0, sculpture.place(of: $0) ?? .zero) })
        influences = vertices.map { Self.influences(of: sculpture, at: $0) }
    }

    /// Where a joint is while the model stands still.
    func place(of joint: Joint) -> Vector { places[joint] ?? .zero }

    /// The nearest part decides; others share where they are almost as near, so that the surface bends and does not tear.
    private static func influences(of sculpture: Sculpture, at vertex: Vector) -> [Influence] {
        var distances = [Float](repeating: .infinity, count: Joint.allCases.count)
        for part in sculpture.parts {
            guard let joint = part.joint, let index = Joint.allCases.firstIndex(of: joint) else { continue }
            distances[index] = min(distances[index], part.shape.distance(vertex))
        }
        let nearest = distances.min() ?? 0
        let shared: Float = 0.012
        let shares = distances.indices
            .map { Influence(joint: Joint.allCases[$0], weight: smoothstep(shared, 0, distances[$0] - nearest)) }
            .filter { $0.weight > 0.01 }
            .sorted { $0.weight > $1.weight }
            .prefix(4)
        let total = shares.reduce(0) { $0 + $1.weight }
        return shares.map { Influence(joint: $0.joint, weight: $0.weight / total) }
    }
}

extension Sculpture {
    /// Where a joint is; one on the right mirrors its twin on the left.
    fileprivate func place(of joint: Joint) -> Vector? {
        if let place = skeleton[joint] { return place }
        return skeleton[joint.mirrored].map { Vector(-$0.x, $0.y, $0.z) }
    }
}
