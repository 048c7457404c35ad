import Catalog

/// A made-up library of any size, and the same models in a plain SQLite table.
struct TestLibrary {
    private var corpus = Corpus(seed: 7)
    private let start = Timestamp(milliseconds: 1_700_000_000_000)

    /// Builds a catalogue through its own door, and the peer's tables beside it.
    static func build(models: Int, catalog: Catalog, peer: PeerDatabase, progress: (Int) -> Void) throws {
        var library = TestLibrary()
        let batch = 2000
        for first in stride(from: 0, to: models, by: batch) {
            let new = (first..<min(first + batch, models)).map { library.model($0) }
            _ = try catalog.add(new)
            try peer.add(new, first: first)
            progress(first + new.count)
        }
    }

    private mutating func model(_ index: Int) -> NewModel {
        let prompt = corpus.prompt()
        var model = NewModel(kind: corpus.any(Kind.known))
        model.title = prompt.title
        model.prompt = prompt.text
        model.created = Timestamp(milliseconds: start.milliseconds + Int64(index) * 60_000)
        model.imported = model.created
        model.rating = corpus.any([0, 0, 0, 0, 1, 2, 3, 4, 5])
        model.state = corpus.any([.draft, .draft, .draft, .approved, .rejected])
        model.aiModel = corpus.any(["meshy-5", "meshy-6", "latest"])
        model.tags = (0..<corpus.any([0, 0, 1, 2])).map { _ in "tag\(corpus.frequent(Array(0..<300)))" }

        var numbers = Inspection.Statistics()
        // Most models have some ten thousand triangles, few have a million.
        numbers.triangles = 500 << corpus.frequent([4, 5, 3, 6, 2, 7, 8, 1, 9, 10, 11]) + corpus.number(0..<500)
        numbers.vertices = numbers.triangles / 2 + corpus.number(0..<400)
        numbers.meshes = 1
        numbers.primitives = 1
        numbers.drawCalls = 1
        numbers.materials = 1
        numbers.textures = corpus.any([0, 1, 1, 3])
        numbers.textureSize = numbers.textures == 0 ? 0 : corpus.any([1024, 2048, 2048, 4096])
        numbers.skins = corpus.any([0, 0, 0, 0, 0, 0, 0, 1])
        numbers.animations = numbers.skins * corpus.any([0, 1, 2])
        numbers.size = Inspection.Size(x: 1, y: 1.9, z: Double(corpus.number(0..<1_000_000)) / 1e6)
        numbers.generator = "libmeshy"
        let names = numbers.skins > 0 ? ["Armature", "char1", "Hips", "Spine", "Head", "Material_1"] : ["Mesh1"]
        let file = ModelFile(
            hash: corpus.hash(), bytes: Int64(numbers.triangles * 24 + numbers.textures * 600_000), format: "glb")
        model.files = [NewFile(file, inspection: Inspection(version: 1, statistics: numbers, names: names))]
        return model
    }
}
