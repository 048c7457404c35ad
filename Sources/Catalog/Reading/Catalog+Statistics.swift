import GRDB

extension Catalog {
    /// The library in numbers; `top` is how many of the largest models are listed.
    public func statistics(top: Int = 10) throws(CatalogError) -> LibraryStatistics {
        try read { db in try LibraryStatistics(db, top: top) }
    }
}

extension LibraryStatistics {
    /// How many tags are listed.
    private static let tagLimit = 100

    init(_ db: Database, top: Int) throws {
        let searcher = try Searcher(db, now: .now)
        func largest(_ field: Field) throws -> [Model] {
            let query = Query(.number(field, .greater(0)), sort: Query.Sort(field, descending: true))
            return try searcher.search(query, page: Page(limit: top)).hits.map(\.model)
        }
        func number(_ sql: String) throws -> Int64 { try Int64.fetchOne(db, sql: sql) ?? 0 }
        func grouped(_ expression: String, order: String) throws -> [NamedCount] {
            try Self.counts(
                db,
                "SELECT \(expression) AS name, count(*) FROM model WHERE trashed IS NULL GROUP BY name ORDER BY \(order)"
            )
        }
        trashed = Int(try number("SELECT count(*) FROM model WHERE trashed IS NOT NULL"))
        models = Int(try number("SELECT count(*) FROM model")) - trashed
        objects = Int(try number("SELECT count(*) FROM object"))
        bytes = try number("SELECT ifnull(sum(bytes), 0) FROM object")
        let loose = """
            FROM object b WHERE EXISTS (
                SELECT 1 FROM file f JOIN model m ON m.key = f.model
                WHERE f.object = b.key AND f.role = 'texture' AND m.object IS NOT NULL)
            """
        looseTextures = Int(try number("SELECT count(*) \(loose)"))
        looseTextureBytes = try number("SELECT ifnull(sum(b.bytes), 0) \(loose)")
        byKind = try grouped("kind", order: "2 DESC, 1")
        byState = try grouped("state", order: "2 DESC, 1")
        // strftime gives NULL for moments that no calendar has.
        byMonth = try grouped(
            "coalesce(strftime('%Y-%m', coalesce(created, imported) / 1000, 'unixepoch'), 'unknown')", order: "1 DESC")
        byTag = try Self.tags(db, limit: Self.tagLimit)
        self.largest = try largest(.size)
        mostTriangles = try largest(.triangles)
        duplicates = try searcher.ids(matching: Query(.flag(.duplicate))).count
        func count(_ condition: String) throws -> Int {
            Int(try number("SELECT count(*) FROM model m WHERE trashed IS NULL AND \(condition)"))
        }
        analyzed = try count("EXISTS (SELECT 1 FROM analysis a WHERE a.object = m.object)")
        watertight = try count("is_watertight = 1")
        valid = try count("is_valid IS NOT NULL") > 0 ? count("is_valid = 1") : nil
        withErrors = try count("errors > 0")
        byBudget = try Self.counts(
            db,
            """
            SELECT b.budget AS name, count(*) FROM passed_budget b JOIN model m ON m.object = b.object
            WHERE m.trashed IS NULL GROUP BY name ORDER BY 2 DESC, 1
            """)
    }

    static func tags(_ db: Database, limit: Int) throws -> [NamedCount] {
        try counts(
            db,
            """
            SELECT t.name, count(m.key) AS models FROM tag t LEFT JOIN model_tag x ON x.tag = t.key
            LEFT JOIN model m ON m.key = x.model AND m.trashed IS NULL
            GROUP BY t.key ORDER BY models DESC, t.name LIMIT \(limit)
            """)
    }

    static func counts(_ db: Database, _ sql: String) throws -> [NamedCount] {
        try Row.fetchAll(db, sql: sql).map { NamedCount(name: $0[0], models: $0[1]) }
    }
}
