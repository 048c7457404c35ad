import Dispatch
import Foundation
import Synchronization
package import Testing

/// Runs tests that wait for other programs on threads of their own.
///
/// Swift's concurrency has one thread a core. A test that blocks one of them, because it waits for a program to end, takes
/// it away from every server and client in the same process; on two cores two such tests stop all others. Tests that
/// mostly wait for the network are better off without: between two steps they would wait for all that block.
package struct BlockingTrait: TestTrait, SuiteTrait, TestScoping {
    package var isRecursive: Bool { true }

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing body: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(BlockingExecutor.shared) { try await body() }
    }
}

extension Trait where Self == BlockingTrait {
    /// The test, or each test of the suite, waits for other programs.
    package static var blocking: Self { BlockingTrait() }
}

/// As many threads as there are cores, since the programs that the tests wait for want to run too. Queues would take
/// their threads from those that are to be spared.
private final class BlockingExecutor: TaskExecutor {
    static let shared = BlockingExecutor()

    private let jobs = Mutex<[UnownedJob]>([])
    private let available = DispatchSemaphore(value: 0)

    private init() {
        for _ in 0..<max(2, ProcessInfo.processInfo.activeProcessorCount) {
            Thread.detachNewThread { [self] in
                while true {
                    available.wait()
                    let job = jobs.withLock { $0.removeFirst() }
                    job.runSynchronously(on: asUnownedTaskExecutor())
                }
            }
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        available.signal()
    }
}
