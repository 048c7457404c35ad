extension DocumentDecoder {
    /// The parent of each node, which the nodes' lists of children give. glTF demands a tree (section 3.5.2): a node
    /// that several others name belongs to the first of them, which is reported like a loop.
    func parents(_ nodes: [Document.Node]) -> [Int?] {
        var parents = [Int?](repeating: nil, count: nodes.count)
        for (index, node) in nodes.enumerated() {
            for (position, child) in node.children.enumerated() {
                if let parent = parents[child], parent != index {
                    report(
                        .nodeParentOverride, node.place, member: "children/\(position)",
                        "node \(child) is already a child of node \(parent)")
                } else {
                    parents[child] = index
                }
            }
        }
        reportLoops(parents, nodes)
        return parents
    }

    /// Reports each node that is its own ancestor. From each node the way leads up until it comes to a node that was
    /// seen before; if it was seen on the same way, the way is a loop from there on.
    private func reportLoops(_ parents: [Int?], _ nodes: [Document.Node]) {
        var seenFrom = [Int](repeating: -1, count: nodes.count)
        for start in nodes.indices {
            var node = start
            while seenFrom[node] < 0 {
                seenFrom[node] = start
                guard let parent = parents[node] else { break }
                node = parent
            }
            guard seenFrom[node] == start, parents[node] != nil else { continue }
            let entry = node
            repeat {
                report(.nodeLoop, nodes[node].place, "the node is its own ancestor")
                node = parents[node] ?? entry
            } while node != entry
        }
    }
}
