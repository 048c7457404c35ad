import Foundation
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

@testable import StandIn

/// A clock that stands still until a test turns it.
final class HandClock: Sendable {
    private let time = Mutex<Milliseconds>(1_795_167_000_000)

    var now: Milliseconds { time.withLock(\.self) }

    func turn(_ seconds: Double) { time.withLock { $0 += Int(seconds * 1000) } }
}

/// A stand-in without a socket whose time passes only when a test says so.
struct Bench: Sendable {
    let clock = HandClock()
    private let standIn: StandIn

    init(faults: String = "", state: String? = nil, _ adjust: (inout Settings) -> Void = { _ in }) throws {
        var settings = Settings(seed: 7)
        settings.timeScale = 1
        settings.requestsPerSecond = .max  // the clock stands still between requests
        settings.faults = try FaultPlan(parsing: faults, seed: 7)
        adjust(&settings)
        standIn = try StandIn(settings, state: state, isCoarse: true) { [clock] in clock.now }
    }

    /// Lets a visitor talk to the stand-in.
    func visit<Value: Sendable>(_ body: @Sendable @escaping (Visitor) async throws -> Value) async throws -> Value {
        try await standIn.application(port: 0).test(.router) { client in
            try await body(Visitor(client: client, clock: clock))
        }
    }
}

/// A client of the API, with the key of the paying account.
struct Visitor: Sendable {
    let client: any TestClientProtocol
    let clock: HandClock
    var key: String? = "msy-stand-in"

    static let textTo3D = "/openapi/v2/text-to-3d"

    /// What the stand-in answered.
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
        var json: JSON { (try? JSON(parsing: body)) ?? .null }
        /// The message of a refusal.
        var message: String? { json["message"]?.string }
    }

    func call(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, headers: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = headers
        if let key { headers[.authorization] = "Bearer \(key)" }
        return try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }
        ) { response in
            Answer(status: response.status.code, headers: response.headers, body: Array(buffer: response.body))
        }
    }

    func get(_ path: String) async throws -> Answer { try await call(.get, path) }

    func post(_ path: String, _ body: String) async throws -> Answer { try await call(.post, path, body) }

    /// Makes a task and gives its identifier.
    func make(_ path: String, _ body: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> String
    {
        let answer = try await post(path, body)
        #expect(answer.status == 202, "\(answer.text)", sourceLocation: sourceLocation)
        return try #require(answer.json["result"]?.string, sourceLocation: sourceLocation)
    }

    /// Makes a task, waits until it must be finished, and gives it.
    func finish(_ path: String, _ body: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> JSON
    {
        let id = try await make(path, body, sourceLocation: sourceLocation)
        clock.turn(120)
        return try await get("\(path)/\(id)").json
    }

    /// A succeeded preview.
    func preview(of prompt: String = "a robot", _ more: String = "") async throws -> JSON {
        try await finish(Self.textTo3D, #"{"mode":"preview","prompt":"\#(prompt)"\#(more)}"#)
    }

    /// A succeeded refine.
    func refined(_ prompt: String = "a robot", _ more: String = "") async throws -> JSON {
        let id = try #require(try await preview(of: prompt)["id"]?.string)
        return try await finish(Self.textTo3D, #"{"mode":"refine","preview_task_id":"\#(id)"\#(more)}"#)
    }

    /// A file of a task, by its signed address and without the key.
    func download(_ address: String, headers: HTTPFields = [:]) async throws -> Answer {
        var visitor = self
        visitor.key = nil
        return try await visitor.call(.get, String(address.dropFirst("http://127.0.0.1".count)), headers: headers)
    }

    func balance() async throws -> Int? { try await get("/openapi/v1/balance").json["balance"]?.integer }
}

extension JSON {
    subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    var elements: [JSON] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    var names: Set<String> {
        guard case .object(let members) = self else { return [] }
        return Set(members.keys)
    }

    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var integer: Int? {
        guard case .number(let number) = self else { return nil }
        return Int(exactly: number)
    }

    /// Every address of a file in it.
    var addresses: [String] {
        switch self {
        case .string(let text): text.contains("/files/") ? [text] : []
        case .array(let elements): elements.flatMap(\.addresses)
        case .object(let members): members.values.flatMap(\.addresses)
        default: []
        }
    }
}
