import Catalog
import Foundation
import GLB
import Library
import SystemPackage

/// A file that was named, by its path or as a model of the library, and what to call it.
struct FileTarget: Sendable {
    let path: String
    /// The model whose file it is; nil if the file was named by its path.
    var model: Model?

    /// What people read: the path, or the model's id and title.
    var name: String { model.map { "\($0.id) \($0.displayTitle)" } ?? path }

    /// What other commands take: the path, or the model's id.
    var reference: String { model?.id.description ?? path }

    /// Writes which model it is; nothing of a file that was named by its path.
    func writeIdentity(to writer: inout JSONWriter) {
        writer.member(ifPresent: "id", model?.id.description)
        writer.member(ifPresent: "title", model?.title)
    }

    /// What arguments and a query mean: a path where there is something at it, else a model of the library.
    ///
    /// The library is opened only if it is needed, so that inspecting a file costs nothing else.
    static func all(_ names: [String], query: String?, library folder: String?) throws -> [FileTarget] {
        guard !names.isEmpty || query != nil else {
            throw CommandFailure("no file was named", hint: "name files or ids, or select with --query", .usage)
        }
        var library: Library?
        func opened() throws -> Library {
            if let library { return library }
            let opened = try Library.open(at: LibraryOptions.folder(folder), for: .read)
            library = opened
            return opened
        }
        func target(_ id: ModelID) throws -> FileTarget {
            let library = try opened()
            let model = try library.catalog.model(id).model
            return FileTarget(path: try library.path(of: model).string, model: model)
        }
        var targets: [FileTarget] = []
        for name in names {
            if isPath(name) {
                targets.append(FileTarget(path: name))
            } else {
                targets.append(try target(try resolve(name, opened)))
            }
        }
        if let query {
            let ids = try opened().catalog.ids(matching: QueryOptions.parse(query))
            if ids.isEmpty { Console.note("no model matches '\(DisplayText.safe(query))'") }
            targets += try ids.map(target)
        }
        return targets
    }

    /// Whether a name means a file rather than a model of the library.
    static func isPath(_ name: String) -> Bool {
        name.contains("/") || name.contains(".") || FileManager.default.fileExists(atPath: name)
    }

    /// A name that is no path; where there is no library either, it was most likely meant as one.
    private static func resolve(_ name: String, _ library: () throws -> Library) throws -> ModelID {
        do {
            return try library().catalog.resolve(name)
        } catch LibraryError.missing(let folder) {
            throw CommandFailure(
                "there is no file '\(DisplayText.safe(name))', and no library in \(folder) that could have a model of this id",
                .noInput)
        }
    }
}
