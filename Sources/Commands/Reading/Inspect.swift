import ArgumentParser
import Catalog
import GLB
import Library

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Say what is inside GLB and glTF files.",
        discussion: """
            Names a file, or a model of the library by its id. Only headers are read, so a large file takes no longer than \
            a small one; --geometry reads everything and says what the surfaces are like. Several files give a table with \
            totals.

            Ends with code 65 if a file is no glTF 2.0 model, or if its structure breaks the specification.
            """)

    @Argument(help: "Files, or ids of models.", completion: .file(extensions: ["glb", "gltf"]))
    var files: [String] = []

    @Flag(help: "Draw the hierarchy of the nodes.")
    var tree = false

    @Flag(help: "Measure the surfaces: holes, parts, area, volume, how textures lie on them.")
    var geometry = false

    @Flag(help: "Read all models of the library that were not read yet, so that searches know their surfaces.")
    var all = false

    @Option(
        help: ArgumentHelp("With --geometry: how many metres a unit of the scene is (default: 1).", valueName: "metres")
    )
    var scale: Double?

    @OptionGroup var query: QueryOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        if all { return try inspectLibrary() }
        try InspectCall(
            files: files, query: query.query, library: options.library, showsTree: tree, geometry: geometryOptions(),
            format: output.format
        )
        .run()
    }

    private func inspectLibrary() throws {
        guard files.isEmpty, query.query == nil, !tree, !geometry, scale == nil else {
            throw CommandFailure("--all stands alone", hint: "it reads what is new in the whole library", .usage)
        }
        let library = try options.open(for: .write)
        Interrupt.catchSignals()
        let summary = try library.analyzeShowingProgress(nil)
        let failed = summary.failed > 0 ? ", of which \(Figures.count(summary.failed)) could not be measured" : ""
        Console.line("\(Figures.plural(summary.read, "model")) read\(failed)")
        if Interrupt.isRequested {
            Console.note("stopped; the same command goes on where it stopped")
            throw Ending(status: .tryAgain)
        }
    }

    private func geometryOptions() throws -> Geometry.Options? {
        guard geometry || scale == nil else {
            throw CommandFailure("--scale is for measuring", hint: "add --geometry", .usage)
        }
        return geometry ? try GeometryOptions.reading(scale) : nil
    }
}

/// What `inspect` is asked to do.
struct InspectCall {
    let files: [String]
    var query: String?
    var library: String?
    var showsTree = false
    /// How to measure the surfaces; nil if nobody asked.
    var geometry: Geometry.Options?
    var format = OutputFormat.table

    /// Inspects everything that was named and prints it.
    func run() throws {
        let targets = try FileTarget.all(files, query: query, library: library)
        guard !showsTree || targets.count == 1 && format == .table else {
            throw CommandFailure("--tree draws one file, as a table", hint: "leave out --format, name one file", .usage)
        }
        guard targets.count != 1 || format != .table else { return try inspect(targets[0]) }

        var inspected: [InspectedFile] = []
        var ending: ExitStatus?
        for file in InspectedFile.all(targets, geometry: geometry) {
            file.reportFailure()
            ending = ending ?? file.ending
            if file.report != nil { inspected.append(file) }
        }
        InspectSummary(inspected).show(as: format, isArray: query != nil || files.count > 1)
        if let ending { throw Ending(status: ending) }
    }

    private func inspect(_ target: FileTarget) throws {
        let file = InspectedFile(target, geometry: geometry)
        if let report = file.report {
            if showsTree { NodeTree(report.document).show() } else { InspectText(file, report).show() }
        }
        file.reportFailure()
        if let ending = file.ending { throw Ending(status: ending) }
    }
}
