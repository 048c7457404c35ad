/// A request that the service does not carry out: the status and message of its answer.
struct Refusal: Error, Equatable {
    let status: Int
    let message: String
    /// The `Retry-After` header, in seconds.
    var retryAfter: Int?

    init(_ status: Int, _ message: String, retryAfter: Int? = nil) {
        self.status = status
        self.message = message
        self.retryAfter = retryAfter
    }

    static func invalid(_ message: String) -> Refusal { Refusal(400, message) }

    static let invalidID = Refusal(400, "Invalid ID")
    static let invalidKey = Refusal(401, "Invalid API key")
    static let insufficientCredits = Refusal(402, "Insufficient credits")
    static let crossOrigin = Refusal(403, "Cross-origin requests are not allowed")
    static let higherPlan = Refusal(403, "This feature needs an Enterprise plan")
    static let taskNotFound = Refusal(404, "Task not found")
    static let noRoute = Refusal(404, "NoMatchingRoute")
    static let inProgress = Refusal(409, "Task is in progress")
    static let poseFailed = Refusal(422, "Pose estimation failed")
    static let rateLimit = Refusal(429, "RateLimitExceeded", retryAfter: 1)
    static let queueFull = Refusal(429, "NoMoreConcurrentTasks")
    static let pendingFull = Refusal(429, "NoMorePendingTasks: upgrade your plan to queue more tasks")
}
