import Testing

@testable import Catalog

struct QueryPrintingTests {
    @Test("a tree that was printed reads back as itself")
    func roundTrip() throws {
        try withSeed { (generator: inout Seeded) throws in
            for _ in 0..<5000 {
                let query = Query.random(using: &generator)
                let text = query.description
                #expect(try Query(parsing: text) == query, "\(text)")
            }
        }
    }

    @Test(
        "queries are printed as people write them",
        arguments: [
            "mask tris:<20000 has:textures -tag:draft", "a OR b c", "(a OR b) c", "-(a b) \"x yy\"*",
            "tag:\"big boss\"*",
            "created:2026-10..2026-11 size:>=5000000 sort:-tris", "(a OR b) sort:title", "@mine -@theirs", "created:7d",
            "is:ok(web) -is:ok(print-fdm) code:NODE_EMPTY errors:>0",
        ])
    func canonical(text: String) throws {
        #expect(try Query(parsing: text).description == text)
    }
}

extension Query {
    /// A query of any shape.
    static func random(using generator: inout Seeded) -> Query {
        let sortable = Field.allCases.filter(\.isSortable)
        let sort =
            Bool.random(using: &generator)
            ? Sort(sortable.randomElement(using: &generator) ?? .title, descending: Bool.random(using: &generator))
            : nil
        return Query(
            Int.random(in: 0..<20, using: &generator) == 0 ? nil : .random(depth: 4, using: &generator), sort: sort)
    }
}

extension Filter {
    /// A condition of any shape, no deeper than `depth`.
    static func random(depth: Int, using generator: inout Seeded) -> Filter {
        func parts() -> [Filter] {
            (0..<Int.random(in: 2...3, using: &generator)).map { _ in random(depth: depth - 1, using: &generator) }
        }
        switch Int.random(in: 0..<(depth > 0 ? 10 : 7), using: &generator) {
        case 7: return Filter.all(of: parts()) ?? leaf(using: &generator)
        case 8: return Filter.any(of: parts()) ?? leaf(using: &generator)
        case 9: return .not(random(depth: depth - 1, using: &generator))
        default: return leaf(using: &generator)
        }
    }

    private static func leaf(using generator: inout Seeded) -> Filter {
        let field = Field.allCases.randomElement(using: &generator) ?? .title
        func number(_ limit: Int64) -> Int64 { .random(in: 0...limit, using: &generator) }
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return .flag(Flag.allCases.randomElement(using: &generator) ?? .valid)
        case 1: return .has(Feature.allCases.randomElement(using: &generator) ?? .note)
        case 2: return .saved(["x", "my-search", "a_1"].randomElement(using: &generator) ?? "x")
        case 3: return .words(.random(using: &generator), in: nil)
        case 4: return .passes(["web", "print-fdm"].randomElement(using: &generator) ?? "web")
        default: break
        }
        switch field.type {
        case .words: return .words(.random(using: &generator), in: field)
        case .name:
            let name = ["boss", "big boss", "a\"b\\c", "OR", "(x)", "-x", "x*", "12:30", "@y"].randomElement(
                using: &generator)
            return .name(field, name ?? "", isPrefix: Bool.random(using: &generator))
        case .oneOf(let names):
            let name = names.randomElement(using: &generator) ?? ""
            return ReviewState(rawValue: name).map(Filter.state) ?? .kind(name)
        case .number:
            return .number(field, .random(number(field == .rating ? 5 : 1_000_000), number(5), using: &generator))
        case .date:
            if Bool.random(using: &generator) {
                return .date(
                    field, .within(Int(number(400)), AgeUnit.allCases.randomElement(using: &generator) ?? .days))
            }
            let first = Period(year: 2026, month: 2, day: Bool.random(using: &generator) ? 7 : nil)
            let last = Period(year: 2026, month: Bool.random(using: &generator) ? 11 : nil)
            guard let first, let last else { return .flag(.valid) }
            return .date(field, .period(.random(max(first, last), min(first, last), using: &generator)))
        case .reference:
            return .reference(field, ["7k2m9qxd", "7k", "018f-aa"].randomElement(using: &generator) ?? "7k")
        }
    }
}

extension Words {
    fileprivate static func random(using generator: inout Seeded) -> Words {
        let isPrefix = Bool.random(using: &generator)
        if Bool.random(using: &generator) {
            let bare =
                ["mask", "low-poly", "12:30", "a.b", "Äpfel", "x@y", "and"].randomElement(using: &generator) ?? "mask"
            return Words(bare, isPrefix: isPrefix && bare != "12:30" && bare != "a.b" && bare != "x@y")
        }
        let quoted = ["a mask", "OR", "tag:x1", "a \"b\" cc", "back\\slash", "  two", "-no", "star*red"]
        return Words(quoted.randomElement(using: &generator) ?? "a mask", isQuoted: true, isPrefix: isPrefix)
    }
}

extension Comparison {
    /// A comparison of any sort.
    fileprivate static func random(_ first: Value, _ second: Value, using generator: inout Seeded) -> Self
    where Value: Comparable {
        let (low, high) = (min(first, second), max(first, second))
        return [.equal(low), .less(low), .atMost(high), .greater(low), .atLeast(high), .between(low, high)]
            .randomElement(using: &generator) ?? .equal(low)
    }
}
