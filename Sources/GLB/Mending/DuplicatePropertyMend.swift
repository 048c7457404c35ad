extension MendRule {
    /// Leaves out properties that say nothing or have no effect.
    static let duplicateProperties = MendRule(.nodeMatrixDefault, .materialAlphaCutoffInvalidMode, .emptyEntity) {
        draft in
        for (index, node) in draft.document.nodes.enumerated() {
            // Beside other properties, the matrix is what viewers go by: without it, these would count.
            let json = draft.document.json[node.place]
            guard case .matrix(.identity) = node.transform,
                ["translation", "rotation", "scale"].allSatisfy({ json[$0] == nil })
            else { continue }
            draft.change(.nodes, index) { $0["matrix"] = nil }
            draft.record(.nodeMatrixDefault, draft.pointer(to: node), "left out the matrix, which changes nothing")
        }
        for (index, material) in draft.document.materials.enumerated() where material.alphaMode != .mask {
            guard draft.document.json[material.place]["alphaCutoff"] != nil else { continue }
            draft.change(.materials, index) { $0["alphaCutoff"] = nil }
            draft.record(
                .materialAlphaCutoffInvalidMode, draft.pointer(to: material),
                "left out the alpha cutoff, which the mode \(material.alphaMode.rawValue) does not use")
        }
        let empty = draft.document.json.root.members.filter { $0.value.kind == .array && $0.value.count == 0 }
        guard !empty.isEmpty else { return }
        let names = Set(empty.map(\.name))
        draft.json.update { (members: inout [JSONTree.Member]) in members.removeAll { names.contains($0.name) } }
        for (name, _) in empty { draft.record(.emptyEntity, "/\(name)", "left out the empty list") }
    }
}
