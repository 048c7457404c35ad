import Foundation
import GLB
import SystemPackage

/// The records that all the files of a folder share, read once for all of them.
final class SharedRecords: @unchecked Sendable {
    // Sendable: `folders` is touched only while `lock` is locked; the rest never changes.
    private let lock = NSLock()
    private var folders: [FilePath: Records] = [:]

    /// What a folder says of its files.
    struct Records: Sendable {
        /// The records, the one that counts most first.
        fileprivate(set) var records: [JSONText] = []
        /// What a list of all projects, beside this folder, says; nil if there is none.
        fileprivate(set) var history: JSONText?
        /// Whether there is one GLB alone, of which a record that names no file must speak.
        fileprivate(set) var hasOneModel = false
    }

    /// How many folders are kept at once. Files come folder by folder, on a few threads.
    private static let limit = 16

    /// The records of a folder.
    func records(in folder: FilePath) -> Records {
        lock.withLock {
            if let known = folders[folder] { return known }
            if folders.count >= Self.limit { folders.removeAll() }
            let read = Self.read(folder)
            folders[folder] = read
            return read
        }
    }

    private static func read(_ folder: FilePath) -> Records {
        var found = Records()
        found.records = ["metadata.json", "meta.json"].compactMap { ImportedMetadata.json(at: folder.appending($0)) }
        found.history = ImportedMetadata.json(at: folder.removingLastComponent().appending("history.json"))
        if !found.records.isEmpty || found.history != nil {
            let names = (try? Folder.names(in: folder.isEmpty ? "." : folder)) ?? []
            found.hasOneModel = names.count { $0.extension?.lowercased() == "glb" } == 1
        }
        return found
    }
}
