/// The nodes of the scene that is shown first, each with its place in the world.
///
/// Without scenes, all nodes that have no parent are shown. Each node is visited once, since glTF's hierarchy is a
/// tree: what a broken file says beyond that is reported, and cannot make the walk longer than the list of nodes.
struct SceneWalk {
    /// A node of the scene.
    struct Visit {
        let node: Int
        /// From the node's space to the world.
        let world: Matrix4
    }

    /// The scene's index; nil if the document has none.
    let scene: Int?
    private(set) var visits: [Visit] = []
    private let document: Document

    init(_ document: Document) {
        self.document = document
        scene = document.scene ?? (document.scenes.isEmpty ? nil : 0)
        let roots =
            scene.map { document.scenes[$0].nodes }
            ?? document.nodes.indices.filter { document.parents[$0] == nil }
        var seen = [Bool](repeating: false, count: document.nodes.count)
        visits.reserveCapacity(document.nodes.count)
        // Nodes wait as numbers only: there can be a million of them, and a scene can name one any number of times.
        var open: [(node: Int, parent: Int?)] = []
        for root in roots {
            open.append((root, nil))
            while let (node, parent) = open.popLast() {
                guard !seen[node] else { continue }
                seen[node] = true
                let own = document.nodes[node].transform.matrix
                let children = document.nodes[node].children
                for child in children.reversed() where !seen[child] { open.append((child, visits.count)) }
                visits.append(Visit(node: node, world: parent.map { visits[$0].world * own } ?? own))
            }
        }
    }

    /// The world transforms of nodes, of those outside the scene too.
    func worldMatrices(of nodes: some Sequence<Int>) -> [Int: Matrix4] {
        let wanted = Set(nodes)
        var worlds: [Int: Matrix4] = [:]
        for visit in visits where wanted.contains(visit.node) { worlds[visit.node] = visit.world }
        for node in wanted where worlds[node] == nil {
            // Up to an ancestor whose transform is known, at most once around a loop, and down again.
            var way: [Int] = []
            var ancestor: Int? = node
            var world = Matrix4.identity
            while let next = ancestor, way.count <= document.nodes.count {
                if let known = worlds[next] {
                    world = known
                    break
                }
                way.append(next)
                ancestor = document.parents[next]
            }
            for next in way.reversed() {
                world = world * document.nodes[next].transform.matrix
                worlds[next] = world
            }
        }
        return worlds
    }
}
