package import SystemPackage

/// Why a file or folder could not be used: which one, for what, and what the system said.
package struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was tried.
    package enum Action: String, Sendable {
        case read, write, create, rename, list, delete, synchronise, lock, link
    }

    /// The file or folder.
    package let path: String
    /// What was tried with it.
    package let action: Action
    /// What the system answered.
    package let errno: Errno

    /// Says what failed; `error` is whatever a system call threw.
    init(_ action: Action, _ path: FilePath, _ error: any Error) {
        self.path = path.string
        self.action = action
        self.errno = error as? Errno ?? .ioError
    }

    /// Whether the next file would fail the same way, since it is the disk or the process that has come to an end.
    var isAboutEverything: Bool {
        switch errno {
        case .noSpace, .diskQuotaExceeded, .readOnlyFileSystem, .tooManyOpenFiles: true
        default: false
        }
    }

    /// A sentence for people.
    package var description: String {
        switch errno {
        case .noSuchFileOrDirectory: "there is no file or folder \(path)"
        case .permissionDenied, .notPermitted: "\(path): not allowed to \(action.rawValue) it"
        case .noSpace: "\(path): the disk is full"
        case .diskQuotaExceeded: "\(path): the disk quota is used up"
        case .illegalByteSequence: "\(path): its name is not UTF-8; rename it"
        case .readOnlyFileSystem: "\(path): the disk is read-only"
        default: "\(path): cannot \(action.rawValue) it: \(errno)"
        }
    }
}
