import GRDB
import Testing

@testable import Catalog

/// Random queries on a random library find what a plain reading of them does, whatever plan is chosen.
struct SearchPropertyTests {

    @Test("any query finds what a plain reading of it does, in an order that it describes")
    func agreement() throws {
        try withSeed { (generator: inout Seeded) throws in
            let library = try TemporaryCatalog((0..<250).map { .random($0, using: &generator) })
            let all = try library.catalog.ids(matching: Query(parsing: "is:trashed OR -is:trashed"))
            _ = try library.catalog.apply(
                [.trash], to: all.filter { _ in Int.random(in: 0..<10, using: &generator) == 0 })
            let models = try library.catalog.models(all)
            #expect(models.count == 250)
            // The smallest window makes every bound bite; a large one lets everything be ranked.
            let windows = [SearchWindow(matches: 10, patience: 20, minimum: 2, smallLibrary: 0), SearchWindow()]
            for _ in 0..<300 {
                let filter = Filter.randomCondition(depth: 3, using: &generator)
                let sort =
                    [nil, Query.Sort(.triangles), Query.Sort(.rating, descending: true)].randomElement(
                        using: &generator) ?? nil
                let query = Query(filter, sort: sort)
                let expected = models.filter { ($0.trashed == nil || filter.mentionsTrash) && filter.holds(for: $0) }
                for window in windows {
                    let result = try library.catalog.read { db in
                        try Searcher(db, now: .now, window: window).search(query, page: Page(limit: 1000))
                    }
                    if result.interpretation != nil { continue }
                    let found = result.hits.map(\.model)
                    #expect(Set(found.map(\.id)) == Set(expected.map(\.id)), "\(query)")
                    #expect(found.count == expected.count, "\(query)")
                    if let sort { #expect(found.isSorted(by: sort), "\(query)") }
                    let ids = try library.catalog.read { db in
                        try Searcher(db, now: .now, window: window).ids(matching: query)
                    }
                    #expect(ids == found.map(\.id), "\(query)")
                }
            }
        }
    }
}

extension NewModel {
    fileprivate static func random(_ number: Int, using generator: inout Seeded) -> NewModel {
        func some(_ list: [String], _ count: ClosedRange<Int>) -> [String] {
            (0..<Int.random(in: count, using: &generator)).compactMap { _ in list.randomElement(using: &generator) }
        }
        let words = ["mask", "monster", "potion", "chest", "low", "poly", "red", "masked"]
        return .titled("\(some(words, 0...2).joined(separator: " ")) \(number)") { model in
            model.prompt = some(words, 0...5).joined(separator: " ")
            model.negativePrompt = some(words, 0...1).joined()
            model.tags = some(["boss", "draft", "rare one"], 0...2)
            model.rating = .random(in: 0...5, using: &generator)
            model.state = ReviewState.allCases.randomElement(using: &generator) ?? .draft
            if Int.random(in: 0..<4, using: &generator) > 0 {
                model.inspect { numbers in
                    numbers.triangles = .random(in: 0...20, using: &generator)
                    numbers.textures = .random(in: 0...2, using: &generator)
                    numbers.skins = .random(in: 0...1, using: &generator)
                }
            }
        }
    }
}

extension Filter {
    fileprivate static func randomCondition(depth: Int, using generator: inout Seeded) -> Filter {
        func part() -> Filter { randomCondition(depth: depth - 1, using: &generator) }
        let words = ["mask", "monster", "potion", "chest", "red", "masked", "mon", "pot", "low poly", "monster mask"]
        let word = words.randomElement(using: &generator) ?? "mask"
        let number = Int64.random(in: 0...20, using: &generator)
        switch Int.random(in: 0..<(depth > 0 ? 14 : 10), using: &generator) {
        case 10, 11: return Filter.all(of: [part(), part()]) ?? part()
        case 12: return Filter.any(of: [part(), part()]) ?? part()
        case 13: return .not(part())
        case 0, 1, 2: return .words(Words(word, isQuoted: true), in: nil)
        case 3:
            return .words(
                Words(word, isQuoted: true, isPrefix: true),
                in: [.title, .prompt, .negative].randomElement(using: &generator))
        case 4:
            return .name(
                .tag, ["boss", "draft", "rare one", "none"].randomElement(using: &generator) ?? "", isPrefix: false)
        case 5:
            return .number(
                .triangles,
                [.less(number), .atLeast(number), .equal(number)].randomElement(using: &generator) ?? .less(0))
        case 6: return .number(.rating, .atLeast(number % 6))
        case 7: return .state(ReviewState.allCases.randomElement(using: &generator) ?? .draft)
        case 8: return .flag([.textured, .rigged, .favourite, .trashed].randomElement(using: &generator) ?? .valid)
        default: return .has([.prompt, .textures].randomElement(using: &generator) ?? .note)
        }
    }

    /// What the condition says, word for word. Texts are of ASCII letters and spaces.
    fileprivate func holds(for model: Model) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(for: model) }
        case .any(let parts): parts.contains { $0.holds(for: model) }
        case .not(let part): !part.holds(for: model)
        case .words(let words, in: let field): model.texts(of: field).contains { words.stand(in: $0) }
        case .name(_, let name, _): model.tags.contains(name)
        case .number(.rating, .atLeast(let value)): model.rating >= value
        case .number(_, .less(let value)): model.statistics.map { $0.triangles < value } ?? false
        case .number(_, .atLeast(let value)): model.statistics.map { $0.triangles >= value } ?? false
        case .number(_, .equal(let value)): model.statistics.map { $0.triangles == value } ?? false
        case .state(let state): model.state == state
        case .flag(.textured), .has(.textures): model.statistics?.isTextured ?? false
        case .flag(.rigged): model.statistics?.isRigged ?? false
        case .flag(.favourite): model.rating == 5
        case .flag(.trashed): model.trashed != nil
        case .has(.prompt): !model.prompt.isEmpty
        default: false
        }
    }
}

extension Model {
    fileprivate func texts(of field: Field?) -> [String] {
        switch field {
        case .title: [title]
        case .prompt: [prompt]
        case .negative: [negativePrompt]
        default: [title, prompt, tags.joined(separator: " ")]
        }
    }
}

extension Words {
    fileprivate func stand(in text: String) -> Bool {
        let wanted = self.text.split(separator: " ")
        let words = text.lowercased().split(separator: " ")
        guard words.count >= wanted.count else { return false }
        return (0...words.count - wanted.count).contains { start in
            wanted.indices.allSatisfy { index in
                let word = words[start + index]
                return isPrefix && index == wanted.count - 1 ? word.hasPrefix(wanted[index]) : word == wanted[index]
            }
        }
    }
}

extension [Model] {
    fileprivate func isSorted(by sort: Query.Sort) -> Bool {
        let values = map { sort.field == .rating ? $0.rating : $0.statistics?.triangles }
        let known = values.compactMap(\.self)
        let isInOrder = zip(known, known.dropFirst()).allSatisfy { sort.isDescending ? $0 >= $1 : $0 <= $1 }
        return isInOrder && !values.dropFirst(known.count).contains { $0 != nil }
    }
}
