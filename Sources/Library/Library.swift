package import Catalog
package import SystemPackage

/// A library on disk: a catalogue, and the files that it speaks of.
package struct Library: Sendable {
    /// The library's folder.
    package let folder: FilePath
    /// What is known about the models.
    package let catalog: Catalog
    /// The models' files.
    package let objects: ObjectStore

    /// Makes an empty library in `folder`, which may exist but must not hold one.
    package static func create(at folder: String) throws -> Library {
        let path = FilePath(folder)
        guard try Folder.knownKind(of: path.appending(catalogName)) == nil else { throw LibraryError.exists(folder) }
        let objects = ObjectStore(library: path)
        // With an empty catalogue, collecting garbage would delete every file that a lost one spoke of.
        if Folder.kind(of: objects.objects) != nil, try !Folder.names(in: objects.objects).isEmpty {
            throw LibraryError.catalogIsAbsent(folder)
        }
        try Folder.make(path, permissions: .ownerReadWriteExecute)
        try objects.create()
        let catalog = try Catalog(path: path.appending(catalogName).string)
        try DurableFile.flush(folder: path)
        let parent = path.removingLastComponent()
        try DurableFile.flush(folder: parent.isEmpty ? "." : parent)
        return Library(folder: path, catalog: catalog, objects: objects)
    }

    /// Opens the library in `folder`; to write also sweeps what killed processes left half written.
    package static func open(at folder: String, for access: Catalog.Access) throws -> Library {
        let path = FilePath(folder)
        guard try Folder.knownKind(of: path.appending(catalogName)) == .regular else {
            throw LibraryError.missing(folder)
        }
        let objects = ObjectStore(library: path)
        // An empty folder in place of the objects' is a disk that is not there, not a library without files.
        guard Folder.kind(of: objects.objects) == .directory else { throw LibraryError.objectsAreAbsent(folder) }
        if access == .write {
            try objects.create()
            try DurableFile.sweep(objects.incoming)
        }
        let catalog = try Catalog(path: path.appending(catalogName).string, access: access)
        return Library(folder: path, catalog: catalog, objects: objects)
    }

    private static let catalogName = "catalog.sqlite"

    /// Where a model's main file lies.
    ///
    /// - Throws: ``LibraryError/noFile(_:)`` if the model has none.
    package func path(of model: Model) throws -> FilePath {
        guard !model.hash.isEmpty else { throw LibraryError.noFile(model.id) }
        return objects.path(hash: model.hash, format: model.format)
    }
}

/// Why a library could not be used.
package enum LibraryError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is none in this folder.
    case missing(String)
    /// There is one in this folder already.
    case exists(String)
    /// The catalogue is there, but the folder of its files is not.
    case objectsAreAbsent(String)
    /// The folder of the files is there and not empty, but the catalogue is not.
    case catalogIsAbsent(String)
    /// The model has no file.
    case noFile(ModelID)
    /// Where a file or folder should be made, there is something else.
    case inTheWay(String)
    /// What was to be written would replace what was read.
    case isOriginal(String)
    /// Another process does something that cannot go on side by side with this; it says what.
    case inUse(String)

    /// A sentence for people.
    package var description: String {
        switch self {
        case .missing(let folder): "there is no library in \(folder)"
        case .exists(let folder): "there is a library in \(folder) already"
        case .objectsAreAbsent(let folder):
            "the library in \(folder) has a catalogue, but its folder 'objects' is absent"
        case .catalogIsAbsent(let folder):
            "\(folder) holds the files of a library, but not its catalogue"
        case .noFile(let id): "the model \(id) has no file"
        case .inTheWay(let path): "\(path) is in the way"
        case .isOriginal(let path): "\(path) is the original, which stays as it is"
        case .inUse(let what): "another process works on the library: \(what)"
        }
    }
}
