import TestSupport
import Testing

@testable import GLB

/// The report in the shape of the reference validator's keeps to that shape's schema, whatever the file is like.
@Suite struct ReportShapeTests {
    private func info(_ document: String, binary: [UInt8]? = nil) throws -> JSONValue {
        let report = try Validator.validate(bytes: TestAsset.glb(document, binary: binary))
        return try #require(try text(of: report)["info"])
    }

    private func text(of report: ValidationReport) throws -> JSONValue {
        var writer = JSONWriter()
        KhronosReport(report, validatorVersion: "0.0.0").write(to: &writer)
        return try JSONText(parsing: writer.bytes).root
    }

    @Test("names of extensions stand in it once") func extensions() throws {
        let info = try info(
            TestAsset.document(#""extensionsUsed":["EXT_a","EXT_b","EXT_a"],"extensionsRequired":["EXT_b","EXT_b"]"#))
        #expect(info["extensionsUsed"]?.elements.compactMap(\.string) == ["EXT_a", "EXT_b"])
        #expect(info["extensionsRequired"]?.elements.compactMap(\.string) == ["EXT_b"])
    }

    @Test("a least version that is none is left out") func leastVersion() throws {
        #expect(try info(#"{"asset":{"version":"2.0","minVersion":"2.x"}}"#)["minVersion"] == nil)
        #expect(try info(#"{"asset":{"version":"2.0","minVersion":"2.0"}}"#)["minVersion"]?.string == "2.0")
    }

    @Test("resources have a length only if it is not zero") func length() throws {
        let buffer = TestAsset.document(#""buffers":[{"byteLength":4}]"#)
        #expect(try info(buffer, binary: [])["resources"]?[0]?["byteLength"] == nil)
        #expect(try info(buffer, binary: [1, 2, 3, 4])["resources"]?[0]?["byteLength"]?.integer == 4)
    }

    @Test("a buffer whose text is no base64 has no storage") func storage() throws {
        let info = try info(
            TestAsset.document(#""buffers":[{"byteLength":1,"uri":"data:application/octet-stream;base64,`"}]"#))
        #expect(info["resources"]?[0]?["storage"] == nil)
    }

    @Test("paths and resources are named by URIs") func uris() throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            "50% é.gltf", TestAsset.document(#""buffers":[{"byteLength":1,"uri":"a b.bin"}]"#).utf8)
        let report = try text(of: try Validator.validate(path: path))
        #expect(report["uri"]?.string?.hasSuffix("/50%25%20%C3%A9.gltf") == true)
        #expect(report["info"]?["resources"]?[0]?["uri"]?.string == "a%20b.bin")
        #expect(uriReference(toPath: "a:b/c?d#e.glb") == "./a:b/c%3Fd%23e.glb")
        #expect(uriReference(repairing: "a%20b.png?x#y") == "a%20b.png?x#y")
        #expect(uriReference(repairing: "%%") == "%25%25")
    }
}
