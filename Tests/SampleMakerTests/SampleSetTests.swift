import Foundation
import GLB
import TestSupport
import Testing

@testable import SampleMaker

/// What lies in `Samples/` is what the code makes.
@Suite("Samples") struct SampleSetTests {
    static let folder = packageFolder.appending(path: "Samples")

    static func file(_ entry: SampleSet.Entry) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: entry.name + ".glb")))
    }

    @Test("there are eight to ten, together under 4 MB, and nothing else lies beside them")
    func folder() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let expected = SampleSet.all.flatMap { [$0.name + ".glb", $0.name + ".json"] }
        #expect(names.sorted() == expected.sorted())
        #expect((8...10).contains(SampleSet.all.count))
        let total = try SampleSet.all.reduce(0) { $0 + (try Self.file($1)).count }
        #expect(total < 4_000_000)
    }

    @Test("sidecars are what the code writes", arguments: SampleSet.all)
    func sidecar(entry: SampleSet.Entry) throws {
        let text = try String(contentsOf: Self.folder.appending(path: entry.name + ".json"), encoding: .utf8)
        var json = JSONWriter(pretty: true)
        json.value(entry.sidecar)
        #expect(text == json.text + "\n")
    }

    @Test("the inspector finds no error in any", arguments: SampleSet.all)
    func inspection(entry: SampleSet.Entry) throws {
        let report = Report(of: try AssetFile(bytes: try Self.file(entry)))
        #expect(!report.hasErrors, "\(report.findings.kept)")
        #expect(report.scene.counts.triangles <= entry.request.triangles)
        #expect(report.document.meshes.count == 1)
    }

    /// An unoptimised build makes only those that it can make in seconds; an optimised one makes all.
    static var remade: [SampleSet.Entry] {
        #if DEBUG
            SampleSet.all.filter { $0.request.stage == .preview }
        #else
            SampleSet.all
        #endif
    }

    @Test("the code makes the same files again", arguments: remade)
    func remake(entry: SampleSet.Entry) throws {
        let kept = try AssetFile(bytes: try Self.file(entry))
        let made = try AssetFile(bytes: try Sample(entry.request).glb())
        #expect(made.document.accessors.count == kept.document.accessors.count)
        for index in made.document.accessors.indices {
            #expect(try made.data(ofAccessor: index).floats() == kept.data(ofAccessor: index).floats())
        }
        // Another zlib may pack the same pixels differently.
        #expect(made.document.images.count == kept.document.images.count)
        for index in made.document.images.indices {
            #expect(try pixels(made, index) == pixels(kept, index))
        }
    }

    @Test("the same request gives the same bytes, another seed others")
    func determinism() throws {
        func bytes(_ seed: UInt64, _ colour: String = "green") throws -> [UInt8] {
            try Sample(
                SampleRequest(
                    prompt: "a \(colour) crystal", seed: seed, triangles: 300, textureSize: 64, resolution: 24)
            ).glb()
        }
        let first = try bytes(1)
        #expect(try bytes(1) == first)
        #expect(try bytes(2) != first)
        #expect(try bytes(1, "red") != first)
    }

    private func pixels(_ file: AssetFile, _ image: Int) throws -> DecodedPNG {
        let source = try file.data(ofImage: image)
        return try DecodedPNG(try source.read(0..<source.count))
    }
}

extension SampleSet.Entry: CustomTestStringConvertible {
    /// The file's name.
    public var testDescription: String { name }
}
