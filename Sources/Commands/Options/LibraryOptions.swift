import ArgumentParser
import Library

/// Which library a command works on.
struct LibraryOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The library's folder (default: $MESHY_LIBRARY, else your data folder).", valueName: "folder"),
        completion: .directory)
    var library: String?

    /// The folder that was named, or the one that is meant where none was.
    var folder: String {
        library ?? LibraryFolder.standard(environment: World.current.environment)
    }
}
