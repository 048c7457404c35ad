import Foundation
import GRDB

/// The catalogue of a library: every model, what is known about it, and how to find it again.
///
/// It is one SQLite file in write-ahead mode. Several catalogues, in one process or many, may be open on the same file: a
/// reader never waits for a writer, and writers wait for each other up to ten seconds. All methods are synchronous and may
/// be called from any thread.
public final class Catalog: Sendable {
    /// What a catalogue is opened for.
    public enum Access: Sendable {
        /// Reading alone: the quickest way in. The catalogue must exist.
        case read
        /// Reading and writing. A catalogue that does not exist is made.
        case write
    }

    private let path: String
    private let reader: any DatabaseReader
    private let writer: (any DatabaseWriter)?

    /// Opens the catalogue in the file at `path`, brought up to this version's schema first where that is needed.
    ///
    /// Throws if the file is no catalogue, or one of a newer version; neither is touched.
    public init(path: String, access: Access = .write) throws(CatalogError) {
        self.path = path
        do {
            switch access {
            case .write:
                let pool = try DatabasePool(path: path, configuration: Connection.configuration)
                // GRDB has a write-ahead catalogue flushed at checkpoints alone; an import that says that a model is in
                // the library, and deletes the original, must find it there after a power cut.
                try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
                try Connection.upgrade(pool, path: path)
                (reader, writer) = (pool, pool)
            case .read:
                guard FileManager.default.fileExists(atPath: path) else { throw CatalogError.missing(path: path) }
                var configuration = Connection.configuration
                configuration.readonly = true
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                if try !Connection.isCurrent(queue, path: path) {
                    _ = try Catalog(path: path, access: .write)
                }
                (reader, writer) = (queue, nil)
            }
        } catch {
            throw CatalogError(error, path: path)
        }
    }

    /// Runs `body` in a read transaction, which sees the catalogue as it is at its beginning.
    func read<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
        do {
            return try reader.read(body)
        } catch {
            throw CatalogError(error, path: path)
        }
    }

    /// Runs `body` in a write transaction, which is undone as a whole if `body` throws.
    func write<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
        guard let writer else { throw .readOnly }
        do {
            return try writer.write(body)
        } catch {
            throw CatalogError(error, path: path)
        }
    }
}
