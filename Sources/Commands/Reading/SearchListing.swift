import Catalog
import GLB
import Library

/// What a search found, in every format.
struct SearchListing {
    let result: SearchResult
    let offset: Int
    /// Whether the library has no model at all that could be found.
    let isLibraryEmpty: Bool

    /// Prints the models.
    func show(as format: OutputFormat) {
        // What was searched instead is said in every format: on standard error, where it disturbs no program.
        if let interpretation = result.interpretation { Console.note(interpretation.description) }
        let fields = ModelListing.fields.map { field in
            Listing<SearchHit>.Field(name: field.name, text: { field.text($0.model) })
        }
        Listing(
            schema: "meshy-lib.search/1", member: "models", rows: result.hits, id: { $0.model.id.description },
            fields: fields, json: Self.write, details: writeDetails
        ).show(as: format, table: showForPeople)
    }

    private static func write(_ hit: SearchHit, to writer: inout JSONWriter) {
        writer.object { writer in
            ModelListing.write(hit.model, to: &writer)
            if let excerpt = hit.excerpt {
                writer.object("match") { writer in
                    writer.member("field", excerpt.field)
                    writer.member("text", excerpt.marked("[", "]"))
                }
            }
            writer.member("score", hit.score)
        }
    }

    private func writeDetails(to writer: inout JSONWriter) {
        switch result.total {
        case .exactly(let count):
            writer.member("total", count)
            writer.member("totalIsExact", true)
        case .atLeast(let count):
            writer.member("total", count)
            writer.member("totalIsExact", false)
        }
        switch result.order {
        case .field: writer.member("order", "field")
        case .newest: writer.member("order", "newest")
        case .relevance: writer.member("order", "relevance")
        case .relevanceOfNewest(let count):
            writer.member("order", "relevance-of-newest")
            writer.member("ranked", count)
        }
        writer.member("interpretation", result.interpretation?.description)
        writer.member("hint", result.hint)
    }

    private func showForPeople() {
        guard !result.hits.isEmpty else {
            guard result.total == .exactly(0) else { return Console.note(offset > 0 ? "there are no more" : footer) }
            guard !isLibraryEmpty else {
                return Console.note("the library has no models yet; 'meshy-lib import FOLDER' brings some in")
            }
            return Console.note(result.hint.map { "nothing found; \($0)" } ?? "nothing found")
        }
        ModelListing.table(result.hits.map(\.model)).show()
        let excerpts = result.hits.compactMap { hit in
            hit.excerpt.map { (hit.model.id, $0) }
        }
        if !excerpts.isEmpty {
            Console.line()
            for (id, excerpt) in excerpts {
                // The marks are put in after the text was made safe, or they would be taken out with the rest.
                let marked = DisplayText.safe(excerpt.marked("\u{E000}", "\u{E001}"))
                let text = marked.replacing("\u{E000}", with: mark.0).replacing("\u{E001}", with: mark.1)
                Console.line("\(id)  \(Style.dim(excerpt.field + ":")) \(text)")
            }
        }
        Console.note(footer)
    }

    private var mark: (String, String) {
        World.current.usesColour ? ("\u{1B}[1;33m", "\u{1B}[0m") : ("[", "]")
    }

    private var footer: String {
        let shown = result.hits.count
        var text: String
        switch result.total {
        case .exactly(let total) where total == shown || shown == 0: text = Figures.plural(total, "model")
        case .atLeast(let total) where shown == 0: text = "\(Figures.count(total)) models or more"
        case .exactly(let total): text = "\(offset + 1) to \(offset + shown) of \(Figures.plural(total, "model"))"
        case .atLeast(let total):
            text = "\(offset + 1) to \(offset + shown) of \(Figures.count(total)) models or more"
        }
        if case .relevanceOfNewest(let count) = result.order {
            text += "; the newest \(Figures.count(count)) matches are ranked, more words rank better"
        }
        return text
    }
}
