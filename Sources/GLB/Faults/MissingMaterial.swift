extension FaultRule {
    /// MESHY_NO_MATERIAL: a surface has neither material nor colours.
    static let missingMaterial = FaultRule(code: .meshyNoMaterial) { file, validation, _ in
        let document = file.document
        // A helper is to be taken out, not to be painted.
        let helpers = Set(document.nodesWithHelpers.compactMap { document.nodes[$0].mesh })
        for mesh in document.meshes.indices where !helpers.contains(mesh) {
            for primitive in document.meshes[mesh].primitives
            where primitive.isBare && document.json[primitive.place]["extensions"]?["KHR_materials_variants"] == nil {
                validation.report(
                    .meshyNoMaterial, at: primitive.place, "these triangles have no material and no colours of vertices"
                )
            }
        }
    }
}

extension Document.Primitive {
    /// Whether the primitive has triangles and says nothing of what they look like.
    fileprivate var isBare: Bool {
        guard let mode, mode.drawsTriangles, self["POSITION"] != nil else { return false }
        return material == nil && self["COLOR_0"] == nil
    }
}
