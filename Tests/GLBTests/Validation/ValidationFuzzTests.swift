import Foundation
import TestSupport
import Testing

@testable import GLB

/// No file makes validation crash or hang, however it was changed. Each test names its seed, so that it can be run again.
@Suite struct ValidationFuzzTests {
    private static let seed = UInt64(ProcessInfo.processInfo.environment["FUZZ_SEED"] ?? "") ?? 20_261_122
    private static let rounds = Int(ProcessInfo.processInfo.environment["FUZZ_ROUNDS"] ?? "") ?? 400

    /// An asset with something for every rule: a skin, a morph target, an animation, a sparse accessor, an image and a
    /// material with extensions.
    private static let document = TestAsset.document(
        #"""
        "extensionsUsed":["KHR_materials_volume","KHR_texture_transform","KHR_lights_punctual"],
        "scene":0,"scenes":[{"nodes":[0,1]}],
        "nodes":[{"mesh":0,"skin":0,"weights":[1]},{"children":[2]},{"matrix":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],
            "extensions":{"KHR_lights_punctual":{"light":0}}}],
        "meshes":[{"weights":[0],"primitives":[{"attributes":{"POSITION":0,"NORMAL":0,"JOINTS_0":2,"WEIGHTS_0":3},
            "indices":1,"material":0,"targets":[{"POSITION":0}]}]}],
        "materials":[{"normalTexture":{"index":0,"extensions":{"KHR_texture_transform":{"texCoord":1}}},
            "extensions":{"KHR_materials_volume":{"thicknessFactor":1}}}],
        "textures":[{"source":0,"sampler":0}],"samplers":[{}],"images":[{"bufferView":4,"mimeType":"image/png"}],
        "skins":[{"joints":[1,2],"inverseBindMatrices":4}],
        "animations":[{"samplers":[{"input":5,"output":3}],"channels":[{"sampler":0,
            "target":{"node":2,"path":"rotation"}}]}],
        "accessors":[
            {"bufferView":0,"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"max":[1,2,0],
                "sparse":{"count":1,"indices":{"bufferView":1,"componentType":5123},"values":{"bufferView":0}}},
            {"bufferView":1,"componentType":5123,"count":3,"type":"SCALAR"},
            {"bufferView":2,"componentType":5121,"count":3,"type":"VEC4"},
            {"bufferView":3,"componentType":5126,"count":3,"type":"VEC4"},
            {"bufferView":3,"componentType":5126,"count":1,"type":"MAT4"},
            {"bufferView":3,"componentType":5126,"count":3,"type":"SCALAR","min":[0],"max":[1]}],
        "bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":36,"byteLength":6},
            {"buffer":0,"byteOffset":44,"byteLength":12},{"buffer":0,"byteOffset":56,"byteLength":64},
            {"buffer":0,"byteOffset":120,"byteLength":40}],
        "buffers":[{"byteLength":160}],
        "extensions":{"KHR_lights_punctual":{"lights":[{"type":"spot","spot":{}}]}}
        """#)

    private static let binary = TestAsset.triangle.binary + [UInt8](repeating: 1, count: 118)

    @Test("single bytes changed") func bytes() throws {
        var random = SeededGenerator(seed: Self.seed)
        let good = TestAsset.glb(Self.document, binary: Self.binary)
        for _ in 0..<Self.rounds {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            validate(bytes)
        }
    }

    @Test("values exchanged for others") func values() throws {
        var random = SeededGenerator(seed: Self.seed)
        let values = [
            "0", "-1", "1", "2", "1e308", "1e999", "9223372036854775807", "4294967296", "null", "true", "[]", "{}",
            "[0]",
            #""x""#, #"{"extensions":{}}"#, "[[]]", "[{}]", "0.5",
        ]
        let text = Array(Self.document.utf8)
        let places = try JSONText(parsing: text).root.allRanges
        for _ in 0..<Self.rounds {
            var mutant = text
            let value = try #require(values.randomElement(using: &random))
            mutant.replaceSubrange(try #require(places.randomElement(using: &random)), with: value.utf8)
            validate(TestAsset.glb(String(decoding: mutant, as: UTF8.self), binary: Self.binary))
        }
    }

    @Test("models of the corpus, changed", .enabled(if: Corpus.isPresent, "\(Corpus.absence)")) func corpus() throws {
        var random = SeededGenerator(seed: Self.seed)
        let files = Corpus.parts.flatMap { CorpusFile.all[$0] ?? [] }.filter {
            $0.entry["bytes"]?.integer ?? 0 < 20_000
        }
        for _ in 0..<Self.rounds {
            let file = try #require(files.randomElement(using: &random))
            var bytes = Array(try Data(contentsOf: URL(filePath: file.path)))
            guard !bytes.isEmpty else { continue }
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let index = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes[index] = bytes[Int.random(in: bytes.indices, using: &random)]
                default: bytes.removeSubrange(index..<min(bytes.count, index + 3))
                }
                if bytes.isEmpty { break }
            }
            validate(bytes)
        }
    }

    /// Validates bytes, which must end in a report whose parts fit together, or in an error that says why not.
    private func validate(_ bytes: [UInt8], _ location: SourceLocation = #_sourceLocation) {
        do throws(GLBError) {
            let report = try Validator.validate(bytes: bytes)
            #expect(
                report.findings.kept.count == min(report.findings.total, report.findings.limit), "seed \(Self.seed)",
                sourceLocation: location)
            var writer = JSONWriter()
            KhronosReport(report, validatorVersion: "0.0.0").write(to: &writer)
            #expect((try? JSONText(parsing: writer.bytes)) != nil, "seed \(Self.seed)", sourceLocation: location)
        } catch {
            #expect(!error.description.isEmpty, sourceLocation: location)
        }
    }
}

extension JSONValue {
    /// Where in the text this value and all within it stand.
    fileprivate var allRanges: [Range<Int>] {
        [byteRange] + elements.flatMap(\.allRanges) + members.flatMap { $0.value.allRanges }
    }
}
