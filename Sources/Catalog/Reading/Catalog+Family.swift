import GRDB

extension Catalog {
    /// A model with all that it descends from, and all that descends from those, be they in the library or not.
    ///
    /// - Parameter limit: how many models at most; the nearest relatives come first.
    package func family(of id: ModelID, limit: Int = 2000) throws(CatalogError) -> Family {
        try read { db in
            var family = Family()
            let lines = try db.cachedStatement(
                sql: """
                    SELECT l.key, c.id, p.id, l.reference, l.relation FROM lineage l
                    JOIN model c ON c.key = l.child LEFT JOIN model p ON p.key = l.parent
                    WHERE l.child = ?1 OR l.parent = ?1 OR l.parent IS NULL AND l.reference IN (
                        SELECT reference FROM lineage WHERE child = ?1 AND parent IS NULL)
                    ORDER BY l.key
                    """)
            let model = try db.cachedStatement(sql: ModelRow.select + " WHERE m.key = ?")
            var found: [Int64: Family.Line] = [:]
            var seen: Set<ModelID> = [id]
            var next = [id][...]
            while let id = next.popFirst() {
                let key = try Curated.key(id, in: db)
                guard let row = try Row.fetchOne(model, arguments: [key]) else { continue }
                family.models.append(try ModelRow.model(row))
                for row in try Row.fetchAll(lines, arguments: [key]) {
                    guard let relation = Relation(rawValue: row[4]) else {
                        throw CatalogError.damaged("'\(row[4] as String)' is not a relation of models")
                    }
                    let line = Family.Line(
                        child: try ModelID(stored: row[1]), parent: try (row[2] as String?).map(ModelID.init(stored:)),
                        reference: row[3], relation: relation)
                    found[row[0]] = line
                    for relative in [line.parent, line.child].compactMap(\.self) where !seen.contains(relative) {
                        guard seen.count < limit else {
                            family.isComplete = false
                            break
                        }
                        seen.insert(relative)
                        next.append(relative)
                    }
                }
            }
            // One parent may be known by its id and by its task; a line to a model beyond the limit leads nowhere here.
            var drawn: Set<[String]> = []
            family.lines = found.sorted { $0.key < $1.key }.map(\.value).filter { line in
                let parent = line.parent?.description ?? line.reference
                return seen.contains(line.child) && (line.parent.map(seen.contains) ?? true)
                    && drawn.insert([line.child.description, parent, line.relation.rawValue]).inserted
            }
            return family
        }
    }
}
