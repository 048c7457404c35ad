import ArgumentParser
import Catalog
import GLB
import Library

struct Lineage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lineage", abstract: "Draw what a model was made from, and what was made from it.",
        discussion: """
            The tree begins with the oldest ancestors that are known; the model itself is marked with ◀. A model that \
            repeats another one stands below what it was made from, and says which it repeats. Of titles and words only \
            what differs from the model above is shown.
            """)

    @Argument(help: "The model's id.")
    var id: String

    @Option(name: .long, help: ArgumentHelp("How many generations to draw above and below.", valueName: "number"))
    var depth = 12

    @Option(name: .long, help: "How to print: table or json.")
    var format = DocumentFormat.table

    @OptionGroup var options: LibraryOptions

    func validate() throws {
        guard (1...1000).contains(depth) else { throw ValidationError("--depth is 1 to 1000") }
    }

    func run() throws {
        let catalog = try options.open(for: .read).catalog
        let asked = try catalog.resolve(id)
        let family = try catalog.family(of: asked)
        let tree = FamilyTree(family, asked: asked)
        switch format {
        case .table:
            for line in tree.lines(asked: asked, depth: depth) { Console.line(line) }
            if !family.isComplete { Console.note("the family is larger; its nearest members are shown") }
        case .json:
            showDocument(schema: "meshy-lib.lineage/1") { writer in
                writer.member("id", asked.description)
                writer.member("complete", family.isComplete)
                writer.array("models") { writer in
                    for place in tree.places { Self.write(place, to: &writer) }
                }
            }
        }
    }

    private static func write(_ place: FamilyTree.Place, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member(ifPresent: "id", place.model?.id.description)
            writer.member(ifPresent: "reference", place.model == nil ? place.reference : nil)
            writer.member("here", place.model != nil)
            writer.member("depth", place.depth)
            if let model = place.model {
                writer.member("kind", model.kind.rawValue)
                writer.member("title", model.displayTitle)
                writer.member(ifPresent: "prompt", model.prompt.isEmpty ? nil : model.prompt)
                writer.member(ifPresent: "created", model.created?.description)
                writer.member("rating", model.rating)
                writer.member("review", model.state.rawValue)
                writer.member("trashed", model.trashed != nil)
            }
            writer.array("parents") { writer in
                for line in [place.line].compactMap(\.self) + place.others {
                    writer.object { writer in
                        writer.member(ifPresent: "id", line.parent?.description)
                        writer.member("reference", line.reference)
                        writer.member("relation", line.relation.rawValue)
                    }
                }
            }
        }
    }
}
