/// Rules between scenes and nodes (specification, section 3.5.1).
struct SceneLinks {
    private let links: DocumentLinks

    init(_ links: DocumentLinks) { self.links = links }

    func check() {
        for scene in links.document.scenes {
            guard let nodes = links.json(scene)["nodes"] else { continue }
            for element in nodes.elements { root(element) }
        }
    }

    /// SCENE_NON_ROOT_NODE
    private func root(_ element: JSONValue) {
        guard let node = element.integer, links.validation.contains(node, in: .nodes),
            let parent = links.document.parents[node]
        else { return }
        links.validation.report(.sceneNonRootNode, at: element.place, "node \(node) is a child of node \(parent)")
    }
}
