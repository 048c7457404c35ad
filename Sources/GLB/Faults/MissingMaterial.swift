extension FaultRule {
    /// MESHY_NO_MATERIAL: a surface has neither material nor colours.
    static let missingMaterial = FaultRule(code: .meshyNoMaterial) { file, validation, _ in
        let document = file.document
        // A helper is to be taken out, not to be painted.
        let helpers = Set(document.nodesWithHelpers.compactMap { document.nodes[$0].mesh })
        for mesh in document.meshes.indices where !helpers.contains(mesh) {
            for primitive in document.meshes[mesh].primitives where primitive.isBare {
                validation.report(
                    .meshyNoMaterial, at: primitive.place, "these triangles have no material and no colours of vertices"
                )
            }
        }
    }
}

extension Document.Primitive {
    /// Whether nothing says what the triangles look like; the materials of variants are an extension of the primitive.
    fileprivate var isBare: Bool {
        guard let mode, mode.drawsTriangles, self["POSITION"] != nil else { return false }
        return material == nil && self["COLOR_0"] == nil && common.extensions == nil
    }
}
