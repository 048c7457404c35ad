import ArgumentParser
import Formats
import GLB

/// How a reading command gives its results.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    /// Text for people.
    case table
    /// One JSON document with a `schema` member that names its shape.
    case json
    /// One JSON object a line.
    case jsonl
    /// Comma-separated values (RFC 4180) with a line of headings.
    case csv
    /// One id a line, for other commands.
    case ids
}

/// How a command gives what is one document and no list.
enum DocumentFormat: String, CaseIterable, ExpressibleByArgument {
    /// Text for people.
    case table
    /// One JSON document with a `schema` member that names its shape.
    case json
}

/// The choice of a format, as every command that lists something offers it.
struct OutputOptions: ParsableArguments {
    @Option(name: .long, help: "How to print: table, json, jsonl, csv or ids.")
    var format = OutputFormat.table
}

/// Rows of results in every format.
struct Listing<Row> {
    /// One value of a row, as CSV has it.
    struct Field: Sendable {
        let name: String
        let text: @Sendable (Row) -> String
    }

    /// The name and version of the JSON document's shape.
    let schema: String
    /// The JSON member that holds the rows.
    let member: String
    let rows: [Row]
    let id: (Row) -> String
    let fields: [Field]
    /// Writes a row's JSON object.
    let json: (Row, inout JSONWriter) -> Void
    /// Writes members beside the rows, such as a total.
    var details: (inout JSONWriter) -> Void = { _ in }

    /// Prints the rows; `table` does it for people.
    func show(as format: OutputFormat, table: () -> Void) {
        switch format {
        case .table: table()
        case .json:
            var writer = JSONWriter(pretty: true)
            writer.object { writer in
                writer.member("schema", schema)
                details(&writer)
                writer.array(member) { writer in
                    for row in rows { json(row, &writer) }
                }
            }
            Console.line(writer.text)
        case .jsonl:
            for row in rows {
                var writer = JSONWriter()
                json(row, &writer)
                Console.line(writer.text)
            }
        case .csv:
            Console.line(CSV.line(fields.map(\.name)))
            for row in rows { Console.line(CSV.line(fields.map { $0.text(row) })) }
        case .ids:
            // A file that failed has none.
            for row in rows where !id(row).isEmpty { Console.line(id(row)) }
        }
    }
}

/// A JSON document that is not a list of rows.
func showDocument(schema: String, _ body: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(pretty: true)
    writer.object { writer in
        writer.member("schema", schema)
        body(&writer)
    }
    Console.line(writer.text)
}
