/// What may be handed to the service as a picture or model.
package enum MediaKind: Hashable, Sendable {
    /// A JPEG or PNG picture.
    case image
    /// A PNG picture.
    case png
    /// A model in one of these formats, named by their file extensions.
    case model([String])

    /// The file extensions that the service takes.
    var extensions: [String] {
        switch self {
        case .image: ["jpg", "jpeg", "png"]
        case .png: ["png"]
        case .model(let formats): formats
        }
    }

    /// The types that a data URI may state.
    var types: [String] {
        switch self {
        case .image: ["image/jpeg", "image/png"]
        case .png: ["image/png"]
        case .model: ["application/octet-stream"]
        }
    }

    /// Any model.
    static let anyModel = MediaKind.model(["glb", "gltf", "obj", "fbx", "stl"])

    /// What is wrong with `reference`; nil if nothing is.
    ///
    /// A URL is judged by the extension of its path, as the service does it; without one, the service decides.
    func fault(in reference: String) -> String? {
        if reference.hasPrefix("data:") { return faultInDataURI(reference) }
        guard let address = WebAddress(reference) else {
            return "is neither an http or https URL nor a data URI"
        }
        guard let suffix = address.pathExtension, !extensions.contains(suffix) else { return nil }
        return "names a .\(suffix) file; the service takes \(extensions.map { ".\($0)" }.joined(separator: ", "))"
    }

    private func faultInDataURI(_ reference: String) -> String? {
        let head = reference.dropFirst("data:".count).prefix { $0 != "," }
        guard head.hasSuffix(";base64"), head.utf8.count < 100 else { return "is a data URI that is not base64" }
        let type = head.dropLast(";base64".count).lowercased()
        guard types.contains(type) else {
            return "is a data URI of type \(type); the service takes \(types.joined(separator: ", "))"
        }
        // Base64 writes three bytes as four characters.
        let bytes = (reference.utf8.count - head.utf8.count) / 4 * 3
        return bytes > Self.largestInline
            ? "is \(bytes / 1_000_000) MB; more than \(Self.largestInline / 1_000_000) MB cannot be sent with a request"
            : nil
    }

    /// The official client's limit for what is sent inside a request.
    static let largestInline = 50 * 1024 * 1024
}
