extension Intake {
    /// Image to 3D.
    func imageTo3D() throws(Refusal) -> Order {
        let source = try source("image_url", as: .image)
        let geometry = try GeometryOptions(fields, at: now)
        return try fromPictures(
            source, geometry, type: "image-to-3d", textureModels: ["meshy-7", "meshy-n1", "meshy-6-lite"])
    }

    /// Multi-Image to 3D: the same object from up to four sides.
    func multiImageTo3D() throws(Refusal) -> Order {
        let source: Source
        if let id = try fields.identifier("input_task_id") {
            source = .task(id)
        } else if let first = try images("image_urls", count: 1...4)?.first {
            source = .media(first)
        } else {
            throw .invalid("Either input_task_id or image_urls is required")
        }
        guard !fields.has("model_type") else { throw .invalid("model_type is not available for several images") }
        if try images("texture_image_urls", count: 1...4) != nil {
            guard !fields.has("texture_prompt"), !fields.has("texture_image_url") else {
                throw .invalid("texture_image_urls excludes texture_prompt and texture_image_url")
            }
            guard try fields.flag("should_texture") ?? true else {
                throw .invalid("texture_image_urls needs should_texture")
            }
        }
        let geometry = try GeometryOptions(fields, at: now, resolutions: [.standard, .two])
        return try fromPictures(source, geometry, type: "multi-image-to-3d", textureModels: ["meshy-7", "meshy-n1"])
    }

    private func fromPictures(
        _ source: Source, _ geometry: GeometryOptions, type: String, textureModels: [String]
    ) throws(Refusal) -> Order {
        let isTextured = try fields.flag("should_texture") ?? true
        _ = try fields.choice("texture_model", of: textureModels)
        let painter = try AIModel.named(by: "texture_model", in: fields, for: [.texture], at: now)
        let texture = try TextureOptions(self, model: painter ?? (geometry.isSmart ? .latest : geometry.model))
        guard isTextured || !texture.hasMaps else { throw .invalid("enable_pbr needs should_texture") }
        _ = try fields.flag("image_enhancement")
        let keepsDense = try fields.flag("save_pre_remeshed_model") ?? false
        let results = try ResultOptions(fields)

        let (prompt, seed) = try subject(of: source, single: type == "image-to-3d")
        var files = results.files(
            Blueprint(
                prompt: prompt, seed: seed, triangles: geometry.triangles, surface: isTextured ? texture.surface : nil))
        if keepsDense, geometry.isRemeshed {
            files.before = files.blueprint
            files.before?.triangles = nil
        }
        return Order(
            type: type, credits: price(geometry, isTextured ? texture : nil), seconds: isTextured ? 96 : 55,
            echo: results.echo.merging(texture.echo) { $1 }, product: .model(files))
    }

    /// The words and the seed of what a request for a model of pictures shows.
    private func subject(of source: Source, single: Bool) throws(Refusal) -> (prompt: String, seed: Int) {
        switch source {
        case .media(let image): return subject(of: image)
        case .task(let id):
            guard case .pictures(let pictures) = try succeeded(id, of: [.textToImage, .imageToImage]).product,
                let picture = pictures.first
            else { throw .invalid("Task \(id) has no picture") }
            guard !single || pictures.count == 1 else { throw .invalid("Task \(id) has more than one picture") }
            return (picture.prompt, picture.seed)
        }
    }

    private func price(_ geometry: GeometryOptions, _ texture: TextureOptions?) -> Int {
        let isCheap = geometry.isSmart || geometry.model.line == .lite
        let shape = (isCheap ? 5 : 20) + (geometry.isFine ? 5 : 0)
        guard let texture else { return shape }
        return shape + (texture.isLargest ? 15 : 10)
    }
}
