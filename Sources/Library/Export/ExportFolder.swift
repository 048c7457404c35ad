import Catalog
import GLB
import SystemPackage

/// A folder that models are exported to.
struct ExportFolder {
    private let root: FilePath
    private let overwrites: Bool

    /// Makes the folder if it is not there.
    init(_ root: FilePath, overwrites: Bool) throws {
        self.root = root
        self.overwrites = overwrites
        try Folder.make(root)
    }

    /// Whether a model and its sidecar may be written under a name without destroying what is not the model's own.
    ///
    /// A file of the same bytes and a sidecar of the same model, left by an earlier export, are in nobody's way.
    func isFree(_ path: String, for model: Model) -> Bool {
        if overwrites { return true }
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

    /// Writes a copy of a file, unless it is there already.
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
        try write(to: target) { file throws(FileError) in
            try input.forEachPiece(of: source) { piece throws(FileError) in try file.write(piece) }
        }
    }

    /// Writes a text.
    func add(_ text: String, as path: String) throws {
        var text = text
        try write(to: root.appending(path)) { file throws(FileError) in
            var failure: FileError?
            text.withUTF8 { bytes in
                do throws(FileError) { try file.write(UnsafeRawBufferPointer(bytes)) } catch { failure = error }
            }
            if let failure { throw failure }
        }
    }

    private func write(to target: FilePath, _ body: (borrowing DurableFile) throws(FileError) -> Void) throws {
        try makeFolders(to: target)
        let file = try DurableFile(in: target.removingLastComponent())
        try body(file)
        try file.publish(as: target, permissions: [.ownerReadWrite, .groupRead, .otherRead])
    }

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
