import Catalog
import Library
import MeshyAPI

extension TaskPlan {
    /// What this work is known to take away, or not to give, that people find out after they paid.
    func losses(in catalog: Catalog) -> [String] {
        // What is made again descends from its predecessor, and works on something else.
        let source =
            wish.relation == .regenerate ? nil : try? catalog.model(catalog.resolve(wish.parent))
        let name = source.map { "\($0.model.id) \($0.model.displayTitle)" } ?? "the model"
        let surface = source?.analysis?.surface
        switch request.kind {
        case .printRepair:
            var losses: [String] = []
            if source?.model.statistics?.textures != 0 {
                losses.append("a print repair drops the textures of \(name), which a remesh would keep")
            }
            if let surface, surface.isWatertight, surface.inconsistentEdges == 0 {
                losses.append("\(name) is watertight already, once seams are welded: a repair may not be needed")
            }
            return losses
        case .remesh:
            guard let surface, !surface.isWatertight else { return [] }
            return [
                "\(name) is open (\(Figures.plural(surface.holes, "hole"))), and a remesh may leave it so; "
                    + "a print repair closes it, without textures"
            ]
        case .rigging where source?.model.statistics?.textures == 0:
            return ["\(name) has no textures, and the service gives skeletons to textured figures only"]
        default: return []
        }
    }
}
