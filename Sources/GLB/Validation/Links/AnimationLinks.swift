/// Rules between animations, their accessors and what they animate (specification, section 3.11).
struct AnimationLinks {
    private let links: DocumentLinks
    private var document: Document { links.document }

    init(_ links: DocumentLinks) { self.links = links }

    func check(_ uses: inout UseTable) {
        for animation in document.animations {
            for sampler in animation.samplers {
                input(sampler, &uses)
                output(sampler, &uses)
            }
            var used = [Bool](repeating: false, count: animation.samplers.count)
            for channel in animation.channels {
                target(channel)
                if let index = sampler(of: channel, animation) {
                    used[index] = true
                    values(channel, animation.samplers[index])
                }
            }
            duplicates(animation)
            for (sampler, isUsed) in zip(animation.samplers, used) where !isUsed && isObject(sampler) {
                links.report(.unusedObject, sampler, nil, "no channel uses the sampler")
            }
        }
    }

    private func isObject(_ sampler: Document.AnimationSampler) -> Bool { links.json(sampler).kind == .object }

    // MARK: - Samplers

    /// ANIMATION_SAMPLER_INPUT_ACCESSOR_INVALID_FORMAT, ANIMATION_SAMPLER_INPUT_ACCESSOR_WITHOUT_BOUNDS,
    /// ANIMATION_SAMPLER_INPUT_ACCESSOR_TOO_FEW_ELEMENTS
    private func input(_ sampler: Document.AnimationSampler, _ uses: inout UseTable) {
        guard let index = sampler.input, let place = links.json(sampler)["input"]?.place else { return }
        let accessor = document.accessors[index]
        uses.use(accessor: index, as: .animationInput, at: place)
        stride(accessor, place)
        let allowed = [AllowedFormat(type: .scalar, componentType: .float)]
        if !allowed.contains(accessor) {
            links.validation.report(
                .animationSamplerInputInvalidFormat, at: place,
                "\(accessor.formatDescription) instead of \(allowed.text)")
        }
        if !accessor.hasBounds {
            links.validation.report(.animationSamplerInputWithoutBounds, at: place, "minimum and maximum are missing")
        }
        if sampler.interpolation == .cubicSpline, accessor.count < 2 {
            links.validation.report(
                .animationSamplerInputTooFewElements, at: place, "a spline needs two keyframes, there is only one")
        }
    }

    private func output(_ sampler: Document.AnimationSampler, _ uses: inout UseTable) {
        guard let index = sampler.output, let place = links.json(sampler)["output"]?.place else { return }
        uses.use(accessor: index, as: .animationOutput, at: place)
        stride(document.accessors[index], place)
    }

    /// ANIMATION_SAMPLER_ACCESSOR_WITH_BYTESTRIDE
    private func stride(_ accessor: Document.Accessor, _ place: JSONPlace) {
        guard let view = accessor.bufferView, let stride = document.bufferViews[view].byteStride else { return }
        links.validation.report(
            .animationSamplerAccessorWithByteStride, at: place, "buffer view \(view) has a stride of \(stride)")
    }

    // MARK: - Channels

    /// UNRESOLVED_REFERENCE: the index of the channel's sampler, which is one of the animation's own.
    private func sampler(of channel: Document.Channel, _ animation: Document.Animation) -> Int? {
        guard let value = links.json(channel)["sampler"], let index = value.integer, index >= 0 else { return nil }
        guard index < animation.samplers.count, isObject(animation.samplers[index]) else {
            links.validation.report(
                .unresolvedReference, at: value.place,
                "the animation has \(animation.samplers.count) samplers, so there is no sampler \(index)")
            return nil
        }
        return index
    }

    /// ANIMATION_CHANNEL_TARGET_NODE_MATRIX, ANIMATION_CHANNEL_TARGET_NODE_SKIN,
    /// ANIMATION_CHANNEL_TARGET_NODE_WEIGHTS_NO_MORPHS
    private func target(_ channel: Document.Channel) {
        guard let index = channel.node, let path = channel.path else { return }
        let node = document.nodes[index]
        switch path {
        case .translation, .rotation, .scale:
            if case .matrix = node.transform {
                links.report(.animationChannelTargetNodeMatrix, channel, "target", "node \(index) has a matrix")
            }
            if node.skin != nil {
                links.report(
                    .animationChannelTargetNodeSkin, channel, "target",
                    "the mesh of node \(index) has a skin, so it follows its joints only")
            }
        case .weights:
            guard targetCount(of: node) == 0 else { return }
            links.report(
                .animationChannelTargetNoMorphs, channel, "target", "the mesh of node \(index) has no morph targets")
        case .pointer:
            return
        }
    }

    /// How many morph targets a node's mesh has.
    private func targetCount(of node: Document.Node) -> Int {
        node.mesh.flatMap { document.meshes[$0].primitives.first?.targets.count } ?? 0
    }

    /// ANIMATION_SAMPLER_OUTPUT_ACCESSOR_INVALID_FORMAT, ANIMATION_SAMPLER_OUTPUT_ACCESSOR_INVALID_COUNT
    private func values(_ channel: Document.Channel, _ sampler: Document.AnimationSampler) {
        guard let path = channel.path, path != .pointer, let output = sampler.output.map({ document.accessors[$0] })
        else { return }
        if !path.formats.contains(output) {
            links.report(
                .animationSamplerOutputInvalidFormat, channel, "sampler",
                "\(output.formatDescription) instead of \(path.formats.text) for \(path.rawValue)")
        }
        guard let input = sampler.input.map({ document.accessors[$0] }), input.count > 0, output.count > 0 else {
            return
        }
        var expected = input.count.saturatingProduct(sampler.interpolation == .cubicSpline ? 3 : 1)
        if path == .weights {
            guard let count = channel.node.map({ targetCount(of: document.nodes[$0]) }), count > 0 else { return }
            expected = expected.saturatingProduct(count)
        }
        guard output.count != expected else { return }
        links.report(
            .animationSamplerOutputInvalidCount, channel, "sampler",
            "\(output.count) values for \(input.count) keyframes instead of \(expected)")
    }

    /// ANIMATION_DUPLICATE_TARGETS: reported at each channel that a later one repeats.
    private func duplicates(_ animation: Document.Animation) {
        var later: [Target: Int] = [:]
        var repeated: [(channel: Document.Channel, by: Int)] = []
        for (index, channel) in animation.channels.enumerated().reversed() {
            guard let target = Target(channel) else { continue }
            if let by = later[target] { repeated.append((channel, by)) }
            later[target] = index
        }
        for (channel, by) in repeated.reversed() {
            links.report(.animationDuplicateTargets, channel, "target", "channel \(by) animates the same property")
        }
    }

    /// What a channel animates.
    private struct Target: Hashable {
        let node: Int?
        let path: Document.Path
        let pointer: String?

        init?(_ channel: Document.Channel) {
            guard let path = channel.path, channel.node != nil || channel.pointer != nil else { return nil }
            (node, self.path, pointer) = (channel.node, path, channel.pointer)
        }
    }
}

extension Document.Path {
    /// The formats that values of the property can have.
    var formats: [AllowedFormat] {
        switch self {
        case .translation, .scale: [AllowedFormat(type: .vec3, componentType: .float)]
        case .rotation: Self.floatsOrFractions(.vec4)
        case .weights: Self.floatsOrFractions(.scalar)
        case .pointer: []
        }
    }

    private static func floatsOrFractions(_ type: Document.ElementType) -> [AllowedFormat] {
        [AllowedFormat(type: type, componentType: .float)]
            + ([.byte, .unsignedByte, .short, .unsignedShort] as [Document.ComponentType]).map {
                AllowedFormat(type: type, componentType: $0, normalized: true)
            }
    }
}
