import Budgets
import Catalog
import Formats
import GLB
import Library
import SystemPackage

// What to do about the errors of the modules below, and how the process ends with each.

extension GLBError: UserFacing {
    var hint: String? {
        switch self {
        case .notAModel(.gitLFSPointer): "run 'git lfs pull' in its repository to fetch the file itself"
        case .damagedContainer, .truncated: "the download may have been cut off; fetch the file again"
        default: nil
        }
    }

    var exitStatus: ExitStatus {
        switch self {
        case .unreadable: .noInput
        default: .badData
        }
    }
}

/// An error about one of several files.
struct InFile: UserFacing {
    let path: String
    let cause: any UserFacing

    var description: String {
        // An error of the file itself names its path, which was said already.
        if case .unreadable(path, let reason)? = cause as? GLBError { return "\(DisplayText.safe(path)): \(reason)" }
        return "\(DisplayText.safe(path)): \(cause.description)"
    }
    var hint: String? { cause.hint }
    var exitStatus: ExitStatus { cause.exitStatus }
}

extension CatalogError: UserFacing {
    var hint: String? {
        switch self {
        case .missing: "make one with 'meshy-lib init'"
        case .newerSchema: "install the newer program; this one has changed nothing"
        case .locked: "try again when the other command has ended"
        case .noSuchModel: "'meshy-lib search' lists the models with their ids"
        case .ambiguousID: "give more characters of the id"
        case .damaged: "restore the catalogue from a backup; the files in 'objects' are not affected"
        case .noSuchSavedSearch: "'meshy-lib searches' lists them"
        case .noSuchCollection: "'meshy-lib collection' lists them"
        case .noSuchTask: "'meshy-lib tasks --all' lists them"
        case .ambiguousTask: "give more characters of the id"
        case .taskMovedOn: "'meshy-lib tasks' shows how things stand"
        case .taskIsTaken: "'meshy-lib tasks --all' shows which task is whose"
        case .capReached: "'meshy-lib config cap' changes the library's caps, --max-credits is this command's"
        default: nil
        }
    }

    var exitStatus: ExitStatus {
        switch self {
        case .missing, .noSuchModel, .noSuchSavedSearch, .noSuchCollection, .noSuchTask: .noInput
        case .cannotOpen, .database: .ioError
        case .diskFull: .ioError
        case .notACatalog, .newerSchema, .damaged, .constraint, .invalidSavedSearch, .taskIsTaken: .badData
        case .locked, .taskMovedOn: .tryAgain
        case .readOnly, .capReached: .notAllowed
        case .ambiguousID, .ambiguousTask, .invalidName, .circularSavedSearch, .tooManySavedSearches: .usage
        }
    }
}

extension LibraryError: UserFacing {
    var hint: String? {
        switch self {
        case .missing(let folder): "make one with 'meshy-lib init --library \(folder)', or name another with --library"
        case .exists: "bring models into it with 'meshy-lib import FOLDER'"
        case .objectsAreAbsent: "connect the disk that holds it; nothing was changed"
        case .catalogIsAbsent:
            "restore catalog.sqlite from a backup, or make the library elsewhere; nothing was changed"
        case .noFile: nil
        case .inTheWay: "name another place, or replace it with --overwrite"
        case .isOriginal: "name another place"
        case .inUse: "try again when the other command has ended"
        }
    }

    var exitStatus: ExitStatus {
        switch self {
        case .missing, .objectsAreAbsent, .noFile: .noInput
        case .exists, .catalogIsAbsent, .inTheWay, .isOriginal: .cannotCreate
        case .inUse: .tryAgain
        }
    }
}

extension FileError: UserFacing {
    var hint: String? {
        switch errno {
        case .noSpace: "make room and run the command again; it goes on where it stopped"
        case .improperLink: "a link cannot reach another disk; use --copy or --move"
        default: nil
        }
    }

    var exitStatus: ExitStatus {
        switch (errno, action) {
        case (.noSuchFileOrDirectory, .read), (.noSuchFileOrDirectory, .list): .noInput
        case (.permissionDenied, _), (.notPermitted, _): .notAllowed
        case (_, .create): .cannotCreate
        default: .ioError
        }
    }
}

extension ZipError: UserFacing {
    var hint: String? { nil }
    var exitStatus: ExitStatus { .ioError }
}

/// A query that cannot be read, shown with a mark below the place.
struct QueryFailure: UserFacing {
    let query: String
    let error: QueryError

    var description: String {
        let mark = String(repeating: "^", count: max(1, error.length))
        let space = DisplayText.width(String(DisplayText.safe(query).prefix(error.column - 1)))
        return """
            \(error.message)
              \(DisplayText.safe(query))
              \(String(repeating: " ", count: space))\(mark)
            """
    }
    var hint: String? {
        error.suggestion.map { "did you mean '\($0)'?" }
            ?? "'meshy-lib search --help' shows the query language in short"
    }
    var exitStatus: ExitStatus { .usage }

    /// Reads a query, or fails with the place marked.
    static func parse(_ text: String) throws -> Query {
        do { return try Query(parsing: text, budgets: Budget.shipped.map(\.name)) } catch {
            throw QueryFailure(query: text, error: error)
        }
    }
}
