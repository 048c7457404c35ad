import HTTPTypes
import Testing

@testable import StandIn

@Suite struct EventStreamTests {
    /// An event, as a reader of the stream sees it.
    struct Event: Equatable {
        let name: String
        let data: JSON
    }

    private func events(_ text: String) -> [Event] {
        text.replacing("\r\n", with: "\n").split(separator: "\n\n").compactMap { block in
            let lines = block.split(separator: "\n").filter { !$0.hasPrefix(":") }
            guard lines.count == 2, lines[0].hasPrefix("event: "), lines[1].hasPrefix("data: "),
                let data = try? JSON(parsing: lines[1].dropFirst(6).utf8)
            else { return nil }
            return Event(name: String(lines[0].dropFirst(7)), data: data)
        }
    }

    /// Follows a new task from its making to its end while the clock turns.
    private func follow(faults: String = "", isWhole: Bool = false) async throws -> (text: String, events: [Event]) {
        let bench = try Bench(faults: faults) {
            $0.sendsWholeEvents = isWhole
            $0.timeScale = 200
        }
        let text = try await bench.visit { visitor in
            let id = try await visitor.make(Visitor.textTo3D, #"{"mode":"preview","prompt":"x"}"#)
            async let stream = visitor.get("\(Visitor.textTo3D)/\(id)/stream")
            // 0.4 s of the wall clock are 80 s of the service's.
            for _ in 0..<40 {
                try await Task.sleep(for: .milliseconds(15))
                visitor.clock.turn(0.01)
            }
            return try await stream.text
        }
        return (text, events(text))
    }

    @Test("news come as they happen, short ones until the whole task is the last")
    func short() async throws {
        let events = try await follow().events
        #expect(events.count > 3)
        #expect(events.allSatisfy { $0.name == "message" })
        #expect(events.dropLast().allSatisfy { $0.data.names == ["id", "progress", "status"] })
        let progress = events.compactMap { $0.data["progress"]?.integer }
        #expect(progress == progress.sorted())
        #expect(events.last?.data["status"]?.string == "SUCCEEDED")
        #expect(events.last?.data["model_urls"]?["glb"] != nil)
        #expect(events.count { $0.data["status"]?.string == "SUCCEEDED" } == 1)
    }

    @Test("with the switch, every event is a whole task")
    func whole() async throws {
        let events = try await follow(isWhole: true).events
        #expect(events.allSatisfy { $0.data["prompt"]?.string == "x" })
    }

    @Test("a finished task is one event; an unknown one is an error after a 200")
    func ends() async throws {
        try await Bench().visit { visitor in
            let id = try #require(try await visitor.preview()["id"]?.string)
            let stream = try await visitor.get("\(Visitor.textTo3D)/\(id)/stream")
            #expect(stream.headers[.contentType] == "text/event-stream")
            #expect(events(stream.text).map { $0.data["status"]?.string } == ["SUCCEEDED"])
            let unknown = try await visitor.get("\(Visitor.textTo3D)/01a1f84a-95cd-7bdd-8164-d8399f767c45/stream")
            #expect(unknown.status == 200)
            #expect(
                events(unknown.text) == [
                    Event(
                        name: "error",
                        data: .object(["status_code": .number(404), "message": .string("Task not found")]))
                ])
            #expect(try await visitor.get("\(Visitor.textTo3D)/x/stream").status == 400)
        }
    }

    @Test("events out of their order: old news comes once more after the new, even after the end")
    func disorder() async throws {
        let events = try await follow(faults: "out-of-order").events
        let progress = events.compactMap { $0.data["progress"]?.integer }
        #expect(progress != progress.sorted())
        #expect(events.last?.data["status"]?.string == "IN_PROGRESS")
        #expect(events.dropLast().last?.data["status"]?.string == "SUCCEEDED")
    }

    @Test("events that come twice")
    func duplicates() async throws {
        let events = try await follow(faults: "duplicate").events
        #expect(events.count.isMultiple(of: 2))
        for pair in stride(from: 0, to: events.count, by: 2) { #expect(events[pair] == events[pair + 1]) }
    }

    @Test("comments and the other line ends of the standard")
    func comments() async throws {
        let (text, events) = try await follow(faults: "comments")
        #expect(text.hasPrefix(": keep-alive\r\n"))
        #expect(events.last?.data["status"]?.string == "SUCCEEDED")
    }

    @Test("an error in the middle of a stream")
    func error() async throws {
        let events = try await follow(faults: "error-event").events
        #expect(events.last?.name == "error")
        #expect(events.last?.data["status_code"]?.integer == 500)
    }
}
