extension KnownExtension {
    static let materials: [KnownExtension] = [
        material("KHR_materials_unlit", []),
        material(
            "KHR_materials_pbrSpecularGlossiness",
            [
                .optional("diffuseFactor", .numbers(4, .fraction)),
                .optional("diffuseTexture", .texture),
                .optional("specularFactor", .numbers(3, .fraction)),
                .optional("glossinessFactor", .number(.fraction)),
                .optional("specularGlossinessTexture", .texture),
            ]),
        material(
            "KHR_materials_anisotropy",
            [
                .optional("anisotropyStrength", .number(.fraction)),
                .optional("anisotropyRotation", .number(.any)),
                .optional("anisotropyTexture", .texture),
            ],
            checks: [MaterialExtensionRules.anisotropyTexCoord]),
        material(
            "KHR_materials_clearcoat",
            [
                .optional("clearcoatFactor", .number(.fraction)),
                .optional("clearcoatTexture", .texture),
                .optional("clearcoatRoughnessFactor", .number(.fraction)),
                .optional("clearcoatRoughnessTexture", .texture),
                .optional("clearcoatNormalTexture", .object(.normalTextureInfo)),
            ],
            checks: [MaterialExtensionRules.clearcoatNormalTexCoord]),
        material(
            "KHR_materials_diffuse_transmission",
            [
                .optional("diffuseTransmissionFactor", .number(.fraction)),
                .optional("diffuseTransmissionTexture", .texture),
                .optional("diffuseTransmissionColorFactor", .numbers(3, .fraction)),
                .optional("diffuseTransmissionColorTexture", .texture),
            ]),
        material(
            "KHR_materials_dispersion", [.optional("dispersion", .number(.notNegative))],
            checks: [MaterialExtensionRules.dispersionNeedsVolume]),
        material(
            "KHR_materials_emissive_strength", [.optional("emissiveStrength", .number(.notNegative))],
            checks: [MaterialExtensionRules.emissiveStrengthNeedsFactor]),
        material(
            "KHR_materials_ior",
            [.optional("ior", .number(NumberRange("0, or 1 or greater") { $0 == 0 || $0 >= 1 }))]),
        material(
            "KHR_materials_iridescence",
            [
                .optional("iridescenceFactor", .number(.fraction)),
                .optional("iridescenceTexture", .texture),
                .optional("iridescenceIor", .number(NumberRange("1 or greater") { $0 >= 1 })),
                .optional("iridescenceThicknessMinimum", .number(.notNegative)),
                .optional("iridescenceThicknessMaximum", .number(.notNegative)),
                .optional("iridescenceThicknessTexture", .texture),
            ],
            checks: [
                MaterialExtensionRules.iridescenceNeedsTexture, MaterialExtensionRules.iridescenceTextureNeedsRange,
            ]),
        material(
            "KHR_materials_sheen",
            [
                .optional("sheenColorFactor", .numbers(3, .fraction)),
                .optional("sheenColorTexture", .texture),
                .optional("sheenRoughnessFactor", .number(.fraction)),
                .optional("sheenRoughnessTexture", .texture),
            ]),
        material(
            "KHR_materials_specular",
            [
                .optional("specularFactor", .number(.fraction)),
                .optional("specularTexture", .texture),
                .optional("specularColorFactor", .numbers(3, .notNegative)),
                .optional("specularColorTexture", .texture),
            ]),
        material(
            "KHR_materials_transmission",
            [
                .optional("transmissionFactor", .number(.fraction)),
                .optional("transmissionTexture", .texture),
            ]),
        KnownExtension(
            name: "KHR_materials_variants",
            schemas: [
                .root: Schema([.required("variants", .collection(.variant))]),
                .primitive: Schema([.required("mappings", .objects(.variantMapping))]),
            ]),
        material(
            "KHR_materials_volume",
            [
                .optional("thicknessFactor", .number(.notNegative)),
                .optional("thicknessTexture", .texture),
                .optional("attenuationDistance", .number(.positive)),
                .optional("attenuationColor", .numbers(3, .fraction)),
            ],
            checks: [MaterialExtensionRules.volumeNeedsTransmission, MaterialExtensionRules.volumeNeedsOneSide]),
    ]

    private static func material(_ name: String, _ members: [Member], checks: [Schema.Check] = []) -> KnownExtension {
        KnownExtension(name: name, schemas: [.material: Schema(members, checks: checks)])
    }
}

extension Schema {
    fileprivate static let variant = Schema([.required("name", .string)])

    fileprivate static let variantMapping = Schema(
        rootExtension: "KHR_materials_variants",
        [
            .required("variants", .indices(.variants)),
            .required("material", .index(.materials)),
            .optional("name", .string),
        ])
}
