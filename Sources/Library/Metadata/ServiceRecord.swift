import Catalog
import GLB

/// What Meshy's own tools write beside the files that they download.
///
/// Two shapes are understood: a project's `metadata.json` with a list of tasks, and a record of one task, which is either
/// the service's task object itself or a wrapper around it. Both are read leniently, since their makers add members
/// without notice.
enum ServiceRecord {
    /// The model of the file `name` by what `root` says; nil if it speaks of no such file.
    ///
    /// - Parameter isOwn: whether a record of one task, which names no file, can only speak of this one.
    static func model(from root: JSONValue, file name: String, isOwn: Bool) -> NewModel? {
        if let tasks = root["tasks"], tasks.kind == .array {
            return project(root, tasks: tasks.elements.map { $0 }, file: name)
        }
        if let projects = root["projects"], projects.kind == .array { return nil }
        guard isOwn || names(root["files"], name) else { return nil }
        let task = ["task", "result", "response"].lazy.compactMap { root[$0] }.first { $0.kind == .object } ?? root
        guard taskID(task) != nil || taskID(root) != nil || task["prompt"]?.string != nil else { return nil }
        var model = Self.model(of: task)
        if model.taskID.isEmpty { model.taskID = taskID(root) ?? "" }
        if model.prompt.isEmpty { model.prompt = root["prompt"]?.string ?? "" }
        if let request = ["request", "parameters", "options"].lazy.compactMap({ root[$0] }).first(where: {
            $0.kind == .object
        }) {
            model.parameters = JSONText.compactObject(request)
            fill(&model, fromRequest: request)
        }
        return model
    }

    /// A folder of one project: the task that names the file is the model, the others its relatives.
    private static func project(_ root: JSONValue, tasks: [JSONValue], file name: String) -> NewModel? {
        guard
            let index = tasks.firstIndex(where: { task in
                names(task["files"], name)
            })
        else { return nil }
        var model = Self.model(of: tasks[index])
        if model.prompt.isEmpty {
            model.prompt = tasks.lazy.compactMap { $0["prompt"]?.string }.first { !$0.isEmpty } ?? ""
        }
        if let title = root["project_name"]?.string, title != model.prompt { model.title = title }
        if let relation = relation(of: model.kind), index > 0 {
            // Within a project every task builds on the one before it; the list is in the order of their making.
            if let parent = taskID(tasks[index - 1]) { model.parents = [NewParent(parent, relation)] }
        }
        return model
    }

    /// The model of a folder's only file by a `history.json` beside the folder, which tells no more of it than this.
    static func model(fromHistory root: JSONValue, folder: String) -> NewModel? {
        let project = root["projects"]?.elements.first { $0["folder"]?.string.map(lastName) == folder }
        guard let project else { return nil }
        var model = Self.model(of: project)
        model.taskID = project["root_task_id"]?.string ?? ""
        return model
    }

    /// Whether a list of files, each a path or an object with one, names a file.
    private static func names(_ files: JSONValue?, _ name: String) -> Bool {
        files?.elements.contains { file in
            let path = file.string ?? ["path", "name", "file"].lazy.compactMap { file[$0]?.string }.first
            return path.map(lastName) == name
        } ?? false
    }

    private static func model(of task: JSONValue) -> NewModel {
        var model = NewModel(kind: kind(of: task) ?? .imported)
        model.taskID = taskID(task) ?? ""
        fill(&model, fromRequest: task)
        model.created = moment(task["created_at"])
        return model
    }

    /// The members that requests and the service's echoes of them share.
    private static func fill(_ model: inout NewModel, fromRequest request: JSONValue) {
        func take(_ path: WritableKeyPath<NewModel, String>, _ names: String...) {
            guard model[keyPath: path].isEmpty else { return }
            model[keyPath: path] = names.lazy.compactMap { request[$0]?.string }.first { !$0.isEmpty } ?? ""
        }
        take(\.prompt, "prompt", "object_prompt")
        take(\.negativePrompt, "negative_prompt")
        take(\.texturePrompt, "texture_prompt", "text_style_prompt", "style_prompt")
        take(\.artStyle, "art_style")
        take(\.aiModel, "ai_model")
        take(\.title, "name")
        if model.seed == nil { model.seed = request["seed"]?.integer.map(Int64.init) }
    }

    private static func taskID(_ value: JSONValue) -> String? {
        ["task_id", "id", "taskId"].lazy.compactMap { value[$0]?.string }.first { !$0.isEmpty }
    }

    private static func kind(of task: JSONValue) -> Kind? {
        guard let type = ["type", "task_type"].lazy.compactMap({ task[$0]?.string }).first else { return nil }
        let stage = (task["stage"] ?? task["mode"])?.string ?? ""
        switch type {
        case "text-to-3d": return stage.hasPrefix("refine") ? .textTo3DRefine : .textTo3DPreview
        case "text-to-3d-preview": return .textTo3DPreview
        case "text-to-3d-refine": return .textTo3DRefine
        case "rig", "rigging": return .rigging
        case "animate", "animation", "animations": return .animation
        default: return Kind(rawValue: type)
        }
    }

    private static func relation(of kind: Kind) -> Relation? {
        switch kind {
        case .textTo3DRefine: .refine
        case .retexture: .retexture
        case .remesh: .remesh
        case .rigging: .rig
        case .animation: .animate
        case .convert, .resize, .uvUnwrap: .convert
        default: nil
        }
    }

    /// Milliseconds since 1970, as the service writes times, or ISO 8601, as its tools do; 0 means that it is not known.
    private static func moment(_ value: JSONValue?) -> Timestamp? {
        if let milliseconds = value?.integer, milliseconds > 0 { return Timestamp(inCalendar: Int64(milliseconds)) }
        return value?.string.flatMap { Timestamp($0) }
    }

    private static func lastName(_ path: String) -> String {
        path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
    }
}
