extension Intake {
    /// Retexture: another texture for a model.
    func retexture() throws(Refusal) -> Order {
        let source = try source("model_url", as: .model)
        let named = try AIModel.named(by: "ai_model", in: fields, for: [.texture], at: now)
        guard named?.line != .lite else { throw .invalid("ai_model meshy-6-lite is not available for retexturing") }
        let words = try fields.text("text_style_prompt", limit: Self.promptLimit)
        let image = try image("image_style_url")
        let views = try images("multiview_image_urls", count: 1...4)
        let style = try style(words: words, image: image, views: views, model: named)
        let texture = try TextureOptions(self, model: named ?? .latest)
        _ = try fields.flag("enable_original_uv")
        let results = try ResultOptions(fields)

        var blueprint = try blueprint(of: source, from: Family.modelling)
        blueprint.surface = Blueprint.Surface(prompt: style, hasMaps: texture.hasMaps, size: texture.size)
        return Order(
            type: "retexture", credits: texture.isLargest ? 15 : 10, seconds: 45,
            echo: results.echo.merging([
                "text_style_prompt": .string(words ?? ""), "image_style_url": .string(image?.text ?? ""),
                "multiview_image_urls": .array((views ?? []).map { .string($0.text) }),
            ]) { $1 },
            product: .model(results.files(blueprint)))
    }

    /// The words of the one style that is given; a picture wins over words.
    private func style(words: String?, image: Media?, views: [Media]?, model: AIModel?) throws(Refusal) -> String {
        if let views {
            guard words == nil, image == nil else { throw .invalid("multiview_image_urls excludes the other styles") }
            guard let model, ["meshy-7", "meshy-n1"].contains(model.name) else {
                throw .invalid("multiview_image_urls needs ai_model meshy-7 or meshy-n1")
            }
            return views.first?.words ?? ""
        }
        if let image { return image.words }
        guard let words else {
            throw .invalid("One of text_style_prompt, image_style_url and multiview_image_urls is required")
        }
        guard model?.line != .references else { throw .invalid("ai_model meshy-n1 needs a picture as its style") }
        return words
    }
}
