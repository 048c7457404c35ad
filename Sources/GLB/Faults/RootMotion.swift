extension FaultRule {
    /// MESHY_ROOT_MOTION: a clip moves the figure through the world instead of on the spot.
    static let rootMotion = FaultRule(code: .meshyRootMotion) { file, validation, _ in
        let document = file.document
        let joints = Set(document.skins.flatMap { $0.joints.compactMap(\.self) })
        let roots = joints.filter { joint in document.parents[joint].map { !joints.contains($0) } ?? true }
        guard !roots.isEmpty else { return }
        let parents = SceneWalk(document).worldMatrices(of: roots.compactMap { document.parents[$0] })
        for animation in document.animations {
            for channel in animation.channels where channel.path == .translation {
                guard let node = channel.node, roots.contains(node),
                    let sampler = channel.sampler.map({ animation.samplers[$0] }),
                    let travel = travel(
                        of: sampler, in: document.parents[node].flatMap { parents[$0] } ?? .identity, file)
                else { continue }
                guard travel > leastTravel else { continue }
                validation.report(
                    .meshyRootMotion, at: animation.place,
                    "'\(document.nodes[node].name ?? "node \(node)")' ends \(Float(travel)) metres from where it began")
            }
        }
    }

    /// Steps and sways of clips that are made for the spot stay below.
    private static let leastTravel = 0.25
    /// How far from the first to the last keyframe it is over the ground; nil if that cannot be read.
    private static func travel(
        of sampler: Document.AnimationSampler, in parent: Matrix4, _ file: AssetFile
    ) -> Double? {
        guard let values = sampler.output.flatMap({ ElementReader(file, accessor: $0) }) else { return nil }
        // A spline has a tangent before and after each value.
        let isSpline = sampler.interpolation == .cubicSpline
        guard values.count >= (isSpline ? 6 : 2) else { return nil }
        func value(_ index: Int) -> SIMD3<Float>? { try? values.data(index..<index + 1).vectors3()?.first }
        guard let first = value(isSpline ? 1 : 0), let last = value(values.count - (isSpline ? 2 : 1)) else {
            return nil
        }
        let way = parent.transform(SIMD3<Double>(last)) - parent.transform(SIMD3<Double>(first))
        let travel = (way.x * way.x + way.z * way.z).squareRoot()
        return travel.isFinite ? travel : nil
    }
}
