import Foundation
import TestSupport
import Testing

@Suite("Validate", .blocking)
struct ValidateTests {
    let meshyLib: MeshyLib

    init() throws { meshyLib = try MeshyLib() }

    private let sample = "Samples/wise-owl.glb"

    /// A document with two errors of one code and one of another.
    private func broken() throws -> String {
        try meshyLib.scratch.write(
            "broken.gltf", #"{"asset":{"version":"2.0"},"scene":3,"scenes":[{}],"nodes":[{"mesh":1},{"mesh":2}]}"#.utf8)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("a sound file is valid, with exit code 0")
    func valid() throws {
        let result = try meshyLib("validate", sample)
        try expectSuccess(result)
        #expect(result.output.hasPrefix("\(sample)  valid"))
    }

    @Test("of several files each is told apart, and all are summed up")
    func several() throws {
        let result = try meshyLib("validate", sample, try broken())
        #expect(result.output.hasSuffix("\n\n1 of 2 files valid\n"))
        let short = try meshyLib("validate", sample, "--max-issues", "0")
        #expect(!short.output.contains("and 1 more"))
        #expect(try meshyLib("validate", "nowhere.glb").errors == "error: nowhere.glb: no such file\n")
    }

    @Test("errors are grouped, explained, and end with code 2")
    func errors() throws {
        let result = try meshyLib("validate", try broken())
        #expect(result.status == 2)
        for part in ["3 errors", "UNRESOLVED_REFERENCE × 3", "/nodes/1/mesh", "why", "mend"] {
            #expect(result.output.contains(part), "\(part) is missing in\n\(result.output)")
        }
        #expect(result.errors.isEmpty)
    }

    @Test("without options the answer is the same as with them")
    func plain() throws {
        for file in [sample, try broken(), "nowhere.glb"] {
            let (plain, parsed) = (try meshyLib("validate", file), try meshyLib("validate", file, "--format", "table"))
            #expect(plain.output == parsed.output && plain.errors == parsed.errors && plain.status == parsed.status)
        }
    }

    @Test("codes can be ignored, and their severity chosen")
    func policy() throws {
        let file = try broken()
        try expectSuccess(meshyLib("validate", file, "--ignore", "unresolved_reference"))
        let warned = try meshyLib("validate", file, "--severity", "UNRESOLVED_REFERENCE=warning")
        try expectSuccess(warned)
        #expect(warned.output.contains("3 warnings"))
        for arguments in [["--ignore", "UNRESOLVED_REFERENC"], ["--severity", "UNRESOLVED_REFERENC=hint"]] {
            let refused = try meshyLib("validate", file, arguments[0], arguments[1])
            #expect(refused.status == 64)
            #expect(refused.errors.contains("did you mean UNRESOLVED_REFERENCE?"))
        }
        #expect(try meshyLib("validate", file, "--severity", "UNRESOLVED_REFERENCE=fatal").status == 64)
    }

    @Test("as many findings are printed as wanted, all are counted")
    func limit() throws {
        let result = try meshyLib("validate", try broken(), "--max-issues", "1", "--format", "json")
        let report = try object(result.output)
        #expect((report["findings"] as? [Any])?.count == 1)
        #expect(report["truncated"] as? Bool == true)
        #expect((report["counts"] as? [String: Int])?["error"] == 3)
        #expect((report["codes"] as? [String: Int])?["UNRESOLVED_REFERENCE"] == 3)
    }

    @Test("every format says the same")
    func formats() throws {
        let file = try broken()
        let khronos = try object(try meshyLib("validate", file, "--format", "khronos").output)
        let issues = try #require(khronos["issues"] as? [String: Any])
        #expect(issues["numErrors"] as? Int == 3)
        #expect((issues["messages"] as? [[String: Any]])?.first?["severity"] as? Int == 0)
        let lines = try meshyLib("validate", file, sample, "--format", "jsonl").output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(try object(String(lines[0]))["valid"] as? Bool == false)
        let rows = try meshyLib("validate", file, "--ignore", "UNUSED_OBJECT", "--format", "csv").output
            .split(whereSeparator: \.isNewline)
        #expect(rows.first == "file,severity,code,pointer,offset,message")
        #expect(rows.filter { $0.contains(",error,UNRESOLVED_REFERENCE,/") }.count == 3)
        let array = try meshyLib("validate", file, sample, "--format", "json").output
        #expect((try JSONSerialization.jsonObject(with: Data(array.utf8)) as? [Any])?.count == 2)
    }

    @Test("models of the library are named by ids and queries")
    func library() throws {
        try expectSuccess(meshyLib("init"))
        try expectSuccess(meshyLib("import", "Samples"))
        try expectSuccess(meshyLib("validate", "m0n5ter2"))
        let all = try meshyLib("validate", "--query", "monster", "--format", "jsonl")
        try expectSuccess(all)
        #expect(all.output.split(separator: "\n").count == 2)
    }

    @Test("buffers of a .gltf are read beside it, and nowhere else")
    func resources() throws {
        let folder = meshyLib.scratch
        _ = try folder.write("beside.bin", [0, 0, 0, 0])
        func validate(_ uri: String) throws -> CommandResult {
            let text = #"{"asset":{"version":"2.0"},"buffers":[{"uri":"\#(uri)","byteLength":4}]}"#
            return try meshyLib("validate", try folder.write("x.gltf", text.utf8))
        }
        try expectSuccess(validate("beside.bin"))
        for uri in ["absent.bin", "/etc/hostname", "../../../../etc/hostname", "https://example.org/x.bin"] {
            let result = try validate(uri)
            #expect(result.status == 2, "\(uri)")
            #expect(result.output.contains("IO_ERROR"), "\(uri): \(result.output)")
        }
    }

    @Test("an absent file is 66, what is no model 65, and neither hides the others")
    func absent() throws {
        #expect(try meshyLib("validate", "nowhere.glb").status == 66)
        let page = try meshyLib.scratch.write("page.txt", "<!DOCTYPE html>".utf8)
        #expect(try meshyLib("validate", page).status == 65)
        let both = try meshyLib("validate", "nowhere.glb", sample)
        #expect(both.status == 66 && both.output.contains("valid"))
    }

    @Test("names from a file cannot act on the terminal")
    func escapes() throws {
        let json = #"{"asset":{"version":"2.0"},"\u001b[2J":0,"extensionsUsed":["\u001b]0;x\u0007"]}"#
        let result = try meshyLib("validate", try meshyLib.scratch.write("x.gltf", json.utf8))
        #expect(!result.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
    }

    @Test("a code is explained, a misspelt one is guessed, and all are listed")
    func explain() throws {
        let one = try meshyLib("explain", "accessor_min_mismatch")
        try expectSuccess(one)
        #expect(one.output.contains("ACCESSOR_MIN_MISMATCH  error") && one.output.contains("mend"))
        let guess = try meshyLib("explain", "ACCESOR_MIN_MISMATCH")
        #expect(guess.status == 64 && guess.errors.contains("did you mean ACCESSOR_MIN_MISMATCH?"))
        #expect(try meshyLib("explain", "IMAGE").errors.contains("IMAGE_DATA_INVALID, "))
        #expect(try meshyLib("explain", "nonsense").errors.contains("'meshy-lib explain' lists all codes"))
        let all = try meshyLib("explain", "--format", "ids")
        try expectSuccess(all)
        #expect(all.output.split(separator: "\n").count >= 170)
    }
}
