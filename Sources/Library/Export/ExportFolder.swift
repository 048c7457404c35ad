import Catalog
import Formats
import GLB
import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A folder that models are exported to.
struct ExportFolder {
    private let root: FilePath
    private let overwrites: Bool

    /// Makes the folder if it is not there.
    ///
    /// - Parameter isDry: whether names are looked at only, and nothing is made.
    init(_ root: FilePath, overwrites: Bool, isDry: Bool) throws {
        self.root = root
        self.overwrites = overwrites
        guard !isDry else { return }
        try Folder.make(root)
        guard access(root.string, W_OK | X_OK) == 0 else { throw FileError(.create, root, Errno(rawValue: errno)) }
    }

    /// Whether a model and its sidecar may be written under a name without destroying what is not the model's own.
    ///
    /// A file of the same bytes and a sidecar of the same model, left by an earlier export, are in nobody's way.
    func isFree(_ path: String, for model: Model) -> Bool {
        if overwrites {
            // A folder is never replaced.
            return [path, UniquePaths.sidecar(of: path)].allSatisfy {
                Folder.kind(of: root.appending($0), following: false) != .directory
            }
        }
        let file = root.appending(path)
        if let kind = Folder.kind(of: file, following: false) {
            guard kind == .regular, (try? Stat(file))?.size == model.bytes else { return false }
            guard (try? ObjectStore.rehash(file)) == model.hash else { return false }
        }
        let sidecar = root.appending(UniquePaths.sidecar(of: path))
        guard let kind = Folder.kind(of: sidecar, following: false) else { return true }
        guard kind == .regular, let text = ImportedMetadata.json(at: sidecar), Sidecar.isSidecar(text.root) else {
            return false
        }
        return text.root["id"]?.string.flatMap { ModelID($0) } == model.id
    }

    /// Whether a list of exported models may be written under a name: nothing is there, or a list with the same heading.
    func isFree(_ path: String, forListWith heading: String) -> Bool {
        let file = root.appending(path)
        guard let kind = Folder.kind(of: file, following: false) else { return true }
        guard kind != .directory else { return false }
        if overwrites { return true }
        let heading = Array((heading + "\r\n").utf8)
        return kind == .regular && (try? ByteSource(path: file.string).prefix(heading.count)) == heading
    }

    /// The rows of an earlier list of exported models, without its heading, of which the files are still there.
    ///
    /// - Parameter isReplaced: whether a file has a row in the new list.
    func earlierRows(of path: String, heading: String, unless isReplaced: (String) -> Bool) -> [[String]] {
        guard isFree(path, forListWith: heading),
            let source = try? ByteSource(path: root.appending(path).string), source.count <= Self.listLimit,
            let bytes = try? source.read(0..<source.count)
        else { return [] }
        let rows = CSV.rows(String(decoding: bytes, as: UTF8.self))
        guard let first = rows.first?.fields, CSV.line(first) == heading else { return [] }
        return rows.dropFirst().map(\.fields).filter { fields in
            guard fields.count == first.count, !isReplaced(fields[0]) else { return false }
            let file = FilePath(fields[0])
            // A list comes from anywhere; what leads out of the folder is none of ours.
            guard file.isRelative, !file.components.contains(where: { $0.kind != .regular }) else { return false }
            return Folder.kind(of: root.appending(file.components), following: false) == .regular
        }
    }

    /// A longer list is replaced and not gone on with.
    private static let listLimit = 256 << 20

    /// Writes a copy of a file, unless it is there already.
    ///
    /// - Throws: ``Library/ExportFailure`` if its bytes are not those of the model; nothing is left behind then.
    func add(_ source: FilePath, as path: String, model: Model) throws {
        let target = root.appending(path)
        if Folder.kind(of: target, following: false) == .regular, (try? ObjectStore.rehash(target)) == model.hash {
            return
        }
        let input: FileDescriptor
        do { input = try FileDescriptor.open(source, .readOnly, options: [.noFollow, .closeOnExec]) } catch {
            throw FileError(.read, source, error)
        }
        defer { try? input.close() }
        try makeFolders(to: target)
        let file = try DurableFile(in: target.removingLastComponent())
        let hash = try ObjectStore.digest(of: input, at: source) { piece throws(FileError) in try file.write(piece) }
        guard hash == model.hash else { throw Library.ExportFailure.damaged }
        try file.publish(as: target, permissions: Self.permissions)
    }

    /// Writes a text.
    func add(_ text: String, as path: String) throws {
        let target = root.appending(path)
        try makeFolders(to: target)
        let file = try DurableFile(in: target.removingLastComponent())
        let bytes = Array(text.utf8)
        try bytes.withUnsafeBytes { try file.write($0) }
        try file.publish(as: target, permissions: Self.permissions)
    }

    private static let permissions: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]

    /// Makes the folders between the root and a file; a symbolic link among them would lead somewhere else.
    private func makeFolders(to target: FilePath) throws {
        var folder = target.removingLastComponent()
        var missing: [FilePath] = []
        while folder != root, folder.starts(with: root) {
            switch Folder.kind(of: folder, following: false) {
            case .directory: break
            case nil: missing.append(folder)
            default: throw LibraryError.inTheWay(folder.string)
            }
            folder = folder.removingLastComponent()
        }
        for folder in missing.reversed() { try Folder.make(folder) }
    }
}
