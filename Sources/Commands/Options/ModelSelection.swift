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
        var seen: Set<ModelID> = []
        var ids = try references.map { try catalog.resolve($0) }
        if let query { ids += try catalog.ids(matching: Self.parse(query)) }
        if ids.isEmpty, let query { Console.note("no model matches '\(DisplayText.safe(query))'") }
        return ids.filter { seen.insert($0).inserted }
    }

    /// Reads a query that selects models.
    ///
    /// - Throws: a usage error for an empty one: an unset variable in a script must not mean the whole library.
    static func parse(_ query: String) throws -> Query {
        if query.allSatisfy(\.isWhitespace) {
            throw CommandFailure("the query is empty", hint: "to mean all models, write --query sort:title", .usage)
        }
        return try QueryFailure.parse(query)
    }
}
