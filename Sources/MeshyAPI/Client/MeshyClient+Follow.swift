internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1

extension MeshyClient {
    /// Follows a task to its end: by its event stream, and where that fails by asking.
    ///
    /// No outage ends it, only the task's end, the deadline, or a refusal that no patience changes.
    ///
    /// - Parameter report: told of every change and every trouble, in order.
    /// - Throws: such a refusal, or that the Swift task was cancelled.
    package func follow(
        _ reference: TaskReference, options: FollowOptions = FollowOptions(),
        report: (FollowEvent) async -> Void = { _ in }
    ) async throws(MeshyAPIError) -> FollowOutcome {
        var machine = FollowMachine(options)
        let start = ContinuousClock.now
        let question = try Self.call(.GET, reference)
        var step = machine.first
        while true {
            switch step {
            case .listen:
                step = try await listen(to: reference, &machine, since: start, report)
            case .ask:
                do throws(MeshyAPIError) {
                    let (task, asked) = try await transport.performOnce(question) { answer throws(MeshyAPIError) in
                        (try Self.task(answer, question, reference), answer.retryAfter)
                    }
                    await report(.update(task))
                    step = machine.answered(
                        task, retryAfter: asked, at: .now - start, chance: .random(in: 0...1))
                } catch {
                    step = machine.failed(error, at: .now - start, chance: .random(in: 0...1))
                    if case .wait(let pause, _) = step { await report(.trouble(error, retryIn: pause)) }
                }
            case .wait(let pause, let next):
                try await transport.sleep(pause, call: question.name)
                step = next == .listen ? .listen : .ask
            case .end(let outcome): return outcome
            case .fail(let error): throw error
            }
        }
    }

    private func listen(
        to reference: TaskReference, _ machine: inout FollowMachine, since start: ContinuousClock.Instant,
        _ report: (FollowEvent) async -> Void
    ) async throws(MeshyAPIError) -> FollowMachine.Step {
        var call = try Self.call(.GET, reference, suffix: "/stream")
        call.accept = "text/event-stream"
        do {
            let response = try await transport.open(call)
            let type = response.headers.first(name: "Content-Type") ?? ""
            guard type.lowercased().hasPrefix("text/event-stream") else {
                throw MeshyAPIError(.unexpectedAnswer("it is no event stream"), call: call.name)
            }
            var parser = EventStreamParser()
            for try await piece in response.body {
                for event in try parser.take(piece.readableBytesView) {
                    guard let event = TaskEvent(cleaned(event), call: call.name) else { continue }
                    guard case .task(let task) = event, task.id == reference.id else {
                        if case .failure(let error) = event { throw error }
                        continue
                    }
                    if task.json != machine.last?.json { await report(.update(task)) }
                    if let step = machine.heard(task, at: .now - start) { return step }
                }
                // Also while nothing but comments keeps the connection open.
                if let step = machine.overdue(at: .now - start) { return step }
            }
            return machine.streamEnded(nil, at: .now - start)
        } catch is EventStreamParser.TooLarge {
            return machine.streamEnded(
                MeshyAPIError(.unexpectedAnswer("an event is too large"), call: call.name), at: .now - start)
        } catch {
            let error = error as? MeshyAPIError ?? MeshyAPIError(network: error, call: call.name)
            return machine.streamEnded(error, at: .now - start)
        }
    }

    private func cleaned(_ event: ServerSentEvent) -> ServerSentEvent {
        ServerSentEvent(name: event.name, data: configuration.key.removed(from: event.data))
    }
}

extension ContinuousClock.Instant {
    fileprivate static var now: Self { ContinuousClock.now }
}
