import Catalog
import GLB

/// Names with how many models each has: tags, collections.
struct NamedCounts {
    /// What is counted, in the plural; names the JSON document.
    let member: String
    let rows: [NamedCount]

    /// Prints the names; `whenEmpty` is what a person reads if there are none.
    func show(as format: OutputFormat, whenEmpty: String) {
        Listing(
            schema: "meshy-lib.\(member)/1", member: member, rows: rows, id: \.name,
            fields: [.init(name: "name", text: \.name), .init(name: "models", text: { String($0.models) })],
            json: { row, writer in
                writer.object { writer in
                    writer.member("name", row.name)
                    writer.member("models", row.models)
                }
            }
        ).show(as: format) {
            guard !rows.isEmpty else { return Console.note(whenEmpty) }
            var table = Table([.init(title: "models", alignment: .right), .init(title: "name", shrinks: true)])
            for row in rows { table.add([Figures.count(row.models), row.name]) }
            table.show()
        }
    }
}
