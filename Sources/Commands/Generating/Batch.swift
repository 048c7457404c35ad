import Catalog
import Library
import MeshyAPI

/// What of a file of prompts is still to be done.
struct Batch {
    /// Requests for the lines that were never asked for, or whose task failed.
    private(set) var plans: [TaskPlan] = []
    /// Tasks of earlier runs that are not done.
    let open: [ModelID]
    private var done = 0
    private var problems: [String]

    /// Compares a file with the journal: the same line is not asked for twice, wherever it stands in the file.
    ///
    /// - Parameters:
    ///   - count: how many to make of a line that does not say.
    ///   - retirements: what judges the requests.
    ///   - plan: makes a request of a line, of which this is the how manieth, for a batch.
    init(
        _ file: PromptFile, library: Library, count: Int, retirements: RetirementTable,
        plan: (PromptLine, _ number: Int, _ batch: String) throws -> TaskPlan
    ) throws {
        let earlier = try library.catalog.tasks(.batch(file.path))
        open = earlier.filter(\.state.isOpen).map(\.id)
        problems = file.problems
        // What failed was paid back, and is asked for again.
        let wanted = earlier.filter { task in
            task.preceding == nil && ![.refused, .failed, .canceled].contains(task.state)
        }
        var present = Dictionary(grouping: wanted, by: \.fingerprint).mapValues(\.count)
        for (number, line) in file.lines {
            do {
                for repetition in 0..<(line.count ?? count) {
                    let plan = try plan(line, repetition, file.path)
                    let fingerprint = plan.request.fingerprint
                    if let count = present[fingerprint], count > 0 {
                        present[fingerprint] = count - 1
                        done += 1
                    } else {
                        let problems = plan.request.problems(on: .today, retirements: retirements)
                            .filter { $0.severity == .error }
                        guard problems.isEmpty else {
                            throw CommandFailure(problems.map(\.description).joined(separator: "; "), .badData)
                        }
                        plans.append(plan)
                    }
                }
            } catch {
                problems.append("\(file.path):\(number): \(error)")
            }
        }
    }

    /// Tells of what is left out, and why.
    func say() {
        for problem in problems { Console.warning(DisplayText.safe(problem)) }
        if done > 0 { Console.note("\(Figures.plural(done, "line")) of the file was asked for before") }
        if !open.isEmpty { Console.note("\(Figures.plural(open.count, "task")) of an earlier run goes on") }
    }
}
