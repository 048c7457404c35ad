/// Rules between primitives and their materials (specification, sections 3.7.2.1 and 3.9.3).
struct MaterialLinks {
    private let links: DocumentLinks

    init(_ links: DocumentLinks) { self.links = links }

    /// Checks a primitive that has these attributes.
    func check(_ primitive: Document.Primitive, _ attributes: [AttributeUse]) {
        let materials = ([primitive.material] + primitive.variants.map(\.material)).compactMap { $0 }
        let slots = materials.flatMap { links.document.materials[$0].textures }
        if let own = primitive.material { texCoords(primitive, links.document.materials[own].textures, attributes) }
        unusedTexCoords(attributes, Set(slots.map(\.texCoord)))
        tangents(primitive, slots, attributes)
    }

    /// MESH_PRIMITIVE_TOO_FEW_TEXCOORDS
    private func texCoords(
        _ primitive: Document.Primitive, _ slots: [Document.TextureSlot], _ attributes: [AttributeUse]
    ) {
        for slot in slots where !attributes.contains(where: { $0.name == "TEXCOORD_\(slot.texCoord)" }) {
            links.report(
                .primitiveTooFewTexCoords, primitive, "material",
                "the texture at \(links.validation.pointer(to: slot.place)) needs TEXCOORD_\(slot.texCoord)")
        }
    }

    /// UNUSED_OBJECT: texture coordinates that no texture of the material needs.
    private func unusedTexCoords(_ attributes: [AttributeUse], _ used: Set<Int>) {
        for attribute in attributes {
            guard let semantic = AttributeSemantic(attribute.name), semantic.base == "TEXCOORD",
                let set = semantic.number, !used.contains(set)
            else { continue }
            links.validation.report(
                .unusedObject, at: attribute.place, "no texture of the material uses these coordinates")
        }
    }

    /// MESH_PRIMITIVE_GENERATED_TANGENT_SPACE, MESH_PRIMITIVE_NO_TANGENT_SPACE, UNUSED_MESH_TANGENT
    private func tangents(
        _ primitive: Document.Primitive, _ slots: [Document.TextureSlot], _ attributes: [AttributeUse]
    ) {
        let hasNormalTexture = slots.contains { $0.slot == "normalTexture" || $0.slot == "clearcoatNormalTexture" }
        let needsTangents = hasNormalTexture || slots.contains { $0.slot == "anisotropyTexture" }
        let tangent = attributes.first { $0.name == "TANGENT" }
        if needsTangents, tangent == nil || !attributes.contains(where: { $0.name == "NORMAL" }) {
            if hasNormalTexture {
                links.report(
                    .primitiveGeneratedTangentSpace, primitive, "material",
                    "the material has a normal texture but the primitive has no tangents")
            } else {
                links.report(
                    .primitiveNoTangentSpace, primitive, "material",
                    "the material is anisotropic but the primitive has no tangents")
            }
        } else if !needsTangents, let tangent {
            links.validation.report(.unusedMeshTangent, at: tangent.place, "the material has no normal texture")
        }
    }
}
