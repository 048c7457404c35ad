import Dispatch
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
    let process = Process()
    let scratch = try Scratch()
    let (outputPath, errorPath) = (try scratch.write("out", []), try scratch.write("err", []))
    if program.contains("/") {
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
    } else {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
    }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    // Files, not pipes: a pipe fills up while nobody reads, and then both sides wait for ever.
    process.standardOutput = FileHandle(forWritingAtPath: outputPath)
    process.standardError = FileHandle(forWritingAtPath: errorPath)
    process.standardInput = FileHandle.nullDevice
    // Waiting by itself takes Foundation 50 ms a process; being told takes 4.
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    ended.wait()
    return CommandResult(
        status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
        output: try String(contentsOfFile: outputPath, encoding: .utf8),
        errors: try String(contentsOfFile: errorPath, encoding: .utf8))
}
