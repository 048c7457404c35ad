import TestSupport
import Testing

@testable import GLB

@Suite struct ValidatorTests {
    @Test("codes can be ignored and given another severity") func options() throws {
        var options = ValidationOptions()
        options.ignoredCodes = ["BUFFER_VIEW_TARGET_MISSING"]
        #expect(try Validator.validate(bytes: TestAsset.triangleGLB, options: options).findings.total == 0)
        options.ignoredCodes = []
        options.severities = ["BUFFER_VIEW_TARGET_MISSING": .error]
        let report = try Validator.validate(bytes: TestAsset.triangleGLB, options: options)
        #expect(report.findings.hasErrors)
        #expect(report.findings.counts[.error] == 2)
    }

    @Test("as many findings are kept as wanted, and all are counted") func limit() throws {
        var options = ValidationOptions()
        options.maxIssues = 1
        let report = try Validator.validate(bytes: TestAsset.triangleGLB, options: options)
        #expect(report.findings.kept.count == 1)
        #expect(report.findings.total == 2)
        #expect(report.isTruncated)
    }

    @Test("an error in the data has a place, however many hints come before it") func worstAreKept() throws {
        var options = ValidationOptions()
        options.maxIssues = 1
        let bytes = TestAsset.glb(
            TestAsset.document(TestAsset.triangle.members.replacing("[1,2,0]", with: "[1,2,3]")),
            binary: TestAsset.triangle.binary)
        let report = try Validator.validate(bytes: bytes, options: options)
        #expect(report.findings.places == ["ACCESSOR_MAX_MISMATCH /accessors/0/max/2"])
        #expect(report.findings.total == 3)
    }

    @Test("data is only looked at if wanted") func document() throws {
        let bytes = TestAsset.glb(
            TestAsset.document(TestAsset.triangle.members.replacing("[1,2,0]", with: "[1,2,3]")),
            binary: TestAsset.triangle.binary)
        var options = ValidationOptions()
        #expect(try Validator.validate(bytes: bytes, options: options).findings.codes.contains("ACCESSOR_MAX_MISMATCH"))
        options.includesData = false
        let report = try Validator.validate(bytes: bytes, options: options)
        #expect(!report.findings.codes.contains("ACCESSOR_MAX_MISMATCH"))
        #expect(report.resources.isEmpty)
    }

    @Test("an opened file is validated as the file on disk is") func opened() throws {
        let file = try AssetFile(bytes: TestAsset.triangleGLB)
        #expect(try Validator.validate(file).findings == Validator.validate(bytes: TestAsset.triangleGLB).findings)
    }

    @Test("a file that is no glTF is reported by what its name promises") func broken() throws {
        let scratch = try Scratch()
        func places(_ name: String, _ text: String) throws -> [String] {
            try Validator.validate(path: try scratch.write(name, text.utf8)).findings.places
        }
        #expect(try places("a.glb", "version https://git-lfs") == ["GLB_INVALID_MAGIC 0"])
        #expect(try places("b.glb", "") == ["GLB_UNEXPECTED_END_OF_HEADER 0"])
        #expect(try places("c.glb", "glTF") == ["GLB_UNEXPECTED_END_OF_HEADER 4"])
        #expect(try places("d.gltf", "hello") == ["INVALID_JSON "])
        #expect(try places("e.gltf", #"{"asset":"#) == ["INVALID_JSON "])
        #expect(try places("f.gltf", "[]") == ["TYPE_MISMATCH /"])
        for text in ["null", "1", #""x""#] { #expect(try places("h.gltf", text) == ["TYPE_MISMATCH /"]) }
        #expect(throws: GLBError.self) { try places("g.txt", "hello") }
    }

    @Test("both reports say the same") func reports() throws {
        let report = try Validator.validate(bytes: TestAsset.triangleGLB)
        var writer = JSONWriter()
        report.write(to: &writer)
        let ours = try JSONText(parsing: writer.bytes).root
        writer = JSONWriter()
        KhronosReport(report, validatorVersion: "1.2.3").write(to: &writer)
        let theirs = try JSONText(parsing: writer.bytes).root
        #expect(ours["valid"]?.bool == true)
        #expect(ours["counts"]?["hint"]?.integer == theirs["issues"]?["numHints"]?.integer)
        #expect(ours["findings"]?[0]?["why"]?.string?.isEmpty == false)
        #expect(theirs["issues"]?["messages"]?[0]?["severity"]?.integer == 3)
        #expect(theirs["validatorVersion"]?.string == "1.2.3")
        #expect(theirs["info"]?["totalTriangleCount"]?.integer == 1)
        #expect(theirs["info"]?["resources"]?[0]?["storage"]?.string == "glb")
        #expect(theirs["info"]?["resources"]?[0]?["byteLength"]?.integer == 44)
    }
}
