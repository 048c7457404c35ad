import Foundation
import GLB
import TestSupport
import Testing

/// Geometry against trimesh, the library that people use for these figures in Python.
///
/// trimesh is installed into a folder of its own that is kept for the next run; without Python or the network, the test
/// is skipped and says so.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)")) struct TrimeshTests {
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
        var compared = 0
        for (model, measure) in zip(models, measures) {
            // What trimesh does not read: compression without a decoder, other file names, damage.
            guard measure.error == nil, let file = try? model.open() else { continue }
            let scene = try Geometry(of: file).scene
            compared += 1
            #expect(scene.triangles == measure.triangles, "\(model.name)")
            #expect(scene.eulerNumber == measure.euler, "\(model.name)")
            #expect(scene.parts == measure.parts, "\(model.name)")
            #expect(scene.isWatertight == measure.watertight ?? false, "\(model.name)")
            #expect((scene.inconsistentEdges == 0) == measure.consistent, "\(model.name)")
            // trimesh does not apply skins.
            guard !model.isSkinned, let area = measure.area, let volume = measure.volume else { continue }
            #expect(abs(scene.area - area) <= 1e-5 * area, "\(model.name)")
            // Only a closed surface has a volume; of others, trimesh measures from another point.
            guard let ours = scene.volume else { continue }
            #expect(abs(ours - volume) <= 1e-4 * max(abs(volume), 1e-4 * area * area.squareRoot()), "\(model.name)")
        }
        #expect(compared > 150)
    }

    private static func measure(_ paths: [String], _ python: String) throws -> [Measure] {
        let scratch = try Scratch()
        let list = try scratch.write("paths", Array(paths.joined(separator: "\n").utf8))
        let script = packageFolder.appending(path: "Tests/DecompressionTests/trimesh_figures.py").path
        let result = try run(python, [script, list])
        try #require(result.status == 0, "\(result.errors)")
        return try result.output.split(separator: "\n").map { try JSONDecoder().decode(Measure.self, from: Data($0.utf8)) }
    }

    /// The path of a Python that has trimesh; nil if there is none to be had.
    private static func python() -> String? {
        let folder = NSTemporaryDirectory() + "/meshy-lib-trimesh-5.2.0"
        let python = folder + "/bin/python"
        let hasTrimesh = { (try? run(python, ["-c", "import trimesh, scipy"]))?.status == 0 }
        if FileManager.default.isExecutableFile(atPath: python), hasTrimesh() { return python }
        guard (try? run("python3", ["-m", "venv", folder]))?.status == 0,
            (try? run(python, ["-m", "pip", "install", "-q", "trimesh==5.2.0", "scipy"]))?.status == 0, hasTrimesh()
        else { return nil }
        return python
    }
}
