import Foundation

/// What a program did.
package struct CommandResult: Sendable {
    /// Its exit code; the signal's number, negative, if a signal ended it.
    package let status: Int32
    /// What it wrote to standard output.
    package let output: String
    /// What it wrote to standard error.
    package let errors: String
}

/// Runs a program to its end and collects what it wrote.
///
/// - Parameters:
///   - program: a path, or a name that is looked up in `PATH`.
///   - environment: added to this process's own.
package func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil
) throws -> CommandResult {
    let scratch = try Scratch()
    // Files, not pipes: a pipe fills up while nobody reads, and then both sides wait for ever.
    let (outputPath, errorPath) = (try scratch.write("out", []), try scratch.write("err", []))
    let process = try ChildProcess(
        program, arguments, environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
        folder: folder, output: .file(outputPath), errors: .file(errorPath))
    return CommandResult(
        status: process.waitUntilExit(),
        output: try String(contentsOfFile: outputPath, encoding: .utf8),
        errors: try String(contentsOfFile: errorPath, encoding: .utf8))
}
