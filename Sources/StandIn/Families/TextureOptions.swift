/// The texture that a request asks for: the parameters that the texturing families share.
struct TextureOptions {
    enum Resolution: String, CaseIterable { case two = "2k", four = "4k", eight = "8k" }

    let hasMaps: Bool
    let resolution: Resolution
    let prompt: String
    let image: Media?
    let echo: [String: JSON]

    /// Reads the parameters for a texture that `model` paints.
    init(_ intake: Intake, model: AIModel) throws(Refusal) {
        let fields = intake.fields
        hasMaps = try fields.flag("enable_pbr") ?? false
        let isHD = try fields.flag("hd_texture") ?? false
        resolution = try fields.choice("texture_resolution", as: Resolution.self) ?? (isHD ? .four : .two)
        guard resolution == .two || model.hasLargeTextures else {
            throw .invalid("texture_resolution \(resolution.rawValue) is not available with \(model.name)")
        }
        guard !hasMaps || model.line != .references else {
            throw .invalid("enable_pbr is not available with \(model.name)")
        }
        prompt = try fields.text("texture_prompt", limit: Intake.promptLimit) ?? ""
        image = try intake.image("texture_image_url")
        _ = try fields.flag("remove_lighting")
        echo = ["texture_prompt": .string(prompt), "texture_image_url": .string(image?.text ?? "")]
    }

    /// Whether the texture is made at 8K, for five credits more.
    var isLargest: Bool { resolution == .eight }

    /// How many texels wide and high the texture becomes: a quarter of what its name says, which is enough to tell the
    /// sizes apart and does not keep a test waiting.
    var size: Int {
        switch resolution {
        case .two: 512
        case .four: 1024
        case .eight: 2048
        }
    }

    /// The surface that comes of it; the prompt wins over the picture.
    var surface: Blueprint.Surface {
        Blueprint.Surface(prompt: prompt.isEmpty ? image?.words ?? "" : prompt, hasMaps: hasMaps, size: size)
    }
}
