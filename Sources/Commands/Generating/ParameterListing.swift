import ArgumentParser
import GLB
import MeshyAPI

struct Parameters: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parameters", abstract: "Every parameter of the service's requests, for --set.")

    @Argument(help: "A kind of task, such as text-to-3d.preview (default: list the kinds).")
    var kind: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        guard let kind else {
            for kind in TaskKind.allCases { Console.line(kind.rawValue) }
            return
        }
        guard let known = TaskKind(rawValue: kind) ?? TaskKind(serviceType: kind) else {
            throw CommandFailure(
                "'\(DisplayText.safe(kind))' is no kind of task", hint: "'meshy-lib parameters' lists them", .usage)
        }
        Listing(
            schema: "meshy-lib.parameters/1", member: "parameters", rows: known.parameters, id: \.name,
            fields: [
                .init(name: "name", text: \.name), .init(name: "values", text: \.form.words),
                .init(name: "meaning", text: \.summary),
            ],
            json: { parameter, writer in
                writer.object { writer in
                    writer.member("name", parameter.name)
                    writer.member("values", parameter.form.words)
                    writer.member("required", parameter.isRequired)
                    writer.member("meaning", parameter.summary)
                }
            }
        ).show(as: output.format) {
            var table = Table([
                .init(title: "parameter"), .init(title: "values", shrinks: true),
                .init(title: "meaning", shrinks: true),
            ])
            for parameter in known.parameters { table.add([parameter.name, parameter.form.words, parameter.summary]) }
            table.show()
        }
    }
}

extension ParameterForm {
    /// The values in words.
    fileprivate var words: String {
        switch self {
        case .boolean: "true, false"
        case .integer(let range): "\(range.lowerBound) to \(range.upperBound)"
        case .number(let range, let step):
            "\(Figures.number(range.lowerBound)) to \(Figures.number(range.upperBound))"
                + (step.map { " in steps of \(Figures.number($0))" } ?? "")
        case .text(_, let limit): "words, up to \(limit) characters"
        case .choice(let values), .openChoice(let values): values.joined(separator: ", ")
        case .choices(let values): "some of \(values.joined(separator: ", "))"
        case .integers(let count): "\(count.lowerBound) to \(count.upperBound) numbers"
        case .task: "the id of a task"
        case .media: "a URL"
        case .mediaList(_, let count): "\(count.lowerBound) to \(count.upperBound) URLs"
        case .object(let members): "an object with \(members.map(\.name).joined(separator: ", "))"
        }
    }
}
