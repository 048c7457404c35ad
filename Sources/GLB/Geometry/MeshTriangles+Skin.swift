extension MeshTriangles {
    /// Where a skin puts the vertices (section 3.7.3.3).
    ///
    /// - Parameters:
    ///   - pose: what each joint does to a vertex.
    ///   - matrix: what is done to the vertices of primitives that have no joints.
    func posed(
        by pose: [Matrix4], otherwise matrix: Matrix4, _ file: AssetFile
    ) throws(GLBError) -> [SIMD3<Double>] {
        var places = [SIMD3<Double>](repeating: .zero, count: positions.count / 3)
        var done: Set<Int> = []
        for group in groups where done.insert(group.vertices.lowerBound).inserted {
            let sets = group.primitive.setCount("JOINTS_")
            if sets == 0 {
                for vertex in group.vertices { places[vertex] = matrix.transform(position(vertex)) }
            }
            for set in 0..<sets {
                let influences = try Influences(group, set: set, file)
                for (number, vertex) in group.vertices.enumerated() {
                    let point = position(vertex)
                    for influence in 4 * number..<4 * number + 4 where influences.weights[influence] != 0 {
                        let joint = Int(influences.joints[influence])
                        guard joint < pose.count else { continue }
                        places[vertex] += Double(influences.weights[influence]) * pose[joint].transform(point)
                    }
                }
            }
        }
        return places
    }

    private func position(_ vertex: Int) -> SIMD3<Double> {
        SIMD3(Double(positions[3 * vertex]), Double(positions[3 * vertex + 1]), Double(positions[3 * vertex + 2]))
    }
}

/// Four joints for each vertex of a primitive and how much each of them counts.
private struct Influences {
    let joints: [UInt32]
    let weights: [Float]

    init(_ group: MeshTriangles.Group, set: Int, _ file: AssetFile) throws(GLBError) {
        guard let jointAccessor = group.primitive["JOINTS_\(set)"],
            let weightAccessor = group.primitive["WEIGHTS_\(set)"],
            let joints = try file.unsignedIntegers(ofAccessor: jointAccessor)
        else { throw file.unavailable(group.primitive, "JOINTS_\(set) has no fitting WEIGHTS_\(set)") }
        weights = try file.floats(ofAccessor: weightAccessor)
        guard joints.count == 4 * group.vertices.count, weights.count == joints.count else {
            throw file.unavailable(group.primitive, "JOINTS_\(set) and WEIGHTS_\(set) do not fit the positions")
        }
        self.joints = joints
    }
}
