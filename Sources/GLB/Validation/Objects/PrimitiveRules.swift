/// Rules of the names of a primitive's attributes (specification, section 3.7.2.1).
enum PrimitiveRules {
    /// The attributes that are numbered from 0.
    private static let numbered = ["TEXCOORD", "COLOR", "JOINTS", "WEIGHTS"]

    /// MESH_PRIMITIVE_INVALID_ATTRIBUTE, MESH_PRIMITIVE_NO_POSITION, MESH_PRIMITIVE_TANGENT_WITHOUT_NORMAL,
    /// MESH_PRIMITIVE_INDEXED_SEMANTIC_CONTINUITY, MESH_PRIMITIVE_JOINTS_WEIGHTS_MISMATCH
    static let attributes: Schema.Check = { primitive in
        guard let attributes = primitive["attributes"] else { return }
        var numbers: [String: Set<Int>] = [:]
        for (name, value) in attributes.members {
            guard let semantic = AttributeSemantic(name) else {
                reportInvalid(name, value, primitive)
                continue
            }
            if let number = semantic.number { numbers[semantic.base, default: []].insert(number) }
        }
        if attributes["POSITION"] == nil {
            primitive.report(.primitiveNoPosition, "attributes", "there are no positions")
        }
        if let tangent = attributes["TANGENT"], attributes["NORMAL"] == nil {
            primitive.validation.report(
                .primitiveTangentWithoutNormal, at: tangent.place, "there are tangents but no normals")
        }
        for base in numbered {
            guard let found = numbers[base], let greatest = found.max(), greatest != found.count - 1 else { continue }
            primitive.report(
                .primitiveIndexedSemanticContinuity, "attributes",
                "\(base)_\(greatest) is the last of \(greatest + 1), but only \(found.count) are there")
        }
        let joints = numbers["JOINTS"]?.count ?? 0
        let weights = numbers["WEIGHTS"]?.count ?? 0
        if joints != weights {
            primitive.report(
                .primitiveJointsWeightsMismatch, "attributes", "\(joints) sets of joints, \(weights) of weights")
        }
    }

    /// MESH_PRIMITIVE_INVALID_ATTRIBUTE
    static let targets: Schema.Check = { primitive in
        for target in primitive["targets"]?.elements.map({ $0 }) ?? [] {
            for (name, value) in target.members {
                guard let semantic = AttributeSemantic(name), semantic.canMorph else {
                    reportInvalid(name, value, primitive)
                    continue
                }
            }
        }
    }

    private static func reportInvalid(_ name: String, _ value: JSONValue, _ primitive: SchemaObject) {
        primitive.validation.report(
            .primitiveInvalidAttribute, at: value.place,
            "'\(name.prefix(40))' is no attribute of glTF; the application's own begin with an underscore")
    }
}

/// The name of an attribute: one that the specification defines, or one of the application's own.
struct AttributeSemantic: Equatable {
    /// The name without its number; empty for the application's own attributes.
    let base: String
    /// The number of the set, if the attribute is numbered.
    let number: Int?

    init?(_ name: String) {
        if name.hasPrefix("_") {
            (base, number) = ("", nil)
        } else if ["POSITION", "NORMAL", "TANGENT"].contains(name) {
            (base, number) = (name, nil)
        } else {
            let parts = name.split(separator: "_", omittingEmptySubsequences: false)
            guard parts.count == 2, ["TEXCOORD", "COLOR", "JOINTS", "WEIGHTS"].contains(parts[0]),
                let number = Int(parts[1]), parts[1] == String(number)
            else { return nil }
            (base, self.number) = (String(parts[0]), number)
        }
    }

    /// Whether a morph target can change the attribute.
    var canMorph: Bool { base != "JOINTS" && base != "WEIGHTS" }
}
