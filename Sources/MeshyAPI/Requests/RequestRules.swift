/// The rules between parameters that take more than a word, each as the service's pages have it.
enum RequestRules {
    /// Smart topology has models, face counts and limits of its own.
    static func smartTopology(_ request: TaskRequest) -> [RequestProblem] {
        let model = request[.aiModel]
        let isSmartModel = model?.hasPrefix("meshy-t") == true
        guard request[.modelType] == .smartTopology else {
            return isSmartModel
                ? [.error("ai_model", "is \(model ?? ""), which needs model_type=smart-topology")] : []
        }
        var problems: [RequestProblem] = []
        if let model, !isSmartModel {
            problems.append(.error("ai_model", "is \(model); smart topology takes meshy-t2 and meshy-t2.5"))
        }
        let limit = model == "meshy-t2.5" ? 30_000 : 15_000
        if let count = request[.targetPolycount], count > limit {
            problems.append(.error("target_polycount", "is \(count); \(model ?? "meshy-t2") makes at most \(limit)"))
        }
        for ignored in ["should_remesh", "decimation_mode", "geometry_resolution"] where request[ignored] != nil {
            problems.append(.warning(ignored, "has no effect with smart topology"))
        }
        if request[.topology] == .quad { problems.append(.warning("topology", "is triangle with smart topology")) }
        return problems
    }

    /// The finer geometries are for the newest models.
    static func geometryResolution(_ request: TaskRequest) -> [RequestProblem] {
        guard let resolution = request[.geometryResolution], resolution != .standard,
            let model = request[.aiModel],
            let older = ["meshy-6", "meshy-6-lite", "meshy-7"].first(where: { $0 == model }),
            resolution == .fourK || older != "meshy-7"
        else { return [] }
        return [
            .error(
                "geometry_resolution",
                "is \(resolution.rawValue), which \(older) cannot make; use \(resolution == .fourK ? "" : "meshy-7 or ")meshy-7.1"
            )
        ]
    }

    /// What shapes the clean mesh needs the clean mesh to be made.
    static func remeshing(_ request: TaskRequest) -> [RequestProblem] {
        guard request[.modelType] != .smartTopology, request[.shouldRemesh] != true else { return [] }
        return ["topology", "target_polycount", "decimation_mode", "save_pre_remeshed_model"]
            .filter { request[$0] != nil && request[$0] != false }
            .map { .warning($0, "has no effect without should_remesh=true, which is no longer the default") }
    }

    /// The finer textures are for the full models.
    static func textureResolution(_ request: TaskRequest) -> [RequestProblem] {
        guard let resolution = request[.textureResolution], resolution != .twoK else { return [] }
        if request[.aiModel] == "meshy-6-lite" || request[.textureModel] == "meshy-6-lite" {
            return [.error("texture_resolution", "is \(resolution.rawValue), which meshy-6-lite cannot make")]
        }
        if request[.hdTexture] != nil {
            return [.warning("hd_texture", "has no effect beside texture_resolution, which wins")]
        }
        return []
    }

    /// The older styles.
    static func artStyle(_ request: TaskRequest) -> [RequestProblem] {
        request[.artStyle] == .sculpture && request[.enablePBR] == true
            ? [.error("enable_pbr", "cannot be given together with art_style=sculpture")] : []
    }

    /// Without a texture there is nothing that texture parameters could do.
    static func untextured(_ request: TaskRequest) -> [RequestProblem] {
        guard request[.shouldTexture] == false else { return [] }
        var problems: [RequestProblem] = []
        if request[.enablePBR] == true {
            problems.append(.error("enable_pbr", "cannot be given together with should_texture=false"))
        }
        if request[.textureImageURLs] != nil {
            problems.append(.error("texture_image_urls", "cannot be given together with should_texture=false"))
        }
        for name in ["texture_prompt", "texture_image_url", "texture_resolution", "texture_model", "hd_texture"]
        where request[name] != nil {
            problems.append(.warning(name, "has no effect with should_texture=false"))
        }
        return problems
    }

    /// A new texture follows words, one picture or several, and meshy-n1 is choosy.
    static func retextureStyle(_ request: TaskRequest) -> [RequestProblem] {
        var problems: [RequestProblem] = []
        let styles = ["text_style_prompt", "image_style_url", "multiview_image_urls"]
        let given = styles.filter { request[$0] != nil }
        if given.isEmpty { problems.append(.error(nil, "one of \(styles.joined(separator: ", ")) is needed")) }
        if request[.multiviewImageURLs] != nil {
            if given.count > 1 {
                problems.append(.error("multiview_image_urls", "cannot be given together with another style"))
            }
            if !["meshy-7", "meshy-n1"].contains(request[.aiModel]) {
                problems.append(.error("multiview_image_urls", "needs ai_model=meshy-7 or ai_model=meshy-n1"))
            }
        } else if given.count == 2 {
            problems.append(.warning("text_style_prompt", "has no effect beside image_style_url, which wins"))
        }
        if request[.aiModel] == "meshy-n1" {
            for name in ["text_style_prompt", "enable_pbr", "texture_resolution", "remove_lighting"]
            where request[name] != nil {
                problems.append(.error(name, "cannot be given with meshy-n1"))
            }
        }
        if request[.enableOriginalUV] == nil {
            problems.append(
                .warning("enable_original_uv", "is not given, and the service's pages disagree on what that means"))
        }
        return problems
    }

    /// The ways to give a size exclude each other.
    static func oneSize(_ request: TaskRequest) -> [RequestProblem] {
        let given = sizes(request)
        return given.count > 1
            ? [.error(given[1], "cannot be given together with \(given[0])")] : []
    }

    /// A task whose whole purpose is a size needs one.
    static func exactlyOneSize(_ request: TaskRequest) -> [RequestProblem] {
        sizes(request).isEmpty
            ? [.error(nil, "one of resize_height, resize_longest_side, auto_size=true is needed")] : oneSize(request)
    }

    private static func sizes(_ request: TaskRequest) -> [String] {
        ["resize_height", "resize_longest_side", "auto_size"].filter { name in
            request[name].map { $0 != false && $0.double != 0 } ?? false
        }
    }

    /// Pictures a second belong to one operation.
    static func postProcess(_ request: TaskRequest) -> [RequestProblem] {
        guard let process = request[.postProcess], let rate = process["fps"] else { return [] }
        if process["operation_type"] != "change_fps" {
            return [.error("post_process.fps", "belongs to operation_type=change_fps")]
        }
        return [24, 25, 30, 60].contains(rate.integer)
            ? [] : [.error("post_process.fps", "is \(rate.plainText); it must be 24, 25, 30 or 60")]
    }

    /// A picture's shape depends on who draws it.
    static func pictureShape(_ request: TaskRequest) -> [RequestProblem] {
        guard let ratio = request[.aspectRatio] else { return [] }
        if request[.generateMultiView] == true {
            return [.error("aspect_ratio", "cannot be given together with generate_multi_view")]
        }
        let isGPT = request[.aiModel]?.hasPrefix("gpt-image") == true
        let known = isGPT ? ["1:1", "3:2", "2:3"] : ["1:1", "16:9", "9:16", "4:3", "3:4"]
        if known.contains(ratio) { return [] }
        let list = known.joined(separator: ", ")
        // More shapes were announced for the GPT models without a list.
        return isGPT
            ? [.warning("aspect_ratio", "is \(ratio); surely known are \(list)")]
            : [.error("aspect_ratio", "is \(ratio); this model draws \(list)")]
    }
}
