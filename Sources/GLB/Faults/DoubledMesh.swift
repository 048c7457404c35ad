extension FaultRule {
    /// MESHY_DOUBLED_MESH: the same geometry is drawn twice at the same place.
    static let doubledMesh = FaultRule(code: .meshyDoubledMesh) { file, validation, _ in
        for double in file.doubles {
            validation.report(
                .meshyDoubledMesh, at: double.primitive.place,
                "node \(double.node) draws here what node \(double.original.node) draws at the same place")
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
            .meshyDoubledMesh, draft.pointer(to: double.primitive),
            "left out the second copy, which lay within the first")
    }
}

/// A primitive as a node draws it.
private struct Draw {
    let node: Int
    let mesh: Int
    let index: Int
    let primitive: Document.Primitive
    let world: Matrix4
}

/// A primitive that is drawn where another one just like it is drawn.
private struct DoubledDraw {
    let node: Int
    let mesh: Int
    let index: Int
    let primitive: Document.Primitive
    let original: Draw
    /// Whether nothing but the copy goes with it: materials are the same, and the mesh is this node's alone.
    let canBeLeftOut: Bool
}

extension AssetFile {
    /// How many bytes are compared.
    private static let byteLimit = 1 << 28

    fileprivate var doubles: [DoubledDraw] {
        var draws: [[Int]: [Draw]] = [:]
        for visit in SceneWalk(document).visits {
            let node = document.nodes[visit.node]
            guard let mesh = node.mesh, node.skin == nil, node.instancing == nil else { continue }
            for (index, primitive) in document.meshes[mesh].primitives.enumerated() {
                // Weights can give one shape two forms.
                guard primitive.draco == nil, primitive.targets.isEmpty, let position = primitive["POSITION"] else {
                    continue
                }
                let key = [
                    document.accessors[position].count, primitive.indices.map { document.accessors[$0].count } ?? -1,
                    primitive.mode?.rawValue ?? -1,
                ]
                draws[key, default: []].append(
                    Draw(node: visit.node, mesh: mesh, index: index, primitive: primitive, world: visit.world))
            }
        }
        var bytesLeft = Self.byteLimit
        let users = document.nodes.reduce(into: [Int: Int]()) { if let mesh = $1.mesh { $0[mesh, default: 0] += 1 } }
        return draws.values.filter { $0.count > 1 }.flatMap { same in
            same.indices.dropFirst().compactMap { later -> DoubledDraw? in
                let draw = same[later]
                // A copy lies next to its original; comparing all with all would take the square of their number.
                guard let original = same[max(0, later - 8)..<later].first(where: { isSame($0, draw, &bytesLeft) })
                else {
                    return nil
                }
                return DoubledDraw(
                    node: draw.node, mesh: draw.mesh, index: draw.index, primitive: draw.primitive, original: original,
                    canBeLeftOut: draw.primitive.material == original.primitive.material
                        && (draw.mesh != original.mesh || draw.node == original.node) && users[draw.mesh] == 1)
            }
        }.sorted { ($0.node, $0.index) < ($1.node, $1.index) }
    }

    private func isSame(_ first: Draw, _ second: Draw, _ bytesLeft: inout Int) -> Bool {
        guard first.world == second.world else { return false }
        guard let left = first.primitive["POSITION"], let right = second.primitive["POSITION"] else { return false }
        for (left, right) in [(left, right), (first.primitive.indices ?? -1, second.primitive.indices ?? -1)]
        where left != right {
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
