import Catalog
import GLB
import MeshyAPI
import SystemPackage

extension Library {
    /// The model that a task made, as the catalogue takes it; its files must be in the store.
    func model(
        of task: JournalTask, _ state: MeshyTask, files: [ModelFile], retirements: RetirementTable
    ) throws -> NewModel {
        var model = NewModel(kind: task.kind)
        let request = try TaskRequest(task)
        model.id = task.id
        model.title = task.wish.title
        model.prompt = request[.prompt] ?? state.prompt ?? ""
        model.negativePrompt = request[.negativePrompt] ?? ""
        model.texturePrompt =
            request[.texturePrompt] ?? request[.textStylePrompt] ?? state.json["texture_prompt"]?.text
            ?? state.json["text_style_prompt"]?.text ?? ""
        model.artStyle = request["art_style"]?.text ?? ""
        model.aiModel = request.resolvedModel(on: task.sent, state, retirements)
        model.seed = (request[.seed] ?? state.seed).map(Int64.init)
        model.taskID = task.remote ?? ""
        model.created = state.createdAt.map { Timestamp(milliseconds: $0) } ?? task.accepted
        model.tags = task.wish.tags
        model.collections = task.wish.collection.isEmpty ? [] : [task.wish.collection]
        model.parameters = request.canonicalText
        if let relation = task.wish.relation {
            let preceding = try task.preceding.flatMap { try catalog.tasks(.ids([$0])).first }
            let parent = preceding.map { $0.model?.description ?? $0.remote ?? "" } ?? task.wish.parent
            if !parent.isEmpty {
                model.parents = [NewParent(parent, relation)]
                try inherit(from: parent, &model)
            }
        }
        model.files = try files.map(inspected)
        model.files += LibraryMedia.objects(in: request.body).compactMap { object in
            guard object.format != "glb", let bytes = try? objects.size(hash: object.hash, format: object.format) else {
                return nil
            }
            return NewFile(
                ModelFile(
                    role: .sourceImage, hash: object.hash, bytes: bytes, format: object.format, name: "", source: ""))
        }
        return model
    }

    /// What is made of a model is found by the same words.
    private func inherit(from parent: String, _ model: inout NewModel) throws {
        guard let id = try? catalog.resolve(parent) else { return }
        let parent = try catalog.model(id).model
        if model.title.isEmpty { model.title = parent.title }
        if model.prompt.isEmpty { model.prompt = parent.prompt }
        if model.texturePrompt.isEmpty, [.remesh, .rigging, .animation].contains(model.kind) {
            model.texturePrompt = parent.texturePrompt
        }
    }

    /// A file with what is in it, if it is a GLB that can be read.
    private func inspected(_ file: ModelFile) throws -> NewFile {
        guard file.role == .model, file.format == "glb" else { return NewFile(file) }
        let path = objects.path(hash: file.hash, format: file.format)
        // A file that cannot be understood was paid for all the same, and is kept.
        guard let asset = try? AssetFile(path: path.string) else { return NewFile(file) }
        return NewFile(file, inspection: Inspection(Report(of: asset), file: file.name))
    }
}

extension TaskRequest {
    /// The AI model that did the work: what the service says, what was asked for, or what `latest` meant on that day.
    fileprivate func resolvedModel(
        on day: Timestamp?, _ state: MeshyTask, _ retirements: RetirementTable
    ) -> String {
        let stated = state.aiModel ?? self[.aiModel] ?? "latest"
        guard stated == "latest" else { return stated }
        let use: ModelUse
        switch kind {
        case .textTo3DPreview, .imageTo3D, .multiImageTo3D:
            use = self[.modelType] == .smartTopology ? .smartTopology : .geometry
        case .textTo3DRefine, .retexture: use = .texture
        // The other kinds have no AI model to choose.
        default: return ""
        }
        let day = day.flatMap { Day(milliseconds: $0.milliseconds) } ?? .today
        return retirements.meaning(of: stated, for: use, on: day)
            ?? retirements.meaning(of: stated, for: .geometry, on: day) ?? ""
    }
}
