import Catalog
import GLB

/// The JSON file beside an exported model, `NAME.json`, which says everything the library knows about it.
///
/// Importing a model with its sidecar gives the same model again. The shape is documented in `docs/sidecar.md`.
enum Sidecar {
    /// The name and version of the shape.
    static let schema = "meshy-lib.sidecar/1"

    /// Whether a document says that it is a sidecar, of whatever version.
    static func isSidecar(_ root: JSONValue) -> Bool {
        root["schema"]?.string?.hasPrefix("meshy-lib.sidecar/") == true
    }

    /// The model that a sidecar describes, without its files. Members that are absent or of a wrong type are unknown.
    ///
    /// `trashed` is not read: who imports a model wants it.
    static func model(from root: JSONValue) -> NewModel {
        func text(_ name: String) -> String { root[name]?.string ?? "" }
        var model = NewModel(kind: root["kind"]?.string.map(Kind.init(rawValue:)) ?? .imported)
        model.id = root["id"]?.string.flatMap { ModelID($0) }
        model.title = text("title")
        model.prompt = text("prompt")
        model.negativePrompt = text("negativePrompt")
        model.texturePrompt = text("texturePrompt")
        model.artStyle = text("artStyle")
        model.aiModel = text("aiModel")
        model.seed = root["seed"]?.integer.map(Int64.init)
        model.taskID = text("taskId")
        model.rating = root["rating"]?.integer ?? 0
        model.state = root["review"]?.string.flatMap(ReviewState.init(rawValue:)) ?? .draft
        model.note = text("notes")
        model.created = root["created"]?.string.flatMap { Timestamp($0) }
        model.imported = root["imported"]?.string.flatMap { Timestamp($0) }
        model.tags = strings(root["tags"])
        model.collections = strings(root["collections"])
        model.parameters = root["parameters"].flatMap(JSONText.compactObject)
        for parent in root["parents"]?.elements.map({ $0 }) ?? [] {
            guard let relation = parent["relation"]?.string.flatMap(Relation.init(rawValue:)),
                let reference = parent["id"]?.string ?? parent["taskId"]?.string
            else { continue }
            model.parents.append(NewParent(reference, relation))
        }
        return model
    }

    /// The name that the model's file had where it first came from; nil if the sidecar does not say.
    static func fileName(from root: JSONValue) -> String? {
        root["file"]?["name"]?.string?.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init)
    }

    private static func strings(_ value: JSONValue?) -> [String] {
        value?.elements.compactMap(\.string) ?? []
    }

    /// The sidecar of a model.
    static func json(of detail: ModelDetail) -> String {
        var writer = JSONWriter(pretty: true)
        writer.object { writer in
            writer.member("schema", schema)
            writeModel(detail, to: &writer)
            if let file = detail.files.first(where: { $0.role == .model }) {
                writer.object("file") { writer in
                    writer.member("sha256", file.hash)
                    writer.member("bytes", file.bytes)
                    writer.member("format", file.format)
                    writer.member(ifPresent: "name", known(file.name))
                }
            }
            if let statistics = detail.model.statistics {
                writer.key("statistics")
                statistics.write(to: &writer)
            }
        }
        return writer.text + "\n"
    }

    private static func writeModel(_ detail: ModelDetail, to writer: inout JSONWriter) {
        let model = detail.model
        writer.member("id", model.id.description)
        writer.member(ifPresent: "title", known(model.title))
        writer.member("kind", model.kind.rawValue)
        writer.member(ifPresent: "prompt", known(model.prompt))
        writer.member(ifPresent: "negativePrompt", known(model.negativePrompt))
        writer.member(ifPresent: "texturePrompt", known(model.texturePrompt))
        writer.member(ifPresent: "artStyle", known(model.artStyle))
        writer.member(ifPresent: "aiModel", known(model.aiModel))
        writer.member(ifPresent: "seed", model.seed)
        writer.member(ifPresent: "taskId", known(model.taskID))
        if !detail.parents.isEmpty {
            writer.array("parents") { writer in
                for parent in detail.parents {
                    writer.object { writer in
                        // An id of this library where there is one; the reader takes task ids as well.
                        writer.member(ModelID(parent.reference) == nil ? "taskId" : "id", parent.reference)
                        writer.member("relation", parent.relation.rawValue)
                    }
                }
            }
        }
        if let parameters = detail.parameters {
            writer.key("parameters")
            writer.raw(parameters.utf8)
        }
        writer.member("tags", model.tags)
        writer.member("collections", model.collections)
        writer.member("rating", model.rating)
        writer.member("review", model.state.rawValue)
        writer.member(ifPresent: "notes", known(model.note))
        writer.member(ifPresent: "created", model.created?.description)
        writer.member("imported", model.imported.description)
        writer.member(ifPresent: "trashed", model.trashed?.description)
    }

    private static func known(_ text: String) -> String? { text.isEmpty ? nil : text }
}
