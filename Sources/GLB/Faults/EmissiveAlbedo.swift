extension FaultRule {
    /// MESHY_EMISSIVE_ALBEDO: the base colour is also what the surface emits.
    static let emissiveAlbedo = FaultRule(code: .meshyEmissiveAlbedo) { file, validation, _ in
        for material in file.document.materialsThatEmitTheirColour.map({ file.document.materials[$0] }) {
            validation.report(
                .meshyEmissiveAlbedo, at: material.place, "the emissive texture is the image of the base colour")
        }
    } mend: { draft, _ in
        for index in draft.document.materialsThatEmitTheirColour {
            draft.removeEmission(index, .meshyEmissiveAlbedo)
        }
    }

    /// MESHY_EMISSIVE_WHITE: the surface emits as much light as it can, everywhere.
    static let emissiveWhite = FaultRule(code: .meshyEmissiveWhite) { file, validation, _ in
        for material in file.document.materialsThatAreWhiteLamps.map({ file.document.materials[$0] }) {
            validation.report(
                .meshyEmissiveWhite, at: material.place, "the emissive factor is white and there is no emissive texture"
            )
        }
    } mend: { draft, _ in
        for index in draft.document.materialsThatAreWhiteLamps { draft.removeEmission(index, .meshyEmissiveWhite) }
    }
}

extension Document {
    /// Materials whose emissive texture is the image of their base colour.
    var materialsThatEmitTheirColour: [Int] {
        materials.indices.filter { index in
            let material = materials[index]
            guard material.emissiveFactor.max() > 0, let emissive = material["emissiveTexture"]?.texture,
                let base = material["baseColorTexture"]?.texture
            else { return false }
            return emissive == base
                || textures[emissive].image != nil && textures[emissive].image == textures[base].image
        }
    }

    fileprivate var materialsThatAreWhiteLamps: [Int] {
        materials.indices.filter { index in
            materials[index]["emissiveTexture"] == nil && materials[index].emissiveFactor.min() >= 0.99
        }
    }
}

extension Draft {
    fileprivate mutating func removeEmission(_ index: Int, _ code: Finding.Code) {
        let material = document.materials[index]
        change(.materials, index) { material in
            material["emissiveTexture"] = nil
            material["emissiveFactor"] = nil
            material.withMember("extensions") { extensions in
                extensions["KHR_materials_emissive_strength"] = nil
            }
            if material["extensions"]?.count == 0 { material["extensions"] = nil }
        }
        record(
            code, pointer(to: material), "left out what it emits: the surface does not glow any more, light falls on it"
        )
    }
}
