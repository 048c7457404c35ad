import SystemPackage

/// Which files an import means.
struct ImportDiscovery {
    /// The files, each once, in the order in which they were named or found.
    private(set) var files: [FilePath] = []
    /// What was named or found and cannot come in, with the reason.
    private(set) var refused: [(path: String, reason: String)] = []

    /// Files that are named are taken whatever they are called; below folders, those that end with `.glb`.
    ///
    /// What lies in the library itself is refused: moving or linking it would destroy it.
    init(_ paths: [String], library: FilePath, store: ObjectStore) {
        var seen: Set<FilePath> = []
        let own = [store.objects, store.incoming]
        let real = own.compactMap(Folder.realPath)
        for path in paths.map({ FilePath($0).lexicallyNormalized() }) {
            if let place = Folder.realPath(path), real.contains(where: { place.starts(with: $0) }) {
                refused.append((path.string, "it is in the library itself"))
                continue
            }
            switch Folder.kind(of: path) {
            case .regular:
                if seen.insert(path).inserted { files.append(path) }
            case .directory:
                var found: [FilePath] = []
                var refused: [(String, String)] = []
                Folder.walk(
                    path, passingOver: [library] + own,
                    visit: { file in
                        switch file.extension?.lowercased() {
                        case "glb": found.append(file)
                        case "gltf": refused.append((file.string, ImportedModel.looseFiles))
                        default: break
                        }
                    },
                    visitLink: { link in
                        if link.extension?.lowercased() == "glb" {
                            refused.append((link.string, "it is a symbolic link; name the file itself to import it"))
                        }
                    },
                    visitUnreadable: { refused.append(($0.path, $0.description)) })
                files += found.filter { seen.insert($0).inserted }
                self.refused += refused
            case nil:
                refused.append((path.string, "there is no such file or folder"))
            default:
                refused.append((path.string, "it is neither a file nor a folder"))
            }
        }
    }
}
