import ArgumentParser
import Budgets
import GLB
import Library
import SystemPackage

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Hold models against a budget: will they do where they are used?",
        discussion: """
            A budget is a list of limits, each with its public source: on triangles, textures, size, holes and more. Some \
            come with the program (--list); your own is a YAML file, for which --show NAME prints one to begin with.

            Ends with code 1 if a model is over a limit that is an error; limits that are warnings are only told. What \
            cannot be measured does not pass.
            """)

    @Argument(help: "Files, or ids of models.", completion: .file(extensions: ["glb", "gltf"]))
    var files: [String] = []

    @Option(
        help: ArgumentHelp("The name of a budget or a YAML file (repeatable).", valueName: "name"),
        completion: .list(Budget.shipped.map(\.name)))
    var budget: [String] = []

    @Option(help: ArgumentHelp("How many metres a unit of the scene is (default: 1).", valueName: "metres"))
    var scale: Double?

    @Flag(help: "List the budgets that come with the program.")
    var list = false

    @Option(
        help: ArgumentHelp("Print a budget of the program as YAML.", valueName: "name"),
        completion: .list(Budget.shipped.map(\.name)))
    var show: String?

    @Option(help: "How to print: table, json, jsonl, csv or junit.")
    var format = CheckFormat.table

    @OptionGroup var query: QueryOptions
    @OptionGroup var options: LibraryOptions

    func run() throws {
        if list { return try listBudgets() }
        if let show { return try print(show) }
        let budgets = try budget.map { try BudgetFile.read($0) }
        guard !budgets.isEmpty else {
            throw CommandFailure("no budget was named", hint: "add --budget web; --list shows all", .usage)
        }
        for budget in budgets where budget.limits.isEmpty {
            Console.warning(
                "the budget '\(DisplayText.safe(budget.name))' has no limits, so every model passes it; "
                    + "'meshy-lib check --show NAME' prints a text to fill in")
        }
        let measuring = try GeometryOptions.reading(scale)
        let targets = try FileTarget.all(files, query: query.query, library: options.library)
        let files = InspectedFile.all(
            targets, geometry: budgets.contains(where: \.needsGeometry) ? measuring : nil,
            readsTriangles: budgets.contains(where: \.needsTriangles),
            validates: budgets.contains(where: \.needsValidation))
        for file in files { file.reportFailure() }
        let checked = files.compactMap { CheckedFile($0, budgets, metresPerUnit: measuring.metresPerUnit) }
        CheckListing(checked).show(as: format)
        // A file that cannot be read is worse than one that is too large.
        if let failure = files.lazy.compactMap(\.failure).first { throw Ending(status: failure.exitStatus) }
        if !checked.allSatisfy(\.isPassed) { throw Ending(status: .findings) }
    }

    private func listBudgets() throws {
        var table = Table([
            .init(title: "budget"), .init(title: "limits", alignment: .right), .init(title: "for", shrinks: true),
        ])
        for (name, _) in Budget.shipped {
            let budget = try BudgetFile.read(name)
            table.add([name, Figures.count(budget.limits.count), budget.title])
        }
        table.show()
    }

    private func print(_ name: String) throws {
        guard let text = Budget.shipped.first(where: { $0.name == name })?.text else {
            throw BudgetFile.unknown(name)
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            Console.line(String(line))
        }
    }
}

/// The formats of `check`.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json, jsonl, csv
    /// The XML that build servers read as test results.
    case junit
}

/// A budget by its name or its file.
enum BudgetFile {
    /// Reads a budget.
    static func read(_ name: String) throws -> Budget {
        let isFile = name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
        do {
            if !isFile {
                guard let budget = try Budget.shipped(name) else { throw unknown(name) }
                return budget
            }
            let source = try ByteSource(path: name)
            return try Budget(parsing: String(decoding: source.prefix(Budget.byteLimit + 1), as: UTF8.self))
        } catch let error as GLBError {
            throw InFile(path: name, cause: error)
        } catch let error as BudgetError {
            throw CommandFailure(
                "\(DisplayText.safe(name)): \(error)", hint: "docs/budgets.md describes the form", .badData)
        }
    }

    static func unknown(_ name: String) -> CommandFailure {
        CommandFailure(
            "there is no budget '\(DisplayText.safe(name))'",
            hint: "there are \(Budget.shipped.map(\.name).joined(separator: ", ")); a file's name ends in .yaml", .usage
        )
    }
}

/// How surfaces are measured, as options say it.
enum GeometryOptions {
    /// - Throws: a usage error for a scale that nothing can have.
    static func reading(_ scale: Double?) throws -> Geometry.Options {
        var options = Geometry.Options()
        options.metresPerUnit = scale ?? 1
        guard options.metresPerUnit > 0, options.metresPerUnit.isFinite else {
            throw CommandFailure("--scale must be more than 0", .usage)
        }
        return options
    }
}
