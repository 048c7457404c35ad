extension MendRule {
    /// Says of buffer views what graphics cards will use them for.
    static let targets = MendRule(.bufferViewTargetMissing) { draft in
        let document = draft.document
        var uses = [Set<Document.Target?>](repeating: [], count: document.bufferViews.count)
        func use(_ accessor: Int?, _ target: Document.Target?) {
            if let view = accessor.flatMap({ document.accessors[$0].bufferView }) { uses[view].insert(target) }
        }
        for primitive in document.meshes.lazy.flatMap(\.primitives) {
            for attribute in primitive.attributes + primitive.targets.joined() { use(attribute.accessor, .arrayBuffer) }
            use(primitive.indices, .elementArrayBuffer)
        }
        for sampler in document.animations.lazy.flatMap(\.samplers) {
            use(sampler.input, nil)
            use(sampler.output, nil)
        }
        for sparse in document.accessors.lazy.compactMap(\.sparse) {
            for view in [sparse.indicesBufferView, sparse.valuesBufferView] { view.map { _ = uses[$0].insert(nil) } }
        }
        for skin in document.skins { use(skin.inverseBindMatrices, nil) }
        for image in document.images { if let view = image.bufferView { uses[view].insert(nil) } }
        for (index, view) in document.bufferViews.enumerated() where document.json[view.place]["target"] == nil {
            // A view with several uses is an error of its own, which a target would not mend.
            guard uses[index].count == 1, let target = uses[index].first ?? nil else { continue }
            draft.change(.bufferViews, index) { $0["target"] = JSONTree(target.rawValue) }
            draft.record(
                .bufferViewTargetMissing, draft.pointer(to: view),
                "stated the target of \(target == .arrayBuffer ? "vertices" : "indices")")
        }
    }
}
