package import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Why there is no usable key.
package enum APIKeyError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is nothing but white space.
    case empty
    /// It holds something that no key has.
    case notPrintable
    /// Neither the environment nor the file has one.
    case missing(file: String?)
    /// Others may read the file.
    case exposed(file: String)
    /// The file belongs to somebody else, or is no file.
    case foreign(file: String)
    /// The file cannot be read or written.
    case file(String, Errno)

    /// What is wrong and what to do.
    package var description: String {
        switch self {
        case .empty: "the API key is empty"
        case .notPrintable: "the API key holds characters that no key has (spaces, line breaks or letters with accents)"
        case .missing(let file):
            "there is no API key: set MESHY_API_KEY" + (file.map { ", or put it into \($0)" } ?? "")
        case .exposed(let file): "others can read the API key in \(file); take it from them with: chmod 600 '\(file)'"
        case .foreign(let file): "\(file) is not a file of yours; the API key is not read from it"
        case .file(let file, let errno): "\(file): the API key cannot be read or written: \(errno)"
        }
    }
}

extension APIKey {
    /// The key from `MESHY_API_KEY`, else from a file that its owner alone can read.
    ///
    /// - Throws: ``APIKeyError`` if there is none, or the file could be read by others.
    package static func load(environment: [String: String], file: FilePath?) throws(APIKeyError) -> APIKey {
        if let text = environment["MESHY_API_KEY"], !text.isEmpty { return try APIKey(text) }
        guard let file, let key = try read(file) else { throw .missing(file: file?.string) }
        return key
    }

    /// The key in a file; nil if there is no such file.
    package static func read(_ path: FilePath) throws(APIKeyError) -> APIKey? {
        let descriptor: FileDescriptor
        do {
            // Without waiting: the path could be a pipe that nobody writes to.
            descriptor = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
        } catch {
            if error as? Errno == .noSuchFileOrDirectory { return nil }
            throw .file(path.string, error as? Errno ?? .ioError)
        }
        defer { try? descriptor.close() }
        // Asked of the open file: the path could mean another one a moment later.
        var status = stat()
        guard fstat(descriptor.rawValue, &status) == 0 else { throw .file(path.string, Errno(rawValue: errno)) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else { throw .foreign(file: path.string) }
        guard status.st_mode & 0o077 == 0 else { throw .exposed(file: path.string) }
        do {
            let bytes = try [UInt8](unsafeUninitializedCapacity: 8192) { buffer, count in
                count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            return try APIKey(String(decoding: bytes, as: UTF8.self))
        } catch let error as APIKeyError {
            throw error
        } catch {
            throw .file(path.string, error as? Errno ?? .ioError)
        }
    }

    /// Writes the key into a file that its owner alone can read, replacing what was there; never half a file.
    ///
    /// The folder must exist.
    package func store(in path: FilePath) throws(APIKeyError) {
        let folder = path.removingLastComponent()
        let unfinished = folder.appending(".key-\(UInt64.random(in: 0 ... .max))")
        do {
            let descriptor = try FileDescriptor.open(
                unfinished, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: [.ownerReadWrite])
            try descriptor.closeAfter {
                try descriptor.writeAll(fileBytes)
                guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
            }
            guard rename(unfinished.string, path.string) == 0 else { throw Errno(rawValue: errno) }
            let directory = try FileDescriptor.open(
                folder.isEmpty ? "." : folder, .readOnly, options: [.directory, .closeOnExec])
            try directory.closeAfter {
                guard fsync(directory.rawValue) == 0 else { throw Errno(rawValue: errno) }
            }
        } catch {
            unlink(unfinished.string)
            throw .file(path.string, error as? Errno ?? .ioError)
        }
    }
}
