import Testing
import TestSupport

@testable import MeshyAPI

@Suite("A list is complete only when nothing can have hidden")
struct ListWalkTests {
    /// Walks a list that `change` alters before each page is read; newest first, fifty a page.
    private func walk(
        _ tasks: [Int], change: (_ tasks: inout [Int], _ page: Int) -> Void = { _, _ in }
    ) -> (ids: Set<String>, step: ListWalk.Step, pages: Int) {
        var tasks = tasks
        var walk = ListWalk()
        var step = walk.first
        var pages = 0
        while case .read(let page) = step {
            pages += 1
            change(&tasks, pages)
            let sorted = tasks.sorted(by: >)
            let start = min((page - 1) * 50, sorted.count)
            let entries = sorted[start..<min(start + 50, sorted.count)]
            step = walk.take(entries.map { (id: "\($0)", createdAt: Int64($0)) })
        }
        return (walk.ids, step, pages)
    }

    @Test("none, one page, several", arguments: [(0, 1), (7, 2), (49, 2), (50, 4), (51, 6), (237, 12)])
    func counts(count: Int, pages: Int) {
        let result = walk(Array(0..<count))
        #expect(result.step == .complete)
        #expect(result.ids.count == count)
        #expect(result.pages == pages)
    }

    @Test("tasks that are made meanwhile hide nothing") func growing() {
        var next = 1000
        let result = walk(Array(0..<200)) { tasks, _ in
            tasks += [next, next + 1, next + 2]
            next += 3
        }
        #expect(result.step == .complete)
        #expect(result.ids.isSuperset(of: (0..<200).map(String.init)))
    }

    @Test("tasks that go meanwhile hide others, which a second walk finds") func shrinking() {
        let result = walk(Array(0..<200)) { tasks, page in
            // The ten newest go after they were read: the next page begins ten too late.
            if page == 2 { tasks.removeLast(10) }
        }
        #expect(result.step == .complete)
        #expect(result.ids.isSuperset(of: (0..<190).map(String.init)))
    }

    @Test("while tasks keep going nobody is sure") func unrest() {
        let result = walk(Array(0..<2000)) { tasks, _ in tasks.removeLast(min(3, tasks.count)) }
        #expect(result.step == .unsure)
    }

    @Test("a service that repeats one page for ever is noticed") func repeated() {
        var walk = ListWalk()
        var step = walk.first
        var pages = 0
        while case .read = step, pages < 100 {
            pages += 1
            step = walk.take((0..<50).map { (id: "\($0)", createdAt: Int64($0)) })
        }
        #expect(step == .unsure)
        #expect(pages < 10)
    }

    @Test("whatever comes and goes: what is said to be complete holds all that stayed") func random() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            var gone: Set<Int> = []
            var next = 1000
            let count = Int.random(in: 0..<400, using: &random)
            let restless = Int.random(in: 0..<6, using: &random)
            let result = walk(Array(0..<count)) { tasks, page in
                guard page <= restless else { return }
                for _ in 0..<Int.random(in: 0..<20, using: &random) {
                    if Bool.random(using: &random), let index = tasks.indices.randomElement(using: &random) {
                        gone.insert(tasks.remove(at: index))
                    } else {
                        tasks.append(next)
                        next += 1
                    }
                }
            }
            let stayed = Set(0..<count).subtracting(gone)
            if result.step == .complete {
                #expect(result.ids.isSuperset(of: stayed.map(String.init)), "seed \(seed)")
            }
        }
    }
}
