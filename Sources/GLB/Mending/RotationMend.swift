extension MendRule {
    /// Gives the quaternions of nodes and of animations the length 1.
    static let rotations = MendRule(.rotationNonUnit, .animationOutputNonNormalizedQuaternion) { draft in
        for (index, node) in draft.document.nodes.enumerated() {
            guard let rotation = draft.document.json[node.place]["rotation"], rotation.count == 4 else { continue }
            let numbers = rotation.elements.compactMap(\.double)
            let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard numbers.count == 4, length.isFinite, length > 0, abs(length - 1) > NodeRules.unitTolerance else {
                continue
            }
            draft.change(.nodes, index) {
                $0["rotation"] = .numbers(numbers.map { $0 / length }, areSingle: false)
            }
            draft.record(.rotationNonUnit, draft.pointer(to: node), "gave the rotation the length 1")
        }
        let uses = ElementUses(draft.document)
        for (output, isSpline) in draft.document.rotationOutputs.sorted(by: { $0.key < $1.key })
        where uses.isOnly(
            output, ElementUses.use(of: .rotation, isSpline ? .cubicSpline : .linear), sharesWithTwins: true)
        {
            let changed = draft.changeVectors(of: output) { element, rotation in
                // Tangents of splines can have any length.
                guard !isSpline || element % 3 == 1 else { return }
                let length = (rotation * rotation).sum().squareRoot()
                guard length.isFinite, length > 0, abs(Double(length) - 1) > NodeRules.unitTolerance else { return }
                rotation /= length
            }
            guard let changed, changed > 0 else { continue }
            draft.record(
                .animationOutputNonNormalizedQuaternion, draft.pointer(to: draft.document.accessors[output]),
                "gave \(changed) rotations the length 1")
        }
    }
}

extension Document {
    /// The accessors with the rotations of animations, and whether they are splines.
    fileprivate var rotationOutputs: [Int: Bool] {
        var outputs: [Int: Bool] = [:]
        for animation in animations {
            for channel in animation.channels where channel.path == .rotation {
                guard let sampler = channel.sampler.map({ animation.samplers[$0] }), let output = sampler.output else {
                    continue
                }
                outputs[output] = sampler.interpolation == .cubicSpline
            }
        }
        return outputs
    }
}
