extension Intake {
    private enum Pose: String, CaseIterable { case a = "a-pose", t = "t-pose" }

    /// Text to Image.
    func textToImage() throws(Refusal) -> Order {
        _ = try fields.choice("pose_mode", as: Pose.self)
        return try picture(type: "text-to-image", dearest: 9) { prompt in (prompt, freshSeed) }
    }

    /// Image to Image: the same prices, but for the dearest models.
    func imageToImage() throws(Refusal) -> Order {
        let references = try images("reference_image_urls", count: 1...5)
        let id = try fields.identifier("input_task_id")
        guard id != nil || references != nil else {
            throw .invalid("Either input_task_id or reference_image_urls is required")
        }
        return try picture(type: "image-to-image", dearest: 12) { prompt throws(Refusal) in
            if let id {
                guard case .pictures(let pictures) = try succeeded(id, of: [.textToImage, .imageToImage]).product,
                    let picture = pictures.first
                else { throw .invalid("Task \(id) has no picture") }
                return ("\(picture.prompt) \(prompt)", picture.seed)
            }
            guard let reference = references?.first else { return (prompt, freshSeed) }
            let (words, seed) = subject(of: reference)
            return ("\(words) \(prompt)", seed)
        }
    }

    private func picture(
        type: String, dearest: Int, subject: (_ prompt: String) throws(Refusal) -> (prompt: String, seed: Int)
    ) throws(Refusal) -> Order {
        let prices = [
            "nano-banana": 3, "nano-banana-2": 6, "nano-banana-pro": 9, "gpt-image-2": dearest,
            "gpt-image-2-5-flare": dearest, "gpt-image-2-5-sunburst": dearest,
        ]
        let model = try fields.required("ai_model", fields.choice("ai_model", of: prices.keys.sorted()))
        let prompt = try fields.required("prompt", fields.text("prompt", limit: Self.promptLimit))
        let hasViews = try fields.flag("generate_multi_view") ?? false
        guard !hasViews || !fields.has("aspect_ratio") else {
            throw .invalid("generate_multi_view excludes aspect_ratio")
        }
        let ratios = model.hasPrefix("nano") ? ["1:1", "16:9", "9:16", "4:3", "3:4"] : ["1:1", "3:2", "2:3"]
        let ratio = try fields.choice("aspect_ratio", of: ratios) ?? "1:1"
        let isTransparent = try fields.flag("remove_background") ?? false

        let (words, seed) = try subject(prompt)
        let (width, height) = Self.size(ratio)
        let views: [Picture.View] = hasViews ? [.front, .right, .back] : [.front]
        return Order(
            type: type, credits: prices[model] ?? dearest, seconds: 12,
            echo: ["ai_model": .string(model), "prompt": .string(prompt)],
            product: .pictures(
                views.map {
                    Picture(
                        prompt: words, seed: seed, width: width, height: height, view: $0, isTransparent: isTransparent)
                }))
    }

    /// A picture of that shape whose longer side has 1024 pixels.
    private static func size(_ ratio: String) -> (width: Int, height: Int) {
        let sides = ratio.split(separator: ":").compactMap { Int($0) }
        guard sides.count == 2, let longest = sides.max() else { return (1024, 1024) }
        return (sides[0] * 1024 / longest, sides[1] * 1024 / longest)
    }
}
