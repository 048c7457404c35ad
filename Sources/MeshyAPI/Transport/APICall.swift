internal import NIOHTTP1

/// A call of the API, before it is sent.
struct APICall: Sendable {
    let method: HTTPMethod
    /// The path below the base URL, with its query.
    let path: String
    var body: [UInt8]?
    var accept = "application/json"
    /// How large the answer may be, in bytes.
    var limit = 16 << 20

    static func get(_ path: String) -> APICall { APICall(method: .GET, path: path) }

    /// Method and path without the query, for messages.
    var name: String { "\(method.rawValue) \(path.prefix { $0 != "?" })" }
}

/// The answer to a call.
struct APIAnswer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: [UInt8]

    var requestID: String? { headers.first(name: "x-request-id") }

    /// How many seconds the service asks to wait before asking again.
    var retryAfter: Int? { RetryAfter.seconds(headers.first(name: "Retry-After")) }
}

/// What came of one try of a call.
enum APIAttempt: Sendable {
    /// The service answered, with whatever status.
    case answered(APIAnswer)
    /// There was no whole answer. `mayHaveArrived` is false only if no byte of the call's body left this machine.
    case failed(MeshyAPIError, mayHaveArrived: Bool)
}
