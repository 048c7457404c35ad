/// What a file is that is not glTF, told by its first bytes.
public enum Disguise: Equatable, Sendable {
    /// No bytes at all.
    case empty
    /// A folder.
    case folder
    /// A device, a pipe or the like.
    case notARegularFile
    /// The text that Git keeps in place of a large file.
    case gitLFSPointer
    /// gzip data.
    case gzip
    /// A zip archive (also USDZ and 3MF).
    case zip
    /// A web page, mostly an error page that was saved by mistake.
    case html
    /// XML, mostly a storage service's error message.
    case xml
    /// A picture; the MIME type says which kind.
    case image(String)
    /// JSON text in UTF-16 or UTF-32; glTF demands UTF-8.
    case wideText
    /// Another 3D format, by name.
    case otherModel(String)
    /// Nothing that was recognised; the first bytes, at most eight.
    case unknown([UInt8])

    /// How many bytes from the start suffice to tell.
    static let probeLength = 512

    /// What `head`, the first bytes of a file that is neither GLB nor JSON, seems to be.
    init(head: [UInt8]) {
        func starts(_ bytes: UInt8...) -> Bool { head.starts(with: bytes) }
        func starts(_ text: String) -> Bool { head.starts(with: text.utf8) }
        let text = String(decoding: head.drop { $0 <= 0x20 }.prefix(16), as: UTF8.self).lowercased()
        self =
            if head.isEmpty {
                .empty
            } else if starts("version https://git-lfs") || starts("version https://hawser") {
                .gitLFSPointer
            } else if starts(0x1F, 0x8B) {
                .gzip
            } else if starts("PK\u{3}\u{4}") || starts("PK\u{5}\u{6}") {
                .zip
            } else if text.hasPrefix("<!doctype") || text.hasPrefix("<html") || text.hasPrefix("<head") {
                .html
            } else if text.hasPrefix("<?xml") || text.hasPrefix("<error") {
                .xml
            } else if let mimeType = ImageFormat(head: head)?.mimeType {
                .image(mimeType)
            } else if Self.isWideText(head) {
                .wideText
            } else if starts("Kaydara FBX") {
                .otherModel("FBX")
            } else if starts("ply\n") || starts("ply\r\n") {
                .otherModel("PLY")
            } else if starts("solid ") {
                .otherModel("STL")
            } else if starts("BLENDER") {
                .otherModel("Blender")
            } else if starts("b3dm") || starts("i3dm") {
                .otherModel("3D Tiles")
            } else {
                .unknown(Array(head.prefix(8)))
            }
    }

    /// A byte order mark of UTF-16 or UTF-32, or every other byte zero as in such text of ASCII characters.
    static func isWideText(_ head: [UInt8]) -> Bool {
        guard head.count >= 4 else { return false }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
        let brace = UInt8(ascii: "{")
        return (head[0] == brace && head[1] == 0) || (head[0] == 0 && (head[1] == brace || head[3] == brace))
    }
}

extension Disguise: CustomStringConvertible {
    /// A sentence for people: what the file is and how to get the model.
    public var description: String {
        switch self {
        case .empty: "the file is empty (0 bytes); it was probably never downloaded to the end"
        case .folder: "this is a folder, not a file"
        case .notARegularFile: "this is not a regular file"
        case .gitLFSPointer: "this is a Git LFS pointer, not the model itself; run 'git lfs pull' to fetch it"
        case .gzip: "this is gzip data; unpack it first (gunzip)"
        case .zip: "this is a zip archive; unpack it and take the .glb inside"
        case .html: "this is a web page, not a model; a download link probably answered with an error page"
        case .xml: "this is XML, not a model; a storage service probably answered with an error message"
        case .image(let mimeType): "this is a picture (\(mimeType)), not a model"
        case .wideText: "this is text in UTF-16 or UTF-32; glTF must be UTF-8"
        case .otherModel(let format): "this is a \(format) file, not glTF"
        case .unknown(let bytes):
            "this is neither GLB nor glTF: it starts with " + bytes.map { hexadecimal($0) }.joined(separator: " ")
        }
    }
}
