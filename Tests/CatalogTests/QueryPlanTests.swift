import GRDB
import Testing

@testable import Catalog

/// The statements that searches send, and that none of the quick ones reads a whole table.
struct QueryPlanTests {
    private func library() throws -> TemporaryCatalog {
        try TemporaryCatalog(
            (0..<300).map { number in
                .titled("Mask \(number)") { model in
                    model.tags = number == 7 ? ["rare"] : ["common"]
                    model.inspect { $0.triangles = number }
                }
            })
    }

    /// The statements that a search sends, each with SQLite's plan for it.
    private func plans(_ query: String, limit: Int = 5) throws -> [(sql: String, plan: [String])] {
        let library = try library()
        return try library.catalog.write { db in
            var statements: [String] = []
            db.trace { event in
                if case .statement(let statement) = event { statements.append(statement.expandedSQL) }
            }
            _ = try Searcher(db, now: .now).search(Query(parsing: query), page: Page(limit: limit))
            db.trace(options: [])
            return try statements.filter { $0.hasPrefix("SELECT") }.map { sql in
                (sql, try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] })
            }
        }
    }

    @Test(
        "quick searches scan nothing but an index in its order",
        arguments: [
            "", "mask", "mask -potion", "mas*", "\"mask 7\"", "mask tris:<20", "mask tag:rare", "tag:rare",
            "tag:rare tris:7", "tris:7", "sort:-tris", "sort:title",
            "sort:-size", "mask sort:-tris", "rating:5", "created:7d", "id:7k2m", "task:018f", "is:trashed",
            "is:duplicate", "state:approved mask", "title:mask",
        ])
    func noScan(query: String) throws {
        // Models that a sorted index misses are read only when it has been read to its end, as in so small a library.
        for (sql, plan) in try plans(query) where !sql.contains("IS NULL ORDER BY m.key") {
            for step in plan where step.hasPrefix("SCAN") {
                let isInOrder =
                    step.contains("USING INDEX model_") || step.contains("USING INDEX inspection_")
                    || step.contains("USING COVERING INDEX") || step.contains("VIRTUAL TABLE INDEX")
                    || step.contains("USING INDEX object_bytes")
                let isInMemory =
                    step.contains("CONSTANT ROW") || step.contains("(subquery") || step.hasSuffix("SCAN (subquery-1)")
                #expect(isInOrder || isInMemory, "\(step) in \(sql)")
            }
        }
    }

    @Test(
        "a search that stops early does not sort",
        arguments: [
            "", "sort:-tris", "sort:title", "sort:-created", "sort:size", "mask", "mask tris:>5", "sort:materials",
        ])
    func noSort(query: String) throws {
        let main = try plans(query).filter { $0.sql.contains("iif(") }
        #expect(!main.isEmpty)
        for (sql, plan) in main where !sql.contains("IS NULL ORDER BY m.key") {
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan) in \(sql)")
        }
    }

    @Test("a selective condition leads, an unselective one follows")
    func choice() throws {
        #expect(try plans("mask tag:rare").contains { $0.sql.contains("WHERE model_text MATCH") })
        #expect(try plans("tag:rare").contains { $0.sql.contains("m.key IN (SELECT model FROM model_tag") })
        #expect(try plans("tag:common").contains { $0.sql.contains("INDEXED BY model_dated") })
        #expect(try plans("tris:>299").contains { $0.sql.contains("m.key IN (SELECT m.key FROM inspection i") })
    }
}
