import GLB
import Hummingbird

/// Follows one task with server-sent events until it is finished.
struct EventStream: Sendable {
    let service: LiveService
    let workshop: Workshop
    let faults: [Fault]
    /// The task as it is now.
    let object: @Sendable () async throws(Refusal) -> TaskObject

    /// After this time without news the last event comes again, in the service's time.
    private static let keepAlive: Milliseconds = 10_000

    @concurrent func write(to writer: inout any ResponseBodyWriter) async throws {
        if faults.contains(.silent) {
            try await Task.sleep(for: .seconds(60))
            throw Cut()
        }
        var order = EventOrder(faults)
        var last: (standing: Standing, time: Milliseconds)?
        while true {
            let object: TaskObject
            do { object = try await self.object() } catch {
                try await writer.write(ByteBuffer(string: Self.event("error", Self.text(of: error))))
                break
            }
            if last?.standing != object.standing || object.now - (last?.time ?? 0) >= Self.keepAlive {
                last = (object.standing, object.now)
                for data in order.next(try await data(of: object)) { try await send(data, to: &writer) }
                if faults.contains(.cut) { throw Cut() }
                if faults.contains(.errorEvent) {
                    let text = Self.text(of: Refusal(500, "Internal server error."))
                    try await writer.write(ByteBuffer(string: Self.event("error", text)))
                    break
                }
            }
            if object.isFinished { break }
            try await Task.sleep(for: .milliseconds(service.settings.tick))
        }
        try await writer.finish(nil)
    }

    /// The stream breaks off: thrown out of a body, it closes the connection.
    private struct Cut: Error {}

    private func data(of object: TaskObject) async throws -> String {
        guard object.isFinished || service.settings.sendsWholeEvents else {
            return object.brief
        }
        var writer = JSONWriter()
        writer.value(try await workshop.complete(object))
        return writer.text
    }

    @concurrent private func send(_ data: String, to writer: inout any ResponseBodyWriter) async throws {
        var text = Self.event("message", data)
        if faults.contains(.comments) {
            text = (": keep-alive\n\n" + text).split(separator: "\n", omittingEmptySubsequences: false).joined(
                separator: "\r\n")
        }
        try await writer.write(ByteBuffer(string: text))
    }

    private static func event(_ name: String, _ data: String) -> String { "event: \(name)\ndata: \(data)\n\n" }

    private static func text(of refusal: Refusal) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("status_code", refusal.status)
            writer.member("message", refusal.message)
        }
        return writer.text
    }
}

extension Settings {
    /// How often the server looks for news of a task: every two seconds of the service's time, within reason.
    var tick: Milliseconds { min(2000, max(10, Int(2000 / timeScale))) }
}
