internal import CSpawn
package import Foundation
import Synchronization

/// A program that a test started.
///
/// Foundation's own reads, to close what must not be inherited, beyond the end of the names in `/proc/self/fd`, and now and
/// then dies of it in a process that has run for long.
package final class ChildProcess: Sendable {
    /// Where what a program writes goes.
    package enum Output: Sendable {
        case nowhere
        /// A file that exists.
        case file(String)
        case handle(FileHandle)
    }

    /// A program that could not be started.
    package struct NotStarted: Error, CustomStringConvertible {
        package let description: String

        init(_ path: String, _ code: Int32) { description = "\(path): \(String(cString: strerror(code)))" }
    }

    package let processIdentifier: pid_t
    private let ended = Mutex<Int32?>(nil)

    /// Starts a program; it reads nothing, and inherits nothing but what is said here.
    ///
    /// - Parameters:
    ///   - program: a path, or a name that is looked up in `PATH`.
    ///   - environment: all of it.
    ///   - folder: where it runs; where this process does if nil.
    package init(
        _ program: String, _ arguments: [String], environment: [String: String] = ProcessInfo.processInfo.environment,
        folder: String? = nil, output: Output = .nowhere, errors: Output = .nowhere
    ) throws {
        let descriptors = try [(.nowhere, O_RDONLY), (output, O_WRONLY), (errors, O_WRONLY)].map(Self.open)
        defer {
            for (output, descriptor) in zip([.nowhere, output, errors], descriptors) { Self.close(descriptor, output) }
        }
        var pid: pid_t = 0
        let failure = Self.withCStrings([program] + arguments) { arguments in
            Self.withCStrings(environment.map { "\($0)=\($1)" }) { environment in
                cspawn(&pid, program, arguments, environment, folder, descriptors)
            }
        }
        guard failure == 0 else { throw NotStarted(program, failure) }
        processIdentifier = pid
    }

    package var isRunning: Bool { status(waiting: false) == nil }

    /// Waits for its end, and gives its exit code, or the number of the signal that ended it, negative.
    @discardableResult
    package func waitUntilExit() -> Int32 { status(waiting: true) ?? -1 }

    /// Sends a signal, unless it has ended.
    package func send(_ signal: Int32) {
        // Until it was waited for, nobody else gets its number.
        ended.withLock { if $0 == nil { _ = kill(processIdentifier, signal) } }
    }

    private func status(waiting: Bool) -> Int32? {
        if waiting {
            // Others may ask meanwhile whether it runs, so it is only looked at here, without the lock.
            var information = siginfo_t()
            while waitid(P_PID, id_t(processIdentifier), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        }
        return ended.withLock { ended in
            if let ended { return ended }
            var status: Int32 = 0
            guard waitpid(processIdentifier, &status, WNOHANG) == processIdentifier else { return nil }
            let signal = status & 0x7F
            ended = signal == 0 ? (status >> 8) & 0xFF : -signal
            return ended
        }
    }

    private static func open(_ output: Output, _ flags: Int32) throws -> Int32 {
        let path: String
        switch output {
        case .nowhere: path = "/dev/null"
        case .file(let file): path = file
        case .handle(let handle): return handle.fileDescriptor
        }
        let descriptor = Foundation.open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw NotStarted(path, errno) }
        return descriptor
    }

    /// Closes what was opened here.
    private static func close(_ descriptor: Int32, _ output: Output) {
        if case .handle = output { return }
        Foundation.close(descriptor)
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }
}
