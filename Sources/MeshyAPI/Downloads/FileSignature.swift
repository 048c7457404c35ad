/// What the first bytes of a file say about its format.
package struct FileSignature: Equatable, Sendable {
    /// How many bytes are looked at.
    package static let length = 32

    private let head: [UInt8]
    private let size: Int64

    /// Takes a file's first bytes, at least ``length`` of them unless the file is shorter, and its size.
    package init(head: some Sequence<UInt8>, size: Int64) {
        self.head = Array(head.prefix(Self.length))
        self.size = size
    }

    /// The format that the bytes show, where a format can be told by its bytes.
    package var format: String? {
        if begins("glTF") { return "glb" }
        if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "png" }
        if begins([0xFF, 0xD8, 0xFF]) { return "jpg" }
        if begins("RIFF"), holds("WEBP", at: 8) { return "webp" }
        if begins("GIF8") { return "gif" }
        if holds("ftyp", at: 4) { return "mp4" }
        return nil
    }

    /// What is wrong if the file should be of this format; nil if nothing is, or nobody can tell.
    func fault(as expected: String) -> String? {
        if size == 0 { return "it is empty" }
        switch expected {
        case "glb": return glbFault
        case "png", "jpg", "jpeg", "webp", "gif":
            // The service calls every picture .png, whatever it is.
            return ["png", "jpg", "webp", "gif"].contains(format) ? nil : "it is no picture"
        case "mp4": return format == "mp4" ? nil : "it is no MP4 file"
        case "usdz", "3mf", "zip":
            return begins("PK\u{3}\u{4}") ? nil : "it is no ZIP archive, as \(expected) files are"
        case "fbx": return begins("Kaydara FBX Binary") || begins(";") ? nil : "it is no FBX file"
        case "blend":
            // Blender compresses its files with gzip or Zstandard.
            let isCompressed = begins([0x1F, 0x8B]) || begins([0x28, 0xB5, 0x2F, 0xFD])
            return begins("BLENDER") || isCompressed ? nil : "it is no Blender file"
        case "bvh": return begins("HIERARCHY") ? nil : "it is no BVH file"
        default:
            // Text formats begin with anything, but not as the error page of a web server does.
            return begins("<!DOCTYPE") || begins("<html") || begins("<?xml") ? "it is a web page" : nil
        }
    }

    /// A GLB states its own length (glTF 2.0, section 4.4.2), which shows every cut.
    private var glbFault: String? {
        guard begins("glTF"), head.count >= 12 else { return "it is no GLB file" }
        let length = head[8..<12].reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) }
        return length == size ? nil : "it has \(size) bytes where its header states \(length)"
    }

    private func begins(_ text: String) -> Bool { holds(text, at: 0) }
    private func begins(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    private func holds(_ text: String, at offset: Int) -> Bool { head.dropFirst(offset).starts(with: text.utf8) }
}
