import GRDB

/// An analysis as rows.
enum AnalysisRow {
    private static let columns = [
        "parts", "holes", "non_manifold_edges", "inconsistent_edges", "degenerate_triangles", "duplicate_triangles",
        "area", "volume",
    ]

    static func replace(_ analysis: Analysis, of object: Int64, in db: Database) throws {
        for table in ["analysis", "finding", "passed_budget"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE object = ?").execute(arguments: [object])
        }
        let surface = analysis.surface
        let values: [(any DatabaseValueConvertible)?] = [
            surface?.parts, surface?.holes, surface?.nonManifoldEdges, surface?.inconsistentEdges,
            surface?.degenerateTriangles, surface?.duplicateTriangles, surface?.area, surface?.volume,
        ]
        try db.cachedStatement(
            sql: """
                INSERT INTO analysis (object, version, failure, \(columns.joined(separator: ", ")))
                VALUES (\(repeatElement("?", count: columns.count + 3).joined(separator: ", ")))
                """
        ).execute(arguments: [object, analysis.version, Name.text(analysis.failure)] + StatementArguments(values))
        let finding = try db.cachedStatement(
            sql: "INSERT INTO finding (code, object, severity, count) VALUES (?, ?, ?, ?)")
        for found in analysis.findings {
            try finding.execute(arguments: [found.code, object, found.severity.rawValue, found.count])
        }
        let budget = try db.cachedStatement(sql: "INSERT INTO passed_budget (budget, object) VALUES (?, ?)")
        for name in Set(analysis.passedBudgets) { try budget.execute(arguments: [name, object]) }
        try complete(analysis, object, db)
    }

    /// Fills in what an inspection of the headers leaves open.
    private static func complete(_ analysis: Analysis, _ object: Int64, _ db: Database) throws {
        let size = analysis.surface?.size
        try db.cachedStatement(
            sql: """
                UPDATE inspection SET is_watertight = ?, size_x = ifnull(size_x, ?), size_y = ifnull(size_y, ?),
                    size_z = ifnull(size_z, ?) WHERE object = ?
                """
        ).execute(arguments: [analysis.surface?.isWatertight, size?.x, size?.y, size?.z, object])
        guard let isValid = analysis.isValid else { return }
        func count(_ severity: FindingCount.Severity) -> Int {
            analysis.findings.filter { $0.severity == severity }.reduce(0) { sum, finding in
                let (total, overflows) = sum.addingReportingOverflow(finding.count)
                return overflows ? .max : total
            }
        }
        try db.cachedStatement(sql: "UPDATE inspection SET is_valid = ?, errors = ?, warnings = ? WHERE object = ?")
            .execute(arguments: [isValid, count(.error), count(.warning), object])
    }

    static func analysis(of model: Int64, in db: Database) throws -> Analysis? {
        let sql = """
            SELECT a.object, a.version, a.failure, i.is_watertight, i.is_valid, \(columns.map { "a.\($0)" }.joined(separator: ", ")),
                i.size_x, i.size_y, i.size_z
            FROM model m JOIN analysis a ON a.object = m.object LEFT JOIN inspection i ON i.object = m.object WHERE m.key = ?
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [model]) else { return nil }
        let object: Int64 = row[0]
        var analysis = Analysis(version: row[1])
        analysis.failure = row[2]
        analysis.isValid = row[4]
        if let isWatertight = row[3] as Bool?, let parts = row[5] as Int? {
            var surface = Analysis.Surface()
            surface.isWatertight = isWatertight
            surface.parts = parts
            surface.holes = row[6]
            surface.nonManifoldEdges = row[7]
            surface.inconsistentEdges = row[8]
            surface.degenerateTriangles = row[9]
            surface.duplicateTriangles = row[10]
            if let x = row["size_x"] as Double?, let y = row["size_y"] as Double?, let z = row["size_z"] as Double? {
                surface.size = Inspection.Size(x: x, y: y, z: z)
            }
            surface.area = row[11] ?? 0
            surface.volume = row[12]
            analysis.surface = surface
        }
        analysis.findings = try Row.fetchAll(
            db, sql: "SELECT code, severity, count FROM finding WHERE object = ? ORDER BY code", arguments: [object]
        ).map { row in
            FindingCount(code: row[0], severity: FindingCount.Severity(rawValue: row[1]) ?? .error, count: row[2])
        }
        analysis.passedBudgets = try String.fetchAll(
            db, sql: "SELECT budget FROM passed_budget WHERE object = ? ORDER BY budget", arguments: [object])
        return analysis
    }
}
