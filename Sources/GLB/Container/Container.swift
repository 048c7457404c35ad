/// How a glTF asset is packed: a GLB with its chunks, or a plain JSON text.
public struct Container: Equatable, Sendable {
    /// The two forms of a glTF asset.
    public enum Kind: String, Sendable {
        /// Binary glTF: header and chunks (specification, section 4).
        case glb
        /// A JSON text of its own.
        case gltf
    }

    /// A chunk of a GLB.
    public struct Chunk: Equatable, Sendable {
        /// The chunk's type: four characters, the first one in the lowest byte.
        public let type: UInt32
        /// Where its data lies in the file, padding included, its eight-byte header not.
        public let range: Range<Int>

        /// The type of the chunk with the document.
        public static let json: UInt32 = 0x4E4F_534A
        /// The type of the chunk with the first buffer's data.
        public static let binary: UInt32 = 0x004E_4942

        /// The type as people write it: `JSON`, `BIN`, else hexadecimal.
        public var typeName: String {
            switch type {
            case Self.json: "JSON"
            case Self.binary: "BIN"
            default: "0x" + hexadecimal(type)
            }
        }
    }

    /// The form.
    public let kind: Kind
    /// The version that a GLB's header states; 2 for a plain JSON text.
    public let version: Int
    /// How many bytes the file has.
    public let byteCount: Int
    /// A GLB's chunks in order, unknown ones too; empty for a plain JSON text.
    public let chunks: [Chunk]
    /// Where the document's JSON lies in the file.
    public let json: Range<Int>
    /// Where the data of the first buffer lies in the file; nil if there is no such chunk.
    public let binary: Range<Int>?
    /// How many bytes follow the end that a GLB's header states.
    public let trailingByteCount: Int
    /// What tells that the file was cut off; nil if all bytes are there that header and chunks state.
    public let cut: Finding?

    /// How many chunks a GLB may have.
    static let chunkLimit = 1024
}
