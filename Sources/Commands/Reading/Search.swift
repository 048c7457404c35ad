import ArgumentParser
import Catalog
import GLB
import Library

struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find models by words, fields and what is inside the files.",
        usage:
            "meshy-lib search [<query> ...] [--sort <field>] [--limit <number>] [--offset <number>] [--save <name>] [--format <format>] [--library <folder>]",
        discussion: """
            Words are looked for in titles, prompts, notes, tags and the names inside the files; without words, the newest \
            models are listed. Quote the query where the shell would understand it otherwise.

              mask                    a word            "monster mask"      a phrase
              mas*                    its beginning     mask -draft         without a word
              mask OR helmet          one of them       ( … )               together
              tag:boss  kind:rigging  fields            tris:<20k  size:>5MB  tris:2k..20k
              created:7d  created:2026-10..2026-11      is:rigged  has:textures
              sort:-tris              the most triangles first

            Fields: title prompt negative note tag in kind model style rating state tris verts meshes materials textures \
            texture-size animations size errors warnings code created imported generator id task parent. All of it: docs/query-language.md
            """)

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("What to look for.", valueName: "query"))
    var words: [String] = []

    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp("Order by a field; -FIELD puts the largest first.", valueName: "field"))
    var sort: String?

    @Option(name: .long, help: ArgumentHelp("How many to show at most.", valueName: "number"))
    var limit = 50

    @Option(name: .long, help: ArgumentHelp("How many to leave out first.", valueName: "number"))
    var offset = 0

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Keep the search under a name, to be used as @NAME; 'searches' lists them.", valueName: "name"))
    var save: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: LibraryOptions

    func validate() throws {
        guard limit >= 0, offset >= 0 else { throw ValidationError("--limit and --offset are 0 or more") }
    }

    func run() throws {
        var text = try Words.checked(words).joined(separator: " ")
        if let sort { text += " sort:\(sort)" }
        let query = try QueryFailure.parse(text)
        let catalog = try options.open(for: save == nil ? .read : .write).catalog
        if let save {
            let old = try catalog.saveSearch(query, as: save)
            let instead = old.map { " in place of '\(DisplayText.safe($0.query))'" } ?? ""
            Console.note("saved\(instead); use it as @\(save)")
        }
        let result = try catalog.search(query, page: Page(limit: limit, offset: offset))
        let isEmpty = try result.total == .exactly(0) && catalog.search(Query(), page: Page(limit: 1)).hits.isEmpty
        SearchListing(result: result, offset: offset, isLibraryEmpty: isEmpty).show(as: output.format)
    }
}
