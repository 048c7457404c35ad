extension FaultRule {
    /// MESHY_DOUBLED_MESH: the same geometry is drawn twice at the same place.
    static let doubledMesh = FaultRule(code: .meshyDoubledMesh) { file, validation, _ in
        for double in file.doubles {
            validation.report(
                .meshyDoubledMesh, at: file.document.meshes[double.mesh].primitives[double.index].place,
                "node \(double.node) draws here what node \(double.original) draws at the same place")
        }
    } mend: { draft, _ in
        // One at a time, since taking a primitive out moves the others.
        guard let double = draft.file.doubles.first(where: { $0.canBeLeftOut }) else { return }
        let mesh = draft.document.meshes[double.mesh]
        if mesh.primitives.count == 1 {
            draft.change(.nodes, double.node) { $0["mesh"] = nil }
        } else {
            draft.change(.meshes, double.mesh) { mesh in
                mesh.withMember("primitives") {
                    $0.update { (primitives: inout [JSONTree]) in _ = primitives.remove(at: double.index) }
                }
            }
        }
        draft.record(
            .meshyDoubledMesh, draft.pointer(to: mesh.primitives[double.index]),
            "left out the second copy, which lay within the first")
    }
}

/// A primitive as a node draws it: numbers alone, since a scene can draw a mesh a million times.
private struct Draw {
    /// The place in ``SceneWalk/visits``.
    let visit: Int
    /// The primitive's place in its mesh.
    let index: Int
}

/// A primitive that is drawn where another one just like it is drawn.
private struct DoubledDraw {
    let node: Int
    let mesh: Int
    /// The primitive's place in its mesh.
    let index: Int
    /// The node that draws the original.
    let original: Int
    /// Whether nothing but the copy goes with it: materials are the same, and the mesh is this node's alone.
    let canBeLeftOut: Bool
}

extension AssetFile {
    /// How many bytes are compared.
    private static let byteLimit = 1 << 28

    fileprivate var doubles: [DoubledDraw] {
        let visits = SceneWalk(document).visits
        let users = document.nodes.reduce(into: [Int: Int]()) { if let mesh = $1.mesh { $0[mesh, default: 0] += 1 } }
        var bytesLeft = Self.byteLimit
        var doubles: [DoubledDraw] = []
        for same in draws(visits) {
            for later in same.indices.dropFirst() {
                let draw = same[later]
                // A copy lies next to its original; comparing all with all would take the square of their number.
                guard
                    let first = same[max(0, later - 8)..<later].first(where: {
                        isSame($0, draw, visits, &bytesLeft)
                    }),
                    let (mesh, primitive) = primitive(draw, visits),
                    let (other, original) = self.primitive(first, visits)
                else { continue }
                let (node, before) = (visits[draw.visit].node, visits[first.visit].node)
                doubles.append(
                    DoubledDraw(
                        node: node, mesh: mesh, index: draw.index, original: before,
                        canBeLeftOut: primitive.material == original.material && (mesh != other || node == before)
                            && users[mesh] == 1))
            }
        }
        return doubles.sorted { ($0.node, $0.index) < ($1.node, $1.index) }
    }

    /// How many draws are compared: nodes times primitives is no number that the size of a file bounds.
    private static let drawLimit = 1 << 20

    /// What the visits draw, together what has the same number of vertices and of indices; without what is by itself.
    private func draws(_ visits: [SceneWalk.Visit]) -> [[Draw]] {
        var numbers: [[Int]: Int] = [:]
        // For each primitive of each mesh the number of its group.
        let groups = document.meshes.map { mesh in
            mesh.primitives.map { primitive -> Int? in
                // Weights can give one shape two forms.
                guard primitive.draco == nil, primitive.targets.isEmpty, let position = primitive["POSITION"] else {
                    return nil
                }
                let key = [
                    document.accessors[position].count, primitive.indices.map { document.accessors[$0].count } ?? -1,
                    primitive.mode?.rawValue ?? -1,
                ]
                let number = numbers[key] ?? numbers.count
                numbers[key] = number
                return number
            }
        }
        var draws = [[Draw]](repeating: [], count: numbers.count)
        var drawsLeft = Self.drawLimit
        for (place, visit) in visits.enumerated() {
            let node = document.nodes[visit.node]
            guard let mesh = node.mesh, node.skin == nil, node.instancing == nil else { continue }
            guard groups[mesh].count <= drawsLeft else { break }
            drawsLeft -= groups[mesh].count
            for (index, group) in groups[mesh].enumerated() {
                if let group { draws[group].append(Draw(visit: place, index: index)) }
            }
        }
        return draws.filter { $0.count > 1 }
    }

    private func primitive(_ draw: Draw, _ visits: [SceneWalk.Visit]) -> (mesh: Int, Document.Primitive)? {
        document.nodes[visits[draw.visit].node].mesh.map { ($0, document.meshes[$0].primitives[draw.index]) }
    }

    private func isSame(_ first: Draw, _ second: Draw, _ visits: [SceneWalk.Visit], _ bytesLeft: inout Int) -> Bool {
        guard visits[first.visit].world == visits[second.visit].world, let (_, first) = primitive(first, visits),
            let (_, second) = primitive(second, visits), let left = first["POSITION"], let right = second["POSITION"]
        else { return false }
        for (left, right) in [(left, right), (first.indices ?? -1, second.indices ?? -1)] where left != right {
            let cost = document.accessors[left].count.saturatingProduct(32)
            guard cost <= bytesLeft else { return false }
            bytesLeft -= cost
            guard let one = try? data(ofAccessor: left), let other = try? data(ofAccessor: right),
                one.type == other.type, one.floats() == other.floats()
            else { return false }
        }
        return true
    }
}
