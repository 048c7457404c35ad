extension MendRule {
    /// Leaves out properties that say nothing or have no effect.
    static let duplicateProperties = MendRule(.nodeMatrixDefault, .materialAlphaCutoffInvalidMode, .emptyEntity) {
        draft in
        for (index, node) in draft.document.nodes.enumerated() {
            guard case .matrix(.identity) = node.transform else { continue }
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
        for (name, value) in draft.document.json.root.members where value.kind == .array && value.count == 0 {
            draft.json[name] = nil
            draft.record(.emptyEntity, "/\(name)", "left out the empty list")
        }
    }
}
