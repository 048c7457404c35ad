package import Foundation

/// The folder of the programs that were built together with the tests.
package let builtPrograms = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()

/// The package's root.
package let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Runs the built `meshy-lib` with a library of its own and an environment that no user's settings reach.
package struct MeshyLib: Sendable {
    /// The folder that the library lies in, and other files of the test may.
    package let scratch: Scratch
    /// The library's folder.
    package let library: String

    /// Makes the scratch folder; the library itself is made by the first command that needs it.
    package init() throws {
        scratch = try Scratch()
        library = scratch.file("library")
    }

    /// Runs a command to its end.
    package func callAsFunction(
        _ arguments: String..., environment: [String: String] = [:]
    ) throws -> CommandResult {
        try run(
            builtPrograms.appendingPathComponent("meshy-lib").path, arguments,
            environment: [
                "MESHY_LIBRARY": library, "NO_COLOR": "1", "COLUMNS": "120", "HOME": scratch.path, "TZ": "UTC",
            ].merging(environment) { $1 }, folder: packageRoot.path)
    }
}
