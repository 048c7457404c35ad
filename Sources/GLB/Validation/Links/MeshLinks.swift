/// Rules between primitives and their accessors (specification, section 3.7.2).
struct MeshLinks {
    private let links: DocumentLinks
    private let formats: AttributeFormats
    private let materials: MaterialLinks
    private var document: Document { links.document }

    init(_ links: DocumentLinks) {
        self.links = links
        materials = MaterialLinks(links)
        formats = AttributeFormats(isQuantized: links.validation.extensionsUsed.contains("KHR_mesh_quantization"))
    }

    func check(_ uses: inout UseTable) {
        for mesh in document.meshes {
            for primitive in mesh.primitives { check(primitive, &uses) }
        }
    }

    private func check(_ primitive: Document.Primitive, _ uses: inout UseTable) {
        let json = links.json(primitive)
        let attributes = links.attributes(json["attributes"])
        for attribute in attributes.existing { check(attribute, formats.allowed(for: attribute.name), &uses) }
        counts(attributes.existing)
        indices(primitive, &uses)
        mode(primitive, attributes)
        for target in json["targets"]?.elements.map({ $0 }) ?? [] {
            for attribute in links.attributes(target).existing {
                check(attribute, formats.allowedInTarget(for: attribute.name), &uses)
                base(of: attribute, attributes)
            }
        }
        materials.check(primitive, attributes)
        variants(primitive)
    }

    // MARK: - Attributes

    private func check(_ attribute: AttributeUse, _ allowed: [AllowedFormat]?, _ uses: inout UseTable) {
        uses.use(accessor: attribute.index, as: .vertexAttribute, at: attribute.place)
        bounds(attribute)
        format(attribute, allowed)
        alignment(attribute)
        uses.useVertices(accessor: attribute.index, at: attribute.place)
    }

    /// MESH_PRIMITIVE_POSITION_ACCESSOR_WITHOUT_BOUNDS
    private func bounds(_ attribute: AttributeUse) {
        guard attribute.name == "POSITION", !attribute.accessor.hasBounds else { return }
        report(.primitivePositionWithoutBounds, attribute, "minimum and maximum are missing")
    }

    /// MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_INVALID_FORMAT, MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_UNSIGNED_INT
    private func format(_ attribute: AttributeUse, _ allowed: [AllowedFormat]?) {
        if let allowed {
            guard !allowed.contains(attribute.accessor) else { return }
            report(
                .primitiveAttributeInvalidFormat, attribute,
                "\(attribute.accessor.formatDescription) instead of \(allowed.text)")
        } else if attribute.accessor.componentType == .unsignedInt {
            report(.primitiveAttributeUnsignedInt, attribute, "attributes cannot be UNSIGNED_INT")
        }
    }

    /// MESH_PRIMITIVE_ACCESSOR_UNALIGNED
    private func alignment(_ attribute: AttributeUse) {
        let accessor = attribute.accessor
        guard let view = accessor.bufferView, let size = accessor.elementByteCount else { return }
        let stride = document.bufferViews[view].byteStride ?? size
        guard !accessor.byteOffset.isMultiple(of: 4) || !stride.isMultiple(of: 4) else { return }
        report(
            .primitiveAccessorUnaligned, attribute,
            "elements are \(stride) bytes apart from byte \(accessor.byteOffset) on, not multiples of 4")
    }

    /// MESH_PRIMITIVE_UNEQUAL_ACCESSOR_COUNT
    private func counts(_ attributes: [AttributeUse]) {
        guard let first = attributes.first else { return }
        for attribute in attributes where attribute.accessor.count != first.accessor.count {
            report(
                .primitiveUnequalAccessorCount, attribute,
                "\(attribute.accessor.count) elements, \(first.name) has \(first.accessor.count)")
        }
    }

    /// MESH_PRIMITIVE_MORPH_TARGET_NO_BASE_ACCESSOR, MESH_PRIMITIVE_MORPH_TARGET_INVALID_ATTRIBUTE_COUNT
    private func base(of attribute: AttributeUse, _ attributes: AttributeUses) {
        if let base = attributes[attribute.name] {
            guard base.accessor.count != attribute.accessor.count else { return }
            report(
                .primitiveMorphTargetInvalidCount, attribute,
                "\(attribute.accessor.count) elements, the primitive has \(base.accessor.count)")
        } else if attributes.places[attribute.name] == nil {
            report(.primitiveMorphTargetNoBase, attribute, "the primitive has no \(attribute.name)")
        }
    }

    private func report(_ code: Finding.Code, _ attribute: AttributeUse, _ message: @autoclosure () -> String) {
        links.validation.report(code, at: attribute.place, message())
    }

    // MARK: - Indices

    /// MESH_PRIMITIVE_INDICES_ACCESSOR_WITH_BYTESTRIDE, MESH_PRIMITIVE_INDICES_ACCESSOR_INVALID_FORMAT
    private func indices(_ primitive: Document.Primitive, _ uses: inout UseTable) {
        guard let index = primitive.indices, let place = links.json(primitive)["indices"]?.place else { return }
        let accessor = document.accessors[index]
        uses.use(accessor: index, as: .indices, at: place)
        if let view = accessor.bufferView, let stride = document.bufferViews[view].byteStride {
            links.validation.report(
                .primitiveIndicesWithByteStride, at: place, "buffer view \(view) has a stride of \(stride)")
        }
        let allowed = ([.unsignedByte, .unsignedShort, .unsignedInt] as [Document.ComponentType]).map {
            AllowedFormat(type: .scalar, componentType: $0)
        }
        guard !allowed.contains(accessor) else { return }
        links.validation.report(
            .primitiveIndicesInvalidFormat, at: place, "\(accessor.formatDescription) instead of \(allowed.text)")
    }

    /// MESH_PRIMITIVE_INCOMPATIBLE_MODE
    private func mode(_ primitive: Document.Primitive, _ attributes: AttributeUses) {
        guard let mode = primitive.mode,
            let count = primitive.indices.map({ document.accessors[$0].count })
                ?? attributes.existing.first?.accessor.count,
            count > 0, !mode.canDraw(count)
        else { return }
        links.report(.primitiveIncompatibleMode, primitive, nil, "\(count) vertices do not fit the mode \(mode.name)")
    }

    // MARK: - Extensions

    /// KHR_MATERIALS_VARIANTS_NON_UNIQUE_VARIANT
    private func variants(_ primitive: Document.Primitive) {
        var seen: Set<Int> = []
        let mappings = links.json(primitive)["extensions"]?["KHR_materials_variants"]?["mappings"]
        for mapping in mappings?.elements.map({ $0 }) ?? [] {
            for variant in mapping["variants"]?.elements.map({ $0 }) ?? [] {
                guard let index = variant.integer, links.validation.contains(index, in: .variants),
                    !seen.insert(index).inserted
                else { continue }
                links.validation.report(
                    .variantsNonUnique, at: variant.place, "variant \(index) has a material already")
            }
        }
    }
}

extension Document.Mode {
    /// Whether this many vertices make whole points, lines or triangles, and at least one.
    fileprivate func canDraw(_ count: Int) -> Bool {
        switch self {
        case .points: count >= 1
        case .lines: count >= 2 && count.isMultiple(of: 2)
        case .lineLoop, .lineStrip: count >= 2
        case .triangles: count >= 3 && count.isMultiple(of: 3)
        case .triangleStrip, .triangleFan: count >= 3
        }
    }
}
