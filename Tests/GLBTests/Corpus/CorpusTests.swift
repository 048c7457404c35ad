import Foundation
import TestSupport
import Testing

@testable import GLB

@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)")) struct CorpusTests {
    /// Files of which the reference validator tells counts although they were cut off.
    private static let damaged: Set<String> = ["length_mismatch.glb"]
    /// Files of which the reference validator tells no counts, for reasons of its own.
    private static let readable: Set<String> = ["mesh-invalid.gltf", "mesh-multiple-primitives.gltf"]

    @Test("the corpus is there") func presence() {
        #expect(Corpus.parts.allSatisfy { CorpusFile.all[$0]?.isEmpty == false })
    }

    @Test("files are accepted and refused as by the reference validator", arguments: Corpus.parts)
    func accepted(part: String) throws {
        for file in CorpusFile.all[part] ?? [] {
            let name = URL(filePath: file.path).lastPathComponent
            let expected = file.report?["info"] != nil && !Self.damaged.contains(name) || Self.readable.contains(name)
            let refusal: GLBError?
            do throws(GLBError) {
                _ = try AssetFile(path: file.path)
                refusal = nil
            } catch {
                refusal = error
            }
            #expect((refusal == nil) == expected, "\(file.path): \(refusal?.description ?? "accepted")")
        }
    }

    @Test("counts are the reference reports'", arguments: Corpus.parts) func info(part: String) throws {
        for file in CorpusFile.all[part] ?? [] {
            guard let expected = file.report?["info"],
                let asset = try? AssetFile(path: file.path, damage: .report)
            else { continue }
            let report = try parse(Report(of: asset).json()).root
            for (name, value) in report["info"].map({ Array($0.members) }) ?? [] {
                #expect(value.rawBytes.elementsEqual(expected[name]?.rawBytes ?? []), "\(name) of \(file.path)")
            }
            #expect(report["asset"]?["generator"]?.string == expected["generator"]?.string, "\(file.path)")
            for name in ["extensionsUsed", "extensionsRequired"] {
                let names = expected[name]?.elements.compactMap(\.string) ?? []
                #expect(report[name]?.elements.compactMap(\.string) == names, "\(name) of \(file.path)")
            }
            for resource in expected["resources"].map({ Array($0.elements) }) ?? [] {
                try compare(resource, asset, Report(of: asset), file.path)
            }
        }
    }

    /// Compares an image with what the reference report says about it.
    private func compare(_ resource: JSONValue, _ asset: AssetFile, _ report: Report, _ path: String) throws {
        guard let expected = resource["image"], let pointer = resource["pointer"]?.string,
            let index = Int(pointer.dropFirst("/images/".count))
        else { return }
        let header = try #require(report.images[index].header, "\(pointer) of \(path)")
        let channels = ["luminance": 1, "luminance-alpha": 2, "rgb": 3, "rgba": 4]
        #expect(header.width == expected["width"]?.integer, "\(pointer) of \(path)")
        #expect(header.height == expected["height"]?.integer, "\(pointer) of \(path)")
        #expect(header.channels == expected["format"]?.string.flatMap { channels[$0] }, "\(pointer) of \(path)")
        #expect(header.bitDepth == expected["bits"]?.integer, "\(pointer) of \(path)")
        #expect(header.format.mimeType == resource["mimeType"]?.string, "\(pointer) of \(path)")
    }

    @Test("no error is found in files in which the reference validator finds none", arguments: Corpus.parts)
    func noFalseErrors(part: String) throws {
        for file in CorpusFile.all[part] ?? [] {
            guard file.report?["issues"]?["numErrors"]?.integer == 0, let asset = try? AssetFile(path: file.path)
            else { continue }
            let report = Report(of: asset)
            #expect(!report.hasErrors, "\(file.path): \(report.findings.kept)")
        }
    }

    /// Codes whose findings are compared one by one.
    private static let compared: Set<String> = [
        "ACCESSOR_TOO_LONG", "ARRAY_LENGTH_NOT_IN_LIST", "ARRAY_TYPE_MISMATCH", "BUFFER_BYTE_LENGTH_MISMATCH",
        "BUFFER_MISSING_GLB_DATA", "BUFFER_VIEW_TOO_LONG", "EMPTY_ENTITY", "GLB_CHUNK_LENGTH_UNALIGNED",
        "GLB_CHUNK_TOO_BIG", "GLB_DUPLICATE_CHUNK", "GLB_EMPTY_BIN_CHUNK", "GLB_EMPTY_CHUNK", "GLB_EXTRA_DATA",
        "GLB_LENGTH_MISMATCH", "INVALID_INDEX", "NODE_LOOP", "NODE_PARENT_OVERRIDE",
    ]

    @Test("findings stand where the reference validator's do", arguments: Corpus.parts)
    func findings(part: String) throws {
        for file in CorpusFile.all[part] ?? [] {
            guard let issues = file.report?["issues"], file.report?["info"] != nil,
                issues["messagesTotal"] == nil,
                let asset = try? AssetFile(path: file.path, damage: .report)
            else { continue }
            let expected = (issues["messages"]?.elements.map { $0 } ?? []).compactMap { message -> String? in
                guard let code = message["code"]?.string, Self.compared.contains(code) else { return nil }
                return "\(code) " + (message["pointer"]?.string ?? "\(message["offset"]?.integer ?? -1)")
            }
            let found = Report(of: asset).findings.places.filter {
                Self.compared.contains(String($0.prefix { $0 != " " }))
            }
            // Here the reference validator does not look into extensions that the document uses undeclared.
            let extra = Set(found).subtracting(expected).filter { !$0.contains("/extensions/") }
            #expect(extra.isEmpty, "\(file.path)")
            #expect(Set(expected).subtracting(found).isEmpty, "\(file.path)")
        }
    }

    @Test("sizes and counts are those measured from the decoded data", arguments: ["sample-assets", "meshy"])
    func facts(part: String) throws {
        for file in CorpusFile.all[part] ?? [] {
            guard let facts = file.entry["facts"], let asset = try? AssetFile(path: file.path),
                // Facts are without copies on the graphics card; voxels are drawn by no mode that glTF has.
                !file.uses("EXT_mesh_gpu_instancing"), !file.uses("EXT_primitive_voxels")
            else { continue }
            let scene = Report(of: asset).scene
            #expect(scene.counts.drawCalls == facts["drawCallsInDefaultScene"]?.integer, "\(file.path)")
            #expect(scene.counts.vertices == facts["verticesInDefaultScene"]?.integer, "\(file.path)")
            #expect(scene.counts.triangles == facts["trianglesInDefaultScene"]?.integer, "\(file.path)")
            compareBounds(scene.bounds, facts, file)
        }
    }

    private func compareBounds(_ bounds: SceneBounds, _ facts: JSONValue, _ file: CorpusFile) {
        let stated = facts["boundsSkinnedRestPose"] ?? facts["boundsNodeTransforms"]
        guard let expected = stated.flatMap(Bounds.init(json:)) else {
            #expect(bounds.box == nil, "\(file.path)")
            return
        }
        guard let box = bounds.box else {
            // The inverse bind matrices are compressed.
            #expect(file.uses("EXT_meshopt_compression") && bounds.accuracy == .incomplete, "\(file.path)")
            return
        }
        // Facts are measured from data; files that state wrong bounds, weights that do not add up to one, a second set
        // of joints, which the facts leave out, and splats, which they do not decode, cannot agree.
        if file.has(
            anyOf: "ACCESSOR_MAX_MISMATCH", "ACCESSOR_MIN_MISMATCH", "ACCESSOR_ELEMENT_OUT_OF_MAX_BOUND",
            "ACCESSOR_WEIGHTS_NON_NORMALIZED") || file.isTagged("attr-JOINTS_1")
            || file.uses("KHR_spz_gaussian_splats_compression")
        {
            return
        }
        // Compression rounds positions, the stated bounds are those before; far from the origin facts are rounded.
        let isRounded = file.uses("KHR_draco_mesh_compression")
        let tolerance = max(
            expected.size.max() * (isRounded ? 1e-2 : 1e-4),
            pointwiseMax(abs(expected.min), abs(expected.max)).max() * 1e-6)
        let slack = SIMD3(repeating: tolerance)
        let around = Bounds(min: box.min - slack, max: box.max + slack)
        #expect(around?.contains(expected) == true, "\(file.path): \(box) must contain \(expected)")
        if bounds.accuracy == .exact {
            let within = Bounds(min: expected.min - slack, max: expected.max + slack)
            #expect(within?.contains(box) == true, "\(file.path): \(box) must be \(expected)")
        }
    }

    @Test("models of the service are recognised by their pipeline") func origins() throws {
        let pipelines = ["textured": "textured", "rig-animation": "rigged", "merged-animations": "merged-animations"]
        for file in CorpusFile.all["meshy"] ?? [] where file.entry["provenance"]?.string == "raw" {
            let expected = file.entry["pipeline"]?.string.flatMap { pipelines[$0] }
            let origin = Report(of: try AssetFile(path: file.path)).origin
            #expect(
                origin?.service == "Meshy" && origin?.pipeline == expected,
                "\(file.path): \(String(describing: origin))")
        }
        for file in CorpusFile.all["sample-assets"] ?? [] {
            let origin = (try? AssetFile(path: file.path)).flatMap { Report(of: $0).origin }
            #expect(origin == nil, "\(file.path): \(String(describing: origin))")
        }
    }

    @Test("damaged models are reported or refused, but never crash") func mutations() throws {
        let seed = UInt64.random(in: .min ... .max)
        var generator = SeededGenerator(seed: seed)
        print("seed \(seed)")
        let files = CorpusFile.all.values.joined().shuffled(using: &generator)
        for file in files.prefix(400) {
            var bytes = Array(try Data(contentsOf: URL(filePath: file.path)))
            guard (1..<100_000).contains(bytes.count) else { continue }
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let index = Int.random(in: 0..<min(bytes.count, 4000), using: &generator)
                bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
            }
            if let asset = try? AssetFile(bytes: bytes, damage: .report) {
                #expect(throws: Never.self, "seed \(seed)") { try parse(Report(of: asset).json()) }
            }
        }
    }
}

extension Bounds {
    /// The box between two corners, each an array of three numbers.
    fileprivate init?(json: JSONValue) {
        let corners = json.elements.map { $0.elements.compactMap(\.double) }
        guard corners.count == 2, corners.allSatisfy({ $0.count == 3 }) else { return nil }
        self.init(
            min: SIMD3(corners[0][0], corners[0][1], corners[0][2]),
            max: SIMD3(corners[1][0], corners[1][1], corners[1][2]))
    }
}

private func abs(_ vector: SIMD3<Double>) -> SIMD3<Double> { pointwiseMax(vector, -vector) }
