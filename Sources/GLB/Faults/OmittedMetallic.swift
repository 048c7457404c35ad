extension FaultRule {
    /// MESHY_METALLIC_OMITTED: a painted surface is bare metal, since nobody said how metallic it is.
    static let omittedMetallic = FaultRule(code: .meshyMetallicOmitted) { file, validation, _ in
        for index in file.document.materialsOfOmittedMetal {
            validation.report(
                .meshyMetallicOmitted, at: file.document.materials[index].place, member: "pbrMetallicRoughness",
                "there is no metallicFactor, so all of the base colour's texture is drawn as metal")
        }
    } mend: { draft, _ in
        // A colour that glows is that of a rig, whose exporter forgot the factor. Of others, a person knows whether they
        // are of metal.
        let glowing = Set(draft.document.materialsThatEmitTheirColour)
        for index in draft.document.materialsOfOmittedMetal where glowing.contains(index) {
            let material = draft.document.materials[index]
            draft.change(.materials, index) { material in
                material.withMember("pbrMetallicRoughness") { $0["metallicFactor"] = JSONTree(0) }
            }
            draft.record(
                .meshyMetallicOmitted, draft.pointer(to: material) + "/pbrMetallicRoughness",
                "stated a metallicFactor of 0: what was drawn as metal shows the colours of its texture now")
        }
    }
}

extension Document {
    /// Extensions whose materials do not ask how metallic they are.
    private static let otherModels: Set<String> = ["KHR_materials_unlit", "KHR_materials_pbrSpecularGlossiness"]

    /// Materials whose colours are painted, and which are metal only because they do not say what they are.
    fileprivate var materialsOfOmittedMetal: [Int] {
        materials.indices.filter { index in
            let material = materials[index]
            return material["baseColorTexture"]?.texture != nil && material["metallicRoughnessTexture"] == nil
                && json[material.place]["pbrMetallicRoughness"]?["metallicFactor"] == nil
                && !material.materialExtensions.contains { Self.otherModels.contains($0.name) }
        }
    }
}
