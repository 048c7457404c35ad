package import Catalog
import Foundation
import GLB
import SystemPackage

extension Library {
    /// How files come in.
    package struct ImportOptions: Sendable {
        /// What happens to the files themselves.
        package var transfer = ObjectStore.Transfer.copy
        /// Tags that every model gets.
        package var tags: [String] = []
        /// Collections that every model comes into.
        package var collections: [String] = []
        /// Asked before each file; once true, the files at hand are finished and the rest is left.
        package var isStopped: @Sendable () -> Bool = { false }

        /// Copies, without tags.
        package init() {}
    }

    /// What became of one file.
    package struct ImportedFile: Sendable {
        /// The file's path, as it was found.
        package let path: String
        /// The model, or why there is none.
        package let outcome: Result<AddOutcome, ImportFailure>
        /// What else there is to say of a file that came in, such as why its original was not deleted; nil if nothing.
        package var note: String?
        /// The hash of its bytes; nil if they are not in the library.
        package var hash: String?
        /// Whether the library had the model, but not its file as it should be; now it has.
        package var isRepair = false
        /// Whether the original was deleted.
        package var isMoved = false
    }

    /// Why a file did not come in.
    package struct ImportFailure: Error, Sendable, CustomStringConvertible {
        /// A sentence for people, without the path.
        package let description: String
    }

    /// Brings files into the library; folders are walked.
    ///
    /// Each file is durable before the catalogue learns of it, and no file stops another. What is in the library already
    /// is left as it is, save that empty fields are filled from what is known now. Stopping (or being killed) at any
    /// point loses nothing: a second run takes what the first did not.
    ///
    /// - Parameter each: told of every file, with how many are done and how many there are; called on this thread.
    /// - Throws: only what makes going on pointless, such as a full disk or a locked catalogue.
    package func importFiles(
        _ paths: [String], options: ImportOptions = ImportOptions(),
        each: (ImportedFile, _ done: Int, _ total: Int) -> Void
    ) throws {
        let lock = try FolderLock(objects.incoming, .shared)
        defer { lock.release() }
        let found = ImportDiscovery(paths, library: folder, store: objects)
        let total = found.files.count + found.refused.count
        var done = 0
        func tell(_ file: ImportedFile) {
            done += 1
            each(file, done, total)
        }
        for (path, reason) in found.refused {
            tell(ImportedFile(path: path, outcome: .failure(ImportFailure(description: reason))))
        }

        var batch: [StoredFile] = []
        var began = ContinuousClock.now
        // What this import brought first, it does not repair with a second copy.
        var brought: Set<String> = []
        func commit() throws {
            defer { batch.removeAll() }
            for file in try add(batch, options.transfer, &brought) { tell(file) }
        }
        let shared = SharedRecords()
        // Copying waits for the disk and hashing for the processor: with two threads a core, one does either.
        let workers = Workers(
            found.files, width: 2 * ProcessInfo.processInfo.activeProcessorCount, isStopped: options.isStopped
        ) { path in
            Result { try store(path, options, shared) }
        }
        try workers.collect { result in
            switch result {
            case .failure(let failure as StoreFailure):
                if failure.isFatal { throw failure.cause }
                tell(
                    ImportedFile(
                        path: failure.path, outcome: .failure(ImportFailure(description: failure.reason))))
            case .failure(let error): throw error
            case .success(let file):
                if batch.isEmpty { began = .now }
                batch.append(file)
                // Flushing folders costs the same for one file or many; half a second is what a person would wait.
                if batch.count == 128 || ContinuousClock.now - began > .milliseconds(500) { try commit() }
            }
        }
        try commit()
    }

    /// A file whose bytes are in the store, and what is known of it.
    private struct StoredFile: Sendable {
        let path: FilePath
        let stored: ObjectStore.Stored
        let model: NewModel
    }

    private struct StoreFailure: Error {
        let path: String
        let cause: any Error

        /// Whether the next file would fail the same way.
        var isFatal: Bool { (cause as? FileError)?.isFatal ?? false }

        var reason: String { "\(cause)" }
    }

    /// Checks, stores and inspects one file; runs on a worker's thread.
    private func store(_ path: FilePath, _ options: ImportOptions, _ shared: SharedRecords) throws -> StoredFile {
        do {
            let document = try ImportedModel.check(path)
            let stored = try objects.store(path, format: "glb", by: options.transfer)
            // What is inspected is what was stored, whatever happens to the original meanwhile.
            let object = objects.path(hash: stored.hash, format: "glb")
            let report = Report(of: try AssetFile(path: object.string))
            var (model, name) = ImportedMetadata.model(of: path, document: document, shared: shared)
            model.tags += options.tags
            model.collections += options.collections
            let file = ModelFile(
                hash: stored.hash, bytes: stored.bytes, format: "glb", name: name, source: path.string)
            model.files = [NewFile(file, inspection: Inspection(report, file: name))]
            return StoredFile(path: path, stored: stored, model: model)
        } catch {
            throw StoreFailure(path: path.string, cause: error)
        }
    }

    /// Adds a batch to the catalogue once its files' names are on the disk, and ends moves.
    private func add(
        _ batch: [StoredFile], _ transfer: ObjectStore.Transfer, _ brought: inout Set<String>
    ) throws -> [ImportedFile] {
        guard !batch.isEmpty else { return [] }
        // Also of those that were there: another process may have stored them, and not have come to this point.
        try objects.flush(batch.lazy.map(\.stored.hash))
        let models = batch.map(\.model)
        let added = Result { () throws(CatalogError) in try catalog.add(models) }
        if case .failure(.constraint(let reason)) = added {
            // One of them is refused: each alone shows which.
            guard batch.count == 1 else { return try batch.flatMap { try add([$0], transfer, &brought) } }
            return [
                ImportedFile(path: batch[0].path.string, outcome: .failure(ImportFailure(description: reason)))
            ]
        }
        return zip(batch, try added.get()).map { file, outcome in
            let stays = transfer == .move ? deleteOriginal(file, outcome) : nil
            let isFirst = brought.insert(file.stored.hash).inserted
            return ImportedFile(
                path: file.path.string, outcome: .success(outcome), note: stays, hash: file.stored.hash,
                isRepair: isFirst && outcome.hadFile && !file.stored.wasPresent,
                isMoved: transfer == .move && stays == nil)
        }
    }

    /// Ends a move by deleting the original; says why it stays if it does.
    private func deleteOriginal(_ file: StoredFile, _ outcome: AddOutcome) -> String? {
        if case .alreadyPresent(_, _, isTrashed: true) = outcome {
            return "the original was not deleted, since the model is in the trash"
        }
        guard let present = FileIdentity(at: file.path) else { return nil }
        if Folder.kind(of: file.path, following: false) == .symbolicLink {
            return "the original was not deleted, since it was named by a symbolic link"
        }
        if FileIdentity(at: objects.path(hash: file.stored.hash, format: "glb"))?.isSameFile(as: present) == true {
            return "the original was not deleted, since it shares its bytes with the library"
        }
        guard present == file.stored.source else { return "the original was not deleted, since it changed meanwhile" }
        do {
            try objects.delete(file.path)
            return nil
        } catch {
            return "the original could not be deleted: \(error)"
        }
    }
}

extension AddOutcome {
    /// Whether the library had the model and spoke of its file.
    fileprivate var hadFile: Bool {
        if case .alreadyPresent(_, let filled, _) = self { !filled.contains("file") } else { false }
    }
}

extension FileError {
    /// Whether other files would fail the same way.
    fileprivate var isFatal: Bool {
        switch (errno, action) {
        // A system may forbid links to files of others, and a file has a limit of links.
        case (.notPermitted, .link), (.tooManyLinks, .link): false
        default: isAboutEverything || action != .read
        }
    }
}
