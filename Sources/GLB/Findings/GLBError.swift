/// Why a file was refused: it is no glTF 2.0 asset, or too damaged to say anything about.
public enum GLBError: Error, Equatable, Sendable {
    /// The file cannot be opened or read; `reason` is the system's own word for it.
    case unreadable(path: String, reason: String)
    /// The file is something else.
    case notAModel(Disguise)
    /// The container's structure does not hold: see the finding for what and where.
    case damagedContainer(Finding)
    /// The document is not JSON. `offset` is the byte of the file at which reading stopped.
    case invalidJSON(JSONError, offset: Int)
    /// An asset for another version of glTF than 2.
    case unsupportedVersion(String)
    /// JSON, but not of a glTF asset; the pointer says where the demanded value should be.
    case notAnAsset(pointer: String, reason: String)
    /// A URI that cannot be understood.
    case invalidURI(String)
    /// Bytes beyond the end of what there is were needed: a file got shorter while it was read, or lengths lie.
    case truncated(offset: Int, needed: Int, available: Int)
    /// Data that cannot be given, such as an accessor's whose elements are compressed; the pointer says which.
    case unavailable(pointer: String, reason: String)
}

extension GLBError: CustomStringConvertible {
    /// A sentence for people: what, where, and what to do if there is something to do.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "'\(path)': \(reason)"
        case .notAModel(let disguise): disguise.description
        case .damagedContainer(let finding):
            switch finding.location {
            case .offset(let offset): "the GLB is damaged at byte \(offset): \(finding.message)"
            case .pointer(let pointer): "the GLB is damaged at \(pointer): \(finding.message)"
            }
        case .invalidJSON(let error, let offset):
            "the glTF document is not valid JSON: \(error.reason) "
                + "(line \(error.line), column \(error.column), byte \(offset) of the file)"
        case .unsupportedVersion(let version):
            "this is a glTF \(version) file; only glTF 2.0 is understood. "
                + "Export it again as glTF 2.0, or convert it with gltf-pipeline"
        case .notAnAsset(let pointer, let reason):
            "this is JSON but not a glTF asset: \(pointer.isEmpty ? "" : "\(pointer): ")\(reason)"
        case .invalidURI(let reason): reason
        case .truncated(let offset, let needed, let available):
            "the data ends too early: \(needed) bytes are needed at byte \(offset), \(available) are there"
        case .unavailable(let pointer, let reason): "\(pointer): \(reason)"
        }
    }
}
