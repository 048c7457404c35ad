/// Rules between primitives and their materials (specification, sections 3.7.2.1 and 3.9.3).
struct MaterialLinks {
    private let links: DocumentLinks
    private let needs: [Needs]

    init(_ links: DocumentLinks) {
        self.links = links
        needs = links.document.materials.map { Needs($0, links.validation) }
    }

    /// Checks a primitive that has these attributes.
    func check(_ primitive: Document.Primitive, _ attributes: AttributeUses) {
        let own = primitive.material.map { needs[$0] }
        let all = [own].compactMap { $0 } + primitive.variants.compactMap { $0.material.map { needs[$0] } }
        if let own { texCoords(primitive, own, attributes) }
        unusedTexCoords(attributes, Set(all.flatMap { $0.bindings.map(\.texCoord) }))
        tangents(primitive, all, attributes)
    }

    /// MESH_PRIMITIVE_TOO_FEW_TEXCOORDS
    private func texCoords(_ primitive: Document.Primitive, _ needs: Needs, _ attributes: AttributeUses) {
        for binding in needs.bindings where attributes["TEXCOORD_\(binding.texCoord)"] == nil {
            links.report(
                .primitiveTooFewTexCoords, primitive, "material",
                "the texture at \(links.validation.pointer(to: binding.place)) needs TEXCOORD_\(binding.texCoord)")
        }
    }

    /// UNUSED_OBJECT: texture coordinates that no texture of the material needs. Sets after a gap are not counted.
    private func unusedTexCoords(_ attributes: AttributeUses, _ used: Set<Int>) {
        let sets = attributes.places.keys.count { AttributeSemantic($0)?.base == "TEXCOORD" }
        for set in 0..<sets where !used.contains(set) {
            guard let place = attributes.places["TEXCOORD_\(set)"] else { continue }
            links.validation.report(.unusedObject, at: place, "no texture of the material uses these coordinates")
        }
    }

    /// MESH_PRIMITIVE_GENERATED_TANGENT_SPACE, MESH_PRIMITIVE_NO_TANGENT_SPACE, UNUSED_MESH_TANGENT
    private func tangents(_ primitive: Document.Primitive, _ needs: [Needs], _ attributes: AttributeUses) {
        let needsTangents = needs.contains(where: \.needsTangents)
        let tangent = attributes["TANGENT"]
        if needsTangents, tangent == nil || attributes["NORMAL"] == nil {
            if needs.contains(where: { $0.needsTangents && !$0.hasNormalTexture }) {
                links.report(
                    .primitiveNoTangentSpace, primitive, "material",
                    "the material has a clearcoat normal texture or is anisotropic, but the primitive has no tangents")
            } else {
                links.report(
                    .primitiveGeneratedTangentSpace, primitive, "material",
                    "the material has a normal texture but the primitive has no tangents")
            }
        } else if !needsTangents, let tangent {
            links.validation.report(.unusedMeshTangent, at: tangent.place, "the material has no normal texture")
        }
    }
}

extension MaterialLinks {
    /// What a material needs of a primitive.
    private struct Needs {
        /// The sets of texture coordinates, each with the place where it is named.
        private(set) var bindings: [(texCoord: Int, place: JSONPlace)] = []
        /// Whether there is a normal texture, from which tangents can be computed (specification, section 3.7.2.1).
        private(set) var hasNormalTexture = false
        /// Whether something of the material has a direction on the surface: a normal texture, its own or that of the
        /// clearcoat, or anisotropy.
        private(set) var needsTangents: Bool

        init(_ material: Document.Material, _ validation: Validation) {
            needsTangents = Self.isAnisotropic(material, validation)
            for slot in material.textures where Self.isKnown(slot, validation) {
                if slot.slot == "normalTexture" { hasNormalTexture = true }
                if ["normalTexture", "clearcoatNormalTexture", "anisotropyTexture"].contains(slot.slot) {
                    needsTangents = true
                }
                let texture = validation.json[slot.place]
                bindings.append((texture["texCoord"]?.integer ?? 0, slot.place))
                // Readers that know the extension use its set instead, others do not: both must be there.
                if validation.extensionsUsed.contains("KHR_texture_transform"),
                    let transform = texture["extensions"]?["KHR_texture_transform"],
                    let texCoord = transform["texCoord"]?.integer
                {
                    bindings.append((texCoord, transform.place))
                }
            }
        }

        /// Whether a material is anisotropic even without a texture (KHR_materials_anisotropy).
        private static func isAnisotropic(_ material: Document.Material, _ validation: Validation) -> Bool {
            guard validation.extensionsUsed.contains("KHR_materials_anisotropy"),
                let anisotropy = material.materialExtensions.first(where: { $0.name == "KHR_materials_anisotropy" })
            else { return false }
            return anisotropy.parameters.contains { $0.name == "anisotropyStrength" && $0.values.first ?? 0 > 0 }
        }

        /// Whether a texture is one that the specification or a declared extension defines.
        private static func isKnown(_ slot: Document.TextureSlot, _ validation: Validation) -> Bool {
            guard let owner = slot.owner else { return true }
            return validation.extensionsUsed.contains(owner)
                && KnownExtension.all[owner]?.schemas[.material]?.members.contains { "\($0.name)" == slot.slot }
                    ?? false
        }
    }
}
