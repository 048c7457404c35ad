/// The tree of a document's nodes, walked once, so that questions about ancestors take no walk of their own.
///
/// Nodes that form a loop, which is reported, count as one tree under the first of them.
struct Hierarchy {
    /// The topmost ancestor of each node, for a node without parent the node itself.
    private(set) var roots: [Int]
    /// Whether a node above each node has a transform.
    private(set) var isBelowTransform: [Bool]
    /// For each node, the positions in the order of the walk of all nodes below it, and of itself as the first.
    private var extents: [Range<Int>]

    init(_ document: Document) {
        let nodes = document.nodes
        roots = Array(nodes.indices)
        isBelowTransform = [Bool](repeating: false, count: nodes.count)
        extents = [Range<Int>](repeating: 0..<0, count: nodes.count)
        var isVisited = [Bool](repeating: false, count: nodes.count)
        var position = 0
        // What no root leads to is a loop, or hangs on one.
        let starts = nodes.indices.filter { document.parents[$0] == nil } + Array(nodes.indices)
        for root in starts where !isVisited[root] {
            var way = [(node: root, next: 0, start: position)]
            enter(root)
            while let (node, next, start) = way.last {
                guard next < nodes[node].children.count else {
                    extents[node] = start..<position
                    way.removeLast()
                    continue
                }
                way[way.count - 1].next += 1
                let child = nodes[node].children[next]
                guard !isVisited[child], document.parents[child] == node else { continue }
                way.append((child, 0, position))
                enter(child)
                isBelowTransform[child] = isBelowTransform[node] || nodes[node].transform.matrix != .identity
            }

            func enter(_ node: Int) {
                isVisited[node] = true
                roots[node] = root
                position += 1
            }
        }
    }

    /// Whether a node is above another one, or is that node.
    func contains(_ node: Int, below ancestor: Int) -> Bool {
        extents[ancestor].contains(extents[node].lowerBound)
    }
}
