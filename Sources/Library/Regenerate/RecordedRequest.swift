package import Catalog
package import MeshyAPI

/// The request that made a model, as far as the library knows it.
package struct RecordedRequest: Sendable {
    /// From where it is known, and so how much of it.
    package enum Origin: String, Sendable {
        /// This library sent it: all of it is known.
        case journal
        /// A file that came with the model holds it.
        case file
        /// Only what the service repeats of it is known, from `sync`.
        case repeated
        /// Only what the catalogue says of the model is known: words, seed, AI model.
        case words
    }

    /// What was asked for: a kind of task, of today or of an older version of the API.
    package var name: String
    /// What was sent; what belongs to the library stands in it as a reference.
    package var body: JSON
    /// The day on which it was sent; nil if nobody knows.
    package var day: Day?
    /// From where it is known.
    package var origin: Origin

    /// The request in the form that the service takes on a day, and what had to be changed for it.
    package func translated(on today: Day, _ retirements: RetirementTable) throws(RequestError) -> RequestTranslation {
        try RequestTranslation(recordedAs: name, body: body, on: day, today: today, retirements: retirements)
    }
}

extension Library {
    /// The request that made a model.
    ///
    /// - Throws: ``RegenerationError/notRecorded(_:kind:)`` if too little of it is known to make it again.
    package func recordedRequest(of detail: ModelDetail) throws -> RecordedRequest {
        let model = detail.model
        // Tasks whose result was the same file are of this model too; the first one gave it its words.
        let tasks = try catalog.tasks(.of(model: model.id))
        if let task = tasks.first(where: { $0.remote == model.taskID }) ?? tasks.first {
            return RecordedRequest(
                name: task.kind.rawValue, body: try JSON(parsing: Array(task.request.utf8)),
                day: task.sent.flatMap { Day(milliseconds: $0.milliseconds) },
                // What this library sends leaves before it is accepted; an adopted task has one moment for both.
                origin: task.call.isEmpty && task.sent == task.accepted ? .repeated : .journal)
        }
        let day = model.created.flatMap { Day(milliseconds: $0.milliseconds) }
        if let parameters = detail.parameters, case let body = try JSON(parsing: Array(parameters.utf8)),
            let name = Self.name(of: body, recordedFor: model.kind)
        {
            return RecordedRequest(name: name, body: body, day: day, origin: .file)
        }
        guard let request = words(of: detail) else {
            throw RegenerationError.notRecorded(model.id, kind: model.kind.rawValue)
        }
        return RecordedRequest(name: request.kind.rawValue, body: request.body, day: day, origin: .words)
    }

    /// What kind of task a recorded request asked for; nil if it holds too little.
    private static func name(of body: JSON, recordedFor kind: Kind) -> String? {
        if body.members.isEmpty { return nil }
        if kind != .imported { return kind.rawValue }
        if body["image_url"] != nil { return TaskKind.imageTo3D.rawValue }
        if body["image_urls"] != nil { return TaskKind.multiImageTo3D.rawValue }
        return body["prompt"] != nil || body["object_prompt"] != nil ? "text-to-3d" : nil
    }

    /// A request out of what the catalogue says of a model; nil where that is not what makes such models.
    private func words(of detail: ModelDetail) -> TaskRequest? {
        let model = detail.model
        func known(_ text: String) -> String? { text.isEmpty ? nil : text }
        var request: TaskRequest
        switch model.kind {
        case .textTo3DPreview:
            guard let words = previewInWords(model) else { return nil }
            return words
        case .textTo3DRefine:
            request = TaskRequest(.textTo3DRefine)
            request[.texturePrompt] = known(model.texturePrompt)
        case .retexture:
            guard let style = known(model.texturePrompt) else { return nil }
            request = TaskRequest(.retexture)
            request[.textStylePrompt] = style
        case .imageTo3D:
            guard let picture = detail.picture else { return nil }
            request = TaskRequest(.imageTo3D)
            request[.imageURL] = LibraryMedia.reference(hash: picture.hash, format: picture.format)
        default: return nil
        }
        request[.aiModel] = known(model.aiModel)
        return request
    }

    /// The model that a task of the service made, by the catalogue or the journal; nil if there is none.
    func model(ofTask remote: String) throws -> ModelID? {
        if let id = try? catalog.resolve(remote) { return id }
        return try catalog.tasks(.remote([remote])).last?.model
    }

    /// The preview request that the words of a model tell of; nil if it has no prompt.
    func previewInWords(_ model: Model) -> TaskRequest? {
        guard !model.prompt.isEmpty else { return nil }
        var request = TaskRequest(.textTo3DPreview)
        request[.prompt] = model.prompt
        if !model.negativePrompt.isEmpty { request[.negativePrompt] = model.negativePrompt }
        if !model.artStyle.isEmpty { request["art_style"] = .string(model.artStyle) }
        if !model.aiModel.isEmpty { request[.aiModel] = model.aiModel }
        request[.seed] = model.seed.flatMap { Int(exactly: $0) }
        return request
    }
}

extension ModelDetail {
    /// A picture that the service takes: what the model was made from, or what an image task made.
    var picture: ModelFile? {
        files.first { $0.role == .sourceImage && ["png", "jpg", "jpeg"].contains($0.format) }
    }
}
