import Dispatch
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
        return try outcome.get()
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
