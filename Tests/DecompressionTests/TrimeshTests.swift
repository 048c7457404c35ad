import Foundation
import GLB
import TestSupport
import Testing

/// Geometry against trimesh, the library that people use for these figures in Python.
///
/// trimesh is installed into a folder of its own that is kept for the next run; without Python or the network, the test
/// is skipped and says so.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), .blocking) struct TrimeshTests {
    /// What trimesh measured of one model.
    private struct Measure: Decodable {
        let file: String
        let error: String?
        let area: Double?
        let volume: Double?
        let euler: Int?
        let parts: Int?
        let triangles: Int?
        let watertight: Bool?
        let consistent: Bool?
    }

    @Test("area, volume, watertightness, Euler number and parts agree with trimesh") func agrees() throws {
        // trimesh draws copies by this extension once.
        let models = CorpusModel.all.filter { !$0.uses("EXT_mesh_gpu_instancing") }
        guard let python = Self.python() else {
            try Test.cancel("trimesh cannot be installed: python3 with venv and access to a package index are needed")
        }
        let measures = try Self.measure(models.map(\.path), python)
        #expect(measures.count == models.count)
        var (compared, sized, solid, unread, different) = (0, 0, 0, 0, [String]())
        for (model, measure) in zip(models, measures) {
            // What trimesh does not read: compression without a decoder, other file names, damage.
            guard measure.error == nil, let file = try? model.open() else {
                unread += 1
                continue
            }
            let scene = try Geometry(of: file).scene
            compared += 1
            var differences = Self.topologyDifferences(scene, measure)
            // trimesh does not apply skins.
            if !model.isSkinned, let area = measure.area {
                sized += 1
                if abs(scene.area - area) > 1e-5 * area { differences.append("area \(scene.area), not \(area)") }
                // Only a closed surface has a volume; of others, trimesh measures from another point.
                if let ours = scene.volume, let volume = measure.volume {
                    solid += 1
                    if abs(ours - volume) > 1e-4 * max(abs(volume), 1e-4 * area * area.squareRoot()) {
                        differences.append("volume \(ours), not \(volume)")
                    }
                }
            }
            if !differences.isEmpty { different.append("\(model.name): \(differences.joined(separator: "; "))") }
        }
        print(
            """
            geometry beside trimesh: \(compared) models compared, \(compared - different.count) agree; area of \(sized), \
            volume of \(solid); \(unread) that trimesh does not read
            """)
        #expect(different.isEmpty)
        #expect(compared > 150)
    }

    private static func topologyDifferences(_ scene: SceneGeometry, _ measure: Measure) -> [String] {
        let pairs: [(String, Int?, Int?)] = [
            ("triangles", scene.triangles, measure.triangles), ("Euler number", scene.eulerNumber, measure.euler),
            ("parts", scene.parts, measure.parts),
            ("watertight", scene.isWatertight ? 1 : 0, measure.watertight ?? false ? 1 : 0),
            ("consistent", scene.inconsistentEdges == 0 ? 1 : 0, measure.consistent ?? true ? 1 : 0),
        ]
        return pairs.compactMap { name, ours, theirs in
            ours == theirs ? nil : "\(name) \(ours ?? 0), not \(theirs ?? 0)"
        }
    }

    private static func measure(_ paths: [String], _ python: String) throws -> [Measure] {
        let scratch = try Scratch()
        let list = try scratch.write("paths", Array(paths.joined(separator: "\n").utf8))
        let script = packageFolder.appending(path: "Tests/DecompressionTests/trimesh_figures.py").path
        let result = try run(python, [script, list])
        try #require(result.status == 0, "\(result.errors)")
        return try result.output.split(separator: "\n").map {
            try JSONDecoder().decode(Measure.self, from: Data($0.utf8))
        }
    }

    /// The path of a Python that has trimesh; nil if there is none to be had.
    private static func python() -> String? {
        let folder = NSTemporaryDirectory() + "/meshy-lib-trimesh-5.2.0"
        let python = folder + "/bin/python"
        let hasTrimesh = { (try? run(python, ["-c", "import trimesh, scipy, DracoPy"]))?.status == 0 }
        if FileManager.default.isExecutableFile(atPath: python), hasTrimesh() { return python }
        guard (try? run("python3", ["-m", "venv", folder]))?.status == 0,
            (try? run(python, ["-m", "pip", "install", "-q", "trimesh==5.2.0", "scipy", "DracoPy"]))?.status == 0,
            hasTrimesh()
        else { return nil }
        return python
    }
}
