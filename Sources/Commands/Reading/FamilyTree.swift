import Catalog

/// A family as a tree that is read from top to bottom: every model stands in it once.
///
/// A model with several parents stands below the one that it was made from; that it repeats another one is said beside it.
struct FamilyTree {
    /// One line of the tree.
    struct Place {
        /// The model; nil for a parent that is not in the library.
        var model: Model?
        /// The model's id, or what is known of a parent that is not in the library.
        var reference: String
        /// The line of descent from the place above; nil at the top.
        var line: Family.Line?
        /// The other lines of descent.
        var others: [Family.Line] = []
        /// How many lines of descent it is from the top.
        var depth = 0
        /// For each depth, whether more of the same parent come after it.
        var continues: [Bool] = []
    }

    /// The lines, from the oldest ancestors down.
    private(set) var places: [Place] = []

    /// Arranges a family.
    ///
    /// - Parameter asked: the model that was asked for, which stands first should its ancestors go round in a circle.
    init(_ family: Family, asked: ModelID) {
        let models = Dictionary(family.models.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let parents = Dictionary(grouping: family.lines, by: \.child)
        var children: [String: [Family.Line]] = [:]
        var roots: [Place] = []
        for model in family.models.sorted(by: { Self.age($0) < Self.age($1) }) {
            guard let main = Self.main(of: parents[model.id] ?? []) else {
                roots.append(Place(model: model, reference: model.id.description))
                continue
            }
            let parent = main.parent?.description ?? main.reference
            if main.parent == nil, children[parent] == nil { roots.append(Place(reference: parent)) }
            children[parent, default: []].append(main)
        }
        var drawn: Set<String> = []
        // What no root leads to goes round in a circle.
        let circles = [asked] + family.models.map(\.id)
        roots += circles.map { Place(model: models[$0], reference: $0.description) }
        for root in roots where !drawn.contains(root.reference) {
            var open = [root]
            while var place = open.popLast() {
                guard drawn.insert(place.reference).inserted else { continue }
                place.others = (place.model.flatMap { parents[$0.id] } ?? []).filter { $0 != place.line }
                places.append(place)
                let lines = children[place.reference] ?? []
                for (index, line) in lines.enumerated().reversed() {
                    open.append(
                        Place(
                            model: models[line.child], reference: line.child.description, line: line,
                            depth: place.depth + 1, continues: place.continues + [index < lines.count - 1]))
                }
            }
        }
    }

    /// The line below which a model stands: what it was made from rather than what it repeats, and what is here rather
    /// than what is not.
    private static func main(of lines: [Family.Line]) -> Family.Line? {
        func rank(_ line: Family.Line) -> Int { (line.relation == .regenerate ? 1 : 0) + (line.parent == nil ? 2 : 0) }
        return lines.min { rank($0) < rank($1) }
    }

    private static func age(_ model: Model) -> (Timestamp, ModelID) { (model.created ?? model.imported, model.id) }
}

extension FamilyTree {
    /// The tree as text, the model that was asked for marked.
    ///
    /// - Parameter depth: how many generations above and below that model are drawn; what is farther is counted.
    func lines(asked: ModelID, depth limit: Int) -> [String] {
        let center = places.first { $0.model?.id == asked }?.depth ?? 0
        // Only the asked one's own ancestors are so deep that their branches would not fit.
        let top = max(0, center - limit)
        let shown = places.filter { (top...(center + limit)).contains($0.depth) }
        var lines = shown.map { text($0, asked: asked, from: top) }
        if places.count > shown.count {
            lines.append("… and \(Figures.count(places.count - shown.count)) more; --depth draws more generations")
        }
        return lines
    }

    private func text(_ place: Place, asked: ModelID, from top: Int) -> String {
        var branch = ""
        let continues = place.continues.dropFirst(top)
        for (index, continues) in continues.enumerated() {
            let isLast = index == place.continues.count - top - 1
            branch += isLast ? (continues ? "├─ " : "└─ ") : (continues ? "│  " : "   ")
        }
        guard let model = place.model else {
            return "\(branch)\(DisplayText.safe(place.reference))  (not in the library)"
        }
        let relation = place.line?.relation.rawValue ?? ""
        var words = [relation, model.kind.rawValue == relation ? "" : model.kind.rawValue, title(place, model)]
        words += place.others.map { line in
            "\(line.relation.rawValue) of \(line.parent?.description ?? line.reference)"
        }
        words += [
            model.created?.day ?? "", String(repeating: "★", count: model.rating),
            model.state == .draft ? "" : model.state.rawValue, model.trashed == nil ? "" : "in the trash",
        ]
        let text = branch + DisplayText.safe("\(model.id)  " + words.filter { !$0.isEmpty }.joined(separator: " · "))
        return model.id == asked ? Style.bold(text + "  ◀") : text
    }

    /// The title where it says more than that of the model above; else what differs in the words and the seed.
    private func title(_ place: Place, _ model: Model) -> String {
        guard let id = place.line?.parent, let parent = places.first(where: { $0.model?.id == id })?.model else {
            return model.displayTitle
        }
        if model.displayTitle != parent.displayTitle { return model.displayTitle }
        var words: [String] = []
        if model.texturePrompt != parent.texturePrompt { words.append(model.texturePrompt) }
        if place.line?.relation == .regenerate, let seed = model.seed, seed != parent.seed {
            words.append("seed \(seed)")
        }
        if place.line?.relation == .regenerate, model.aiModel != parent.aiModel { words.append(model.aiModel) }
        return words.joined(separator: ", ")
    }
}
