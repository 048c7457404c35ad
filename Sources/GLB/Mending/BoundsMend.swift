extension MendRule {
    /// States the least and greatest values that an accessor's elements have, where others are stated, or none although
    /// they must be.
    static let bounds = MendRule(
        .accessorMinMismatch, .accessorMaxMismatch, .primitivePositionWithoutBounds,
        .animationSamplerInputWithoutBounds, .accessorElementOutOfMinBound, .accessorElementOutOfMaxBound
    ) { (draft: inout Draft) throws(GLBError) in
        let needs = draft.document.accessorsThatNeedBounds
        for (index, accessor) in draft.document.accessors.enumerated() {
            let isMissing = !accessor.hasBounds && needs[index] != nil
            guard accessor.min != nil || accessor.max != nil || isMissing,
                let reader = ElementReader(draft.file, accessor: index), draft.budget.take(reader.byteCount)
            else { continue }
            var actual = BoundsCheck(of: accessor, format: reader.format, limit: 0)
            try reader.forEachPiece { actual.look(at: $0) }
            guard actual.least.allSatisfy(\.isFinite) else { continue }
            let codes = [Finding.Code.accessorMinMismatch, .accessorMaxMismatch]
            for (name, numbers, code) in [("min", actual.least, codes[0]), ("max", actual.greatest, codes[1])] {
                let stated = draft.document.json[accessor.place][name]?.elements.compactMap(\.double)
                guard stated?.map(reader.format.rounded) != numbers, stated != nil || isMissing else { continue }
                draft.change(.accessors, index) {
                    $0[name] = .numbers(numbers, areSingle: reader.format.componentType == .float)
                }
                draft.record(
                    stated == nil ? needs[index] ?? code : code, draft.pointer(to: accessor) + "/" + name,
                    "stated \(numbers.map(reader.format.text).joined(separator: ", ")), as the data is")
            }
        }
    }
}

extension Document {
    /// The accessors that must state bounds, each with the rule that says so.
    fileprivate var accessorsThatNeedBounds: [Int: Finding.Code] {
        var needs: [Int: Finding.Code] = [:]
        for sampler in animations.lazy.flatMap(\.samplers) {
            if let input = sampler.input { needs[input] = .animationSamplerInputWithoutBounds }
        }
        for primitive in meshes.lazy.flatMap(\.primitives) {
            for attribute in primitive.attributes + primitive.targets.joined() where attribute.name == "POSITION" {
                needs[attribute.accessor] = .primitivePositionWithoutBounds
            }
        }
        return needs
    }
}
