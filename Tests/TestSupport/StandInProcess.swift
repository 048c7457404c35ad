import Foundation

/// The built `meshy-stand-in`, running on a port of its own until the test lets go of it.
package final class StandInProcess: Sendable {
    /// Where it listens, without a slash at the end.
    package let address: String
    private let process: ChildProcess

    /// A stand-in that did not come up.
    package struct NotStarted: Error, CustomStringConvertible {
        package let description: String
    }

    /// Starts it with small, coarse results and waits until it listens.
    ///
    /// - Parameter arguments: Such as `"--faults", "429:2"`. Time runs a thousand times as fast and a thousand
    ///   requests a second are allowed, unless they say otherwise.
    package convenience init(_ arguments: String...) throws { try self.init(arguments) }

    /// The same, with the arguments as a list.
    package init(_ arguments: [String]) throws {
        let output = Pipe()
        process = try ChildProcess(
            builtPrograms.appendingPathComponent("meshy-stand-in").path,
            ["--port", "0", "--coarse", "--time-scale", "1000", "--rate", "1000"] + arguments,
            output: .handle(output.fileHandleForWriting))
        // The other end alone keeps it open.
        try output.fileHandleForWriting.close()

        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let piece = output.fileHandleForReading.availableData
            if piece.isEmpty { throw NotStarted(description: "meshy-stand-in ended before it listened") }
            line += piece
        }
        let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        let prefix = "listening on "
        guard text.hasPrefix(prefix) else { throw NotStarted(description: "meshy-stand-in said: \(text)") }
        address = String(text.dropFirst(prefix.count))
    }

    deinit { kill() }

    /// Ends it at once, as `kill -9` does, and waits until it is gone.
    package func kill() {
        process.send(SIGKILL)
        process.waitUntilExit()
    }

    /// Everything that money did, as JSON (`GET /_stand-in/ledger`).
    package func ledger() throws -> String { try control("/_stand-in/ledger") }

    /// Replaces the plan of faults.
    package func setFaults(_ plan: String) throws { _ = try control("/_stand-in/faults", "--data-binary", plan) }

    /// Puts the service's clock forward by a length of time such as `3d`.
    package func advanceClock(by length: String) throws {
        _ = try control("/_stand-in/clock?advance=\(length)", "--request", "POST")
    }

    private func control(_ path: String, _ arguments: String...) throws -> String {
        let result = try run("curl", ["--silent", "--show-error", "--fail-with-body", address + path] + arguments)
        guard result.status == 0 else { throw NotStarted(description: result.errors + result.output) }
        return result.output
    }
}
