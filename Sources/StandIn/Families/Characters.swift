extension Intake {
    private enum Body: String, CaseIterable { case biped, quadruped }
    private enum MotionMode: String, CaseIterable { case prime, swift }
    private enum Operation: String, CaseIterable {
        case changeFPS = "change_fps", toUSDZ = "fbx2usdz", armature = "extract_armature"
    }

    /// Rigging: a skeleton for a humanoid, with a walk and a run.
    func rigging() throws(Refusal) -> Order {
        let source = try source("model_url", as: .glb)
        let height = try fields.size("height_meters") ?? 1.7
        _ = try image("texture_image_url", as: .png)
        let body = try fields.choice("animation_type", as: Body.self) ?? .biped

        var blueprint = try blueprint(of: source, from: Family.modelling.union([.convert, .resize]))
        guard blueprint.surface != nil else { throw .invalid("The model has no texture") }
        guard blueprint.triangleCount <= 300_000 else { throw .invalid("The model has more than 300000 faces") }
        guard body == .biped, blueprint.isHumanoid else { throw .poseFailed }
        blueprint.size = .height(height)
        return Order(type: "rig", credits: 5, seconds: 39, product: .rig(blueprint))
    }

    /// Animation: a movement for a rigged character.
    func animation() throws(Refusal) -> Order {
        let rig = try fields.required("rig_task_id", fields.identifier("rig_task_id"))
        let action = try fields.integer("action_id", in: ActionLibrary.range)
        let actions = try fields.integers("action_ids", count: 1...10, in: ActionLibrary.range)
        let motion = try fields.identifier("motion_task_id")
        guard [action != nil, actions != nil, motion != nil].count(where: \.self) == 1 else {
            throw .invalid("Exactly one of action_id, action_ids and motion_task_id is required")
        }
        if let process = try fields.object("post_process") {
            _ = try process.required("operation_type", process.choice("operation_type", as: Operation.self))
            if let fps = try process.integer("fps", in: 1...240), ![24, 25, 30, 60].contains(fps) {
                throw .invalid("Invalid fps: \(fps), must be one of [24 25 30 60]")
            }
        }
        var wanted: [ActionLibrary.Action] = []
        for id in actions ?? action.map({ [$0] }) ?? [] {
            guard let known = ActionLibrary.action(id) else { throw .invalid("Unknown action_id: \(id)") }
            wanted.append(known)
        }

        guard var blueprint = try succeeded(rig, of: [.rigging]).product.blueprint else { throw .taskNotFound }
        if let motion {
            _ = try succeeded(motion, of: [.textToMotion])
            // The sample maker cannot move a skeleton by a file: what stands for any movement is its wave.
            blueprint.clips = ["wave"]
        } else {
            blueprint.clips = wanted.map(\.clip)
        }
        return Order(
            type: "animate", credits: 3 * max(1, wanted.count), seconds: 20,
            product: .animation(
                blueprint, name: wanted.count == 1 ? wanted[0].key : motion == nil ? "Merged" : "Motion"))
    }

    /// Text to Motion: a movement without a character.
    func textToMotion() throws(Refusal) -> Order {
        let prompt = try fields.required("prompt", fields.text("prompt", limit: 400))
        let duration = try fields.required("duration", fields.number("duration", in: 2...10))
        guard (duration * 2).rounded() == duration * 2 else { throw .invalid("duration goes in steps of 0.5") }
        let mode = try fields.choice("mode", as: MotionMode.self) ?? .prime
        return Order(
            type: "text-to-motion", credits: mode == .prime ? 10 : 3, seconds: 25, echo: ["prompt": .string(prompt)],
            product: .motion(
                Motion(prompt: prompt, seed: freshSeed, duration: Int(duration * 1000), mode: mode.rawValue)))
    }
}
