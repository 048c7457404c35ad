import ArgumentParser
import Catalog
import Library
import MeshyAPI

struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Make models from words.",
        discussion: """
            Writes the request down, sends it, follows it, fetches the files and brings them into the library. Whatever \
            happens in between, 'meshy-lib resume' goes on from there and pays nothing twice.

              meshy-lib generate "a monster mask" --refine
              meshy-lib generate "a monster mask" --count 8 --seed 1 --max-credits 200
              meshy-lib generate --from prompts.txt --refine --yes

            --from takes a file with a prompt a line (.txt), a table with a column 'prompt' and any parameter of the API \
            as further columns (.csv), or an object with such members a line (.jsonl). The same command again does only \
            what is still missing; what was paid and is gone it names, and asks for it once more only with --again.

            --set gives any parameter of the API by its name: --set negative_prompt="low poly".
            """)

    @Argument(help: ArgumentHelp("What to make.", valueName: "prompt"))
    var prompt: String?

    @Flag(name: .long, help: "Make the textures too: a second task that refines the first.")
    var refine = false

    @Option(name: .long, help: ArgumentHelp("How many to make of the same words.", valueName: "number"))
    var count = 1

    @Option(name: .long, help: ArgumentHelp("Take the prompts from a .txt, .csv or .jsonl file.", valueName: "file"))
    var from: String?

    @Flag(name: .long, help: "With --from: ask once more for what is gone or was given up; this pays once more.")
    var again = false

    @Option(name: .long, help: ArgumentHelp("The AI model (default: the service's latest).", valueName: "name"))
    var aiModel: String?

    @Option(name: .long, help: ArgumentHelp("What the textures should look like.", valueName: "words"))
    var texturePrompt: String?

    @Option(name: .long, help: ArgumentHelp("About how many faces (implies a clean mesh).", valueName: "number"))
    var polycount: Int?

    @Option(
        name: .long,
        help: ArgumentHelp("The start of the random numbers; --count takes the following ones.", valueName: "number"))
    var seed: Int?

    @Flag(name: .long, help: "Make metallic, roughness and normal maps too.")
    var pbr = false

    @Flag(name: .long, help: "Don't show first what the library has for these words.")
    var noReuse = false

    @OptionGroup var request: RequestOptions
    @OptionGroup var wish: WishOptions
    @OptionGroup var spending: SpendingOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (prompt == nil) != (from == nil) else {
            throw ValidationError("give a prompt, or a file of prompts with --from")
        }
        guard !again || from != nil else { throw ValidationError("--again goes with --from") }
        guard (1...1000).contains(count) else { throw ValidationError("--count is 1 to 1000") }
    }

    func run() throws {
        let library = try spending.options.open(for: .write)
        if let from {
            let file = try PromptFile(from)
            let batch = try Batch(
                file, library: library, count: count, again: again, retirements: spending.retirements.table(),
                plan: plan)
            batch.say()
            try Purchase(
                plans: batch.plans, spending: spending, output: output.format, resumed: batch.open
            ).run(in: library)
            if batch.isLacking { throw Ending(status: .findings) }
            return
        }
        guard let prompt else { return }
        if !noReuse, !spending.yes, !spending.dryRun { try showOwned(prompt, library) }
        let plans = try (0..<count).map { number in
            try plan(PromptLine(prompt: prompt), number: number, batch: "")
        }
        try Purchase(plans: plans, spending: spending, output: output.format).run(in: library)
    }

    /// What is to be made of a line of words.
    private func plan(_ line: PromptLine, number: Int, batch: String) throws -> TaskPlan {
        var preview = TaskRequest(.textTo3DPreview)
        preview[.prompt] = line.prompt
        preview[.aiModel] = aiModel
        preview[.seed] = seed
        if let polycount {
            preview[.shouldRemesh] = true
            preview[.targetPolycount] = polycount
        }
        var refining = TaskRequest(.textTo3DRefine)
        refining[.texturePrompt] = texturePrompt
        if pbr { refining[.enablePBR] = true }
        let isRefined = line.refine ?? (refine || texturePrompt != nil || pbr)
        var requests = isRefined ? [preview, refining] : [preview]
        try request.apply(to: &requests)
        for (name, value) in line.parameters {
            let index = requests.firstIndex { $0.kind.parameter(name) != nil } ?? 0
            try requests[index].set(name, to: value)
        }
        // Wherever the seed was given: the same one again would pay for the same model again.
        if let seed = requests[0][.seed] {
            let (next, isTooLarge) = seed.addingReportingOverflow(number)
            guard !isTooLarge else { throw CommandFailure("the seed (--seed) is too large to count on from", .usage) }
            requests[0][.seed] = next
        }
        let formats = try wish.chosenFormats()
        var wish = try wish.wish()
        wish.title = line.title ?? wish.title
        wish.tags += line.tags
        wish.batch = batch
        if !formats.isEmpty, formats != ["glb"] {
            // Asked for fewer formats, the service is done sooner.
            let targets = Array(Set(formats).union(["glb"])).sorted().compactMap(OutputFormat3D.init(rawValue:))
            for index in requests.indices where requests[index][.targetFormats] == nil {
                requests[index][.targetFormats] = targets
            }
        }
        guard isRefined else { return TaskPlan(requests[0], wish: wish) }
        var follow = wish
        follow.relation = .refine
        return TaskPlan(requests[0], wish: wish, next: [TaskPlan(requests[1], wish: follow)])
    }

    /// Shows the models that fit the words, for the person to look at before paying.
    private func showOwned(_ prompt: String, _ library: Library) throws {
        let words = prompt.split { !$0.isLetter && !$0.isNumber }.map { "\"\($0)\"" }.joined(separator: " ")
        guard let query = try? Query(parsing: words), !words.isEmpty else { return }
        let found = try library.catalog.search(query, page: Page(limit: 5))
        guard !found.hits.isEmpty, found.interpretation == nil else { return }
        let total: Int
        switch found.total {
        case .exactly(let count), .atLeast(let count): total = count
        }
        Console.note("the library has \(Figures.plural(total, "model")) for these words already:")
        for line in ModelListing.table(found.hits.map(\.model)).lines(width: World.current.width) {
            Console.note("  " + line)
        }
    }
}
