import GRDB
import Testing

@testable import Catalog

/// What bounds ranking in large libraries, tried with small bounds.
struct SearchWindowTests {
    private let library: TemporaryCatalog

    init() throws {
        library = try TemporaryCatalog(
            (0..<200).map { number in
                .titled("Model \(number)") { model in
                    // The best match is the oldest: without bounds it would come first.
                    model.prompt = number == 0 ? "mask mask mask mask" : "a mask in a row of masks"
                    model.imported = Timestamp(milliseconds: Int64(number))
                    model.rating = number % 50 == 0 ? 5 : 0
                    model.inspect { $0.triangles = number }
                }
            })
    }

    private func search(
        _ query: String, limit: Int = 20, offset: Int = 0, _ window: SearchWindow
    ) throws -> SearchResult {
        try library.catalog.read { db in
            try Searcher(db, now: .now, window: window)
                .search(Query(parsing: query), page: Page(limit: limit, offset: offset))
        }
    }

    private static let small = SearchWindow(matches: 30, patience: 60, minimum: 2, smallLibrary: 0)

    @Test("the newest matches are ranked, the others follow by age, and the result says so")
    func bounded() throws {
        let result = try search("mask", Self.small)
        #expect(result.order == .relevanceOfNewest(30))
        #expect(result.total == .atLeast(30))
        let all = try search("mask", limit: 1000, Self.small)
        #expect(all.hits.count == 200)
        #expect(all.total == .exactly(200))
        #expect(all.hits.last?.model.title == "Model 0")
        #expect(all.hits[30...].map(\.model.imported.milliseconds) == (0..<170).reversed())
        #expect(all.hits[..<30].allSatisfy { $0.score > 0 } && all.hits[30...].allSatisfy { $0.score == 0 })
    }

    @Test("small libraries have no bounds")
    func unbounded() throws {
        let result = try search("mask", SearchWindow())
        #expect(result.order == .relevance)
        #expect(result.total == .exactly(200))
        #expect(result.hits.first?.model.title == "Model 0")
    }

    @Test("totals of small libraries are exact on every page", arguments: ["", "tris:<150", "sort:-tris", "mask"])
    func exactTotals(query: String) throws {
        let all = try search(query, limit: 1000, SearchWindow()).hits.count
        for (limit, offset) in [(0, 0), (3, 0), (3, 5), (20, 140), (20, 500)] {
            #expect(try search(query, limit: limit, offset: offset, SearchWindow()).total == .exactly(all))
        }
    }

    @Test(
        "pages are parts of one order, whatever their size",
        arguments: [
            "mask", "mask rating:5", "", "sort:-tris", "mask sort:tris", "-potion", "tris:>50",
            "mask -potion tris:<150",
        ])
    func pages(query: String) throws {
        let all = try search(query, limit: 1000, Self.small).hits.map(\.model.title)
        for size in [1, 7, 33, 64] {
            var paged: [String] = []
            while true {
                let page = try search(query, limit: size, offset: paged.count, Self.small).hits.map(\.model.title)
                if page.isEmpty { break }
                paged += page
                if size == 1, paged.count > 70 { break }
            }
            #expect(paged == Array(all.prefix(paged.count)))
            #expect(size == 1 || paged.count == all.count)
        }
    }

    @Test("a sparse condition is searched to the end")
    func sparse() throws {
        let result = try search("mask rating:5", Self.small)
        #expect(Set(result.hits.map(\.model.title)) == ["Model 0", "Model 50", "Model 100", "Model 150"])
    }

    @Test(
        "a total that is not exact is never too high",
        arguments: ["", "mask", "rating:0", "tris:>10", "mask tris:>10", "-potion"])
    func totals(query: String) throws {
        let exact = try search(query, SearchWindow()).hits.count
        let all = try search(query, limit: 1000, SearchWindow()).total
        guard case .exactly(let total) = all, case .atLeast(let counted) = try search(query, Self.small).total else {
            Issue.record("\(query): \(all)")
            return
        }
        #expect(counted >= exact && counted <= total)
    }
}
