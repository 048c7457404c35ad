import SystemPackage
import TestSupport

@testable import MeshyAPI

/// A client of a test's server that does not wait long between its tries.
func withClient<Value: Sendable>(
    of server: TestServer, _ change: (inout ClientConfiguration) -> Void = { _ in },
    _ body: (MeshyClient) async throws -> Value
) async throws -> Value {
    var configuration = ClientConfiguration(
        baseURL: try BaseURL(server.url), key: try APIKey(APIKeyTests.secret), userAgent: "meshy-lib/0.0-test")
    configuration.retries.base = .milliseconds(5)
    configuration.requestsPerSecond = 1000
    change(&configuration)
    return try await MeshyClient.with(configuration, body)
}

/// Lends an empty file in a scratch folder and gives what is in it afterwards.
func withTarget(_ body: (FileDescriptor) async throws -> Void) async throws -> [UInt8] {
    let scratch = try Scratch()
    let path = FilePath(scratch.file("download"))
    let descriptor = try FileDescriptor.open(
        path, .readWrite, options: [.create, .exclusiveCreate], permissions: [.ownerReadWrite])
    defer { try? descriptor.close() }
    try await body(descriptor)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = try piece.withUnsafeMutableBytes {
            try descriptor.read(fromAbsoluteOffset: Int64(bytes.count), into: $0)
        }
        if count == 0 { return bytes }
        bytes += piece[..<count]
    }
}

let preview: TaskRequest = {
    var request = TaskRequest(.textTo3DPreview)
    request[.prompt] = "an owl"
    return request
}()
let reference = TaskReference(Examples.id, in: .textTo3D)
