/// The shape that a request asks for: the parameters that the generating families share.
struct GeometryOptions {
    enum ModelType: String, CaseIterable { case standard, lowpoly, smartTopology = "smart-topology" }
    enum Resolution: String, CaseIterable { case standard, two = "2k", four = "4k" }
    enum Topology: String, CaseIterable { case quad, triangle }
    enum Pose: String, CaseIterable { case a = "a-pose", t = "t-pose" }
    enum Symmetry: String, CaseIterable { case off, auto, on }

    let isSmart: Bool
    let model: AIModel
    /// Whether the mesh is made finer than usual, for five credits more.
    let isFine: Bool
    let isRemeshed: Bool
    /// About how many triangles the mesh is to have; nil leaves it dense.
    let triangles: Int?
    let echo: [String: JSON]

    /// Reads the parameters; `resolutions` are those that the family offers.
    init(_ fields: Fields, at now: Milliseconds, resolutions: [Resolution] = Resolution.allCases) throws(Refusal) {
        let type = try fields.choice("model_type", as: ModelType.self) ?? .standard
        guard type != .lowpoly else { throw .invalid("model_type lowpoly has been retired, use smart-topology") }
        isSmart = type == .smartTopology
        let named = try AIModel.named(
            by: "ai_model", in: fields, for: isSmart ? [.smartTopology] : [.geometry], at: now)
        model = named ?? .latest

        let resolution =
            try fields.choice("geometry_resolution", of: resolutions.map(\.rawValue))
            .flatMap(Resolution.init) ?? .standard
        let isUltra = try fields.flag("ultra_mode") ?? false
        let finest = isUltra && resolution == .standard ? .two : resolution
        if !isSmart { try Self.check(finest, fits: model) }
        isFine = !isSmart && finest != .standard

        let wantsRemesh = try fields.flag("should_remesh") ?? false
        _ = try fields.choice("topology", as: Topology.self)
        _ = try fields.choice("symmetry_mode", as: Symmetry.self)
        _ = try fields.choice("pose_mode", as: Pose.self)
        _ = try fields.flag("is_a_t_pose")
        let (limits, usual) = Self.counts(isSmart ? named?.name ?? "meshy-t2" : model.name)
        let count = try fields.integer("target_polycount", in: limits)
        let mode = try fields.integer("decimation_mode", in: 1...4)
        isRemeshed = wantsRemesh || isSmart
        let adaptive = isSmart ? nil : mode.map { [60_000, 30_000, 10_000, 3_000][$0 - 1] }
        triangles = isRemeshed ? adaptive ?? count ?? usual : nil
        echo = ["model_type": .string(type.rawValue), "ultra_mode": .bool(isUltra)]
    }

    private static func check(_ resolution: Resolution, fits model: AIModel) throws(Refusal) {
        let models = resolution == .four ? ["meshy-7.1", "latest"] : ["meshy-7", "meshy-7.1", "latest"]
        guard resolution == .standard || models.contains(model.name) else {
            throw .invalid("geometry_resolution \(resolution.rawValue) needs one of [\(models.joined(separator: " "))]")
        }
    }

    private static func counts(_ model: String) -> (limits: ClosedRange<Int>, usual: Int) {
        switch model {
        case "meshy-t2": (100...15_000, 4_000)
        case "meshy-t2.5": (100...30_000, 15_000)
        default: (100...300_000, 30_000)
        }
    }
}
