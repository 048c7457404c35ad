package import Catalog
import Formats
import SystemPackage

extension Library {
    /// How models leave.
    package struct ExportOptions: Sendable {
        /// The folder to write into; nil for none.
        package var folder: String?
        /// The archive to write; nil for none.
        package var archive: String?
        /// How files are named.
        package var template = NameTemplate.standard
        /// Whether a JSON file beside each model says what the library knows of it.
        package var sidecars = true
        /// Whether `index.csv` lists what was written.
        package var index = true
        /// Whether a file of the same name and other content is replaced.
        package var overwrites = false
        /// Whether nothing is written, and only said under which names models would be.
        package var isDry = false
        /// Asked before each model; once true, the rest is left and an archive is not made.
        package var isStopped: @Sendable () -> Bool = { false }

        /// Writes nowhere yet.
        package init() {}
    }

    /// What became of one model.
    package struct ExportedModel: Sendable {
        /// The model's id.
        package let id: ModelID
        /// The model; nil if it was deleted meanwhile.
        package let model: Model?
        /// The file's path below the folder or in the archive, or why there is none.
        package let outcome: Result<String, ExportFailure>
    }

    /// Why a model did not leave.
    package struct ExportFailure: Error, Sendable, CustomStringConvertible {
        /// A sentence for people.
        package let description: String

        /// The library's own file of the model is not what was stored.
        static let damaged = ExportFailure(description: "the stored file is damaged; run 'meshy-lib verify'")
    }

    /// Writes models to a folder, an archive or both, in the order given.
    ///
    /// Names are safe on every file system and unique; nothing is written outside of the folder, and no symbolic link in
    /// it is followed. Each file appears when it is whole. A model that cannot be written does not stop the others.
    ///
    /// - Parameter each: told of every model.
    /// - Throws: if the folder or the archive itself cannot be written.
    package func export(
        _ ids: [ModelID], options: ExportOptions, each: (ExportedModel) -> Void
    ) throws {
        let folder = try options.folder.map {
            try ExportFolder(FilePath($0), overwrites: options.overwrites, isDry: options.isDry)
        }
        let archive =
            options.isDry
            ? nil : try options.archive.map { try ExportArchive(FilePath($0), overwrites: options.overwrites) }
        var names = UniquePaths()
        _ = names.claim(ExportIndex.name)
        var index = ExportIndex()
        for id in ids where !options.isStopped() {
            var model: Model?
            let outcome = Result {
                let detail = try catalog.model(id)
                model = detail.model
                return try export(detail, options, &names, folder: folder, archive: archive)
            }
            switch outcome {
            case .success(let path):
                if let model { index.add(model, path: path) }
                each(ExportedModel(id: id, model: model, outcome: .success(path)))
            case .failure(let error):
                guard Self.isAboutOneModel(error) else { throw error }
                each(ExportedModel(id: id, model: model, outcome: .failure(ExportFailure(description: "\(error)"))))
            }
        }
        // An archive that is only a part would pass for the whole; the folder's files are good as they are.
        if options.isStopped() || options.isDry { return }
        if options.index {
            let name = index.freeName(in: folder)
            try archive?.add(index.text, as: name, made: nil)
            if let folder {
                index.addEarlierRows(of: name, in: folder)
                try folder.add(index.text, as: name)
            }
        }
        try archive?.finish()
    }

    /// Writes one model and says under which name.
    private func export(
        _ detail: ModelDetail, _ options: ExportOptions, _ names: inout UniquePaths, folder: ExportFolder?,
        archive: ExportArchive?
    ) throws -> String {
        let model = detail.model
        let source = try path(of: model)
        guard Folder.kind(of: source, following: false) == .regular else {
            throw FileError(.read, source, Errno.noSuchFileOrDirectory)
        }
        let wish = options.template.path(of: model)
        var path = names.claim(wish)
        while let folder, !folder.isFree(path, for: model) { path = names.claim(wish) }
        if options.isDry { return path }
        try folder?.add(source, as: path, model: model)
        try archive?.add(source, as: path, model: model)
        if options.sidecars {
            let (sidecar, text) = (UniquePaths.sidecar(of: path), Sidecar.json(of: detail))
            try folder?.add(text, as: sidecar)
            try archive?.add(text, as: sidecar, made: model.created)
        }
        return path
    }

    /// Whether other models may still be written after this error.
    private static func isAboutOneModel(_ error: any Error) -> Bool {
        switch error {
        case is ExportFailure, is LibraryError: true
        case let error as FileError: !error.isAboutEverything
        case ZipError.cannotRead, ZipError.sizeChanged, ZipError.unsafeName: true
        case CatalogError.noSuchModel: true
        default: false
        }
    }
}

/// The list of what an export wrote, for spreadsheets.
private struct ExportIndex {
    static let name = "index.csv"

    private static let heading = CSV.line([
        "file", "id", "title", "kind", "prompt", "tags", "rating", "review", "created", "triangles", "vertices",
        "bytes",
        "sha256",
    ])

    private(set) var text = heading + "\r\n"
    /// The folders that models went to, in lower case: a title may be this file's name.
    private var folders: Set<String> = []
    private var files: Set<String> = []

    /// `index.csv`, or with the first number under which it destroys nothing but an earlier list.
    func freeName(in folder: ExportFolder?) -> String {
        var names = UniquePaths()
        while true {
            let name = names.claim(Self.name)
            if !folders.contains(name), folder?.isFree(name, forListWith: Self.heading) ?? true { return name }
        }
    }

    mutating func add(_ model: Model, path: String) {
        files.insert(path)
        if let end = path.firstIndex(of: "/") { folders.insert(path[..<end].lowercased()) }
        let fields: [String] = [
            path, model.id.description, CSV.guarded(model.title), model.kind.rawValue, CSV.guarded(model.prompt),
            CSV.guarded(NameList.text(model.tags)),
            String(model.rating), model.state.rawValue, model.created?.description ?? "",
            model.statistics.map { String($0.triangles) } ?? "", model.statistics.map { String($0.vertices) } ?? "",
            model.bytes.map { String($0) } ?? "", model.hash,
        ]
        text += CSV.line(fields) + "\r\n"
    }

    /// Takes over what an earlier list of this name says of other files in the folder.
    mutating func addEarlierRows(of name: String, in folder: ExportFolder) {
        for row in folder.earlierRows(of: name, heading: Self.heading, unless: files.contains) {
            text += CSV.line(row) + "\r\n"
        }
    }
}

extension NameTemplate {
    /// The names that may stand in braces: the fields of the query language, and `ext`.
    package static func isField(_ name: String) -> Bool {
        name == "ext" || Field(rawValue: name) != nil
    }

    /// A model's path by this pattern, which ends with the file's extension whether or not the pattern does.
    fileprivate func path(of model: Model) -> String {
        let path = path { name in
            if name == "ext" { return model.format }
            let value = model.value(of: name) ?? ""
            return name == "title" && value.isEmpty ? model.displayTitle : value
        }
        return path.lowercased().hasSuffix("." + model.format) ? path : "\(path).\(model.format)"
    }
}
