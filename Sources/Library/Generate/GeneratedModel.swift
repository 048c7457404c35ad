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
        model.parents = try parents(of: task, request)
        for parent in model.parents { try inherit(from: parent, &model) }
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

    /// What a task made its model from: the model that it worked on, and the one that it makes again.
    private func parents(of task: JournalTask, _ request: TaskRequest) throws -> [NewParent] {
        guard let relation = task.wish.relation else { return [] }
        let preceding = try task.preceding.flatMap { try catalog.tasks(.ids([$0])).first }
            .map { $0.model?.description ?? $0.remote ?? "" }
        var parents = [(preceding ?? task.wish.parent, relation)]
        if relation == .regenerate {
            parents = [(task.wish.parent, .regenerate)]
            let named = try request.sourceTask.map { try model(ofTask: $0)?.description ?? $0 }
            let source = try preceding ?? named ?? modelSent(with: request)
            if let source, let relation = request.kind.relation { parents.insert((source, relation), at: 0) }
        }
        return parents.filter { !$0.0.isEmpty }.map { NewParent($0.0, $0.1) }
    }

    /// The model whose file was sent with a request; nil if none was.
    private func modelSent(with request: TaskRequest) throws -> String? {
        guard let file = request[.modelURL].flatMap(LibraryMedia.object) else { return nil }
        return try catalog.models(withObject: file.hash).first?.id.description
    }

    /// What is made of a model is found by the same words, unless other words made it.
    private func inherit(from parent: NewParent, _ model: inout NewModel) throws {
        guard let id = try? catalog.resolve(parent.reference) else { return }
        let isRegenerated = parent.relation == .regenerate
        let parent = try catalog.model(id).model
        if isRegenerated, !model.prompt.isEmpty, model.prompt != parent.prompt { return }
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

extension TaskKind {
    /// What such a task makes of the model that it works on; nil if it works on none.
    fileprivate var relation: Relation? {
        switch self {
        case .textTo3DRefine: .refine
        case .retexture: .retexture
        case .remesh: .remesh
        case .rigging: .rig
        case .animation: .animate
        case .convert, .resize, .uvUnwrap, .printRepair, .printMultiColor: .convert
        default: nil
        }
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
