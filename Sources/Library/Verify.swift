package import Catalog
import Foundation
import SystemPackage

extension Library {
    /// What is wrong with a stored file.
    package struct Damage: Sendable {
        /// What is wrong.
        package enum Kind: Sendable {
            /// The file is not there.
            case missing
            /// Its bytes are not those that were stored; this is the hash of what is there now.
            case changed(String)
            /// It cannot be read.
            case unreadable(String)
        }

        /// The object.
        package let object: StoredObject
        /// Where it lies.
        package let path: String
        /// What is wrong with it.
        package let kind: Kind
        /// The models that it belongs to.
        package let models: [Model]
    }

    /// Reads every stored file again and compares it with its hash.
    ///
    /// - Parameters:
    ///   - isStopped: asked before each file; once true, the rest is left.
    ///   - each: told of every file checked: its size, and what is wrong with it, if anything.
    /// - Throws: ``LibraryError/inUse(_:)`` while garbage is collected, or if the catalogue cannot be read.
    package func verify(
        isStopped: @escaping @Sendable () -> Bool = { false }, each: (StoredObject, Damage?) -> Void
    ) throws {
        let lock = try FolderLock(objects.incoming, .shared)
        defer { lock.release() }
        var last = ""
        while true {
            let page = try catalog.objects(after: last)
            guard let end = page.last else { return }
            last = end.hash
            var sound: [String] = []
            let workers = Workers(
                page, width: ProcessInfo.processInfo.activeProcessorCount, isStopped: isStopped
            ) { object in
                (object, examine(object))
            }
            try workers.collect { object, kind in
                guard let kind else {
                    sound.append(object.hash)
                    return each(object, nil)
                }
                let path = objects.path(hash: object.hash, format: object.format)
                each(
                    object,
                    Damage(
                        object: object, path: path.string, kind: kind,
                        models: try catalog.models(withObject: object.hash)))
            }
            try catalog.markVerified(sound)
            if isStopped() { return }
        }
    }

    private func examine(_ object: StoredObject) -> Damage.Kind? {
        let path = objects.path(hash: object.hash, format: object.format)
        do {
            let hash = try ObjectStore.rehash(path)
            return hash == object.hash ? nil : .changed(hash)
        } catch let error as FileError where error.errno == .noSuchFileOrDirectory {
            return .missing
        } catch {
            return .unreadable("\(error)")
        }
    }
}
