package import SystemPackage

/// Why a call or a download did not succeed: what happened, what it means for the account, and whether to try again.
package struct MeshyAPIError: Error, Hashable, Sendable {
    /// What happened.
    package enum Reason: Hashable, Sendable {
        /// No connection came about: no network, an unknown host, a refused connection, a certificate that does not
        /// hold. Nothing was sent.
        case unreachable(String)
        /// The connection broke before the answer was whole.
        case interrupted(String)
        /// No answer, or no further part of it, came in time.
        case timedOut
        /// The key is missing, wrong or revoked (401).
        case keyRefused
        /// The account has too few credits (402).
        case insufficientCredits
        /// The account may not do this (403).
        case forbidden
        /// There is no such task, any more (404, 410).
        case notFound
        /// The task is in the wrong state for it (409).
        case wrongState
        /// The service does not accept the request (other 4xx).
        case refused
        /// Too many requests (429); the service may have said how many seconds to wait.
        case rateLimited(after: Int?)
        /// Too many unfinished tasks on the account (429): one has to end first.
        case queueFull
        /// A fault of the service (5xx).
        case serviceFault
        /// The service points elsewhere; the key is not sent there.
        case redirected(to: String)
        /// The answer makes no sense.
        case unexpectedAnswer(String)
        /// The request would be refused, and was not sent.
        case invalidRequest([RequestProblem])
        /// Something in this program ended the call.
        case cancelled
        /// The link to a file is no longer good (403); reading the task again gives a fresh one.
        case linkExpired
        /// The link leads where no download goes: in clear, into a private network, in a circle.
        case forbiddenAddress(String)
        /// What arrived is not the file: too short, too long, or of another kind.
        case damaged(String)
        /// The file is larger than allowed.
        case tooLarge(limit: Int64)
        /// The file could not be written here.
        case cannotWrite(Errno)
    }

    /// What happened.
    package let reason: Reason
    /// What was tried: method and path, or the download's address without its signature.
    package let call: String
    /// The HTTP status of the answer; nil if there was none.
    package let status: Int?
    /// What the service said, at most a thousand characters.
    package let message: String?
    /// The service's number of the call, which its support asks for.
    package let requestID: String?

    init(
        _ reason: Reason, call: String, status: Int? = nil, message: String? = nil, requestID: String? = nil
    ) {
        self.reason = reason
        self.call = call
        self.status = status
        self.message = message
        self.requestID = requestID
    }
}

extension MeshyAPIError {
    /// Whether the same call may succeed later without anybody doing anything.
    ///
    /// Of a call that makes a task this says nothing: ``CreateOutcome`` does.
    package var isTransient: Bool {
        switch reason {
        case .unreachable, .interrupted, .timedOut, .rateLimited, .queueFull, .serviceFault, .unexpectedAnswer,
            .damaged:
            true
        default: false
        }
    }

    /// How long the service asked to wait before the next try; nil if it did not say.
    package var retryAfter: Duration? {
        if case .rateLimited(let seconds?) = reason { .seconds(seconds) } else { nil }
    }
}

extension MeshyAPIError: CustomStringConvertible {
    /// A sentence for people: what happened, what the service said, and its number of the call.
    package var description: String {
        var sentence = "\(call): \(what)"
        if let message, !message.isEmpty { sentence += " (it said: \(message))" }
        if let requestID { sentence += " [request \(requestID)]" }
        return sentence
    }

    /// What a person can do about it; nil if there is nothing.
    package var hint: String? {
        switch reason {
        case .unreachable: "check the network, the proxy settings and the API's address"
        case .interrupted, .timedOut, .serviceFault:
            "try again later; the service's state is at https://status.meshy.ai"
        case .keyRefused: "check the API key; keys are made in the account's API settings"
        case .insufficientCredits: "top up the account, or ask for something cheaper"
        case .forbidden: "the account's plan may not include this"
        case .rateLimited: "wait a moment and try again"
        case .queueFull: "wait until one of the account's unfinished tasks has ended"
        case .linkExpired: "read the task again for a fresh link"
        case .cannotWrite: "free space or choose another place, then try again"
        case .notFound: "results live three days at most; a task that is gone does not come back"
        default: nil
        }
    }

    private var what: String {
        switch reason {
        case .unreachable(let why): "no connection: \(why)"
        case .interrupted(let why): "the connection broke: \(why)"
        case .timedOut: "no answer came in time"
        case .keyRefused: "the service does not accept the API key"
        case .insufficientCredits: "the account has too few credits"
        case .forbidden: "the service does not allow it"
        case .notFound: "there is no such thing on the account, any more"
        case .wrongState: "the task is not in a state for it"
        case .refused: "the service refused it\(status.map { " with status \($0)" } ?? "")"
        case .rateLimited(let seconds):
            "too many requests" + (seconds.map { "; the service asks to wait \($0) s" } ?? "")
        case .queueFull: "the account has as many unfinished tasks as its plan allows"
        case .serviceFault: "the service has a fault\(status.map { " (status \($0))" } ?? "")"
        case .redirected(let place): "the service points to \(place), where the API key is not sent"
        case .unexpectedAnswer(let why): "the answer makes no sense: \(why)"
        case .invalidRequest(let problems): problems.map(\.description).joined(separator: "; ")
        case .cancelled: "it was cancelled"
        case .linkExpired: "the link is no longer good"
        case .forbiddenAddress(let why): "nothing is downloaded from there: \(why)"
        case .damaged(let why): "what arrived is not the file: \(why)"
        case .tooLarge(let limit): "the file has more than the \(limit) bytes that are allowed"
        case .cannotWrite(let errno): "the file cannot be written: \(errno)"
        }
    }
}
