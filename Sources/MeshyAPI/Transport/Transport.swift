internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

/// The one place that speaks HTTP: it adds the key, keeps the pace, bounds times and sizes, and tries again.
final class Transport: Sendable {
    let configuration: ClientConfiguration
    let pools: ConnectionPools
    let clock = ServiceClock()
    private let pace: Mutex<RequestPace>
    private let start = ContinuousClock.now

    init(_ configuration: ClientConfiguration) {
        self.configuration = configuration
        pools = ConnectionPools(configuration)
        pace = Mutex(RequestPace(rate: configuration.requestsPerSecond))
    }

    /// Sends a call once and takes the whole answer.
    func attempt(_ call: APICall) async -> APIAttempt {
        let body = call.body.map(WatchedBody.init)
        do {
            let response = try await send(
                call, body, purpose: .calls,
                timeout: call.method == .POST ? configuration.createTimeout : configuration.answerTimeout)
            // What a cache kept bears an old date.
            if !response.headers.contains(name: "Age") { clock.learn(response.headers.first(name: "Date")) }
            let bytes = try await collect(response.body, limit: call.limit)
            return .answered(
                APIAnswer(status: Int(response.status.code), headers: response.headers, body: bytes))
        } catch {
            let failure = MeshyAPIError(network: error, call: call.name)
            return .failed(failure, mayHaveArrived: body?.hasBegun ?? true)
        }
    }

    /// Sends a call that changes nothing, again and again where that makes sense, and reads the answer.
    ///
    /// - Parameter read: reads an answer of status 2xx; one that it throws at is asked for again.
    func perform<Value>(
        _ call: APICall, _ read: (APIAnswer) throws(MeshyAPIError) -> Value
    ) async throws(MeshyAPIError) -> Value {
        var attempt = 0
        while true {
            attempt += 1
            do throws(MeshyAPIError) {
                return try await performOnce(call, read)
            } catch {
                let chance = Double.random(in: 0...1)
                guard let delay = configuration.retries.delay(after: error, attempt: attempt, chance: chance) else {
                    throw error
                }
                try await sleep(delay, call: call.name)
            }
        }
    }

    /// Sends a call once and reads the answer.
    func performOnce<Value>(
        _ call: APICall, _ read: (APIAnswer) throws(MeshyAPIError) -> Value
    ) async throws(MeshyAPIError) -> Value {
        switch await attempt(call) {
        case .failed(let error, _): throw error
        case .answered(let answer):
            if let error = refusal(answer, call) { throw error }
            return try read(answer)
        }
    }

    /// What an answer's status means; nil if it is no refusal.
    func refusal(_ answer: APIAnswer, _ call: APICall) -> MeshyAPIError? {
        let error = MeshyAPIError(status: answer.status, headers: answer.headers, body: answer.body, call: call.name)
        if case .rateLimited(let seconds?) = error?.reason {
            let now = ContinuousClock.now - start
            pace.withLock { $0.hold(until: now + min(.seconds(seconds), configuration.retries.longest)) }
        }
        return error
    }

    /// Opens a stream of events.
    ///
    /// - Throws: also what a refusal means.
    func open(_ call: APICall) async throws(MeshyAPIError) -> HTTPClientResponse {
        do {
            let response = try await send(call, nil, purpose: .streams, timeout: configuration.answerTimeout)
            if (200..<300).contains(Int(response.status.code)) { return response }
            let body = try await collect(response.body, limit: 1 << 16)
            let answer = APIAnswer(status: Int(response.status.code), headers: response.headers, body: body)
            throw refusal(answer, call) ?? MeshyAPIError(.serviceFault, call: call.name)
        } catch {
            throw error as? MeshyAPIError ?? MeshyAPIError(network: error, call: call.name)
        }
    }

    /// Waits, unless the task was cancelled.
    func sleep(_ duration: Duration, call: String) async throws(MeshyAPIError) {
        do { try await configuration.sleep(duration) } catch { throw MeshyAPIError(.cancelled, call: call) }
    }

    private func send(
        _ call: APICall, _ body: WatchedBody?, purpose: ConnectionPools.Purpose, timeout: Duration
    ) async throws -> HTTPClientResponse {
        let now = ContinuousClock.now - start
        let wait = pace.withLock { $0.reserve(at: now) }
        if wait > .zero { try await configuration.sleep(wait) }
        var request = HTTPClientRequest(url: configuration.baseURL.url(call.path))
        request.method = call.method
        request.headers.add(name: "Authorization", value: configuration.key.authorization)
        request.headers.add(name: "User-Agent", value: configuration.userAgent)
        request.headers.add(name: "Accept", value: call.accept)
        if let body {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .stream(body, length: .known(Int64(body.bytes.readableBytes)))
        }
        return try await pools.client(for: purpose, to: configuration.baseURL.address)
            .execute(request, timeout: TimeAmount(timeout))
    }

    private func collect(_ body: HTTPClientResponse.Body, limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in body {
            guard piece.readableBytes <= limit - bytes.count else {
                throw MeshyAPIError(.unexpectedAnswer("it has more than \(limit) bytes"), call: "")
            }
            bytes.append(contentsOf: piece.readableBytesView)
        }
        return configuration.key.removed(from: bytes)
    }
}

/// A body that knows whether anything of it was asked for, that is, whether there was a connection to send it on.
///
/// A call whose body never left cannot have made a task.
private struct WatchedBody: AsyncSequence, Sendable {
    let bytes: ByteBuffer
    private let begun = Flag()

    init(_ bytes: [UInt8]) {
        self.bytes = ByteBuffer(bytes: bytes)
    }

    var hasBegun: Bool { begun.value.load(ordering: .acquiring) }

    func makeAsyncIterator() -> Iterator { Iterator(rest: bytes, begun: begun) }

    final class Flag: Sendable {
        let value = Atomic(false)
    }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate var rest: ByteBuffer?
        fileprivate let begun: Flag

        mutating func next() async -> ByteBuffer? {
            begun.value.store(true, ordering: .releasing)
            defer { rest = nil }
            return rest
        }
    }
}
