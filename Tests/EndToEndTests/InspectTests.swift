import Foundation
import TestSupport
import Testing

@Suite("Inspect", .blocking)
struct InspectTests {
    let meshyLib: MeshyLib

    init() throws { meshyLib = try MeshyLib() }

    private var samples: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: packageRoot.appendingPathComponent("Samples").path)
                .filter { $0.hasSuffix(".glb") }.sorted().map { "Samples/\($0)" }
        }
    }

    /// Runs the program with more arguments than a call here can spell out.
    private func inspect(_ arguments: [String]) throws -> CommandResult {
        try run(
            builtPrograms.appendingPathComponent("meshy-lib").path, ["inspect"] + arguments,
            environment: ["MESHY_LIBRARY": meshyLib.library, "NO_COLOR": "1"], folder: packageRoot.path)
    }

    @Test("a person reads what is drawn, how large it is, and where the bytes go")
    func text() throws {
        let robot = try #require(try samples.first { $0.contains("Robot") })
        let result = try meshyLib("inspect", robot)
        try expectSuccess(result)
        for part in [
            "4,500 triangles", "1 draw call", "meshes (1)", "skins (1)", "24", "2.00 s", "geometry", "image/png",
        ] {
            #expect(result.output.contains(part), "\(part) is missing in\n\(result.output)")
        }
        // The armature's scale of 0.01 must not shrink a figure of 1.77 m.
        #expect(result.output.contains("× 1.77 m ×"))
    }

    @Test("without options the answer is the same as with them")
    func plain() throws {
        for files in [[try samples[0]], try samples, ["nowhere.glb"]] {
            let (plain, parsed) = (try inspect(files), try inspect(files + ["--format", "table"]))
            #expect(plain.output == parsed.output && plain.errors == parsed.errors && plain.status == parsed.status)
        }
    }

    @Test("one file gives an object, several give an array")
    func json() throws {
        let files = try samples
        let one = try meshyLib("inspect", files[0], "--format", "json")
        #expect(try JSONSerialization.jsonObject(with: Data(one.output.utf8)) is [String: Any])
        let two = try meshyLib("inspect", files[0], files[1], "--format", "json")
        #expect((try JSONSerialization.jsonObject(with: Data(two.output.utf8)) as? [Any])?.count == 2)
    }

    @Test("several files give a line each and a total")
    func summary() throws {
        let result = try inspect(try samples)
        try expectSuccess(result)
        #expect(result.output.split(separator: "\n").count == (try samples.count) + 3)
        #expect(result.output.contains("\(try samples.count) files"))
    }

    @Test("a model of the library is named by the beginning of its id")
    func byID() throws {
        try expectSuccess(meshyLib("init"))
        try expectSuccess(meshyLib("import", "Samples"))
        let result = try meshyLib("inspect", "m0n5ter2", "--format", "json")
        try expectSuccess(result)
        #expect(result.output.contains(#""triangles": 4000"#))
        try expectSuccess(meshyLib("inspect", "M0N5TER2"))
        let ambiguous = try meshyLib("inspect", "m0n5ter")
        #expect(ambiguous.status == 64)
        #expect(ambiguous.errors.contains("m0n5ter1") && ambiguous.errors.contains("m0n5ter2"))
    }

    @Test(
        "what is no model says so in its own words, with exit code 65",
        arguments: [
            ("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n", "Git LFS"),
            ("<!DOCTYPE html><html></html>", "web page"), ("", "empty"), ("\u{1F}\u{8B}\u{08}", "gzip"),
            ("glTF\u{1}\0\0\0\u{14}\0\0\0\0\0\0\0\0\0\0\0", "1"), ("hello", "glTF"),
        ])
    func disguises(content: String, word: String) throws {
        let bytes = content.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let path = try meshyLib.scratch.write("x.glb", bytes)
        let result = try meshyLib("inspect", path)
        #expect(result.status == 65)
        #expect(result.errors.contains(word), "\(result.errors)")
        #expect(result.errors.contains(path))
        #expect(result.output.isEmpty)
    }

    @Test("an absent file is 66, and one bad file does not hide the good ones")
    func absent() throws {
        #expect(try meshyLib("inspect", "nowhere.glb").status == 66)
        let good = try samples[0]
        let both = try meshyLib("inspect", "nowhere.glb", good)
        #expect(both.status == 66)
        #expect(both.output.contains(good))
    }

    @Test("every report obeys the documented schema")
    func schema() throws {
        let files = try samples + corpus { _ in true }
        #expect(try check(files) >= (Corpus.isPresent ? 400 : 8))
    }

    @Test("every report with geometry obeys the documented schema")
    func geometrySchema() throws {
        let files = try samples + corpus { $0.hasPrefix("meshy/") || $0.hasPrefix("hostile/") }
        #expect(try check(files, "--geometry") >= (Corpus.isPresent ? 50 : 8))
    }

    /// The corpus' models, as far as there are any.
    private func corpus(_ isWanted: (String) -> Bool) -> [String] {
        guard Corpus.isPresent else { return [] }
        let paths = FileManager.default.enumerator(atPath: Corpus.folder.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { ($0.hasSuffix(".glb") || $0.hasSuffix(".gltf")) && isWanted($0) }.sorted().map {
            "\(Corpus.folder.path)/\($0)"
        }
    }

    /// Holds each report against the schema and gives how many there were.
    private func check(_ files: [String], _ options: String...) throws -> Int {
        let python = try PythonEnvironment(packages: ["jsonschema"])
        let script = """
            import json, subprocess, sys
            from jsonschema import Draft202012Validator
            program, schema, options, *files = sys.argv[1:]
            validator = Draft202012Validator(json.load(open(schema)))
            checked = 0
            for start in range(0, len(files), 50):
                call = [program, 'inspect', '--format', 'jsonl', *options.split(), *files[start:start + 50]]
                for line in subprocess.run(call, capture_output=True).stdout.splitlines():
                    errors = [f'{error.json_path}: {error.message}' for error in validator.iter_errors(json.loads(line))]
                    assert not errors, (json.loads(line)['file'], errors[:3])
                    checked += 1
            print(checked)
            """
        let program = builtPrograms.appendingPathComponent("meshy-lib").path
        let arguments = ["-c", script, program, "docs/inspect.schema.json", options.joined(separator: " ")] + files
        let result = try python.run(arguments, folder: packageRoot.path)
        try expectSuccess(result)
        return Int(result.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }

    @Test("surfaces are measured when asked for, and their size at any scale")
    func geometry() throws {
        let robot = try #require(try samples.first { $0.contains("Robot") })
        let plain = try meshyLib("inspect", robot)
        let measured = try meshyLib("inspect", robot, "--geometry")
        try expectSuccess(measured)
        #expect(measured.output.hasPrefix(plain.output))
        for part in ["watertight, 1 part, Euler number 2", "area        4.04 m²", "volume      273 l"] {
            #expect(measured.output.contains(part), "\(part) is missing in\n\(measured.output)")
        }
        // Twice as long is four times the area and eight times the volume.
        let doubled = try meshyLib("inspect", robot, "--geometry", "--scale", "2")
        #expect(doubled.output.contains("16.2 m²") && doubled.output.contains("2.19 m³"), "\(doubled.output)")
        #expect(try meshyLib("inspect", robot, "--scale", "2").status == 64)
        #expect(try meshyLib("inspect", robot, "--geometry", "--scale", "0").status == 64)
    }

    @Test("surfaces of several files are a table in the order of their names")
    func geometrySummary() throws {
        let files = try samples
        let result = try inspect(files + ["--geometry"])
        try expectSuccess(result)
        let lines = result.output.split(separator: "\n")
        #expect(zip(lines.dropFirst(), files).allSatisfy { $0.hasPrefix($1) })
        #expect(lines.last?.hasSuffix("\(files.count) of \(files.count)") == true)
    }

    @Test("surfaces that cannot be read are said to be so, and the rest is shown")
    func unreadableGeometry() throws {
        let json = #"""
            {"asset":{"version":"2.0"},"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],"meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],
            "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"max":[1,1,0]}],
            "bufferViews":[{"buffer":0,"byteLength":12}],"buffers":[{"byteLength":12,"uri":"data:;base64,AAAAAAAAAAAAAAAA"}]}
            """#
        let result = try meshyLib("inspect", "--geometry", try meshyLib.scratch.write("x.gltf", json.utf8))
        #expect(result.status == 65)
        #expect(result.output.contains("draws"))
        #expect(result.errors.contains("/accessors/0"), "\(result.errors)")
    }

    @Test("names from a file cannot act on the terminal")
    func escapes() throws {
        let json =
            #"{"asset":{"version":"2.0","generator":"\u001b[2Jgone\u202e"},"nodes":[{"name":"\u001b]0;x\u0007"}]}"#
        let path = try meshyLib.scratch.write("x.gltf", json.utf8)
        for arguments in [[path], [path, "--tree"]] {
            let result = try inspect(arguments)
            #expect(!result.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
        }
    }

    @Test("a node that is its own ancestor is drawn once and marked")
    func loop() throws {
        let json = #"{"asset":{"version":"2.0"},"scenes":[{"nodes":[0]}],"nodes":[{"children":[1]},{"children":[0]}]}"#
        let result = try meshyLib("inspect", "--tree", try meshyLib.scratch.write("x.gltf", json.utf8))
        #expect(result.status == 65)
        #expect(result.output.contains("loop"))
        #expect(result.output.split(separator: "\n").count < 10)
    }
}
