/// Decides, while a file is downloaded, whether an answer is the file, its rest, or neither, and what to do when the
/// connection breaks.
struct DownloadMachine: Sendable {
    /// What an answer's header said.
    struct Head: Equatable, Sendable {
        var status: Int
        var length: Int64?
        /// `bytes 100-199/200`.
        var range: String?
        var etag: String?
        var lastModified: String?
        var encoding: String?
        var retryAfter: Int?
    }

    /// What to ask the server for.
    struct Request: Equatable, Sendable {
        /// The first byte that is missing.
        var offset: Int64
        /// What must be unchanged for the rest to belong to the beginning.
        var validator: String?
    }

    /// What to do with an answer's body.
    enum BodyStep: Equatable {
        /// It is the file: forget what was received before.
        case begin
        /// It is the rest of the file.
        case append
        /// Leave it.
        case leave(Step)
    }

    enum Step: Equatable {
        case request(Request)
        case wait(Duration, then: Request)
        case done
        case fail(MeshyAPIError)
    }

    private let call: String
    private let limit: Int64
    private let policy: RetryPolicy
    /// How many bytes of the file were received.
    private(set) var received: Int64 = 0
    /// How many the file has; nil while nobody said.
    private(set) var total: Int64?
    private var validator: String?
    private var attempts = 1
    private var requests = 1
    private var restarts = 0
    private var receivedAtLastTrouble: Int64 = 0

    /// More connections than any honest transfer needs; bounds a server that gives a byte at a time.
    private static let mostRequests = 200
    /// A file that is damaged three times is damaged at its source.
    private static let mostRestarts = 2

    init(call: String, limit: Int64, policy: RetryPolicy) {
        self.call = call
        self.limit = limit
        self.policy = policy
    }

    var first: Request { Request(offset: 0) }

    /// An answer began.
    mutating func answered(_ head: Head, to request: Request, chance: Double) -> BodyStep {
        if let encoding = head.encoding?.lowercased(), !encoding.isEmpty, encoding != "identity" {
            return .leave(.fail(error(.unexpectedAnswer("it is compressed as \(encoding)"))))
        }
        switch head.status {
        case 200:
            if let length = head.length, length > limit { return .leave(.fail(error(.tooLarge(limit: limit)))) }
            total = head.length
            // A weak tag is no proof that the bytes are the same.
            validator = head.etag.flatMap { $0.hasPrefix("W/") ? nil : $0 } ?? head.lastModified
            received = 0
            return .begin
        case 206:
            guard request.offset > 0, let range = ContentRange(head.range), range.first == request.offset,
                total == nil || range.total == nil || range.total == total
            else { return .leave(startAgain(.damaged("the rest does not fit to the beginning"), chance)) }
            total = total ?? range.total
            return .append
        case 416: return .leave(startAgain(.damaged("the server knows no rest of it"), chance))
        case 403: return .leave(.fail(error(.linkExpired, head.status)))
        case 404, 410: return .leave(.fail(error(.notFound, head.status)))
        case 408: return .leave(trouble(error(.timedOut, head.status), chance))
        case 429: return .leave(trouble(error(.rateLimited(after: head.retryAfter), head.status), chance))
        case 500...: return .leave(trouble(error(.serviceFault, head.status), chance))
        default: return .leave(.fail(error(.refused, head.status)))
        }
    }

    /// A part of the body came; nil to take more.
    mutating func took(_ count: Int, chance: Double) -> Step? {
        received += Int64(count)
        if received > limit { return .fail(error(.tooLarge(limit: limit))) }
        if let total, received > total { return startAgain(.damaged("it has more than its \(total) bytes"), chance) }
        return nil
    }

    /// The body ended, by itself or by an error.
    mutating func ended(_ failure: MeshyAPIError?, chance: Double) -> Step {
        if let failure { return failure.isTransient ? trouble(failure, chance) : .fail(failure) }
        guard let total, received < total else { return .done }
        return trouble(error(.interrupted("\(received) of \(total) bytes came")), chance)
    }

    /// The file is whole by its length but not by its content.
    mutating func wasDamaged(_ fault: String, chance: Double) -> Step {
        startAgain(.damaged(fault), chance)
    }

    /// Begins anew, since what is damaged somewhere is not mended by its rest.
    private mutating func startAgain(_ reason: MeshyAPIError.Reason, _ chance: Double) -> Step {
        restarts += 1
        guard restarts <= Self.mostRestarts else { return .fail(error(reason)) }
        (received, receivedAtLastTrouble, total, validator) = (0, 0, nil, nil)
        return .wait(policy.backoff(attempt: restarts, chance: chance), then: first)
    }

    /// Tries again after a pause, from where the file breaks off, while there is hope: bytes that came since the last
    /// trouble begin the count anew.
    private mutating func trouble(_ failure: MeshyAPIError, _ chance: Double) -> Step {
        if received > receivedAtLastTrouble { attempts = 1 }
        receivedAtLastTrouble = received
        defer {
            attempts += 1
            requests += 1
        }
        guard requests < Self.mostRequests, let pause = policy.delay(after: failure, attempt: attempts, chance: chance)
        else { return .fail(failure) }
        return .wait(pause, then: Request(offset: received, validator: received > 0 ? validator : nil))
    }

    private func error(_ reason: MeshyAPIError.Reason, _ status: Int? = nil) -> MeshyAPIError {
        MeshyAPIError(reason, call: call, status: status)
    }
}

/// The header `Content-Range` of a part: `bytes 100-199/200`, or `/*` where the whole is unknown (RFC 9110, 14.4).
struct ContentRange: Equatable, Sendable {
    let first, last: Int64
    let total: Int64?

    init?(_ header: String?) {
        guard let header, header.lowercased().hasPrefix("bytes ") else { return nil }
        let parts = header.dropFirst("bytes ".count).split(separator: "/")
        let ends = parts.first?.split(separator: "-") ?? []
        guard parts.count == 2, ends.count == 2, let first = Int64(ends[0]), let last = Int64(ends[1]), first <= last
        else { return nil }
        (self.first, self.last) = (first, last)
        if parts[1] == "*" {
            total = nil
        } else {
            guard let total = Int64(parts[1]), last < total else { return nil }
            self.total = total
        }
    }
}
