extension Schema {
    /// How a surface looks.
    static let material = Schema(
        of: .material, hasName: true,
        [
            .optional("pbrMetallicRoughness", .object(.pbrMetallicRoughness)),
            .optional("normalTexture", .object(.normalTextureInfo)),
            .optional("occlusionTexture", .object(.occlusionTextureInfo)),
            .optional("emissiveTexture", .texture),
            .optional("emissiveFactor", .numbers(3, .fraction)),
            .optional("alphaMode", .stringIn(Document.AlphaMode.allCases.map(\.rawValue))),
            .optional("alphaCutoff", .number(.notNegative)),
            .optional("doubleSided", .boolean),
        ],
        checks: [MaterialRules.alphaCutoff, MaterialRules.exclusiveExtensions])

    static let pbrMetallicRoughness = Schema(
        of: .pbrMetallicRoughness,
        [
            .optional("baseColorFactor", .numbers(4, .fraction)),
            .optional("baseColorTexture", .texture),
            .optional("metallicFactor", .number(.fraction)),
            .optional("roughnessFactor", .number(.fraction)),
            .optional("metallicRoughnessTexture", .texture),
        ])
}

/// Rules of materials (specification, section 3.9).
enum MaterialRules {
    /// MATERIAL_ALPHA_CUTOFF_INVALID_MODE
    static let alphaCutoff: Schema.Check = { material in
        guard material["alphaCutoff"] != nil, material["alphaMode"]?.string != "MASK" else { return }
        material.report(
            .materialAlphaCutoffInvalidMode, "alphaCutoff",
            "the cutoff has no effect in the alpha mode \(material["alphaMode"]?.string ?? "OPAQUE")")
    }

    /// MULTIPLE_EXTENSIONS: some extensions replace the whole material, so that others have no place in it.
    static let exclusiveExtensions: Schema.Check = { material in
        guard let extensions = material["extensions"], extensions.count > 1 else { return }
        for name in ["KHR_materials_unlit", "KHR_materials_pbrSpecularGlossiness"]
        where material.validation.extensionsUsed.contains(name) {
            guard let exclusive = extensions[name] else { continue }
            material.validation.report(
                .multipleExtensions, at: exclusive.place, "'\(name)' goes together with no other extension")
        }
    }
}
