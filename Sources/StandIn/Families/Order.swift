/// What a request asks for, with everything checked.
struct Order: Sendable {
    /// The `type` of the task object.
    var type: String
    var credits: Int
    /// How long the work takes, in seconds of the service's time.
    var seconds: Int
    /// What the task object repeats of the request.
    var echo: [String: JSON] = [:]
    var product: Product
    /// Whether the result is known already, so that the task is finished when it is made.
    var isKnown = false
}
