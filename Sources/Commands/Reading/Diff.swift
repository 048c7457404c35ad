import ArgumentParser
import Catalog
import GLB
import Library
import MeshyAPI
import SystemPackage

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Say what differs between two models: what was asked for, and what came of it.",
        discussion: """
            Models of the library, or files; requests are compared where both are models whose requests are known. Ends \
            with code 1 if something differs, with 0 if nothing does.
            """)

    @Argument(help: "A model's id or a file.")
    var first: String

    @Argument(help: "The other one.")
    var second: String

    @Flag(name: .long, help: "Also what is the same.")
    var all = false

    @Option(name: .long, help: "How to print: table, json, jsonl or csv.")
    var format = DiffFormat.table

    @OptionGroup var options: LibraryOptions

    func run() throws {
        let sides = try [first, second].map { try DiffSide($0, library: options.library) }
        let rows = Difference.between(sides[0], sides[1]).filter { all || $0.isDifferent }
        Listing(
            schema: "meshy-lib.diff/1", member: "differences", rows: rows, id: \.name,
            fields: [
                .init(name: "of", text: \.group), .init(name: "name", text: \.name),
                .init(name: "first", text: \.first),
                .init(name: "second", text: \.second),
            ],
            json: { row, writer in
                writer.object { writer in
                    writer.member("of", row.group)
                    writer.member("name", row.name)
                    writer.member("first", row.first)
                    writer.member("second", row.second)
                    writer.member("different", row.isDifferent)
                }
            }
        ).show(as: format.output) {
            if rows.isEmpty { return Console.note("nothing differs") }
            var table = Table([
                .init(title: ""), .init(title: DisplayText.safe(sides[0].name), shrinks: true),
                .init(title: DisplayText.safe(sides[1].name), shrinks: true), .init(title: "", leftOut: 1),
            ])
            for row in rows { table.add([row.name, row.firstWords, row.secondWords, row.change]) }
            table.show()
        }
        if rows.contains(where: \.isDifferent) { throw Ending(status: .findings) }
    }
}

/// The formats of `diff`: differences have no ids.
enum DiffFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json, jsonl, csv

    fileprivate var output: OutputFormat { OutputFormat(rawValue: rawValue) ?? .table }
}

/// One of the two that are compared.
struct DiffSide {
    let name: String
    /// The request, by parameter; nil for a file.
    let asked: [Fact]?
    /// What is in the file; nil for a model that has none.
    let result: [Fact]?

    /// A value by its name: as programs read it, and as people do.
    struct Fact {
        let name, value, words: String

        init(_ name: String, _ value: String, words: String? = nil) {
            (self.name, self.value, self.words) = (name, value, words ?? value)
        }
    }

    init(_ reference: String, library folder: String?) throws {
        if FileTarget.isPath(reference) {
            name = reference
            asked = nil
            result = try Self.numbers(of: reference, name: reference)
            return
        }
        let library = try Library.open(at: LibraryOptions.folder(folder), for: .read)
        let detail = try library.catalog.model(library.catalog.resolve(reference))
        let model = detail.model
        name = "\(model.id) \(model.displayTitle)"
        result = model.hash.isEmpty ? nil : try Self.numbers(of: library.path(of: model).string, name: name)
        var asked = [("kind", model.kind.rawValue), ("AI model", model.aiModel)]
        // The AI model's line says it already, with what 'latest' meant.
        var members = (try? library.recordedRequest(of: detail))?.body.members.filter { $0.key != "ai_model" } ?? [:]
        // What is made of another model has its words, although its request does not repeat them.
        for (name, text) in [("prompt", model.prompt), ("texture_prompt", model.texturePrompt)]
        where members[name] == nil && members["text_style_prompt"] == nil && !text.isEmpty {
            members[name] = .string(text)
        }
        asked += members.sorted { $0.key < $1.key }.map { ($0.key, Self.text($0.value)) }
        self.asked = asked.map { Fact($0, $1) }
    }

    private static func text(_ value: JSON) -> String {
        if case .string(let text) = value { text } else { value.canonicalText }
    }

    private static func numbers(of path: String, name: String) throws -> [Fact] {
        let report: Report
        do throws(GLBError) { report = Report(of: try AssetFile(path: path)) } catch {
            throw InFile(path: name, cause: error)
        }
        let numbers = Inspection(report, file: "").statistics
        let counts = [
            ("triangles", numbers.triangles), ("vertices", numbers.vertices), ("draw calls", numbers.drawCalls),
            ("meshes", numbers.meshes), ("primitives", numbers.primitives), ("nodes", numbers.nodes),
            ("materials", numbers.materials), ("textures", numbers.textures), ("largest texture", numbers.textureSize),
            ("animations", numbers.animations), ("joints", numbers.joints),
            ("errors", numbers.errors), ("warnings", numbers.warnings),
        ].map { Fact($0, String($1), words: Figures.count($1)) }
        let bytes = [("bytes", report.bytes.total), ("texture bytes", numbers.textureBytes)]
            .map { Fact($0, String($1), words: Figures.bytes($1)) }
        let size = numbers.size.map { [("width", $0.x), ("height", $0.y), ("depth", $0.z)] } ?? []
        return bytes + counts
            + size.map { Fact($0, Figures.decimal($1, 4), words: Figures.metres($1)) }
            + [
                Fact("generator", numbers.generator),
                Fact("extensions", report.document.extensionsUsed.sorted().joined(separator: ", ")),
            ] + report.findings.tallies.map { Fact($0.code.name, String($0.count), words: Figures.count($0.count)) }
    }
}

/// Something that two models may differ in.
struct Difference {
    /// `request` or `result`.
    let group: String
    let name: String
    /// As programs read them.
    let first, second: String
    /// As people read them.
    let firstWords, secondWords: String

    /// Compares what two sides say of a name; a side may say nothing.
    private init(_ group: String, _ name: String, _ first: DiffSide.Fact?, _ second: DiffSide.Fact?) {
        (self.group, self.name) = (group, name)
        (self.first, self.second) = (first?.value ?? "", second?.value ?? "")
        (firstWords, secondWords) = (first?.words ?? "", second?.words ?? "")
    }

    var isDifferent: Bool { first != second }

    /// By how much a number differs, in per cent; empty for what is no number.
    var change: String {
        guard let old = Double(first), let new = Double(second), old != 0, old != new else { return "" }
        return "\(new > old ? "+" : "")\(Figures.decimal((new - old) / old * 100, 0)) %"
    }

    static func between(_ first: DiffSide, _ second: DiffSide) -> [Difference] {
        let asked = first.asked.flatMap { asked in second.asked.map { rows("request", asked, $0) } } ?? []
        return asked + rows("result", first.result ?? [], second.result ?? [])
    }

    private static func rows(_ group: String, _ first: [DiffSide.Fact], _ second: [DiffSide.Fact]) -> [Difference] {
        let other = Dictionary(second.map { ($0.name, $0) }, uniquingKeysWith: { old, _ in old })
        let own = Set(first.map(\.name))
        return first.map { Difference(group, $0.name, $0, other[$0.name]) }
            + second.filter { !own.contains($0.name) }.map { Difference(group, $0.name, nil, $0) }
    }
}
