/// Rules between primitives and their materials (specification, sections 3.7.2.1 and 3.9.3).
struct MaterialLinks {
    private let links: DocumentLinks

    init(_ links: DocumentLinks) { self.links = links }

    /// Checks a primitive that has these attributes.
    func check(_ primitive: Document.Primitive, _ attributes: [AttributeUse]) {
        let materials = ([primitive.material] + primitive.variants.map(\.material)).compactMap { $0 }
        let slots = materials.flatMap { links.document.materials[$0].textures }
        if let own = primitive.material { texCoords(primitive, links.document.materials[own].textures, attributes) }
        unusedTexCoords(links.json(primitive)["attributes"], Set(slots.flatMap { bindings($0).map(\.texCoord) }))
        tangents(primitive, slots, attributes)
    }

    /// MESH_PRIMITIVE_TOO_FEW_TEXCOORDS
    private func texCoords(
        _ primitive: Document.Primitive, _ slots: [Document.TextureSlot], _ attributes: [AttributeUse]
    ) {
        for binding in slots.flatMap(bindings)
        where !attributes.contains(where: { $0.name == "TEXCOORD_\(binding.texCoord)" }) {
            links.report(
                .primitiveTooFewTexCoords, primitive, "material",
                "the texture at \(links.validation.pointer(to: binding.place)) needs TEXCOORD_\(binding.texCoord)")
        }
    }

    /// The sets of texture coordinates that a texture needs: its own, and the one that KHR_texture_transform puts in
    /// its place for readers that know the extension.
    private func bindings(_ slot: Document.TextureSlot) -> [(texCoord: Int, place: JSONPlace)] {
        let texture = links.validation.json[slot.place]
        let own = (texCoord: texture["texCoord"]?.integer ?? 0, place: slot.place)
        guard links.validation.extensionsUsed.contains("KHR_texture_transform"),
            let transform = texture["extensions"]?["KHR_texture_transform"],
            let texCoord = transform["texCoord"]?.integer
        else { return [own] }
        return [own, (texCoord, transform.place)]
    }

    /// UNUSED_OBJECT: texture coordinates that no texture of the material needs. Sets after a gap are not counted.
    private func unusedTexCoords(_ attributes: JSONValue?, _ used: Set<Int>) {
        guard let attributes else { return }
        let sets = attributes.members.count { AttributeSemantic($0.name)?.base == "TEXCOORD" }
        for set in 0..<sets where !used.contains(set) {
            guard let attribute = attributes["TEXCOORD_\(set)"] else { continue }
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
