/// How the process ends: small numbers for what was looked for and found, else the codes of BSD's sysexits
/// (`docs/exit-codes.md`).
enum ExitStatus: Int32, Sendable {
    case success = 0
    /// Something was found that the command looks for: a damaged object, a failed file among good ones.
    case findings = 1
    /// A validated file breaks the specification.
    case invalid = 2
    /// Wrong usage, such as an unknown option or a query that cannot be read.
    case usage = 64
    /// A file's content is not what it should be.
    case badData = 65
    /// A file, a model or a library is not there.
    case noInput = 66
    /// The service cannot be reached, or does not answer as it should.
    case unavailable = 69
    /// A fault of this program.
    case software = 70
    /// A file cannot be made.
    case cannotCreate = 73
    /// Reading or writing failed.
    case ioError = 74
    /// Something that another process holds, or a wait, stands in the way: try again.
    case tryAgain = 75
    /// The system does not allow it.
    case notAllowed = 77
}

/// An error that a person can act on: what went wrong and where, what to do about it, and how the process ends.
protocol UserFacing: Error, CustomStringConvertible {
    /// What the person can do, if anything is known to help.
    var hint: String? { get }
    /// The process's exit code.
    var exitStatus: ExitStatus { get }
}

/// An error that a command itself finds.
struct CommandFailure: UserFacing {
    let description: String
    var hint: String?
    var exitStatus: ExitStatus

    init(_ description: String, hint: String? = nil, _ exitStatus: ExitStatus) {
        self.description = description
        self.hint = hint
        self.exitStatus = exitStatus
    }
}

/// Everything that had to be said has been said; the process ends with this code.
struct Ending: Error {
    let status: ExitStatus
}
