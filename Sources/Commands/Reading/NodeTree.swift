import GLB

/// The hierarchy of a file's nodes, drawn with lines.
struct NodeTree {
    private let document: Document
    private let roots: [(title: String, nodes: [Int])]
    /// Of each mesh, added up once however many nodes show it.
    private let triangles: [Int]

    /// The most lines that are drawn: more than anybody reads.
    private static let limit = 2000

    init(_ document: Document) {
        self.document = document
        triangles = document.meshes.map { $0.primitives.reduce(0) { $0.clampedSum(document.triangleCount(of: $1)) } }
        if document.scenes.isEmpty {
            let children = Set(document.nodes.flatMap(\.children))
            roots = [("nodes without a scene", document.nodes.indices.filter { !children.contains($0) })]
        } else {
            roots = document.scenes.enumerated().map { index, scene in
                let mark = index == (document.scene ?? 0) ? " (default)" : ""
                return ("scene \(index)" + (scene.name.map { " '\($0)'" } ?? "") + mark, scene.nodes)
            }
        }
    }

    /// Prints the hierarchy.
    func show() {
        var left = Self.limit
        for root in roots {
            Console.line(Style.bold(DisplayText.safe(root.title)))
            draw(root.nodes, left: &left)
        }
        if left == 0 { Console.note("cut after \(Figures.count(Self.limit)) lines") }
    }

    private func draw(_ nodes: [Int], left: inout Int) {
        // An explicit stack: a file may nest deeper than ours.
        var pending: [(node: Int, prefix: String, isLast: Bool, ancestors: [Int])] = []
        func push(_ nodes: [Int], _ prefix: String, _ ancestors: [Int]) {
            for (index, node) in nodes.enumerated().reversed() {
                pending.append((node, prefix, index == nodes.count - 1, ancestors))
            }
        }
        push(nodes, "", [])
        while left > 0, let (node, prefix, isLast, ancestors) = pending.popLast() {
            left -= 1
            let isLoop = ancestors.contains(node)
            Console.line(prefix + (isLast ? "└─ " : "├─ ") + label(node) + (isLoop ? Style.red(" (loop)") : ""))
            // Far below what nests sensibly, a line would be longer than any screen is wide.
            guard !isLoop, ancestors.count < 64 else { continue }
            push(document.nodes[node].children, prefix + (isLast ? "   " : "│  "), ancestors + [node])
        }
    }

    private func label(_ index: Int) -> String {
        let node = document.nodes[index]
        var parts: [String] = []
        if let mesh = node.mesh {
            parts.append(
                "mesh \(mesh)" + named(document.meshes[mesh].name) + ", \(Figures.plural(triangles[mesh], "triangle"))")
        }
        if let skin = node.skin { parts.append("skin \(skin)" + named(document.skins[skin].name)) }
        if let camera = node.camera { parts.append("camera \(camera)") }
        if let light = node.light { parts.append("light \(light)") }
        switch node.transform {
        case .identity: break
        case .matrix: parts.append("matrix")
        case .parts(let translation, let rotation, let scale):
            if let translation { parts.append("at " + numbers([translation.x, translation.y, translation.z])) }
            if rotation != nil { parts.append("rotated") }
            if let scale { parts.append("scaled by " + numbers([scale.x, scale.y, scale.z])) }
        }
        let name = node.name.map(DisplayText.safe) ?? "node \(index)"
        return name + (parts.isEmpty ? "" : Style.dim("  " + DisplayText.safe(parts.joined(separator: "; "))))
    }

    private func named(_ name: String?) -> String { name.map { " '\($0)'" } ?? "" }

    private func numbers(_ values: [Double]) -> String {
        if let first = values.first, values.allSatisfy({ $0 == first }) { return Figures.number(first) }
        return values.map(Figures.number).joined(separator: " ")
    }
}
