import Catalog
import Library
import MeshyAPI
import TestSupport
import Testing

@testable import Commands

@Suite("What work on a model takes away") struct LossesTests {
    /// What is said of a task on a model, of which an analysis knows whether it is closed.
    private func losses(
        _ kind: TaskKind, textures: Int, isWatertight: Bool?, relation: Relation = .convert
    ) throws -> [String] {
        let scratch = try Scratch()
        let catalog = try Catalog(path: scratch.file("catalog.sqlite"))
        var model = NewModel(kind: .textTo3DRefine)
        model.title = "Mask"
        var numbers = Inspection.Statistics()
        numbers.textures = textures
        let hash = String(repeating: "a", count: 64)
        model.files = [
            NewFile(
                ModelFile(hash: hash, bytes: 9, format: "glb"),
                inspection: Inspection(version: 1, statistics: numbers))
        ]
        let id = try #require(try catalog.add([model]).first).id
        if let isWatertight {
            var analysis = Analysis(version: 1)
            analysis.surface = Analysis.Surface()
            analysis.surface?.isWatertight = isWatertight
            analysis.surface?.holes = isWatertight ? 0 : 3
            try catalog.record([(hash, analysis)])
        }
        var wish = TaskWish()
        wish.parent = id.description
        wish.relation = relation
        return TaskPlan(TaskRequest(kind), wish: wish).losses(in: catalog)
    }

    @Test("a print repair drops textures, and mends nothing that is closed") func repair() throws {
        let open = try losses(.printRepair, textures: 3, isWatertight: false)
        #expect(open.count == 1 && open[0].contains("drops the textures") && open[0].contains("Mask"), "\(open)")
        #expect(try losses(.printRepair, textures: 0, isWatertight: false).isEmpty)
        let closed = try losses(.printRepair, textures: 0, isWatertight: true)
        #expect(closed.count == 1 && closed[0].contains("watertight already"), "\(closed)")
        // What a task that is made again worked on is another model than the one that it makes again.
        let again = try losses(.printRepair, textures: 0, isWatertight: true, relation: .regenerate)
        #expect(again.count == 1 && again[0].contains("drops the textures of the model"), "\(again)")
    }

    @Test("a remesh may leave open what is open") func remesh() throws {
        let open = try losses(.remesh, textures: 3, isWatertight: false)
        #expect(open.count == 1 && open[0].contains("3 holes"), "\(open)")
        #expect(try losses(.remesh, textures: 3, isWatertight: true).isEmpty)
        #expect(try losses(.remesh, textures: 3, isWatertight: nil).isEmpty)
        #expect(try losses(.retexture, textures: 3, isWatertight: false).isEmpty)
    }
}
