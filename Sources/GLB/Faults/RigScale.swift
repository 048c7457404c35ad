extension FaultRule {
    /// MESHY_RIG_SCALE: the skeleton hangs below a node with a scale such as 0.01.
    static let rigScale = FaultRule(code: .meshyRigScale) { file, validation, _ in
        for rig in file.document.scaledRigs {
            validation.report(
                .meshyRigScale, at: file.document.nodes[rig.node].place, member: "scale",
                "the joints of \(rig.skins.count) skins stand below a scale of \(Float(rig.scale))")
        }
    } mend: { draft, _ in
        lazy var uses = ElementUses(draft.document)
        // Each is compared with all skins and channels; real files have one.
        for rig in draft.document.scaledRigs.prefix(64) where draft.document.isAlone(rig) {
            if let data = draft.data(of: rig, uses) { draft.bake(rig, data) }
        }
    }
}

/// A node whose scale all joints of some skins have.
private struct ScaledRig {
    let node: Int
    let scale: Double
    let skins: [Int]
    /// All nodes below ``node``.
    let below: Set<Int>
}

extension Document {
    fileprivate var scaledRigs: [ScaledRig] {
        var skinsOfNode: [Int: [Int]] = [:]
        var effort = Self.effortLimit
        for (index, skin) in skins.enumerated() {
            guard let joint = skin.joints.compactMap(\.self).first else { continue }
            // The nearest scale above the joints; loops end with the number of nodes.
            var ancestor = parents[joint]
            for _ in nodes.indices where effort > 0 {
                guard let node = ancestor else { break }
                if uniformScale(of: node) != nil {
                    skinsOfNode[node, default: []].append(index)
                    break
                }
                ancestor = parents[node]
                effort -= 1
            }
        }
        return skinsOfNode.keys.sorted().compactMap { node in
            guard let scale = uniformScale(of: node), let skins = skinsOfNode[node], effort > 0 else { return nil }
            let below = descendants(of: node)
            effort -= below.count + skins.reduce(0) { $0 + self.skins[$1].joints.count }
            guard skins.allSatisfy({ self.skins[$0].joints.allSatisfy { $0.map(below.contains) ?? false } }) else {
                return nil
            }
            return ScaledRig(node: node, scale: scale, skins: skins, below: below)
        }
    }

    /// How many steps through the hierarchy are made: real files have one rig.
    private static let effortLimit = 1 << 22

    /// The scale of a node if it is the same along all axes and far from 1.
    private func uniformScale(of node: Int) -> Double? {
        guard case .parts(_, _, let scale?) = nodes[node].transform, scale.x > 0, scale.x <= 0.1 || scale.x >= 10,
            abs(scale.y / scale.x - 1) < 1e-5, abs(scale.z / scale.x - 1) < 1e-5
        else { return nil }
        return scale.x
    }

    private func descendants(of node: Int) -> Set<Int> {
        var found: Set<Int> = []
        var open = nodes[node].children
        while let next = open.popLast() {
            if found.insert(next).inserted { open += nodes[next].children }
        }
        found.remove(node)
        return found
    }
}

// The scale s above a joint J with the inverse bind matrix B gives J·S(s)·…·B. Without it, all translations below are
// multiplied by s instead, which turns the joint's world matrix W into W·S(1/s); with S(s)·B for B their product is what
// it was, and with it every vertex.

extension Document {
    /// Whether nothing but the rig would notice that the scale is in other places.
    fileprivate func isAlone(_ rig: ScaledRig) -> Bool {
        for node in rig.below {
            // What hangs on a joint without a skin would need the scale itself.
            if nodes[node].mesh != nil, nodes[node].skin.map(rig.skins.contains) != true { return false }
            if nodes[node].camera != nil || nodes[node].light != nil { return false }
            guard let parent = parents[node], parent == rig.node || rig.below.contains(parent) else { return false }
        }
        // Another rig's joints would be moved, and its matrices would not know.
        for skin in skins.indices where !rig.skins.contains(skin) {
            if skins[skin].joints.contains(where: { $0.map(rig.below.contains) ?? false }) { return false }
        }
        return animations.lazy.flatMap(\.channels).allSatisfy { channel in
            channel.path != .pointer && !(channel.node == rig.node && channel.path == .scale)
        }
    }

    /// The accessors with the translations of nodes in a set, and whether they are splines; nil if one of them holds
    /// something else too.
    fileprivate func translations(below: Set<Int>) -> [Int: Document.Interpolation]? {
        var mine: [Int: Document.Interpolation] = [:]
        var others: Set<Int> = []
        for animation in animations {
            for channel in animation.channels {
                guard let sampler = channel.sampler.map({ animation.samplers[$0] }), let output = sampler.output else {
                    continue
                }
                if channel.path == .translation, channel.node.map(below.contains) ?? false {
                    mine[output] = sampler.interpolation
                } else {
                    others.insert(output)
                }
            }
        }
        return others.isDisjoint(with: mine.keys) ? mine : nil
    }
}

/// Where the floats lie that a rig's scale is moved into.
private struct RigData {
    var translations: [Draft.Elements] = []
    var matrices: [Draft.Elements] = []
}

extension Draft {
    /// The matrices and keyframes of a rig; nil if they cannot be changed, or not without changing something else.
    fileprivate mutating func data(of rig: ScaledRig, _ uses: ElementUses) -> RigData? {
        let document = document
        var data = RigData()
        let matrices = Set(rig.skins.map { document.skins[$0].inverseBindMatrices })
        let isShared = document.skins.indices.contains { skin in
            !rig.skins.contains(skin) && document.skins[skin].inverseBindMatrices != nil
                && matrices.contains(document.skins[skin].inverseBindMatrices)
        }
        guard !isShared, let translations = document.translations(below: rig.below) else { return nil }
        for index in matrices {
            guard let index, uses.isOnly(index, "skin"), let elements = elements(of: index),
                elements.format.componentType == .float, elements.format.type == .mat4
            else { return nil }
            data.matrices.append(elements)
        }
        for (index, interpolation) in translations {
            guard uses.isOnly(index, ElementUses.use(of: .translation, interpolation)),
                let elements = vectors(of: index)
            else { return nil }
            data.translations.append(elements)
        }
        return data
    }

    fileprivate mutating func bake(_ rig: ScaledRig, _ data: RigData) {
        let document = document
        let scale = rig.scale
        change(.nodes, rig.node) { $0["scale"] = nil }
        for index in rig.below.sorted() {
            let json = document.json[document.nodes[index].place]
            for (name, range) in [("translation", 0..<3), ("matrix", 12..<15)] {
                guard var numbers = json[name]?.elements.compactMap(\.double), numbers.count >= range.upperBound else {
                    continue
                }
                for component in range { numbers[component] *= scale }
                change(.nodes, index) { $0[name] = .numbers(numbers, areSingle: false) }
            }
        }
        for translations in data.translations {
            changeVectors(at: translations) { _, vector in vector *= Float(scale) }
        }
        for matrices in data.matrices {
            changeColumns(at: matrices) { column in
                SIMD4(column.x * Float(scale), column.y * Float(scale), column.z * Float(scale), column.w)
            }
        }
        record(
            .meshyRigScale, pointer(to: document.nodes[rig.node]),
            "moved the scale of \(Float(scale)) into the joints, their matrices and keyframes: the picture is the same")
    }

    /// Changes the columns of 4 × 4 matrices of floats.
    private mutating func changeColumns(at elements: Elements, _ change: (SIMD4<Float>) -> SIMD4<Float>) {
        var bytes = binary
        binary = []
        bytes.withUnsafeMutableBytes { bytes in
            for column in 0..<4 * elements.count {
                let offset = elements.start + column / 4 * elements.stride + column % 4 * 16
                var vector = SIMD4<Float>()
                for row in 0..<4 {
                    let bits = bytes.loadUnaligned(fromByteOffset: offset + 4 * row, as: UInt32.self)
                    vector[row] = Float(bitPattern: UInt32(littleEndian: bits))
                }
                vector = change(vector)
                for row in 0..<4 {
                    bytes.storeBytes(
                        of: vector[row].bitPattern.littleEndian, toByteOffset: offset + 4 * row, as: UInt32.self)
                }
            }
        }
        binary = bytes
    }
}
