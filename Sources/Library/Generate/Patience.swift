import MeshyAPI

/// How long a step is tried again and again, and how long is waited between two tries.
struct Patience {
    private let limit: Duration
    private let start = ContinuousClock.now
    private var troubles = 0

    /// Patience that ends after `limit`, counted from now.
    init(_ limit: Duration) { self.limit = limit }

    /// How long to wait before the next try; nil if there is no patience left, or not for as long as the service asks.
    mutating func pause(after error: MeshyAPIError) -> Duration? {
        let waited = ContinuousClock.now - start
        guard waited < limit, (error.retryAfter ?? .zero) <= limit - waited else { return nil }
        troubles += 1
        return error.retryAfter ?? min(.seconds(1 << min(troubles, 5)), .seconds(30))
    }
}
