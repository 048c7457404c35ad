import ArgumentParser
import Catalog
import Library

/// Which library a command works on.
struct LibraryOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The library's folder (default: $MESHY_LIBRARY, else in your data folder).", valueName: "folder"),
        completion: .directory)
    var library: String?

    /// The folder that was named, or the one that is meant where none was.
    var folder: String { Self.folder(library) }

    /// As ``folder``, of a name that was given elsewhere.
    static func folder(_ library: String?) -> String {
        library ?? LibraryFolder.standard(environment: World.current.environment)
    }

    /// Opens the library.
    func open(for access: Catalog.Access) throws -> Library {
        try Library.open(at: folder, for: access)
    }
}
