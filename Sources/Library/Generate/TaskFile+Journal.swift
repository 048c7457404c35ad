import Catalog
import MeshyAPI

extension MeshyTask {
    /// The files to fetch: the models of these formats, and all pictures.
    ///
    /// - Parameter formats: empty for all formats. If none of them was made, every model is fetched, since the task was
    ///   paid.
    func wantedFiles(_ formats: [String]) -> [JournalFile] {
        let files = self.files
        var wanted = Set(formats)
        // An OBJ names its materials' file.
        if wanted.contains("obj") { wanted.insert("mtl") }
        let isOffered = files.contains { $0.isModel && wanted.contains($0.format) }
        return files.filter { wanted.isEmpty || !isOffered || !$0.isModel || wanted.contains($0.format) }
            .map(JournalFile.init)
    }
}

extension JournalTask {
    /// The formats that were asked for and that none of these files has.
    func formatsNotAmong(_ files: [ModelFile]) -> [String] { kind.formats(wish.formats, notAmong: files) }
}

extension Kind {
    /// Those of the wanted formats that a result of this kind could have and that none of these files has.
    func formats(_ wanted: [String], notAmong files: [ModelFile]) -> [String] {
        guard let kind = TaskKind(rawValue: rawValue) else { return [] }
        switch kind {
        // Nobody can choose their formats: reports, pictures, clips without a figure, a printer's own format.
        case .printAnalyze, .printMultiColor, .printRepair, .textToImage, .imageToImage, .textToMotion: return []
        default: break
        }
        let made = Set(files.filter { $0.role == .model }.map(\.format))
        return wanted.filter { !made.contains($0) }
    }
}

extension TaskFile {
    /// Whether it is a model, in contrast to a picture.
    var isModel: Bool { catalogRole == .model }

    /// What the file is to its model in the catalogue.
    var catalogRole: ModelFile.Role {
        switch role {
        case .model, .preRemeshedModel, .riggedModel, .clip, .armatureClip, .motion: .model
        case .texture: .texture
        case .thumbnail, .view, .alphaThumbnail: .thumbnail
        case .image: .sourceImage
        case .video: .video
        case .other:
            ["png", "jpg", "jpeg", "webp"].contains(format) ? .texture : .model
        }
    }

    /// The place in a model's list of files: the main one first.
    var rank: Int {
        switch role {
        case .model, .riggedModel: 0
        case .clip("animation"): 0
        case .clip, .motion: 1
        case .preRemeshedModel, .armatureClip: 2
        default: 3
        }
    }
}

extension JournalFile {
    init(_ file: TaskFile) {
        self.init(
            place: file.key,
            file: ModelFile(
                role: file.catalogRole, hash: "", bytes: 0, format: file.format, name: file.name,
                source: String(file.url.prefix { $0 != "?" && $0 != "#" })))
    }
}
