import Catalog
import GLB
import SystemPackage

/// What is known about a file that comes in, gathered from everything around it.
///
/// The nearest source wins for each value: our sidecar, the service's record, the file's own words, its name.
enum ImportedMetadata {
    /// The model that a file is, without its files, and the name that the file had where it came from.
    static func model(
        of path: FilePath, document: Document, shared: SharedRecords
    ) -> (model: NewModel, fileName: String) {
        let name = path.lastComponent?.string ?? ""
        var found = record(beside: path, name: name, shared) ?? (NewModel(), nil)
        EmbeddedRecord.fill(&found.model, from: document)
        fill(&found.model, fromName: path)
        return (found.model, found.fileName ?? name)
    }

    /// The first record beside the file that speaks of it.
    private static func record(
        beside path: FilePath, name: String, _ shared: SharedRecords
    ) -> (model: NewModel, fileName: String?)? {
        let folder = path.removingLastComponent()
        let stem = path.stem ?? ""
        for own in ["\(stem).json", "\(name).json", "\(stem)_meta.json"] {
            guard let root = json(at: folder.appending(own))?.root else { continue }
            if Sidecar.isSidecar(root) { return (Sidecar.model(from: root), Sidecar.fileName(from: root)) }
            if let model = ServiceRecord.model(from: root, file: name, isOwn: true) { return (model, nil) }
        }
        let shared = shared.records(in: folder)
        for text in shared.records where !Sidecar.isSidecar(text.root) {
            if let model = ServiceRecord.model(from: text.root, file: name, isOwn: shared.hasOneModel) {
                return (model, nil)
            }
        }
        if shared.hasOneModel, let history = shared.history, let own = folder.lastComponent?.string,
            let model = ServiceRecord.model(fromHistory: history.root, folder: own)
        {
            return (model, nil)
        }
        return nil
    }

    /// A JSON file of at most 16 MB; nil if it is absent or is none.
    static func json(at path: FilePath) -> JSONText? {
        guard let source = try? ByteSource(path: path.string), source.count <= 16 << 20,
            let bytes = try? source.read(0..<source.count)
        else { return nil }
        return try? JSONText(parsing: bytes)
    }

    private static func fill(_ model: inout NewModel, fromName path: FilePath) {
        let changed = Folder.modified(path).flatMap(Timestamp.init(inCalendar:))
        let stem = path.stem ?? ""
        if let name = MeshyFileName(stem: stem) {
            if model.title.isEmpty, model.prompt.isEmpty {
                model.title = [name.title ?? folderName(path), name.stage.clip].compactMap { $0 }.joined(separator: " ")
            }
            if model.created == nil { model.created = name.moment.flatMap { date($0, before: changed ?? .now) } }
            if model.kind == .imported, let kind = name.stage.kind { model.kind = kind }
        }
        if model.created == nil { model.created = changed }
        if model.title.isEmpty, model.prompt.isEmpty {
            // Names that every download bears say nothing; the folder's name may.
            model.title = (genericNames.contains(stem.lowercased()) ? folderName(path) : nil) ?? words(of: stem)
        }
    }

    private static let genericNames: Set<String> = [
        "model", "preview", "preview_model", "refined", "refined_model", "remeshed", "retextured", "rigged", "animated",
        "scene", "untitled", "output",
    ]

    /// Names of folders that say what kind of files are in them, not what these are of.
    private static let genericFolders: Set<String> = [
        "3d", "asset", "assets", "build", "content", "data", "dist", "download", "downloads", "export", "exports",
        "files", "glb", "gltf", "import", "imports", "media", "mesh", "meshes", "model", "models", "output", "public",
        "resources", "src", "static",
    ]

    /// The name of the nearest folder above the file that says something.
    private static func folderName(_ path: FilePath) -> String? {
        path.removingLastComponent().components.reversed().lazy.filter { $0.kind == .regular }.map(\.string)
            .first { !genericFolders.contains($0.lowercased()) }.map(words)
    }

    private static func words(of name: String) -> String {
        name.split(whereSeparator: { $0 == "_" || $0 == "-" || $0 == " " }).joined(separator: " ")
    }

    /// The latest such moment, in UTC, that is not after the file's own date by more than a day (time zones differ).
    private static func date(_ moment: MeshyFileName.Moment, before limit: Timestamp) -> Timestamp? {
        let day: Int64 = 86_400_000
        guard let thisYear = Int(limit.day.prefix(4)) else { return nil }
        for year in [thisYear + 1, thisYear, thisYear - 1] {
            guard var date = Timestamp(year: year, month: moment.month, day: moment.day) else { continue }
            date.milliseconds += Int64((moment.hour * 60 + moment.minute) * 60 + moment.second) * 1000
            if date.milliseconds <= limit.milliseconds + day { return date }
        }
        return nil
    }
}

extension MeshyFileName.Stage {
    /// The clip's name in words.
    fileprivate var clip: String? {
        if case .animated(let clip) = self { clip } else { nil }
    }

    /// The kind of task, where the name is sure of it: a texture may have been made for a text or for a picture.
    fileprivate var kind: Kind? {
        switch self {
        case .imageTo3D: .imageTo3D
        case .rigged: .rigging
        case .animated: .animation
        case .generated, .textured: nil
        }
    }
}
