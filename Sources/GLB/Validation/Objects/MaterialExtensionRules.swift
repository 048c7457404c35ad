/// Rules of material extensions, each of which looks at the material around it (KHR_materials_…).
enum MaterialExtensionRules {
    /// KHR_MATERIALS_ANISOTROPY_ANISOTROPY_TEXTURE_TEXCOORD
    static let anisotropyTexCoord: Schema.Check = { anisotropy in
        reportUnlessAsNormalTexture(anisotropy, "anisotropyTexture", .anisotropyTexCoord)
    }

    /// KHR_MATERIALS_CLEARCOAT_CLEARCOAT_NORMAL_TEXTURE_TEXCOORD
    static let clearcoatNormalTexCoord: Schema.Check = { clearcoat in
        reportUnlessAsNormalTexture(clearcoat, "clearcoatNormalTexture", .clearcoatNormalTexCoord)
    }

    /// KHR_MATERIALS_DISPERSION_NO_VOLUME
    static let dispersionNeedsVolume: Schema.Check = { dispersion in
        guard material(of: dispersion)?["extensions"]?["KHR_materials_volume"] == nil else { return }
        dispersion.report(.dispersionWithoutVolume, nil, "the material has no volume")
    }

    /// KHR_MATERIALS_EMISSIVE_STRENGTH_ZERO_FACTOR
    static let emissiveStrengthNeedsFactor: Schema.Check = { strength in
        let factor = material(of: strength)?["emissiveFactor"]?.elements.compactMap(\.double) ?? []
        guard strength["emissiveStrength"] != nil, factor.allSatisfy({ $0 == 0 }) else { return }
        strength.report(.emissiveStrengthZeroFactor, "emissiveStrength", "the material's emissive factor is 0")
    }

    /// KHR_MATERIALS_IRIDESCENCE_THICKNESS_RANGE_WITHOUT_TEXTURE
    static let iridescenceNeedsTexture: Schema.Check = { iridescence in
        guard iridescence["iridescenceThicknessMinimum"] != nil, iridescence["iridescenceThicknessTexture"] == nil
        else { return }
        iridescence.report(
            .iridescenceThicknessWithoutTexture, "iridescenceThicknessMinimum",
            "without a thickness texture the film has its greatest thickness everywhere")
    }

    /// KHR_MATERIALS_IRIDESCENCE_THICKNESS_TEXTURE_UNUSED
    static let iridescenceTextureNeedsRange: Schema.Check = { iridescence in
        let least = iridescence.number("iridescenceThicknessMinimum") ?? 100
        let greatest = iridescence.number("iridescenceThicknessMaximum") ?? 400
        guard iridescence["iridescenceThicknessTexture"] != nil, least == greatest else { return }
        iridescence.report(
            .iridescenceThicknessTextureUnused, "iridescenceThicknessTexture",
            "the thickness is \(least) nanometres everywhere")
    }

    /// KHR_MATERIALS_VOLUME_NO_TRANSMISSION
    static let volumeNeedsTransmission: Schema.Check = { volume in
        let extensions = material(of: volume)?["extensions"]
        guard extensions?["KHR_materials_transmission"] == nil,
            extensions?["KHR_materials_diffuse_transmission"] == nil
        else { return }
        volume.report(.volumeWithoutTransmission, nil, "the material lets no light in")
    }

    /// KHR_MATERIALS_VOLUME_DOUBLE_SIDED
    static let volumeNeedsOneSide: Schema.Check = { volume in
        guard material(of: volume)?["doubleSided"]?.bool == true, volume.number("thicknessFactor") ?? 0 > 0 else {
            return
        }
        volume.report(.volumeDoubleSided, nil, "the material is double sided")
    }

    /// The material in which an extension's object stands.
    private static func material(of object: SchemaObject) -> JSONValue? {
        object.parent.map { object.validation.json[$0] }
    }

    private static func reportUnlessAsNormalTexture(
        _ object: SchemaObject, _ member: StaticString, _ code: Finding.Code
    ) {
        guard let texture = object[member], let normal = material(of: object)?["normalTexture"] else { return }
        let (used, expected) = (texCoord(of: texture), texCoord(of: normal))
        guard used != expected else { return }
        object.report(code, member, "it uses TEXCOORD_\(used), the normal texture TEXCOORD_\(expected)")
    }

    /// The set of texture coordinates that a texture is placed by.
    private static func texCoord(of texture: JSONValue) -> Int {
        texture["extensions"]?["KHR_texture_transform"]?["texCoord"]?.integer ?? texture["texCoord"]?.integer ?? 0
    }
}
