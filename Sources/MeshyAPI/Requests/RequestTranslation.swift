/// A request as it was once made, turned into one that the service takes today.
package struct RequestTranslation: Equatable, Sendable {
    /// One thing that had to be changed.
    package struct Change: Hashable, Sendable, CustomStringConvertible {
        /// The parameter's name in the API, as it was recorded.
        package let parameter: String
        /// The value that was recorded; nil if there was none.
        package let old: JSON?
        /// What is sent instead, as `parameter=value`; nil if nothing is.
        package let new: String?
        /// Why.
        package let reason: String

        /// A sentence for people.
        package var description: String {
            let was = old.map { "\(parameter)=\($0.plainText)" } ?? "\(parameter) (not given)"
            return "\(was) \(new.map { "becomes \($0)" } ?? "is left out"): \(reason)"
        }
    }

    /// What to send today.
    package fileprivate(set) var request: TaskRequest
    /// What had to be changed, in the order in which it was; empty if the service takes the request as it was.
    package fileprivate(set) var changes: [Change] = []
}

extension RequestTranslation {
    /// Translates a request of any age.
    ///
    /// - Parameters:
    ///   - name: the kind's name as it was recorded, or the path it was sent to (`/v1/text-to-texture`).
    ///   - body: what was sent.
    ///   - recorded: the day on which it was sent; nil if nobody knows. Defaults have changed since.
    ///   - today: the day for which to translate.
    /// - Throws: ``RequestError`` if nothing the service offers today replaces what was asked for.
    package init(
        recordedAs name: String, body: JSON, on recorded: Day?, today: Day, retirements: RetirementTable = .current
    ) throws(RequestError) {
        guard case .object(let members) = body else { throw .notAnObject }
        var changes: [Change] = []
        let last = name.split(separator: "/").last.map(String.init) ?? name
        let kind: TaskKind
        switch (last, members["mode"]?.text) {
        case ("text-to-texture", _):
            kind = .retexture
            request = try TaskRequest(kind, body: Self.retexture(fromTextToTexture: members, &changes))
        case ("text-to-3d", nil) where members["object_prompt"] != nil:
            kind = .textTo3DPreview
            request = try TaskRequest(kind, body: Self.preview(fromFirstForm: members, &changes))
        case ("text-to-3d", let mode):
            kind = mode == "refine" ? .textTo3DRefine : .textTo3DPreview
            request = try TaskRequest(kind, body: body)
        case ("animations", _):
            kind = .animation
            request = try TaskRequest(kind, body: body)
        default:
            let dashed = name.contains("/print/") ? "print-\(last)" : last
            guard let known = TaskKind(rawValue: name) ?? TaskKind(serviceType: dashed) else {
                throw .unknownKind(name)
            }
            kind = known
            request = try TaskRequest(kind, body: body)
        }
        self.changes = changes
        modernise(recorded: recorded, today: today, retirements)
    }

    /// Replaces what is refused or ignored today by what does the same.
    private mutating func modernise(recorded: Day?, today: Day, _ retirements: RetirementTable) {
        replaceLowPoly()
        keepOldRemeshing(recorded: recorded)
        replaceModels(today, retirements)
        replaceSpelling("hd_texture", by: "texture_resolution", "4k", since: "2026-07-21")
        replaceSpelling("ultra_mode", by: "geometry_resolution", "2k", since: nil)
        replaceSpelling("is_a_t_pose", by: "pose_mode", "a-pose", since: "2025-12-04")
        for notice in request.notices(on: today, retirements: retirements)
        where notice.effect == .ignored || notice.effect == .retired {
            change(notice.parameter, to: nil, "\(notice)")
        }
    }

    /// Before 2026-01-22 the clean mesh was the default, and with the models of that time it stayed so.
    private mutating func keepOldRemeshing(recorded: Day?) {
        guard request.kind.parameter("should_remesh") != nil, request["should_remesh"] == nil,
            request[.modelType] != .smartTopology
        else { return }
        let isOldModel = ["meshy-3", "meshy-4", "meshy-5"].contains(request[.aiModel])
        let isOldDay = recorded.flatMap { recorded in Day("2026-01-22").map { recorded < $0 } } ?? false
        guard isOldModel || isOldDay else { return }
        change("should_remesh", to: ("should_remesh", true), "the default was true when the request was made")
    }

    private mutating func replaceLowPoly() {
        guard request[.modelType] == .lowpoly else { return }
        let reason = "low poly was retired on 2026-10-30"
        change("model_type", to: ("model_type", .string(ModelType.smartTopology.rawValue)), reason)
        if request["ai_model"] != nil { change("ai_model", to: nil, "smart topology has models of its own") }
        for name in ["should_remesh", "decimation_mode", "geometry_resolution", "ultra_mode"] where request[name] != nil
        {
            change(name, to: nil, "it has no effect with smart topology")
        }
        if request[.topology] == .quad { change("topology", to: nil, "smart topology makes triangles") }
        if let count = request[.targetPolycount], count > 15_000 {
            change("target_polycount", to: ("target_polycount", 15_000), "smart topology makes no more")
        }
    }

    private mutating func replaceModels(_ today: Day, _ retirements: RetirementTable) {
        for notice in request.notices(on: today, retirements: retirements)
        where notice.effect == .retired && ["ai_model", "texture_model"].contains(notice.parameter) {
            change(
                notice.parameter, to: notice.replacement.map { (notice.parameter, .string($0)) },
                "the model was retired\(notice.since.map { " on \($0)" } ?? "")")
        }
    }

    /// A switch whose meaning has moved to a value of another parameter.
    private mutating func replaceSpelling(_ old: String, by new: String, _ value: String, since: String?) {
        guard let setting = request[old] else { return }
        let reason = "\(old) is the older spelling" + (since.map { " (until \($0))" } ?? "")
        if setting == true, request[new] == nil {
            change(old, to: (new, .string(value)), reason)
        } else {
            change(old, to: nil, request[new] == nil ? "it is the default" : "\(new) says it")
        }
    }

    private mutating func change(_ name: String, to new: (name: String, value: JSON)?, _ reason: String) {
        let old = request[name]
        request[name] = nil
        if let new { request[new.name] = new.value }
        changes.append(
            Change(
                parameter: name, old: old, new: new.map { "\($0.name)=\($0.value.plainText)" }, reason: reason))
    }

    /// The first form of text to 3D had one prompt for the thing and one for its style, and no stages.
    private static func preview(fromFirstForm members: [String: JSON], _ changes: inout [Change]) -> JSON {
        var members = members
        let parts = ["object_prompt", "style_prompt"].compactMap { members[$0]?.text }
        let prompt = parts.joined(separator: ", ")
        for name in ["object_prompt", "style_prompt"] {
            guard let old = members.removeValue(forKey: name) else { continue }
            changes.append(
                Change(parameter: name, old: old, new: "prompt=\(prompt)", reason: "there is one prompt today"))
        }
        for name in ["enable_pbr", "resolution"] {
            guard let old = members.removeValue(forKey: name) else { continue }
            changes.append(
                Change(parameter: name, old: old, new: nil, reason: "textures come with a refine task today"))
        }
        members["prompt"] = .string(prompt)
        members["mode"] = "preview"
        return .object(members)
    }

    /// Text to texture became retexture on 2025-06-25.
    private static func retexture(fromTextToTexture members: [String: JSON], _ changes: inout [Change]) -> JSON {
        var members = members
        let style = ["object_prompt", "style_prompt"].compactMap { members[$0]?.text }.joined(separator: ", ")
        for name in ["object_prompt", "style_prompt"] {
            guard let old = members.removeValue(forKey: name) else { continue }
            changes.append(
                Change(
                    parameter: name, old: old, new: "text_style_prompt=\(style)",
                    reason: "text-to-texture became retexture on 2025-06-25"))
        }
        members["text_style_prompt"] = .string(style)
        if let old = members.removeValue(forKey: "resolution") {
            let resolution = old.integer == 4096 ? "4k" : "2k"
            members["texture_resolution"] = .string(resolution)
            changes.append(
                Change(
                    parameter: "resolution", old: old, new: "texture_resolution=\(resolution)",
                    reason: "text-to-texture became retexture on 2025-06-25"))
        }
        return .object(members)
    }
}
