import ArgumentParser
import GLB

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain what a finding of 'validate' means, or list all.",
        discussion:
            "Says of a code what is wrong, why it matters, and how to mend it. Without a code, lists all of them.")

    @Argument(
        help: "Codes, such as ACCESSOR_MIN_MISMATCH.",
        completion: .list(Finding.Code.table.map(\.name)))
    var codes: [String] = []

    @OptionGroup var output: OutputOptions

    func run() throws {
        let named = try codes.map(Finding.Code.named)
        Listing(
            schema: "meshy-lib.codes/1", member: "codes", rows: named.isEmpty ? Finding.Code.table : named, id: \.name,
            fields: [
                .init(name: "code", text: \.name), .init(name: "severity", text: \.severity.rawValue),
                .init(name: "what", text: \.what), .init(name: "why", text: \.why), .init(name: "mend", text: \.mend),
            ],
            json: { code, writer in
                writer.object { writer in
                    writer.member("code", code.name)
                    writer.member("severity", code.severity.rawValue)
                    writer.member("what", code.what)
                    writer.member("why", code.why)
                    writer.member("mend", code.mend)
                }
            }
        ).show(as: output.format) {
            if named.isEmpty { showAll() } else { show(named) }
        }
    }

    private func showAll() {
        var table = Table([.init(title: "code"), .init(title: "severity"), .init(title: "what", shrinks: true)])
        for code in Finding.Code.table { table.add([code.name, code.severity.rawValue, code.what]) }
        table.show()
    }

    private func show(_ codes: [Finding.Code]) {
        for (index, code) in codes.enumerated() {
            if index > 0 { Console.line() }
            Console.line("\(Style.bold(code.name))  \(code.severity.style(code.severity.rawValue))")
            Console.line("  \(code.what)")
            Console.line("  \(Style.dim("why "))  \(code.why)")
            Console.line("  \(Style.dim("mend"))  \(code.mend)")
        }
    }
}
