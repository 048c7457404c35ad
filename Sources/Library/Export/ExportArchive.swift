import Catalog
import Formats
import SystemPackage

/// A ZIP archive that models are exported to; it appears under its name when it is whole.
final class ExportArchive {
    private let path: FilePath
    private var file: DurableFile?
    private var zip: ZipWriter

    /// Begins an archive at `path`.
    ///
    /// - Throws: ``LibraryError/inTheWay(_:)`` if something is there and may not be replaced.
    init(_ path: FilePath, overwrites: Bool) throws {
        if !overwrites, Folder.kind(of: path, following: false) != nil { throw LibraryError.inTheWay(path.string) }
        let folder = path.removingLastComponent()
        let file = try DurableFile(in: folder.isEmpty ? "." : folder)
        self.path = path
        zip = ZipWriter(writingTo: file.descriptor)
        self.file = consume file
    }

    /// Adds a copy of a file. Models are mostly compressed pictures, on which deflating again would waste time.
    func add(_ source: FilePath, as name: String, model: Model) throws {
        // Before the entry is begun, so that nothing of a damaged file comes into the archive.
        guard try ObjectStore.rehash(source) == model.hash else { throw Library.ExportFailure.damaged }
        let input: FileDescriptor
        do { input = try FileDescriptor.open(source, .readOnly, options: [.noFollow, .closeOnExec]) } catch {
            throw FileError(.read, source, error)
        }
        defer { try? input.close() }
        try zip.add(
            name: name, method: .stored, modified: Self.date(model.created), expectedSize: UInt64(model.bytes ?? 0)
        ) { () throws(ZipError) in
            do {
                return try [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                    count = try input.read(into: UnsafeMutableRawBufferPointer(buffer))
                }
            } catch {
                throw .cannotRead(path: source.string, error as? Errno ?? .ioError)
            }
        }
    }

    /// Adds a text.
    func add(_ text: String, as name: String, made: Timestamp?) throws {
        try zip.add(name: name, method: .deflated, modified: Self.date(made), bytes: Array(text.utf8))
    }

    /// Completes the archive.
    func finish() throws {
        try zip.finish()
        try file.take()?.publish(as: path, permissions: [.ownerReadWrite, .groupRead, .otherRead])
    }

    private static func date(_ moment: Timestamp?) -> ZipDate {
        let parts = (moment ?? .now).description.split { !$0.isNumber }.compactMap { Int($0) }
        return ZipDate(
            year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5])
    }
}
