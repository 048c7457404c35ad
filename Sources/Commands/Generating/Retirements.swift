import ArgumentParser
import Catalog
import GLB
import Library
import MeshyAPI

struct Retirements: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retirements", abstract: "AI models and parameters that the service has retired or will.",
        discussion: """
            The table comes with the program and says when somebody last compared it with the service's pages. A newer one \
            can be given with --retirements, or lie as retirements.json beside the key's file.
            """)

    @Option(name: .long, help: "How to print: table or json.")
    var format = DocumentFormat.table

    @OptionGroup var options: RetirementOptions

    func run() throws {
        let table = try options.table()
        if format == .json { return write(table) }
        var models = Table([
            .init(title: "AI model"), .init(title: "used for"), .init(title: "today"),
            .init(title: "instead"), .init(title: "source", shrinks: true, leftOut: 1),
        ])
        for model in table.models {
            let (state, instead) = table.status(of: model.name, for: model.use, on: .today).words
            models.add([model.name, model.use.rawValue, state, instead, model.source])
        }
        models.show()
        Console.line()
        var parameters = Table([
            .init(title: "parameter"), .init(title: "values", shrinks: true), .init(title: "effect"),
            .init(title: "since", leftOut: 2), .init(title: "instead", shrinks: true),
            .init(title: "source", shrinks: true, leftOut: 1),
        ])
        for parameter in table.parameters {
            parameters.add([
                parameter.name, parameter.values.joined(separator: ", "), parameter.effect.rawValue,
                parameter.since?.description ?? "", parameter.replacement ?? "", parameter.source,
            ])
        }
        parameters.show()
        Console.note("compared with the service's pages on \(table.checked)")
    }

    private func write(_ table: RetirementTable) {
        showDocument(schema: "meshy-lib.retirements/1") { writer in
            writer.member("checked", table.checked.description)
            writer.array("models") { writer in
                for model in table.models {
                    writer.object { writer in
                        writer.member("name", model.name)
                        writer.member("use", model.use.rawValue)
                        writer.member(ifPresent: "since", model.since?.description)
                        writer.member(ifPresent: "deprecated", model.deprecated?.description)
                        writer.member(ifPresent: "retires", model.retires?.description)
                        writer.member(ifPresent: "replacement", model.replacement)
                        writer.member("source", model.source)
                    }
                }
            }
            writer.array("parameters") { writer in
                for parameter in table.parameters {
                    writer.object { writer in
                        writer.member("name", parameter.name)
                        writer.member("values", parameter.values)
                        writer.member("kinds", parameter.kinds.map(\.rawValue))
                        writer.member("effect", parameter.effect.rawValue)
                        writer.member(ifPresent: "since", parameter.since?.description)
                        writer.member(ifPresent: "replacement", parameter.replacement)
                        writer.member(ifPresent: "note", parameter.note)
                        writer.member("source", parameter.source)
                    }
                }
            }
        }
    }
}

extension ModelStatus {
    /// The status and what to use instead, in words.
    fileprivate var words: (state: String, instead: String) {
        switch self {
        case .active: ("active", "")
        case .deprecated(let until, let instead):
            (until.map { "deprecated, refused from \($0)" } ?? "deprecated", instead ?? "")
        case .retired(let since, let instead): ("retired on \(since)", instead ?? "")
        case .unknown: ("unknown", "")
        }
    }
}
