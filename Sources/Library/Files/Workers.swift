import Foundation

/// Threads that work through a list side by side, for work that waits for disks (`docs/decisions/0005`).
///
/// Results wait in a short queue until the one thread that collects them takes them, so that memory stays flat however
/// long the list is.
package final class Workers<Item: Sendable, Result: Sendable>: @unchecked Sendable {
    // Sendable: `next`, `running`, `isCancelled` and `results` are touched only while `condition` is locked; the rest
    // never changes.
    private let condition = NSCondition()
    private var next = 0
    private var running: Int
    private var isCancelled = false
    private var results: [Result] = []

    private let items: [Item]
    private let width: Int
    private let isStopped: @Sendable () -> Bool
    private let work: @Sendable (Item) -> Result

    /// Prepares the work; nothing runs before ``collect(_:)``.
    ///
    /// - Parameters:
    ///   - width: how many threads.
    ///   - isStopped: asked before each item; once true, no further item is begun.
    package init(
        _ items: [Item], width: Int, isStopped: @escaping @Sendable () -> Bool,
        work: @escaping @Sendable (Item) -> Result
    ) {
        self.items = items
        self.width = min(width, max(items.count, 1))
        self.isStopped = isStopped
        self.work = work
        running = self.width
    }

    /// Runs the work and gives each result, in the order in which they are finished, to `body` on the calling thread.
    ///
    /// - Throws: what `body` throws, once the items that were begun are finished.
    package func collect(_ body: (Result) throws -> Void) rethrows {
        for _ in 0..<width { Thread.detachNewThread { self.runThread() } }
        defer { finish() }
        while let result = take() { try body(result) }
    }

    private func runThread() {
        while let item = takeItem() { put(work(item)) }
        condition.withLock {
            running -= 1
            condition.broadcast()
        }
    }

    private func takeItem() -> Item? {
        if isStopped() { return nil }
        return condition.withLock {
            guard !isCancelled, next < items.count else { return nil }
            defer { next += 1 }
            return items[next]
        }
    }

    private func put(_ result: Result) {
        condition.withLock {
            while results.count >= 2 * width, !isCancelled { condition.wait() }
            results.append(result)
            condition.broadcast()
        }
    }

    private func take() -> Result? {
        condition.withLock {
            while results.isEmpty, running > 0 { condition.wait() }
            guard !results.isEmpty else { return nil }
            condition.broadcast()
            return results.removeFirst()
        }
    }

    private func finish() {
        condition.withLock {
            isCancelled = true
            condition.broadcast()
            while running > 0 { condition.wait() }
        }
    }
}
