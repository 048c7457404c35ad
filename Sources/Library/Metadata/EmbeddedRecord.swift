import Catalog
import GLB

/// What a GLB says about itself: the asset's `extras`, and XMP metadata (KHR_xmp_json_ld).
enum EmbeddedRecord {
    /// Fills what `model` does not know yet.
    static func fill(_ model: inout NewModel, from document: Document) {
        if let place = document.asset.extras {
            let extras = document.json[place]
            fill(&model, title: extras["title"]?.string, prompt: extras["prompt"]?.string)
        }
        if let packet = xmpPacket(of: document) {
            fill(&model, title: text(packet["dc:title"]), prompt: text(packet["dc:description"]))
            if model.created == nil {
                model.created = text(packet["xmp:CreateDate"]).flatMap { Timestamp($0) }
            }
        }
    }

    private static func fill(_ model: inout NewModel, title: String?, prompt: String?) {
        if model.title.isEmpty, let title { model.title = title }
        if model.prompt.isEmpty, let prompt { model.prompt = prompt }
    }

    /// The packet that the asset refers to.
    private static func xmpPacket(of document: Document) -> JSONValue? {
        guard let own = document.asset.extensions, let root = document.extensions,
            let index = document.json[own]["KHR_xmp_json_ld"]?["packet"]?.integer
        else { return nil }
        return document.json[root]["KHR_xmp_json_ld"]?["packets"]?[index]
    }

    /// A text of XMP, which may be a plain string, a value in a language, or a list of these.
    private static func text(_ value: JSONValue?) -> String? {
        guard let value else { return nil }
        if let text = value.string { return text }
        switch value.kind {
        case .object:
            for name in ["@value", "@list", "@set", "rdf:_1"] {
                if let inner = value[name] { return text(inner) }
            }
            return nil
        case .array: return text(value[0])
        default: return nil
        }
    }
}
