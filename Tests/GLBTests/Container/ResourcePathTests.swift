import Foundation
import Testing

@testable import GLB

@Suite struct ResourcePathTests {
    @Test(
        "relative URIs lead beside the document",
        arguments: [
            ("a.bin", "models/a.gltf", "models/a.bin"), ("a.bin", "a.gltf", "a.bin"),
            ("sub/b%20c.png", "/x/a.gltf", "/x/sub/b c.png"), ("../t/b.png", "/x/y/a.gltf", "/x/y/../t/b.png"),
            ("./a.bin", "a.gltf", "./a.bin"), ("%E2%9D%A4.bin", "a.gltf", "❤.bin"), ("a.bin?x#y", "a.gltf", "a.bin"),
            ("a/../../b.bin", "a.gltf", "a/../../b.bin"),
        ])
    func resolves(uri: String, base: String, path: String) throws {
        #expect(try ResourcePath(uri, relativeTo: base).path == path)
    }

    @Test(
        "other URIs are refused, each for its reason",
        arguments: [
            ("https://example.org/a.bin", "https"), ("file:///etc/passwd", "file"), ("C:/a.bin", "C"),
            ("/etc/passwd", "absolute"), ("%2Fetc/passwd", "absolute"), ("\\\\host\\a", "absolute"),
            ("../../../a.bin", "folders up"), ("a/../../../../b", "folders up"), ("..\\..\\..\\a", "folders up"),
            ("%2e%2e/%2e%2e/%2e%2e/a", "folders up"), ("", "not well formed"), ("a%00b", "not well formed"),
            ("a%2", "not well formed"), ("%FF.bin", "not well formed"), (":", "not well formed"),
        ])
    func refuses(uri: String, reason: String) throws {
        let refusal = try #require(throws: ResourcePath.Refusal.self) { try ResourcePath(uri, relativeTo: "m/a.gltf") }
        #expect(refusal.description.contains(reason))
    }

    @Test("files beside a document are read, links and folders are not") func neighbours() throws {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appending(path: "ResourcePathTests-\(UUID().uuidString)")
        try manager.createDirectory(at: folder.appending(path: "sub.bin"), withIntermediateDirectories: true)
        defer { try? manager.removeItem(at: folder) }
        try Data([1, 2, 3, 4]).write(to: folder.appending(path: "a b.bin"))
        try manager.createSymbolicLink(
            at: folder.appending(path: "link.bin"), withDestinationURL: folder.appending(path: "a b.bin"))
        let uris = [
            "a%20b.bin", "link.bin", "sub.bin", "absent.bin", "https://example.org/a.bin", "data:;base64,AAECAw",
        ]
        let buffers = uris.map { #"{"uri":"\#($0)","byteLength":4}"# }.joined(separator: ",")
        let path = folder.appending(path: "model.gltf").path
        try TestAsset.document(#""buffers":[\#(buffers)]"#).write(toFile: path, atomically: false, encoding: .utf8)

        let file = try AssetFile(path: path)
        #expect(try file.data(ofBuffer: 0)?.read(1..<4) == [2, 3, 4])
        #expect(try file.data(ofBuffer: 5)?.read(0..<4) == [0, 1, 2, 3])
        #expect((1...4).allSatisfy { file.data(ofBuffer: $0) == nil })
        #expect(file.findings.places == (1...4).map { "IO_ERROR /buffers/\($0)/uri" })

        let memory = try AssetFile(bytes: Array(TestAsset.document(#""buffers":[\#(buffers)]"#).utf8))
        #expect(memory.findings.places == (0...4).map { "IO_ERROR /buffers/\($0)/uri" })
    }
}
