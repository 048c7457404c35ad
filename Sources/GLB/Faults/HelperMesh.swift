extension FaultRule {
    /// MESHY_HELPER_MESH: a mesh that no skin drives stands next to a rigged one and shows nothing.
    static let helperMesh = FaultRule(code: .meshyHelperMesh) { file, validation, _ in
        for node in file.document.nodesWithHelpers.map({ file.document.nodes[$0] }) {
            validation.report(
                .meshyHelperMesh, at: node.place, member: "mesh",
                "no skin drives this mesh\(node.name.map { ", named '\($0)'" } ?? ""), beside one that is rigged")
        }
    } mend: { draft, _ in
        for index in draft.document.nodesWithHelpers {
            let node = draft.document.nodes[index]
            draft.change(.nodes, index) { node in
                node["mesh"] = nil
                node["weights"] = nil
            }
            draft.record(
                .meshyHelperMesh, draft.pointer(to: node), "took the helper mesh off the node: it is not drawn any more"
            )
        }
    }
}

extension Document {
    /// What Blender calls a shape that somebody added and did not name.
    private static let shapeNames: Set<String> = [
        "Icosphere", "Sphere", "Cube", "Plane", "Cone", "Cylinder", "Torus", "Circle",
    ]
    /// A rig's display shape has no more triangles than that.
    private static let triangleLimit = 2000

    /// The nodes that draw such a shape.
    var nodesWithHelpers: [Int] {
        guard nodes.contains(where: { $0.skin != nil && $0.mesh != nil }) else { return [] }
        // What hangs on a joint, as a sword hangs on a hand, is no helper.
        var attached = Set(skins.flatMap { $0.joints.compactMap(\.self) })
        var open = Array(attached)
        while let next = open.popLast() {
            for child in nodes[next].children where attached.insert(child).inserted { open.append(child) }
        }
        // Once a mesh, however many nodes draw it.
        let arePlain = meshes.map { mesh in
            mesh.primitives.allSatisfy { $0.material == nil }
                && mesh.primitives.reduce(0) { $0.saturatingSum(triangleCount(of: $1)) } <= Self.triangleLimit
        }
        return nodes.indices.filter { index in
            let node = nodes[index]
            guard node.skin == nil, let mesh = node.mesh, arePlain[mesh], !attached.contains(index) else {
                return false
            }
            let names = [node.name, meshes[mesh].name].compactMap { $0?.split(separator: ".").first.map(String.init) }
            return names.contains(where: Self.shapeNames.contains)
        }
    }
}
