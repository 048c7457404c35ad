/// Rules between nodes, meshes and skins (specification, sections 3.5 and 3.7.3).
struct NodeLinks {
    private let links: DocumentLinks
    private let joints: Set<Int>
    /// Whether each mesh has joints; many nodes may draw one mesh of many primitives.
    private let isSkinned: [Bool]
    private var document: Document { links.document }

    init(_ links: DocumentLinks) {
        self.links = links
        isSkinned = links.document.meshes.map { mesh in mesh.primitives.contains { $0["JOINTS_0"] != nil } }
        joints = Set(links.document.skins.flatMap { $0.joints.compactMap { $0 } })
    }

    func check() {
        for (index, node) in document.nodes.enumerated() where links.json(node).kind == .object {
            skin(node)
            weights(node)
            skinnedMesh(node, index)
            empty(node, index)
        }
        skinsInScenes()
        meshWeights()
    }

    /// NODE_EMPTY
    private func empty(_ node: Document.Node, _ index: Int) {
        let json = links.json(node)
        guard node.camera == nil, node.mesh == nil, node.skin == nil, json["children"]?.count ?? 0 == 0,
            json["extensions"]?.count ?? 0 == 0 || json["extensions"]?.kind != .object,
            json["extras"]?.isNull ?? true, !joints.contains(index)
        else { return }
        links.report(.nodeEmpty, node, nil, "the node holds nothing")
    }

    // MARK: - Meshes and skins

    /// NODE_SKIN_WITH_NON_SKINNED_MESH, NODE_SKINNED_MESH_WITHOUT_SKIN
    private func skin(_ node: Document.Node) {
        guard let mesh = node.mesh else { return }
        let isSkinned = isSkinned[mesh]
        if node.skin != nil, !isSkinned {
            links.report(.nodeSkinWithNonSkinnedMesh, node, nil, "the mesh has no joints")
        } else if links.json(node)["skin"] == nil, isSkinned {
            links.report(.nodeSkinnedMeshWithoutSkin, node, nil, "the mesh has joints but the node names no skin")
        }
    }

    /// NODE_WEIGHTS_INVALID
    private func weights(_ node: Document.Node) {
        guard let weights = node.weights, let mesh = node.mesh.map({ document.meshes[$0] }),
            let targets = mesh.primitives.first?.targets.count, weights.count != targets
        else { return }
        links.report(.nodeWeightsInvalid, node, "weights", "\(weights.count) weights for \(targets) morph targets")
    }

    /// NODE_SKINNED_MESH_NON_ROOT, NODE_SKINNED_MESH_PARENT_TRANSFORMS, NODE_SKINNED_MESH_LOCAL_TRANSFORMS
    private func skinnedMesh(_ node: Document.Node, _ index: Int) {
        guard node.skin != nil, node.mesh != nil else { return }
        if node.transform.matrix != .identity {
            links.report(
                .nodeSkinnedMeshLocalTransforms, node, nil, "the node's transform has no effect on a skinned mesh")
        }
        guard document.parents[index] != nil else { return }
        links.report(.nodeSkinnedMeshNonRoot, node, nil, "parents have no effect on a skinned mesh")
        if links.hierarchy.isBelowTransform[index] {
            links.report(
                .nodeSkinnedMeshParentTransforms, node, nil, "the parents' transforms have no effect on a skinned mesh")
        }
    }

    /// NODE_SKIN_NO_SCENE: every scene with a skinned mesh has the roots of its joints too.
    private func skinsInScenes() {
        let roots = links.hierarchy.roots
        var scenes: [Int: Set<Int>] = [:]
        for (index, scene) in document.scenes.enumerated() {
            for node in scene.nodes { scenes[roots[node], default: []].insert(index) }
        }
        let jointRoots = document.skins.map { Set($0.joints.compactMap { $0.map { roots[$0] } }) }
        var effort = Self.effortLimit
        for (index, node) in document.nodes.enumerated() {
            guard node.mesh != nil, let skin = node.skin, let shown = scenes[roots[index]] else { continue }
            let others = jointRoots[skin].subtracting([roots[index]])
            effort -= others.count.saturatingProduct(shown.count)
            guard effort > 0 else { return }
            if others.contains(where: { !shown.isSubset(of: scenes[$0] ?? []) }) {
                links.report(.nodeSkinNoScene, node, nil, "a scene with the node lacks joints of its skin")
            }
        }
    }

    /// How many comparisons of scenes may be made: real assets have one scene, and joints under one root.
    private static let effortLimit = 1 << 22

    /// UNUSED_MESH_WEIGHTS
    private func meshWeights() {
        var isOverridden = [Bool?](repeating: nil, count: document.meshes.count)
        for node in document.nodes {
            guard let mesh = node.mesh else { continue }
            isOverridden[mesh] = (isOverridden[mesh] ?? true) && node.weights != nil
        }
        for (mesh, isOverridden) in zip(document.meshes, isOverridden) where isOverridden == true && mesh.weights != nil
        {
            links.report(.unusedMeshWeights, mesh, "weights", "every node with the mesh states its own weights")
        }
    }
}
