extension Schema {
    /// A place in the hierarchy.
    static let node = Schema(
        of: .node, hasName: true,
        [
            .optional("camera", .index(.cameras)),
            .optional("children", .indices(.nodes)),
            .optional("skin", .index(.skins), needs: "mesh"),
            .optional("matrix", .numbers(16)),
            .optional("mesh", .index(.meshes)),
            .optional("rotation", .numbers(4, NumberRange("from -1 to 1") { (-1...1).contains($0) })),
            .optional("scale", .numbers(3)),
            .optional("translation", .numbers(3)),
            .optional("weights", .numbers(count: 1...Int.max, .any), needs: "mesh"),
        ],
        checks: [NodeRules.matrixOrParts, NodeRules.matrixValue, NodeRules.rotation])

    /// A set of nodes to show together.
    static let scene = Schema(of: .scene, hasName: true, [.optional("nodes", .indices(.nodes))])

    /// Joints that deform a mesh.
    static let skin = Schema(
        of: .skin, hasName: true,
        [
            .optional("inverseBindMatrices", .index(.accessors)),
            .optional("skeleton", .index(.nodes, marksUse: false)),
            .required("joints", .indices(.nodes)),
        ])
}

/// Rules of a node's transform (specification, section 3.5.3).
enum NodeRules {
    /// How far a rotation's length may be from 1.
    static let unitTolerance = 0.00769

    /// NODE_MATRIX_TRS
    static let matrixOrParts: Schema.Check = { node in
        guard node["matrix"] != nil,
            node["translation"] != nil || node["rotation"] != nil || node["scale"] != nil
        else { return }
        node.report(.nodeMatrixAndTRS, "matrix", "there are a translation, a rotation or a scale as well")
    }

    /// NODE_MATRIX_DEFAULT, NODE_MATRIX_NON_TRS
    static let matrixValue: Schema.Check = { node in
        guard let numbers = node.numbers("matrix"), let matrix = Matrix4(numbers) else { return }
        if matrix == .identity {
            node.report(.nodeMatrixDefault, "matrix", "the matrix is the identity")
        } else if !matrix.isTranslationRotationScale {
            node.report(.nodeMatrixNonTRS, "matrix", "the matrix shears, projects or has no volume")
        }
    }

    /// ROTATION_NON_UNIT
    static let rotation: Schema.Check = { node in
        guard let numbers = node.numbers("rotation") else { return }
        let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard abs(length - 1) > unitTolerance else { return }
        node.report(.rotationNonUnit, "rotation", "the quaternion has length \(length)")
    }
}

extension Matrix4 {
    /// Whether the matrix is what some translation, rotation and scale give, up to what rounding to single precision
    /// leaves behind: its columns are perpendicular to each other, none is zero, and the last row is 0 0 0 1.
    fileprivate var isTranslationRotationScale: Bool {
        let lastRow = SIMD4(columns.0.w, columns.1.w, columns.2.w, columns.3.w)
        guard lastRow == [0, 0, 0, 1] else { return false }
        let axes = [columns.0, columns.1, columns.2]
        let lengths = axes.map { ($0 * $0).sum().squareRoot() }
        guard lengths.allSatisfy({ $0 > 0 }) else { return false }
        return [(0, 1), (0, 2), (1, 2)].allSatisfy { first, second in
            abs((axes[first] * axes[second]).sum()) <= 1e-3 * lengths[first] * lengths[second]
        }
    }
}
