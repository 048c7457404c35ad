/// An event of a `text/event-stream`.
struct ServerSentEvent: Equatable, Sendable {
    /// The value of the `event` field; `message` if there was none.
    var name = "message"
    /// The values of the `data` fields, joined by line feeds.
    var data: [UInt8] = []
}

/// Cuts a `text/event-stream` into events, however the bytes arrive (HTML Living Standard, section 9.2).
///
/// Lines end with a line feed, a carriage return, or both; comments and unknown fields are passed over.
struct EventStreamParser: Sendable {
    /// An event is larger than anybody would send.
    struct TooLarge: Error, Equatable {
        let limit: Int
    }

    private let limit: Int
    private var line: [UInt8] = []
    private var event = ServerSentEvent()
    private var hasData = false
    private var endedWithReturn = false
    private var isFirstLine = true

    /// Starts at the beginning of a stream.
    ///
    /// - Parameter limit: how many bytes an event may have.
    init(limit: Int = 1 << 20) {
        self.limit = limit
    }

    /// Takes the next bytes and gives the events that they complete.
    mutating func take(_ bytes: some Sequence<UInt8>) throws(TooLarge) -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        for byte in bytes {
            let isSecondHalf = endedWithReturn && byte == UInt8(ascii: "\n")
            endedWithReturn = byte == UInt8(ascii: "\r")
            if isSecondHalf { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if let event = endLine() { events.append(event) }
            } else {
                guard line.count + event.data.count < limit else { throw TooLarge(limit: limit) }
                line.append(byte)
            }
        }
        return events
    }

    /// Takes the line that is complete; gives the event if the line was empty and so ended one.
    private mutating func endLine() -> ServerSentEvent? {
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isFirstLine = false
        defer { line.removeAll(keepingCapacity: true) }
        if line.isEmpty {
            defer { (event, hasData) = (ServerSentEvent(), false) }
            return hasData ? event : nil
        }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[min(colon + 1, line.endIndex)...]
        if value.first == UInt8(ascii: " ") { value.removeFirst() }
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "event": event.name = value.isEmpty ? "message" : String(decoding: value, as: UTF8.self)
        case "data":
            if hasData { event.data.append(UInt8(ascii: "\n")) }
            event.data += value
            hasData = true
        default: break
        }
        return nil
    }
}
