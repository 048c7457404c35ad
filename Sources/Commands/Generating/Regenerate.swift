import ArgumentParser
import Catalog
import Library
import MeshyAPI

struct Regenerate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regenerate", abstract: "Make models again, as they were or varied.",
        discussion: """
            Sends the request once more that made a model. What the service no longer takes is replaced by what does the \
            same today, and said before anything is paid. A change goes to the nearest request that has such a \
            parameter: another --prompt for a textured model makes another preview, and its textures with the same \
            parameters. What the request worked on is named by its task while the service keeps that, then sent as a \
            file; a preview that must be refined once more after that is made again first.

              meshy-lib regenerate 4f7k
              meshy-lib regenerate 4f7k --prompt "a lion mask" --count 4
              meshy-lib regenerate --query 'is:favourite model:meshy-6' --set ai_model=latest --dry-run
            """)

    @Argument(help: "Ids of models.")
    var ids: [String] = []

    @Option(name: .long, help: ArgumentHelp("Other words than the recorded ones.", valueName: "words"))
    var prompt: String?

    @Flag(name: .long, help: "Begin with other random numbers.")
    var newSeed = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How many to make of each model; a seed counts on from one to the next.", valueName: "number"))
    var count = 1

    @OptionGroup var query: QueryOptions
    @OptionGroup var request: RequestOptions
    @OptionGroup var wish: WishOptions
    @OptionGroup var spending: SpendingOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...1000).contains(count) else { throw ValidationError("--count is 1 to 1000") }
    }

    func run() throws {
        let library = try spending.options.open(for: .write)
        let retirements = try spending.retirements.table()
        var variation = Variation()
        variation.prompt = prompt
        variation.settings = request.set
        variation.newSeed = newSeed
        variation.count = count
        let wish = try wish.wish()
        var plans: [TaskPlan] = []
        for id in try query.models(ids, in: library.catalog) {
            let regeneration = try library.regenerate(id, variation, wish: wish, retirements: retirements)
            for change in regeneration.changes { Console.note("\(id): \(DisplayText.safe(change.description))") }
            for remark in regeneration.remarks { Console.note("\(id): \(DisplayText.safe(remark))") }
            plans += regeneration.plans
        }
        try Purchase(plans: plans, spending: spending, output: output.format).run(in: library)
    }
}
