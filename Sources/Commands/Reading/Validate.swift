import ArgumentParser
import GLB
import Library

struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check GLB and glTF files against the glTF 2.0 specification.",
        discussion: """
            Names a file, or a model of the library by its id. Everything is looked at: the container, the document, what \
            its objects say of each other, every number in the buffers, the headers of images, and extensions. Buffers and \
            images of a .gltf lie beside it.

            Codes that begin with MESHY_ are no rules of the specification, but what generators of models are known to get \
            wrong; they are left out of the format khronos.

            'meshy-lib explain CODE' says more about a finding. The format khronos is that of the Khronos glTF validator.

            --fix writes a repaired copy, a GLB that holds everything, and validates it; the original stays as it is.

            Ends with code 2 if a file, or with --fix its copy, has errors.
            """)

    @Argument(help: "Files, or ids of models.", completion: .file(extensions: ["glb", "gltf"]))
    var files: [String] = []

    @Option(name: .long, help: ArgumentHelp("How many findings to print; all are counted.", valueName: "number"))
    var maxIssues = 100

    @Option(
        name: .long,
        help: ArgumentHelp("A code of which nothing is to be said; may be given several times.", valueName: "code"))
    var ignore: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Another severity for a code: error, warning, information or hint; may be given several times.",
            valueName: "code=level"))
    var severity: [String] = []

    @Flag(help: "Write a copy in which everything is repaired that needs no judgement.")
    var fix = false

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The GLB that --fix writes.", valueName: "file"),
        completion: .file(extensions: ["glb"]))
    var output: String?

    @Flag(help: "Let --fix replace a file that is there.")
    var overwrite = false

    @Option(name: .long, help: "How to print: table, json, jsonl, csv or khronos.")
    var format = ValidationFormat.table

    @OptionGroup var query: QueryOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        guard !fix else { return try repair() }
        guard output == nil, !overwrite else {
            throw CommandFailure("--output and --overwrite belong to --fix", hint: "add --fix", .usage)
        }
        try ValidateCall(
            files: files, query: query.query, library: options.library, options: try validationOptions(), format: format
        )
        .run()
    }

    private func repair() throws {
        guard let output else {
            throw CommandFailure("--fix needs a name for the copy", hint: "give one with -o FILE.glb", .usage)
        }
        let targets = try FileTarget.all(files, query: query.query, library: options.library)
        guard targets.count == 1 else {
            throw CommandFailure("--fix repairs one file at a time", hint: "name one file", .usage)
        }
        try FixCall(
            target: targets[0], output: output, overwrites: overwrite, options: try validationOptions(), format: format
        ).run()
    }

    /// What the options say; codes and levels are known ones.
    private func validationOptions() throws -> ValidationOptions {
        guard maxIssues >= 0 else { throw CommandFailure("--max-issues is a number from 0 up", .usage) }
        var options = ValidateCall.standardOptions
        options.includesFaults = format != .khronos
        options.maxIssues = maxIssues
        for name in ignore { options.ignoredCodes.insert(try Finding.Code.named(name).name) }
        for pair in severity {
            let parts = pair.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, let level = Finding.Severity(rawValue: parts[1].lowercased()) else {
                throw CommandFailure(
                    "--severity '\(DisplayText.safe(pair))' is no code with a level",
                    hint: "write CODE=LEVEL, where LEVEL is error, warning, information or hint", .usage)
            }
            options.severities[try Finding.Code.named(String(parts[0])).name] = level
        }
        return options
    }
}

/// What `validate` is asked to do.
struct ValidateCall {
    let files: [String]
    var query: String?
    var library: String?
    var options = Self.standardOptions
    var format = ValidationFormat.table

    /// All that can be looked at.
    static var standardOptions: ValidationOptions {
        var options = ValidationOptions()
        options.includesFaults = true
        options.pictures = PNGCodec()
        return options
    }

    /// Validates everything that was named and prints what was found.
    func run() throws {
        var reports: [ValidatedFile] = []
        var ending: ExitStatus?
        for target in try FileTarget.all(files, query: query, library: library) {
            do throws(GLBError) {
                let file = ValidatedFile(
                    name: target.name, report: try Validator.validate(path: target.path, options: options))
                if file.report.findings.hasErrors { ending = ending ?? .invalid }
                // Text for people appears file by file; other formats are one document.
                if format == .table { ValidationText(file).show() } else { reports.append(file) }
            } catch {
                Console.report(InFile(path: target.name, cause: error))
                ending = ending ?? error.exitStatus
            }
        }
        ValidationListing(format: format, isArray: query != nil || files.count > 1).show(reports)
        if let ending { throw Ending(status: ending) }
    }
}

/// How `validate` gives its results.
enum ValidationFormat: String, CaseIterable, ExpressibleByArgument {
    /// Text for people.
    case table
    /// One report, or an array of them.
    case json
    /// One report a line.
    case jsonl
    /// One finding a line.
    case csv
    /// The report of the Khronos glTF validator, or an array of them.
    case khronos
}

/// A report on a file, and what the person called it.
struct ValidatedFile {
    let name: String
    let report: ValidationReport
}
