internal import GLB
internal import NIOHTTP1

/// The service's API, typed.
///
/// Calls that change nothing are tried again by themselves; the call that makes a task never is, once it may have
/// arrived. Whoever makes a client ends it with ``shutdown()``, or lets ``with(_:_:)`` do it.
package struct MeshyClient: Sendable {
    let transport: Transport

    /// Makes a client; nothing is sent yet.
    package init(_ configuration: ClientConfiguration) {
        transport = Transport(configuration)
    }

    /// How the client reaches the service.
    package var configuration: ClientConfiguration { transport.configuration }

    /// The time at the service, in milliseconds since 1970 UTC, by its last answer; by this machine's clock until there
    /// was one.
    package var now: Int64 { transport.clock.now ?? configuration.clock() }

    /// Asks for the time at the service, unless an answer has told it already; without an answer it stays unknown.
    package func learnTime() async {
        guard transport.clock.now == nil else { return }
        _ = await transport.attempt(.get("/openapi/v1/balance"))
    }

    /// Makes a client, lends it to `body`, and closes its connections whatever happens.
    package static func with<Value>(
        _ configuration: ClientConfiguration, _ body: (MeshyClient) async throws -> Value
    ) async throws -> Value {
        let client = MeshyClient(configuration)
        do {
            let value = try await body(client)
            await client.shutdown()
            return value
        } catch {
            await client.shutdown()
            throw error
        }
    }

    /// Closes all connections; the client is of no use afterwards.
    package func shutdown() async { await transport.pools.shutdown() }
}

extension MeshyClient {
    /// The account's credits. Free, and the cheapest way to test a key.
    package func balance() async throws(MeshyAPIError) -> Int {
        try await transport.perform(.get("/openapi/v1/balance")) { answer throws(MeshyAPIError) in
            guard let balance = try Self.json(answer, "GET /openapi/v1/balance")["balance"]?.integer else {
                throw MeshyAPIError(
                    .unexpectedAnswer("it holds no balance"), call: "GET /openapi/v1/balance",
                    requestID: answer.requestID)
            }
            return balance
        }
    }

    /// The service's library of clips. Free.
    package func animationLibrary() async throws(MeshyAPIError) -> [LibraryClip] {
        let call = APICall.get("/openapi/v1/animations/library")
        return try await transport.perform(call) { answer throws(MeshyAPIError) in
            LibraryClip.list(in: try Self.json(answer, call.name))
        }
    }

    /// Reads a task; its links are signed anew.
    ///
    /// - Throws: ``MeshyAPIError/Reason/notFound`` if it is gone, or belongs to another collection.
    package func task(_ reference: TaskReference) async throws(MeshyAPIError) -> MeshyTask {
        let call = try Self.call(.GET, reference)
        return try await transport.perform(call) { answer throws(MeshyAPIError) in
            try Self.task(answer, call, reference)
        }
    }

    /// What became of a request to delete a task.
    package enum Deletion: Equatable, Sendable {
        /// The task and its files are gone for ever; if it was still queued, its credits were given back.
        case deleted
        /// It was gone already.
        case wasGone
        /// The service keeps it, as it does with tasks that it is working on.
        case refused(MeshyAPIError)
    }

    /// Deletes a task and all its files for ever; a queued one is cancelled and paid back.
    ///
    /// It is sent once: by the time of a second try the task may be done, and its files would be destroyed.
    ///
    /// - Throws: what keeps the call from being answered; a refusal is a result.
    package func delete(_ reference: TaskReference) async throws(MeshyAPIError) -> Deletion {
        let call = try Self.call(.DELETE, reference)
        do throws(MeshyAPIError) {
            return try await transport.performOnce(call) { _ in .deleted }
        } catch {
            switch error.reason {
            case .notFound: return .wasGone
            case .wrongState, .refused: return .refused(error)
            default: throw error
            }
        }
    }
}

extension MeshyClient {
    static func json(_ answer: APIAnswer, _ call: String) throws(MeshyAPIError) -> JSON {
        do throws(JSONError) { return try JSON(parsing: answer.body) } catch {
            throw MeshyAPIError(
                .unexpectedAnswer("it is not JSON: \(error)"), call: call, status: answer.status,
                requestID: answer.requestID)
        }
    }

    static func task(
        _ answer: APIAnswer, _ call: APICall, _ reference: TaskReference
    ) throws(MeshyAPIError) -> MeshyTask {
        let task: MeshyTask
        do throws(TaskDecodingError) { task = try MeshyTask(parsing: answer.body) } catch {
            throw MeshyAPIError(
                .unexpectedAnswer("\(error)"), call: call.name, status: answer.status, requestID: answer.requestID)
        }
        guard task.id == reference.id else {
            throw MeshyAPIError(
                .unexpectedAnswer("it tells of another task, \(task.id.prefix(64))"), call: call.name,
                status: answer.status, requestID: answer.requestID)
        }
        return task
    }

    /// The call for one task; an id that could lead elsewhere than to a task is refused.
    static func call(
        _ method: HTTPMethod, _ reference: TaskReference, suffix: String = ""
    ) throws(MeshyAPIError) -> APICall {
        let isPlain = reference.id.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        guard isPlain, (1...128).contains(reference.id.utf8.count) else {
            let problem = RequestProblem.error(nil, "'\(reference.id.prefix(64))' is not the id of a task")
            throw MeshyAPIError(
                .invalidRequest([problem]), call: "\(method.rawValue) \(reference.collection.path)")
        }
        return APICall(method: method, path: "\(reference)\(suffix)")
    }
}
