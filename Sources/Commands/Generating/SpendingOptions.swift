import ArgumentParser
import Catalog
import Library
import MeshyAPI

/// What every command offers that spends credits.
struct SpendingOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Spend the credits without asking.")
    var yes = false

    @Flag(name: .long, help: "Print what would be sent and what it would cost; send nothing.")
    var dryRun = false

    @Option(name: .long, help: ArgumentHelp("Spend no more than this in this run.", valueName: "credits"))
    var maxCredits: Int?

    @Option(name: .long, help: ArgumentHelp("How many tasks to work on side by side.", valueName: "number"))
    var parallel = 10

    @OptionGroup var waiting: PatienceOptions
    @OptionGroup var retirements: RetirementOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var options: LibraryOptions

    func validate() throws {
        guard parallel > 0 else { throw ValidationError("--parallel is 1 or more") }
        guard maxCredits ?? 0 >= 0 else { throw ValidationError("--max-credits is 0 or more") }
    }
}

/// How long a command waits for the service.
struct PatienceOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "How long an outage of the service is waited out before the rest is left for later.",
            valueName: "seconds"))
    var patience = 3600

    func validate() throws {
        guard (0...604_800).contains(patience) else { throw ValidationError("--patience is 0 to 604800 seconds") }
    }
}

/// What is to happen with what comes back.
struct WishOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The formats to fetch, separated by commas, or 'all' (default: glb).", valueName: "formats"))
    var formats = "glb"

    @Option(name: .long, help: ArgumentHelp("The model's title.", valueName: "text"))
    var title: String?

    @Option(name: .long, help: ArgumentHelp("Tag the models (repeatable).", valueName: "tag"))
    var tag: [String] = []

    @Option(name: .long, help: ArgumentHelp("Put the models into this collection.", valueName: "name"))
    var collection: String?

    /// The formats by name; empty for all.
    func chosenFormats() throws -> [String] {
        if formats == "all" { return [] }
        let names = formats.split(separator: ",").map { $0.filter { !$0.isWhitespace }.lowercased() }
        for name in names where OutputFormat3D(rawValue: name) == nil {
            throw CommandFailure(
                "'\(DisplayText.safe(name))' is not a format of the service",
                hint: "the formats are \(OutputFormat3D.allCases.map(\.rawValue).joined(separator: ", ")), and all",
                .usage)
        }
        return names
    }

    /// The wish that these options describe.
    func wish() throws -> TaskWish {
        var wish = TaskWish()
        wish.formats = try chosenFormats()
        wish.title = title ?? ""
        wish.tags = tag
        wish.collection = collection ?? ""
        return wish
    }
}

/// The service's formats, which this module's own `OutputFormat` hides.
typealias OutputFormat3D = MeshyAPI.OutputFormat

/// Parameters of the request by their names in the API.
struct RequestOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Set any parameter of the API (repeatable); 'meshy-lib parameters' lists them.", valueName: "name=value"))
    var set: [String] = []

    /// Sets what was given.
    func apply(to request: inout TaskRequest) throws {
        for assignment in set { try request.set(assignment) }
    }

    /// Sets what was given, each on the first request of a chain that has such a parameter.
    func apply(to requests: inout [TaskRequest]) throws {
        for assignment in set {
            let name = assignment.prefix { $0 != "=" }.filter { !$0.isWhitespace }
            let index = requests.firstIndex { $0.kind.parameter(String(name)) != nil } ?? 0
            try requests[index].set(assignment)
        }
    }
}

extension SpendingOptions {
    /// Asks for requests that were written down and never sent: they spend credits only now.
    func askForPlanned(_ tasks: [JournalTask]) throws {
        let planned = tasks.filter { $0.state == .planned }
        let credits = planned.reduce(0) { $0 + $1.credits }
        guard !planned.isEmpty else { return }
        let sum = "\(Figures.plural(planned.count, "request")) not sent yet: \(Figures.plural(credits, "credit"))"
        if yes { return Console.note(sum) }
        try Question.confirm("\(sum): go on?", unless: "--yes")
    }
}
