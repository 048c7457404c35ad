import Catalog
import GLB
import Library

/// Models in every format, as all commands that list some print them.
struct ModelListing {
    private let models: [Model]

    init(_ models: [Model]) { self.models = models }

    /// Prints the models.
    func show(as format: OutputFormat) {
        Listing(
            schema: "meshy-lib.models/1", member: "models", rows: models, id: { $0.id.description },
            fields: Self.fields,
            json: { model, writer in writer.object { writer in Self.write(model, to: &writer) } }
        ).show(as: format) { Self.table(models).show() }
    }

    /// The columns of CSV.
    static let fields: [Listing<Model>.Field] = [
        .init(name: "id", text: { $0.id.description }), .init(name: "title", text: \.title),
        .init(name: "kind", text: { $0.kind.rawValue }), .init(name: "prompt", text: \.prompt),
        .init(name: "tags", text: { NameList.text($0.tags) }),
        .init(name: "rating", text: { String($0.rating) }),
        .init(name: "review", text: { $0.state.rawValue }),
        .init(name: "created", text: { $0.created?.description ?? "" }),
        .init(name: "triangles", text: { $0.statistics.map { String($0.triangles) } ?? "" }),
        .init(name: "vertices", text: { $0.statistics.map { String($0.vertices) } ?? "" }),
        .init(name: "textures", text: { $0.statistics.map { String($0.textures) } ?? "" }),
        .init(name: "bytes", text: { $0.bytes.map { String($0) } ?? "" }), .init(name: "sha256", text: \.hash),
    ]

    /// A table for people.
    static func table(_ models: [Model], title: (Int) -> String? = { _ in nil }) -> Table {
        var table = Table([
            .init(title: "id"), .init(title: "title", shrinks: true), .init(title: "kind", leftOut: 2),
            .init(title: "triangles", alignment: .right, leftOut: 4),
            .init(title: "size", alignment: .right, leftOut: 3),
            .init(title: "made", leftOut: 5), .init(title: "rating", leftOut: 1), .init(title: "tags", shrinks: true),
        ])
        for (index, model) in models.enumerated() {
            table.add([
                model.id.description, title(index) ?? model.displayTitle, model.kind.rawValue,
                model.statistics.map { Figures.count($0.triangles) } ?? "–",
                model.bytes.map { Figures.bytes($0) } ?? "–",
                model.created?.day ?? "–", String(repeating: "★", count: model.rating),
                NameList.text(model.tags),
            ])
        }
        return table
    }

    /// Writes a model's members; values that are not known are left out.
    static func write(_ model: Model, to writer: inout JSONWriter) {
        func known(_ text: String) -> String? { text.isEmpty ? nil : text }
        writer.member("id", model.id.description)
        writer.member("title", model.title)
        writer.member("kind", model.kind.rawValue)
        writer.member(ifPresent: "prompt", known(model.prompt))
        writer.member(ifPresent: "negativePrompt", known(model.negativePrompt))
        writer.member(ifPresent: "texturePrompt", known(model.texturePrompt))
        writer.member(ifPresent: "artStyle", known(model.artStyle))
        writer.member(ifPresent: "aiModel", known(model.aiModel))
        writer.member(ifPresent: "seed", model.seed)
        writer.member(ifPresent: "taskId", known(model.taskID))
        writer.member("tags", model.tags)
        writer.member("collections", model.collections)
        writer.member("rating", model.rating)
        writer.member("review", model.state.rawValue)
        writer.member(ifPresent: "notes", known(model.note))
        writer.member(ifPresent: "created", model.created?.description)
        writer.member("imported", model.imported.description)
        writer.member(ifPresent: "trashed", model.trashed?.description)
        writer.member(ifPresent: "sha256", known(model.hash))
        writer.member(ifPresent: "bytes", model.bytes)
        if let statistics = model.statistics {
            writer.key("statistics")
            statistics.write(to: &writer)
        }
    }
}
