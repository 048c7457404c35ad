import Foundation

/// A folder of its own for a test, removed when the test lets go of it.
package final class Scratch: Sendable {
    /// The folder's path.
    package let path: String

    /// Makes an empty folder.
    package init() throws {
        // The temporary folder's name ends with a slash on some systems.
        path = URL(fileURLWithPath: NSTemporaryDirectory()).path + "/meshy-lib-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of `name` inside the folder.
    package func file(_ name: String) -> String { path + "/" + name }

    /// Writes a file, with the folders that lead to it, and gives its path.
    @discardableResult
    package func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let url = URL(fileURLWithPath: file(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }
}
