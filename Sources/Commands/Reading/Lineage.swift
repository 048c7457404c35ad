import ArgumentParser
import Catalog
import GLB
import Library

struct Lineage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lineage", abstract: "Draw what a model was made from, and what was made from it.",
        discussion: "The tree begins with the oldest ancestors that are known; the model itself is marked with ◀.")

    @Argument(help: "The model's id.")
    var id: String

    @Option(name: .long, help: "How to print: table or json.")
    var format = DocumentFormat.table

    @OptionGroup var options: LibraryOptions

    func run() throws {
        let catalog = try options.open(for: .read).catalog
        let family = try Family(of: catalog.resolve(id), in: catalog)
        switch format {
        case .table: for line in family.lines { Console.line(line) }
        case .json:
            showDocument(schema: "meshy-lib.lineage/1") { writer in
                writer.member("id", family.asked.description)
                writer.array("models") { writer in
                    for place in family.places {
                        writer.object { writer in
                            writer.member(ifPresent: "id", place.model?.id.description)
                            writer.member(ifPresent: "taskId", place.model == nil ? place.reference : nil)
                            writer.member("depth", place.depth)
                            writer.member(ifPresent: "relation", place.relation?.rawValue)
                            writer.member(ifPresent: "parent", place.parent)
                            writer.member(ifPresent: "kind", place.model?.kind.rawValue)
                            writer.member(ifPresent: "title", place.model?.displayTitle)
                            writer.member("here", place.model != nil)
                        }
                    }
                }
            }
        }
    }
}

/// The models that descend from each other, as a tree read from top to bottom.
struct Family {
    /// One line of the tree.
    struct Place {
        /// The model; nil if it is not in the library.
        var model: Model?
        /// What it is known by.
        var reference: String
        /// How it descends from the line above it in the tree; nil at the top.
        var relation: Relation?
        /// The one that it descends from; nil at the top.
        var parent: String?
        /// How many lines of descent it is from the top.
        var depth: Int
        /// Whether more of the same parent come after it, for each depth.
        var continues: [Bool]
        /// Whether it was drawn before, with all that descends from it.
        var isRepeated = false
    }

    let asked: ModelID
    private(set) var places: [Place] = []
    /// More than anybody made of one model; a damaged catalogue must not fill the screen for ever.
    private static let limit = 2000

    init(of asked: ModelID, in catalog: Catalog) throws {
        self.asked = asked
        var drawn: Set<String> = []
        for root in try Self.roots(of: asked, in: catalog) { try draw(root, in: catalog, &drawn) }
    }

    /// The oldest ancestors, by id, or by task where they are not in the library.
    private static func roots(of id: ModelID, in catalog: Catalog) throws -> [String] {
        var roots: [String] = []
        var seen: Set<ModelID> = [id]
        var open = [id]
        while let next = open.popLast(), seen.count < limit {
            let parents = try catalog.model(next).parents
            let known = parents.compactMap(\.id)
            let unknown = parents.filter { $0.id == nil }.map(\.reference)
            // Where there is only an unknown parent, the tree begins with it.
            if known.isEmpty { roots += unknown.isEmpty ? [next.description] : unknown.map { "\($0) \(next)" } }
            for parent in known where seen.insert(parent).inserted { open.append(parent) }
        }
        return roots.isEmpty ? [id.description] : roots
    }

    private mutating func draw(_ root: String, in catalog: Catalog, _ drawn: inout Set<String>) throws {
        let words = root.split(separator: " ").map(String.init)
        var open: [Place] = []
        if words.count == 2 {
            let relation = try catalog.model(catalog.resolve(words[1])).parents.first { $0.reference == words[0] }?
                .relation
            places.append(Place(reference: words[0], depth: 0, continues: []))
            open = [Place(reference: words[1], relation: relation, parent: words[0], depth: 1, continues: [false])]
        } else {
            open = [Place(reference: root, depth: 0, continues: [])]
        }
        while var place = open.popLast(), places.count < Self.limit {
            let detail = try catalog.model(catalog.resolve(place.reference))
            place.model = detail.model
            place.isRepeated = !drawn.insert(place.reference).inserted
            places.append(place)
            if place.isRepeated { continue }
            // One parent may be known by its id and by its task.
            var seen: Set<ModelID> = []
            let children = detail.children.filter { $0.id.map { seen.insert($0).inserted } ?? false }
            for (index, child) in children.enumerated().reversed() {
                open.append(
                    Place(
                        reference: child.id?.description ?? child.reference, relation: child.relation,
                        parent: place.reference, depth: place.depth + 1,
                        continues: place.continues + [index < children.count - 1]))
            }
        }
    }

    /// The tree as text.
    var lines: [String] {
        places.map { place in
            var branch = ""
            for (depth, continues) in place.continues.enumerated() {
                let isLast = depth == place.continues.count - 1
                branch += isLast ? (continues ? "├─ " : "└─ ") : (continues ? "│  " : "   ")
            }
            guard let model = place.model else { return "\(branch)\(place.reference)  (not in the library)" }
            let words = [
                place.relation?.rawValue ?? "", model.kind.rawValue, DisplayText.safe(model.displayTitle),
                model.created?.day ?? "", String(repeating: "★", count: model.rating),
                model.state == .draft ? "" : model.state.rawValue, model.trashed == nil ? "" : "in the trash",
                place.isRepeated ? "(see above)" : "",
            ].filter { !$0.isEmpty }
            let text = "\(branch)\(model.id)  \(words.joined(separator: " · "))"
            return model.id == asked ? Style.bold(text + "  ◀") : text
        }
    }
}
