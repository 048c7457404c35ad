/// What a request asks of the files: the parameters that the families with models share.
struct ResultOptions {
    enum Origin: String, CaseIterable { case bottom, center }

    let formats: [ModelFormat]
    let hasTransparentThumbnail: Bool
    let hasViews: Bool
    let echo: [String: JSON]
    private let size: Blueprint.Size?
    private let isCentred: Bool

    /// Reads the parameters; `usual` are the formats that are made if none are asked for.
    init(
        _ fields: Fields, formats allowed: [ModelFormat] = ModelFormat.generated,
        usual: [ModelFormat] = ModelFormat.generated.filter { $0 != .threeMF }
    ) throws(Refusal) {
        formats = try Self.formats(fields, of: allowed) ?? usual
        hasTransparentThumbnail = try fields.flag("alpha_thumbnail") ?? false
        hasViews = try fields.flag("multi_view_thumbnails") ?? false
        size = try fields.flag("auto_size") == true ? .natural : nil
        isCentred = try fields.choice("origin_at", as: Origin.self) == .center
        _ = try fields.flag("moderation")
        let name = try fields.text("name", limit: 1000)
        echo = name.map { ["name": .string($0)] } ?? [:]
    }

    /// The formats that a request asks for.
    static func formats(_ fields: Fields, of allowed: [ModelFormat]) throws(Refusal) -> [ModelFormat]? {
        guard let names = try fields.texts("target_formats", count: 1...allowed.count) else { return nil }
        var formats: [ModelFormat] = []
        for name in names {
            guard let format = ModelFormat(rawValue: name), allowed.contains(format) else {
                let choices = allowed.map(\.rawValue).joined(separator: " ")
                throw .invalid("Invalid target_formats: \(name), must be one of [\(choices)]")
            }
            if !formats.contains(format) { formats.append(format) }
        }
        return formats
    }

    /// The files of a task that makes `blueprint`.
    func files(_ blueprint: Blueprint) -> ModelFiles {
        var blueprint = blueprint
        if let size {
            blueprint.size = size
            blueprint.isCentred = isCentred
        }
        return ModelFiles(
            blueprint: blueprint, formats: formats, hasTransparentThumbnail: hasTransparentThumbnail,
            hasViews: hasViews)
    }
}
