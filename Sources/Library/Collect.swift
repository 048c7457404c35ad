package import Catalog
import SystemPackage

extension Library {
    /// What collecting garbage deletes.
    package struct Garbage: Sendable {
        /// Models in the trash, for ever.
        package let models: [Model]
        /// Files that belong to no model, or to these alone, by path.
        package let files: [(path: String, bytes: Int64)]

        /// The size of the files together.
        package var bytes: Int64 { files.reduce(0) { $0 + $1.bytes } }
    }

    /// Deletes the models in the trash, and every stored file that no model has.
    ///
    /// No import may run meanwhile: a file that it has stored belongs to no model yet.
    ///
    /// - Parameters:
    ///   - isDry: only says what would be deleted.
    ///   - confirmed: the models that somebody agreed to lose; nil for all in the trash. Those that came into the trash
    ///     since, or left it, are not deleted.
    /// - Throws: ``LibraryError/inUse(_:)`` while an import runs, or if the catalogue or a file cannot be changed; what
    ///   was deleted by then stays deleted.
    package func collectGarbage(isDry: Bool, confirmed: [ModelID]? = nil) throws -> Garbage {
        let lock = try FolderLock(objects.incoming, .exclusive)
        defer { lock.release() }
        let agreed = confirmed.map(Set.init)
        var trashed = try catalog.models(catalog.ids(matching: Query(.flag(.trashed))))
            .filter { agreed?.contains($0.id) ?? true }
        var files: [FilePath: Int64] = [:]
        func add(_ objects: [StoredObject]) {
            for object in objects { files[self.objects.path(hash: object.hash, format: object.format)] = object.bytes }
        }
        if isDry {
            for file in try lastFiles(of: trashed) {
                files[objects.path(hash: file.hash, format: file.format)] = file.bytes
            }
        } else {
            let deleted = try catalog.deleteTrashed(trashed.map(\.id))
            let ids = Set(deleted.models)
            trashed.removeAll { !ids.contains($0.id) }
            add(deleted.objects)
        }
        let unreferenced = try catalog.unreferencedObjects()
        add(unreferenced)
        for path in try strays() { files[path] = (try? Stat(path))?.size ?? 0 }
        if !isDry {
            // The files first: rows without files would be reported by `verify`, files without rows are found again.
            for path in files.keys { try objects.delete(path) }
            try catalog.forgetObjects(unreferenced.map(\.hash))
        }
        return Garbage(models: trashed, files: files.map { ($0.key.string, $0.value) }.sorted { $0.path < $1.path })
    }

    /// The files that only these models have.
    private func lastFiles(of models: [Model]) throws -> [ModelFile] {
        let ids = Set(models.map(\.id))
        return try models.flatMap { try catalog.model($0.id).files }.filter { file in
            try catalog.models(withObject: file.hash).allSatisfy { ids.contains($0.id) }
        }
    }

    /// Files in the store that the catalogue does not know.
    private func strays() throws -> [FilePath] {
        var known: Set<FilePath> = []
        var last = ""
        while case let page = try catalog.objects(after: last), let end = page.last {
            for object in page { known.insert(objects.path(hash: object.hash, format: object.format)) }
            last = end.hash
        }
        return try objects.all().filter { !known.contains($0) }
    }
}
