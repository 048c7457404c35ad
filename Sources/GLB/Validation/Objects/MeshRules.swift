extension Schema {
    /// What is drawn together.
    static let mesh = Schema(
        of: .mesh, hasName: true,
        [
            .required("primitives", .objects(.primitive)),
            .optional("weights", .numbers(count: 1...Int.max, .any)),
        ],
        checks: [MeshRules.targetCounts, MeshRules.weights])

    /// Geometry that is drawn in one go.
    static let primitive = Schema(
        of: .primitive,
        [
            .required("attributes", .attributes),
            .optional("indices", .index(.accessors)),
            .optional("material", .index(.materials)),
            .optional("mode", .integer(0...6)),
            .optional("targets", .attributeSets),
        ],
        checks: [PrimitiveRules.attributes, PrimitiveRules.targets])
}

/// Rules of a mesh's primitives together (specification, section 3.7.2).
enum MeshRules {
    /// MESH_PRIMITIVES_UNEQUAL_TARGETS_COUNT
    static let targetCounts: Schema.Check = { mesh in
        var expected: Int?
        for primitive in mesh["primitives"]?.elements.filter({ $0.kind == .object }) ?? [] {
            let targets = primitive["targets"]
            let count = targets.map(count) ?? 0
            if let expected, count != expected {
                mesh.validation.report(
                    .meshPrimitivesUnequalTargetsCount, at: (targets ?? primitive).place,
                    "\(count) targets, the first primitive has \(expected)")
            }
            expected = expected ?? count
        }
    }

    /// MESH_INVALID_WEIGHTS_COUNT
    static let weights: Schema.Check = { mesh in
        guard let weights = mesh["weights"]?.count,
            let first = mesh["primitives"]?.elements.first(where: { $0.kind == .object })
        else { return }
        let targets = first["targets"].map(count) ?? 0
        guard weights != targets else { return }
        mesh.report(.meshInvalidWeightsCount, "weights", "\(weights) weights for \(targets) morph targets")
    }

    /// How many of the targets change anything; others have been reported.
    private static func count(_ targets: JSONValue) -> Int {
        targets.elements.count { $0.kind == .object && $0.count > 0 }
    }
}
