import ArgumentParser
import Catalog
import Library

/// A query that selects models, for every command that changes or takes out some.
struct QueryOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("All models that match this search.", valueName: "query"))
    var query: String?

    /// The models meant by references and the query together, each once, in this order.
    ///
    /// - Throws: a usage error if nothing was named.
    func models(_ references: [String], in catalog: Catalog) throws -> [ModelID] {
        guard !references.isEmpty || query != nil else {
            throw CommandFailure("no model was named", hint: "name ids, or select with --query", .usage)
        }
        // An unset variable in a script must not mean the whole library.
        if let query, query.allSatisfy(\.isWhitespace) {
            throw CommandFailure("the query is empty", hint: "to mean all models, write --query sort:title", .usage)
        }
        var seen: Set<ModelID> = []
        var ids = try references.map { try catalog.resolve($0) }
        if let query { ids += try catalog.ids(matching: QueryFailure.parse(query)) }
        return ids.filter { seen.insert($0).inserted }
    }
}
