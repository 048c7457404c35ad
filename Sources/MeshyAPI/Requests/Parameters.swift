// Every parameter of the API by its name, with the Swift type of its values. Which request takes which of them, and with
// which values, stands in `RequestSchema.swift`.

extension Parameter where Value == String {
    /// What to make, in words.
    package static var prompt: Self { .init("prompt", .text(safe: 600, limit: 800), "what to make, in words") }
    /// The AI model; `latest` if absent.
    package static var aiModel: Self { .init("ai_model", .openChoice([]), "the AI model; latest if absent") }
    /// The AI model for the texture; follows `ai_model` if absent.
    package static var textureModel: Self {
        .init("texture_model", .openChoice(["meshy-7", "meshy-n1", "meshy-6-lite"]), "the AI model for the texture")
    }
    /// What the texture should look like.
    package static var texturePrompt: Self {
        .init("texture_prompt", .text(safe: 600, limit: 800), "what the texture should look like")
    }
    /// A picture that the texture follows.
    package static var textureImageURL: Self {
        .init("texture_image_url", .media(.image), "a picture that the texture follows")
    }
    /// The preview to refine.
    package static var previewTaskID: Self { .init("preview_task_id", .task, "the preview to refine") }
    /// The earlier task whose result to work on; wins over a URL.
    package static var inputTaskID: Self { .init("input_task_id", .task, "the earlier task whose result to work on") }
    /// The rigging task whose figure to animate.
    package static var rigTaskID: Self { .init("rig_task_id", .task, "the rigged figure's task") }
    /// The text-to-motion task whose clip to apply.
    package static var motionTaskID: Self { .init("motion_task_id", .task, "the task that made the clip") }
    /// The picture to make a model from.
    package static var imageURL: Self { .init("image_url", .media(.image), "the picture to make a model from") }
    /// The model to work on.
    package static var modelURL: Self { .init("model_url", .media(.anyModel), "the model to work on") }
    /// The style of the new texture in words.
    package static var textStylePrompt: Self {
        .init("text_style_prompt", .text(safe: 600, limit: 800), "the style of the new texture in words")
    }
    /// A picture of the new texture's style; wins over the words.
    package static var imageStyleURL: Self {
        .init("image_style_url", .media(.image), "a picture of the new texture's style")
    }
    /// The width and height of a picture, as `16:9`.
    package static var aspectRatio: Self {
        .init("aspect_ratio", .text(safe: 10, limit: 10), "the picture's width to its height")
    }
    /// The printer's maker.
    package static var printerBrand: Self {
        .init(
            "printer_brand",
            .openChoice([
                "bambu", "anycubic", "creality", "flashforge", "snapmaker", "elegoo", "prusa", "qidi", "ankermake",
            ]), "the printer's maker")
    }
    /// The task's name.
    package static var name: Self { .init("name", .text(safe: 100, limit: 1000), "the task's name") }
    /// What should not be in the result; without effect today.
    package static var negativePrompt: Self {
        .init("negative_prompt", .text(safe: 600, limit: 800), "what should not be in the result")
    }
    /// How rich the texture is; without effect today.
    package static var textureRichness: Self {
        .init("texture_richness", .choice(["high", "medium", "low", "none"]), "how rich the texture is")
    }
    /// How the surface is made; deprecated.
    package static var surfaceMode: Self {
        .init("surface_mode", .text(safe: 40, limit: 40), "how the surface is made")
    }
}

extension Parameter where Value == Bool {
    /// Whether the dense raw mesh is replaced by a clean one; false by default since Meshy 6.
    package static var shouldRemesh: Self {
        .init("should_remesh", .boolean, "replace the dense raw mesh by a clean one")
    }
    /// Whether a model from pictures gets its texture; true by default.
    package static var shouldTexture: Self { .init("should_texture", .boolean, "make the texture too") }
    /// Whether the raw mesh is kept beside the clean one.
    package static var savePreRemeshedModel: Self {
        .init("save_pre_remeshed_model", .boolean, "keep the raw mesh beside the clean one")
    }
    /// Whether metallic, roughness and normal maps are made.
    package static var enablePBR: Self { .init("enable_pbr", .boolean, "make metallic, roughness and normal maps") }
    /// Whether highlights and shadows are taken out of the base colour.
    package static var removeLighting: Self {
        .init("remove_lighting", .boolean, "take highlights and shadows out of the base colour")
    }
    /// Whether the input picture may be improved first.
    package static var imageEnhancement: Self {
        .init("image_enhancement", .boolean, "improve the input picture first")
    }
    /// Whether words and pictures are screened.
    package static var moderation: Self { .init("moderation", .boolean, "screen words and pictures") }
    /// Whether the real height is estimated and the model scaled to metres.
    package static var autoSize: Self { .init("auto_size", .boolean, "estimate the real height, scale to metres") }
    /// Whether a thumbnail with a transparent background is made.
    package static var alphaThumbnail: Self {
        .init("alpha_thumbnail", .boolean, "make a thumbnail with a transparent background")
    }
    /// Whether thumbnails from four sides are made.
    package static var multiViewThumbnails: Self {
        .init("multi_view_thumbnails", .boolean, "make thumbnails from four sides")
    }
    /// Whether the model's own texture coordinates are kept.
    package static var enableOriginalUV: Self {
        .init("enable_original_uv", .boolean, "keep the model's own texture coordinates")
    }
    /// Whether three pictures from three sides are made.
    package static var generateMultiView: Self {
        .init("generate_multi_view", .boolean, "make three pictures from three sides")
    }
    /// Whether the picture's background is removed.
    package static var removeBackground: Self { .init("remove_background", .boolean, "remove the background") }
    /// The older spelling of a finer geometry.
    package static var ultraMode: Self { .init("ultra_mode", .boolean, "older spelling of geometry_resolution 2k") }
    /// The older spelling of a finer texture.
    package static var hdTexture: Self { .init("hd_texture", .boolean, "older spelling of texture_resolution 4k") }
    /// The older spelling of a pose.
    package static var isATPose: Self { .init("is_a_t_pose", .boolean, "older spelling of pose_mode") }
    /// Whether a remesh only writes other formats.
    package static var convertFormatOnly: Self {
        .init("convert_format_only", .boolean, "only write other formats")
    }
}

extension Parameter where Value == Int {
    /// About how many faces the clean mesh has.
    package static var targetPolycount: Self {
        .init("target_polycount", .integer(100...300_000), "about how many faces the clean mesh has")
    }
    /// The face count by level instead of number: 1 ultra, 2 high, 3 medium, 4 low.
    package static var decimationMode: Self {
        .init("decimation_mode", .integer(1...4), "face count by level: 1 ultra, 2 high, 3 medium, 4 low")
    }
    /// The start of the random numbers; documented no more.
    package static var seed: Self { .init("seed", .integer(0...Int(UInt32.max)), "the start of the random numbers") }
    /// The clip's number in the animation library.
    package static var actionID: Self {
        .init("action_id", .integer(-1000...1_000_000), "the clip's number in the animation library")
    }
    /// How many colours a print has at most.
    package static var maxColors: Self { .init("max_colors", .integer(1...16), "how many colours at most") }
    /// How fine the borders between the colours are.
    package static var maxDepth: Self { .init("max_depth", .integer(3...6), "how fine the borders are") }
}

extension Parameter where Value == Double {
    /// The result's height in metres; 0 leaves it.
    package static var resizeHeight: Self {
        .init("resize_height", .number(0...10_000, step: nil), "the height in metres")
    }
    /// The result's longest side in metres; 0 leaves it.
    package static var resizeLongestSide: Self {
        .init("resize_longest_side", .number(0...10_000, step: nil), "the longest side in metres")
    }
    /// The figure's height in metres.
    package static var heightMeters: Self {
        .init("height_meters", .number(0.01...1_000, step: nil), "the figure's height in metres")
    }
    /// The clip's length in seconds.
    package static var duration: Self {
        .init("duration", .number(2...10, step: 0.5), "the clip's length in seconds")
    }
    /// The height that the print will have, in millimetres.
    package static var intendedPrintHeight: Self {
        .init("intended_print_height_mm", .number(1...10_000, step: nil), "the print's height in millimetres")
    }
}

extension Parameter where Value == [Int] {
    /// One to ten clips by their numbers in the animation library.
    package static var actionIDs: Self { .init("action_ids", .integers(count: 1...10), "one to ten clips by number") }
}

extension Parameter where Value == [String] {
    /// One to four pictures of the same thing from different sides.
    package static var imageURLs: Self {
        .init("image_urls", .mediaList(.image, count: 1...4), "one to four pictures of the same thing")
    }
    /// One to four pictures that the texture follows.
    package static var textureImageURLs: Self {
        .init("texture_image_urls", .mediaList(.image, count: 1...4), "one to four pictures for the texture")
    }
    /// One to four pictures of the new texture from different sides.
    package static var multiviewImageURLs: Self {
        .init("multiview_image_urls", .mediaList(.image, count: 1...4), "one to four pictures of the new texture")
    }
    /// One to five pictures to work from.
    package static var referenceImageURLs: Self {
        .init("reference_image_urls", .mediaList(.image, count: 1...5), "one to five pictures to work from")
    }
}

extension Parameter where Value == [OutputFormat] {
    /// The formats of the result.
    package static var targetFormats: Self {
        .init("target_formats", .choices(OutputFormat.allCases.map(\.rawValue)), "the formats of the result")
    }
}

extension Parameter where Value == JSON {
    /// What is done with a clip afterwards.
    package static var postProcess: Self {
        .init(
            "post_process",
            .object([
                ParameterDefinition(
                    name: "operation_type", form: .choice(["change_fps", "fbx2usdz", "extract_armature"]),
                    summary: "what to do"
                ).required,
                ParameterDefinition(
                    name: "fps", form: .integer(1...240), summary: "24, 25, 30 or 60 pictures a second"),
            ]), "what is done with the clip afterwards")
    }
}

extension JSON: ParameterValue {
    package init?(json: JSON) { self = json }
    package var json: JSON { self }
}

extension Parameter where Value == ModelType {
    /// Which machinery makes the shape.
    package static var modelType: Self { .init("model_type", "which machinery makes the shape") }
}

extension Parameter where Value == GeometryResolution {
    /// How finely the shape is made; more than `standard` costs 5 credits.
    package static var geometryResolution: Self { .init("geometry_resolution", "how finely the shape is made") }
}

extension Parameter where Value == Topology {
    /// What the faces are.
    package static var topology: Self { .init("topology", "what the faces are") }
}

extension Parameter where Value == SymmetryMode {
    /// Whether both sides are alike; without effect today.
    package static var symmetryMode: Self { .init("symmetry_mode", "whether both sides are alike") }
}

extension Parameter where Value == PoseMode {
    /// How a figure holds its arms.
    package static var poseMode: Self { .init("pose_mode", "how a figure holds its arms") }
}

extension Parameter where Value == TextureResolution {
    /// The texture's width and height; `8k` costs 5 credits.
    package static var textureResolution: Self { .init("texture_resolution", "the texture's width and height") }
}

extension Parameter where Value == Origin {
    /// Where the origin lies.
    package static var originAt: Self { .init("origin_at", "where the origin lies") }
}

extension Parameter where Value == ArtStyle {
    /// The style of the older models; ignored today.
    package static var artStyle: Self { .init("art_style", "the style of the older models") }
}

extension Parameter where Value == MotionMode {
    /// How a clip is made.
    package static var motionMode: Self { .init("mode", "how the clip is made: prime is FBX, swift is BVH") }
}

extension Parameter where Value == CreatureType {
    /// What kind of creature is rigged.
    package static var animationType: Self { .init("animation_type", "what kind of creature is rigged") }
}

extension Parameter where Value == PrinterType {
    /// The printing process.
    package static var printerType: Self { .init("printer_type", "the printing process") }
}

extension Parameter where Value == PrintStyle {
    /// How colours are simplified.
    package static var printStyle: Self { .init("style", "how colours are simplified") }
}
