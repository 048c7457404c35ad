import Testing
import TestSupport

@testable import MeshyAPI

@Suite("Event streams are cut right however the bytes arrive")
struct EventStreamParserTests {
    static let stream =
        "event: message\r\ndata: {\"id\":\"a\"}\r\n\r\n: keep-alive\n\nid: 7\nretry: 10\ndata:one\ndata: two\ndata\n\n"
        + "event: error\rdata: {\"status_code\":404}\r\rnonsense\n\nevent: lonely\n\ndata: unfinished"
    static let events = [
        ServerSentEvent(name: "message", data: Array(#"{"id":"a"}"#.utf8)),
        ServerSentEvent(name: "message", data: Array("one\ntwo\n".utf8)),
        ServerSentEvent(name: "error", data: Array(#"{"status_code":404}"#.utf8)),
    ]

    @Test("in one piece") func whole() throws {
        var parser = EventStreamParser()
        #expect(try parser.take(Self.stream.utf8) == Self.events)
    }

    @Test("in two pieces, cut anywhere") func halves() throws {
        let bytes = Array(Self.stream.utf8)
        for cut in 0...bytes.count {
            var parser = EventStreamParser()
            #expect(try parser.take(bytes[..<cut]) + parser.take(bytes[cut...]) == Self.events, "cut at \(cut)")
        }
    }

    @Test("byte by byte, with a mark before the first line") func bytes() throws {
        var parser = EventStreamParser()
        var events: [ServerSentEvent] = []
        for byte in [0xEF, 0xBB, 0xBF] + Array(Self.stream.utf8) { events += try parser.take([byte]) }
        #expect(events == Self.events)
    }

    @Test("an event may have so many bytes, over however many lines") func limit() throws {
        var parser = EventStreamParser(limit: 100)
        #expect(try parser.take("data: \(String(repeating: "x", count: 90))\n\n".utf8).count == 1)
        #expect(throws: EventStreamParser.TooLarge.self) { try parser.take(String(repeating: "y", count: 101).utf8) }
        var lines = EventStreamParser(limit: 100)
        #expect(throws: EventStreamParser.TooLarge.self) {
            for _ in 0..<50 { _ = try lines.take("data: xxxxxxxxxx\n".utf8) }
        }
        var empty = EventStreamParser(limit: 100)
        #expect(throws: EventStreamParser.TooLarge.self) {
            for _ in 0..<500 { _ = try empty.take("data\n".utf8) }
        }
    }

    @Test("random bytes are no events that matter, and no crash") func random() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            var parser = EventStreamParser()
            let alphabet: [UInt8] = [10, 13, 58, 32, 100, 97, 116, 97, 0xFF]
            var bytes: [UInt8] = []
            for _ in 0..<200 { bytes.append(alphabet[Int.random(in: alphabet.indices, using: &random)]) }
            for event in (try? parser.take(bytes)) ?? [] { #expect(TaskEvent(event, call: "x") != nil, "seed \(seed)") }
        }
    }

    @Test("events become tasks and errors") func meaning() throws {
        let short = ServerSentEvent(data: Array(#"{"id":"a","progress":52,"status":"IN_PROGRESS"}"#.utf8))
        #expect(
            TaskEvent(short, call: "x") == .task(try MeshyTask(["id": "a", "progress": 52, "status": "IN_PROGRESS"])))
        let error = ServerSentEvent(
            name: "error", data: Array(#"{"status_code":404,"message":"Task not found"}"#.utf8))
        guard case .failure(let failure) = TaskEvent(error, call: "x") else {
            Issue.record("no failure")
            return
        }
        #expect(failure.reason == .notFound)
        #expect(failure.message == "Task not found")
        #expect(TaskEvent(ServerSentEvent(name: "novelty", data: []), call: "x") == nil)
    }
}
