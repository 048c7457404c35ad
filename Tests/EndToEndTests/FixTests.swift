import Foundation
import TestSupport
import Testing

@Suite("Fix", .blocking)
struct FixTests {
    let meshyLib: MeshyLib

    init() throws { meshyLib = try MeshyLib() }

    /// A copy of a sample whose first accessor states another maximum.
    private func broken() throws -> String {
        var data = try Data(contentsOf: packageRoot.appending(path: "Samples/wise-owl.glb"))
        let range = try #require(data.range(of: Data(#""max":["#.utf8)))
        // Another digit in the same place leaves the length as it is.
        let digit = try #require(data[range.upperBound...].firstIndex { (0x31...0x39).contains($0) })
        data[digit] = data[digit] == 0x39 ? 0x31 : data[digit] + 1
        return try meshyLib.scratch.write("broken.glb", data)
    }

    @Test("the copy is mended and valid, the original as it was")
    func fix() throws {
        let file = try broken()
        let original = try Data(contentsOf: URL(filePath: file))
        #expect(try meshyLib("validate", file).status == 2)
        let output = meshyLib.scratch.file("mended.glb")
        let result = try meshyLib("validate", file, "--fix", "-o", output)
        try expectSuccess(result)
        #expect(result.output.contains("ACCESSOR_MAX_MISMATCH") && result.output.contains("\(output)  valid"))
        try expectSuccess(meshyLib("validate", output))
        #expect(try Data(contentsOf: URL(filePath: file)) == original)
        let again = try meshyLib("validate", output, "--fix", "-o", output + "2.glb", "--format", "json")
        #expect(again.output.contains(#""mends": []"#))
    }

    @Test("the original is never written to, and another file only if told so")
    func refusals() throws {
        let file = try broken()
        let original = try Data(contentsOf: URL(filePath: file))
        let link = meshyLib.scratch.file("link.glb")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        let hard = meshyLib.scratch.file("hard.glb")
        try FileManager.default.linkItem(atPath: file, toPath: hard)
        for output in [file, link, hard] {
            for overwrite in [[], ["--overwrite"]] as [[String]] {
                let result = try run(
                    builtPrograms.appending(path: "meshy-lib").path,
                    ["validate", file, "--fix", "-o", output] + overwrite, folder: packageRoot.path)
                #expect(result.status == 73, "\(result.errors)")
                #expect(result.errors.contains("is the original") && !result.errors.contains("--overwrite"))
            }
        }
        #expect(try Data(contentsOf: URL(filePath: file)) == original)
        let other = try meshyLib.scratch.write("other.glb", [1])
        #expect(try meshyLib("validate", file, "--fix", "-o", other).status == 73)
        try expectSuccess(meshyLib("validate", file, "--fix", "-o", other, "--overwrite"))
        let broken = meshyLib.scratch.file("broken-link.glb")
        try FileManager.default.createSymbolicLink(atPath: broken, withDestinationPath: "nowhere")
        #expect(try meshyLib("validate", file, "--fix", "-o", broken).status == 73)
        let absent = try meshyLib("validate", file, "--fix", "-o", meshyLib.scratch.file("absent/x.glb"))
        #expect(
            absent.errors.contains("/absent\n"), "the folder is named, not a file that nobody knows: \(absent.errors)")
    }

    @Test("--fix needs one file and a name for the copy")
    func usage() throws {
        #expect(try meshyLib("validate", "Samples/wise-owl.glb", "--fix").status == 64)
        #expect(try meshyLib("validate", "Samples/wise-owl.glb", "-o", "x.glb").status == 64)
        #expect(try meshyLib("validate", "Samples/wise-owl.glb", "--fix", "-o", "x.gltf").status == 64)
        #expect(
            try meshyLib("validate", "Samples/wise-owl.glb", "Samples/rune-sword.glb", "--fix", "-o", "x.glb").status
                == 64)
    }
}
