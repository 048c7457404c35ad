internal import NIOHTTP1

/// What became of a request that makes a task, and with it of the credits.
package enum CreateOutcome: Hashable, Sendable {
    /// The service made the task, and charged for it.
    case accepted(AcceptedTask)
    /// Nothing left this machine: no task, no charge.
    case notSent(MeshyAPIError)
    /// The service refused: no task, no charge.
    case refused(MeshyAPIError)
    /// The request may have arrived, and no usable answer came: there may be a task, and a charge.
    ///
    /// Only a look at the account's tasks tells; to send it again could pay twice.
    case answerLost(MeshyAPIError)
}

/// A task that the service has just made.
package struct AcceptedTask: Hashable, Sendable {
    /// The task.
    package let reference: TaskReference
    /// The service's number of the call, which its support asks for.
    package let requestID: String?
}

extension MeshyClient {
    /// Asks for a task, which spends credits.
    ///
    /// The request is sent again only while it is certain that no task was made: no byte of it left, or the service said
    /// that it came too fast. Cancelling the Swift task does not cut a request that is under way, since that would
    /// turn a known charge into an unknown one; the call ends within the configured time.
    ///
    /// - Parameters:
    ///   - day: the day by which AI models and parameters are judged before anything is sent; usually today.
    ///   - retirements: the table by which they are judged.
    package func create(
        _ request: TaskRequest, on day: Day = .today, retirements: RetirementTable = .current
    ) async -> CreateOutcome {
        let text = request.canonicalText
        let call = APICall(method: .POST, path: request.kind.collection.path, body: Array(text.utf8))
        var errors = request.problems(on: day, retirements: retirements).filter { $0.severity == .error }
        if configuration.key.stands(in: text) { errors.append(.error(nil, "the request holds the API key itself")) }
        if !errors.isEmpty { return .notSent(MeshyAPIError(.invalidRequest(errors), call: call.name)) }

        var attempt = 0
        while true {
            attempt += 1
            let outcome = await send(call, of: request.kind.collection)
            let chance = Double.random(in: 0...1)
            guard let error = outcome.errorThatMadeNothing,
                let delay = configuration.retries.delay(after: error, attempt: attempt, chance: chance),
                (try? await configuration.sleep(delay)) != nil
            else { return outcome }
        }
    }

    private func send(_ call: APICall, of collection: TaskCollection) async -> CreateOutcome {
        if Task.isCancelled { return .notSent(MeshyAPIError(.cancelled, call: call.name)) }
        // A task of its own, which the cancellation of this one does not reach.
        let result = await Task { await transport.attempt(call) }.value
        switch result {
        case .failed(let error, let mayHaveArrived):
            return mayHaveArrived ? .answerLost(error) : .notSent(error)
        case .answered(let answer):
            if let error = transport.refusal(answer, call) {
                // A fault of the service says nothing about what it did before.
                return error.reason == .serviceFault || error.reason == .timedOut ? .answerLost(error) : .refused(error)
            }
            let id = (try? JSON(parsing: answer.body))?["result"]?.text
            guard let id, (try? Self.call(.GET, TaskReference(id, in: collection))) != nil else {
                return .answerLost(
                    MeshyAPIError(
                        .unexpectedAnswer("it names no task"), call: call.name, status: answer.status,
                        requestID: answer.requestID))
            }
            return .accepted(
                AcceptedTask(reference: TaskReference(id, in: collection), requestID: answer.requestID))
        }
    }
}

extension CreateOutcome {
    /// The error, where it is certain that there is no task.
    fileprivate var errorThatMadeNothing: MeshyAPIError? {
        switch self {
        case .notSent(let error), .refused(let error): error
        case .accepted, .answerLost: nil
        }
    }
}
