import GLB
import TestSupport
import Testing

/// Geometry against the facts of the corpus' manifest, which were measured independently.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)")) struct CorpusFactsTests {
    /// Models of which the facts leave something out that belongs to the surface, or that cannot be opened.
    private static let exceptions: [String: String] = [
        "MeshPrimitiveModes.gltf": "the facts' area is that of the triangles without strips and fans",
        "quad_skin.glb": "the facts apply only the first of three sets of joints",
        "skin-multiple-sets.gltf": "the facts apply only the first of two sets of joints",
        "TriangleGlbWithInvalidLength.glb": "the file is cut off and refused",
    ]

    /// Models that a mirroring node draws: the facts' volume does not reverse the winding, which section 3.7.4 demands.
    private static let mirrored: Set<String> = ["controller-left.gltf", "truck/model.gltf"]

    private static let models = CorpusModel.all.filter { model in
        !model.uses("EXT_mesh_gpu_instancing") && !exceptions.keys.contains { model.name.hasSuffix($0) }
    }

    @Test("the models are there") func presence() {
        #expect(Self.models.count > 190)
    }

    @Test("areas, volumes and degenerate triangles agree with the facts", arguments: models)
    func agrees(model: CorpusModel) throws {
        let geometry = try Geometry(of: model.open())
        let facts = try #require(model.facts)
        let area = try #require(facts["surfaceArea"]?.double)
        #expect(abs(geometry.scene.area - area) <= 1e-4 * area)
        #expect(geometry.scene.drawnTriangles == facts["trianglesInDefaultScene"]?.integer)
        if let degenerate = facts["degenerateByIndex"]?.integer, geometry.scene.instances == geometry.meshes.count {
            #expect(geometry.meshes.reduce(0) { $0 + $1.faults.degenerateByIndex } == degenerate)
        }
        guard !Self.mirrored.contains(where: { model.name.hasSuffix($0) }) else { return }
        let volume = try #require(facts["signedVolume"]?.double)
        // Where parts cancel each other out, what is left is measured by what there was.
        #expect(abs(geometry.scene.signedVolume - volume) <= 1e-4 * max(abs(volume), 1e-4 * area * area.squareRoot()))
    }
}
