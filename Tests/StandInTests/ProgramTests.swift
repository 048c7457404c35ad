import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Testing
import TestSupport

@testable import StandIn

/// The built program, over real sockets.
@Suite struct ProgramTests {
    private static let key = "Bearer msy-stand-in"

    private func send(
        _ method: HTTPMethod, _ address: String, _ body: String? = nil
    ) async throws -> (status: Int, json: JSON, bytes: [UInt8]) {
        var request = HTTPClientRequest(url: address)
        request.method = method
        // A connection on which a download broke off is about to be closed, and not to be used again.
        request.headers.add(name: "Connection", value: "close")
        if !address.contains("/files/") { request.headers.add(name: "Authorization", value: Self.key) }
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        let bytes = Array(buffer: try await response.body.collect(upTo: 64 << 20))
        return (Int(response.status.code), (try? JSON(parsing: bytes)) ?? .null, bytes)
    }

    /// Makes a preview and waits for it.
    private func preview(_ standIn: StandInProcess) async throws -> JSON {
        let collection = standIn.address + Visitor.textTo3D
        let id = try #require(
            try await send(.POST, collection, #"{"mode":"preview","prompt":"a monster mask"}"#).json["result"]?.string)
        while true {
            let task = try await send(.GET, "\(collection)/\(id)").json
            if task["status"]?.string == "SUCCEEDED" { return task }
            try #require(["PENDING", "IN_PROGRESS"].contains(task["status"]?.string))
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    @Test("an answer that is lost leaves a task that was paid")
    func lostAnswer() async throws {
        let standIn = try StandInProcess("--faults", "drop-after-create,drop@create:2")
        let collection = standIn.address + Visitor.textTo3D
        for _ in 0..<3 {
            await #expect(throws: (any Error).self) {
                try await send(.POST, collection, #"{"mode":"preview","prompt":"a mask"}"#)
            }
        }
        #expect(try await send(.GET, collection).json.elements.count == 1)
        #expect(try await send(.GET, standIn.address + "/openapi/v1/balance").json["balance"]?.integer == 980)
    }

    @Test("a download that breaks off ends early, and goes on where it broke")
    func truncation() async throws {
        let standIn = try StandInProcess("--faults", "truncate@model.glb,wrong-length=-100@model.glb")
        let address = try #require(try await preview(standIn)["model_urls"]?["glb"]?.string)
        await #expect(throws: (any Error).self) { try await send(.GET, address) }
        let short = try await send(.GET, address).bytes
        let whole = try await send(.GET, address).bytes
        #expect(short == Array(whole.dropLast(100)))
    }

    @Test("kill -9 loses nothing that was answered")
    func kill() async throws {
        let scratch = try Scratch()
        let state = scratch.file("state")
        let first = try StandInProcess("--state", state)
        let task = try await preview(first)
        let ledger = try first.ledger()
        first.kill()

        let second = try StandInProcess("--state", state, "--credits", "3")
        let again = try await send(.GET, "\(second.address)\(Visitor.textTo3D)/\(task["id"]?.string ?? "")").json
        #expect(again["finished_at"] == task["finished_at"])
        #expect(again["seed"] == task["seed"])
        let entries = try JSON(parsing: ledger.utf8)["entries"]
        #expect(try JSON(parsing: second.ledger().utf8)["entries"] == entries)
    }

    @Test("the controls of a running stand-in")
    func controls() async throws {
        let standIn = try StandInProcess()
        try standIn.setFaults("503@balance:1")
        #expect(try await send(.GET, standIn.address + "/openapi/v1/balance").status == 503)
        let id = try await preview(standIn)["id"]?.string ?? ""
        try standIn.advanceClock(by: "3d")
        #expect(try await send(.GET, "\(standIn.address)\(Visitor.textTo3D)/\(id)").status == 404)
    }

    @Test(
        "wrong usage is said in one line and ends with 64",
        arguments: [
            ["--faults", "nonsense"], ["--port", "70000"], ["--time-scale", "0"], ["--link-life", "long"],
            ["--webhook", "http://example.com/"], ["--queue", "0"],
        ])
    func usage(arguments: [String]) throws {
        let result = try run(builtPrograms.appendingPathComponent("meshy-stand-in").path, arguments)
        #expect(result.status == 64)
        #expect(result.errors.hasPrefix("Error: \(arguments[0])"))
        #expect(result.output.isEmpty)
    }

    @Test("no bytes from the net bring it down")
    func hostility() async throws {
        let standIn = try StandInProcess()
        let port = try #require(Int(standIn.address.split(separator: ":").last ?? ""))
        var random = SeededGenerator(seed: 17)
        let heads = [
            "", "GET / HTTP/1.1\r\n\r\n",
            "GET \(Visitor.textTo3D)?page_num=%ff%00 HTTP/1.1\r\nHost: x\r\nAuthorization: \(Self.key)\r\n\r\n",
            "POST \(Visitor.textTo3D) HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "POST \(Visitor.textTo3D) HTTP/1.1\r\nAuthorization: \(Self.key)\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
            "GET /files/stand-in/tasks/%2e%2e/output/%2e%2e?Expires=9223372036854775807&Signature=%00 HTTP/1.1\r\nRange: bytes=-9223372036854775808\r\n\r\n",
            "GET ://?#%%%=&&= HTTP/1.1\r\n\r\n",
        ]
        for head in heads {
            for _ in 0..<5 {
                let noise = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
                try await Socket.send(Array(head.utf8) + noise, port: port)
            }
        }
        #expect(try await send(.GET, standIn.address + "/openapi/v1/balance").json["balance"]?.integer == 1000)
    }
}

/// A bare connection, for what no client would send.
private enum Socket {
    static func send(_ bytes: [UInt8], port: Int) async throws {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port).get()
        // The server may hang up in the middle: that is its answer.
        try? await channel.writeAndFlush(ByteBuffer(bytes: bytes))
        try? await channel.close()
    }
}
