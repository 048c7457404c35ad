extension Intake {
    private enum Mode: String, CaseIterable { case preview, refine }
    private enum ArtStyle: String, CaseIterable { case realistic, sculpture }

    /// Text to 3D: a preview makes the shape, a refine paints it.
    func textTo3D() throws(Refusal) -> Order {
        switch try fields.required("mode", fields.choice("mode", as: Mode.self)) {
        case .preview: try preview()
        case .refine: try refine()
        }
    }

    private func preview() throws(Refusal) -> Order {
        let prompt = try fields.required("prompt", fields.text("prompt", limit: Self.promptLimit))
        guard prompt.contains(where: { !$0.isWhitespace }) else { throw .invalid("prompt is required") }
        let geometry = try GeometryOptions(fields, at: now)
        let results = try ResultOptions(fields)
        let style = try fields.choice("art_style", as: ArtStyle.self) ?? .realistic
        let negative = try fields.text("negative_prompt", limit: Self.promptLimit) ?? ""
        let seed = try fields.integer("seed", in: 0...Int(Int32.max)) ?? freshSeed
        var files = results.files(Blueprint(prompt: prompt, seed: seed, triangles: geometry.triangles))
        files.line = geometry.model.line
        return Order(
            type: "text-to-3d-preview",
            credits: (geometry.isSmart || geometry.model.line == .lite ? 5 : 20) + (geometry.isFine ? 5 : 0),
            seconds: 55,
            echo: geometry.echo.merging(results.echo) { $1 }.merging([
                "mode": .string("preview"), "prompt": .string(prompt), "negative_prompt": .string(negative),
                "art_style": .string(style.rawValue), "texture_prompt": .string(""),
                "texture_image_url": .string(""), "seed": .number(Double(seed)),
            ]) { $1 },
            product: .model(files))
    }

    private func refine() throws(Refusal) -> Order {
        let id = try fields.required("preview_task_id", fields.identifier("preview_task_id"))
        let named = try AIModel.named(by: "ai_model", in: fields, for: [.texture, .geometry, .smartTopology], at: now)
        let texture = try TextureOptions(self, model: named ?? .latest)
        let results = try ResultOptions(fields)

        let preview = try succeeded(id, of: [.textTo3D])
        guard preview.type == "text-to-3d-preview", case .model(var source) = preview.product else {
            throw .invalid("Task \(id) is not a preview")
        }
        if let named, !named.paints(source.line) {
            throw .invalid("ai_model \(named.name) does not fit the preview's model")
        }
        source.blueprint.surface = texture.surface
        return Order(
            type: "text-to-3d-refine", credits: texture.isLargest ? 15 : 10, seconds: 41,
            echo: preview.echo.merging(results.echo) { $1 }.merging(texture.echo) { $1 }
                .merging(["mode": .string("refine")]) { $1 },
            product: .model(results.files(source.blueprint)))
    }
}
