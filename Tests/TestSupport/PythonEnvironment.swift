import Foundation
import Testing

/// A Python of its own with packages from its registry, for readers that nobody here wrote.
///
/// It is made once and kept in the folder for temporary files. Where it cannot be made (no Python, no network), the test
/// is skipped and says why.
package struct PythonEnvironment: Sendable {
    private let interpreter: String

    /// Makes the environment, or takes the one that was made before.
    package init(packages: [String]) throws {
        let folder = NSTemporaryDirectory() + "/meshy-lib-python-" + packages.sorted().joined(separator: "-")
        interpreter = folder + "/bin/python"
        // Tests run side by side, in several processes too: one makes it under another name, and the rename decides.
        if FileManager.default.fileExists(atPath: folder + "/ready") { return }
        let steps = [
            ["python3", "-m", "venv", folder],
            [interpreter, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"] + packages,
            ["touch", folder + "/ready"],
        ]
        let script =
            "set -e; exec 9>\(folder).lock; flock 9; [ -e \(folder)/ready ] && exit 0; "
            + steps.map { $0.joined(separator: " ") }.joined(separator: "; ")
        let result = try TestSupport.run("bash", ["-c", script])
        if result.status != 0 {
            try Test.cancel(
                "Python with \(packages.joined(separator: ", ")) cannot be had here: \(result.errors.suffix(300))")
        }
    }

    /// Runs Python to its end.
    package func run(_ arguments: [String], folder: String? = nil) throws -> CommandResult {
        try TestSupport.run(interpreter, arguments, folder: folder)
    }
}
