/// A picture or model that a request hands in: an address, or the bytes themselves as a data URI.
///
/// The stand-in never fetches an address. What it makes from a picture or a model depends on the text of its address
/// or data URI: the same text gives the same result.
struct Media: Equatable, Sendable {
    let text: String

    enum Kind: Sendable { case image, model, glb, glbOrFBX, printable, png }

    /// Checks that `text` is a public address with the right extension, or a data URI of the right type.
    init(_ text: String, as kind: Kind, field: String) throws(Refusal) {
        self.text = text
        if text.hasPrefix("data:") {
            try Self.check(dataURI: text, kind: kind, field: field)
        } else {
            guard text.hasPrefix("http://") || text.hasPrefix("https://"), path != nil else {
                throw .invalid("\(field) must be an http(s) URL or a data URI")
            }
            guard kind.extensions.contains(pathExtension.lowercased()) else {
                throw .invalid("Invalid \(kind.noun) file extension: .\(pathExtension)")
            }
        }
    }

    /// A number that depends on the text alone.
    var seed: Int { Int(RandomNumbers.seed(of: text) & 0x7FFF_FFFF) }

    /// The words of the file's name, which are all that is known of what it shows; empty for a data URI.
    var words: String {
        guard !text.hasPrefix("data:"), let name = path?.split(separator: "/").last else { return "" }
        let stem = name.split(separator: ".").first ?? ""
        return String(stem.map { $0.isLetter || $0.isNumber ? $0 : " " })
    }

    /// The task that made the file, if the address is one of ours.
    var task: TaskID? {
        guard let path, path.hasPrefix("/files/") else { return nil }
        let parts = path.split(separator: "/")
        guard parts.count == 6, parts[2] == "tasks" else { return nil }
        return try? TaskID(parts[3])
    }

    private var path: Substring? {
        guard let scheme = text.firstRange(of: "://") else { return nil }
        let rest = text[scheme.upperBound...]
        guard let slash = rest.firstIndex(of: "/") else { return nil }
        return rest[slash...].prefix { $0 != "?" && $0 != "#" }
    }

    private var pathExtension: String {
        guard let name = path?.split(separator: "/").last, let dot = name.lastIndex(of: ".") else { return "" }
        return String(name[name.index(after: dot)...])
    }

    private static func check(dataURI text: String, kind: Kind, field: String) throws(Refusal) {
        guard let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")) else {
            throw .invalid("\(field) is not a data URI")
        }
        let header = text[..<comma].lowercased()
        guard kind.dataTypes.contains(where: { header == "data:\($0);base64" }) else {
            throw .invalid(
                "\(field) must be one of [\(kind.dataTypes.map { "data:\($0);base64" }.joined(separator: " "))]")
        }
        let content = text.utf8[text.utf8.index(after: comma)...]
        guard !content.isEmpty, content.count % 4 == 0, content.allSatisfy(\.isBase64) else {
            throw .invalid("\(field) is not valid base64")
        }
    }
}

extension Media.Kind {
    fileprivate var noun: String {
        switch self {
        case .image, .png: "image"
        case .model, .glb, .glbOrFBX, .printable: "model"
        }
    }

    fileprivate var extensions: [String] {
        switch self {
        case .image: ["jpg", "jpeg", "png"]
        case .png: ["png"]
        case .model: ["glb", "gltf", "obj", "fbx", "stl"]
        case .glb: ["glb"]
        case .glbOrFBX: ["glb", "fbx"]
        case .printable: ["glb", "stl", "obj"]
        }
    }

    fileprivate var dataTypes: [String] {
        switch self {
        case .image: ["image/jpeg", "image/jpg", "image/png"]
        case .png: ["image/png"]
        case .model, .glb, .glbOrFBX, .printable: ["application/octet-stream"]
        }
    }
}

extension UInt8 {
    fileprivate var isBase64: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
            true
        default: false
        }
    }
}
