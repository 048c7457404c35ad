import Dispatch
import MeshyAPI
import Synchronization

/// The way from a command, which is synchronous, to work that is not.
enum Waiting {
    /// Does some work and waits for its end; Ctrl-C cancels it, and the work says how it ends then.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) throws -> Value {
        Interrupt.catchSignals()
        let outcome = Outcome<Value>()
        let finished = DispatchSemaphore(value: 0)
        let task = Task {
            do { outcome.set(.success(try await work())) } catch { outcome.set(.failure(error)) }
            finished.signal()
        }
        while finished.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
            if Interrupt.isRequested { task.cancel() }
        }
        do { return try outcome.get() } catch  where Interrupt.isRequested && error.isCancellation {
            throw Interrupted()
        }
    }

    /// Work was stopped by Ctrl-C, or a request to terminate, before it had a result.
    struct Interrupted: UserFacing {
        /// What goes on with it; nil if it is simply to be done again.
        var hint: String?
        let description = "interrupted"
        let exitStatus = ExitStatus.tryAgain
    }

    private final class Outcome<Value: Sendable>: Sendable {
        private let result = Mutex<Result<Value, any Error>?>(nil)

        func set(_ value: Result<Value, any Error>) { result.withLock { $0 = value } }

        func get() throws -> Value {
            guard let result = result.withLock({ $0 }) else { throw Ending(status: .software) }
            return try result.get()
        }
    }
}

extension Error {
    /// Whether this says only that somebody ended the work.
    fileprivate var isCancellation: Bool {
        self is CancellationError || (self as? MeshyAPIError)?.reason == .cancelled
    }
}
