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
    private func plans(
        _ query: String, window: SearchWindow = SearchWindow(smallLibrary: 0)
    ) throws -> [(sql: String, plan: [String])] {
        let library = try library()
        return try library.catalog.write { db in
            var statements: [String] = []
            db.trace { event in
                if case .statement(let statement) = event { statements.append(statement.expandedSQL) }
            }
            _ = try Searcher(db, now: .now, window: window).search(Query(parsing: query), page: Page(limit: 5))
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
            "is:duplicate", "state:approved mask", "title:mask", "errors:>0", "code:NODE_EMPTY", "is:ok(web)",
            "is:valid",
        ])
    func noScan(query: String) throws {
        for (sql, plan) in try plans(query) {
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
            "sort:-errors",
        ])
    func noSort(query: String) throws {
        let main = try plans(query).filter { $0.sql.contains("iif(") }
        #expect(!main.isEmpty)
        for (sql, plan) in main {
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan) in \(sql)")
        }
    }

    @Test(
        "a selective condition leads, an unselective one follows",
        arguments: [
            ("mask tag:rare", "WHERE m.key IN (SELECT model FROM model_tag"),
            ("mask tag:common", "FROM model_text CROSS JOIN model m"),
            ("tag:rare", "WHERE m.key IN (SELECT model FROM model_tag"), ("tag:common", "INDEXED BY model_dated"),
            ("tris:>298", "WHERE m.key IN (SELECT m.key FROM model m WHERE m.triangles >"),
            ("tris:>5", "INDEXED BY model_dated"),
            ("mask sort:-tris", "INDEXED BY model_geometry"), ("7 sort:-tris", "FROM model_text CROSS JOIN model m"),
            ("-potion", "INDEXED BY model_dated"), ("mask OR -potion", "INDEXED BY model_dated"),
        ])
    func choice(query: String, sql: String) throws {
        // Bounds as small as the library.
        let window = SearchWindow(matches: 20, patience: 20, minimum: 5, smallLibrary: 0)
        #expect(try plans(query, window: window).contains { $0.sql.contains(sql) })
    }
}
